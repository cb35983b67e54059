//! JSON in lines, so that a person can read an expected file and see what changes in it.

use std::fmt::Write;

/// The same JSON with a line for each value, in the order in which it was.
pub(crate) fn indented(json: &str) -> String {
    let (mut text, mut depth, mut is_text, mut is_escaped) = (String::new(), 0, false, false);
    for (index, it) in json.char_indices() {
        let next = json[index + it.len_utf8()..].chars().next();
        match it {
            _ if is_text => {
                text.push(it);
                is_text = is_escaped || it != '"';
                is_escaped = it == '\\' && !is_escaped;
            }
            '{' | '[' => {
                text.push(it);
                depth += 1;
                if !matches!(next, Some('}' | ']')) {
                    line(&mut text, depth);
                }
            }
            '}' | ']' => {
                depth -= 1;
                if !text.ends_with(['{', '[']) {
                    line(&mut text, depth);
                }
                text.push(it);
            }
            ',' => {
                text.push(it);
                line(&mut text, depth);
            }
            ':' => text.push_str(": "),
            _ => {
                text.push(it);
                is_text = it == '"';
            }
        }
    }
    text
}

fn line(text: &mut String, depth: usize) {
    write!(text, "\n{:1$}", "", 2 * depth).unwrap();
}
