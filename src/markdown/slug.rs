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

/// The longest slug of a sentence, in letters.
const LONGEST: usize = 60;

/// The slug of a sentence, cut between words so that an address can bear it.
pub fn short_slug(text: &str) -> String {
    let whole = slug(text);
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    let cut: String = whole.chars().take(LONGEST).collect();
    cut.rsplit_once('-').map_or(cut.clone(), |(words, _)| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{short_slug, slug};

    #[test]
    fn a_sentence_is_cut_between_words() {
        assert_eq!(short_slug("Settles conflicts"), "settles-conflicts");
        let long = short_slug(&"priority ".repeat(20));
        assert_eq!(long, "priority-priority-priority-priority-priority-priority");
    }

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
