//! What a key or a file's name is called when nobody gave it a title.

/// `planning_horizon` is "Planning horizon", `tech-lead` is "Tech lead".
pub fn title_of(key: &str) -> String {
    let words = key.replace(['_', '-'], " ");
    let mut letters = words.trim().chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => "Untitled".to_owned(),
    }
}

/// `01-junior` is "Junior", `L3 – Senior Engineer` stays as it is. Numbers like these only put
/// files in order.
pub fn title_of_file(name: &str) -> String {
    let number = name.chars().take_while(char::is_ascii_digit).count();
    let words = name[number..].trim_start_matches(['-', '_', '.', ' ']);
    let is_order = matches!(number, 1..=2)
        && words.len() < name.len() - number
        && words.starts_with(char::is_alphabetic);
    let name = if is_order { words } else { name };
    // Whoever writes spaces means the hyphens.
    if name.contains(' ') { name.to_owned() } else { title_of(name) }
}

#[cfg(test)]
mod tests {
    use super::{title_of, title_of_file};

    #[test]
    fn a_key_becomes_a_title() {
        assert_eq!(title_of("planning_horizon"), "Planning horizon");
        assert_eq!(title_of(""), "Untitled");
    }

    #[test]
    fn a_file_has_a_title_too() {
        for (name, title) in [
            ("01-junior", "Junior"),
            ("2. Senior Engineer", "Senior Engineer"),
            ("L3 – Senior Engineer", "L3 – Senior Engineer"),
            ("senior_engineer", "Senior engineer"),
            ("360-feedback", "360 feedback"),
            ("1-1", "1 1"),
            ("3d-artist", "3d artist"),
            ("", "Untitled"),
        ] {
            assert_eq!(title_of_file(name), title);
        }
    }
}
