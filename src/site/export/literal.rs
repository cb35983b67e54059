//! Text that Markdown leaves as it is.

pub(super) fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\`*_[]<>|#&~".contains(character) {
            literal.push('\\');
        }
        literal.push(if character.is_control() { ' ' } else { character });
    }
    literal
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn signs_lose_their_meaning() {
        assert_eq!(literal("a | *b*\nc"), "a \\| \\*b\\* c");
    }
}
