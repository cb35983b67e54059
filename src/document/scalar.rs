//! Words as YAML. In: any words. Out: a value that is read as they are, in quotation marks where needed.

/// Words that YAML takes for something else.
const NO_TEXT: [&str; 9] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// Words as a value of YAML: in quotation marks where they could mean something else.
pub fn scalar(words: &str) -> String {
    let is_plain =
        |it: char| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_' | '(' | ')' | '–');
    let is_word = words.starts_with(char::is_alphabetic)
        && !NO_TEXT.iter().any(|it| it.eq_ignore_ascii_case(words));
    match is_word && words.chars().all(is_plain) {
        true => words.to_owned(),
        false => format!("\"{}\"", words.chars().map(quoted).collect::<String>()),
    }
}

/// A letter between quotation marks. What YAML does not let stand as it is, or takes for the end of a
/// line, is written by its number.
fn quoted(letter: char) -> String {
    match letter {
        '\\' | '"' => format!("\\{letter}"),
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}' => number(letter),
        _ if letter.is_control() => number(letter),
        _ => letter.to_string(),
    }
}

fn number(letter: char) -> String {
    format!("\\u{:04x}", u32::from(letter))
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn a_title_that_could_be_something_else_is_quoted() {
        assert_eq!(scalar("Lead"), "Lead");
        assert_eq!(scalar("Null"), "\"Null\"");
        assert_eq!(scalar("L3: \"x\""), "\"L3: \\\"x\\\"\"");
        assert_eq!(scalar("a\tb\u{2028}c\u{ffff}"), "\"a\\u0009b\\u2028c\\uffff\"");
    }
}
