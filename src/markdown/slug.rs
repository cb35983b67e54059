//! Words as they may stand in an address: `Scope & impact` becomes `scope-impact`.

/// The slug of `text`, in the manner of GitHub but without runs of `-`. Letters of any script
/// stay; a text without any becomes `section`.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        let is_gap = character == '-' || character.is_whitespace();
        if is_gap && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        } else if character.is_alphanumeric() || character == '_' {
            slug.push(character);
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    if slug.is_empty() { "section".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn slugs() {
        for (text, expected) in [
            ("Senior Engineering Manager", "senior-engineering-manager"),
            ("Scope & impact", "scope-impact"),
            ("  --C++ / C#--  ", "c-c"),
            ("Führung, 日本語 und snake_case", "führung-日本語-und-snake_case"),
            ("🎉 Party 🎉", "party"),
            ("ÉCLAIR", "éclair"),
            ("🎉", "section"),
            ("", "section"),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
    }
}
