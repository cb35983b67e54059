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

#[cfg(test)]
mod tests {
    use super::title_of;

    #[test]
    fn a_key_becomes_a_title() {
        assert_eq!(title_of("planning_horizon"), "Planning horizon");
        assert_eq!(title_of(""), "Untitled");
    }
}
