//! Text that a terminal only shows.

/// Text without what a terminal would take for a command.
pub(super) fn printable(text: &str) -> String {
    text.chars().filter(|it| *it == '\n' || !it.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn commands_are_left_out() {
        assert_eq!(printable("a\u{1b}[31mb\n\tc\u{7}"), "a[31mb\nc");
    }
}
