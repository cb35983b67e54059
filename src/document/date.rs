//! Dates as authors write them. The only file that names the calendar crate.

/// Whether `text` is a day of the calendar, written `2026-01-31`.
pub(super) fn is_date(text: &str) -> bool {
    text.len() == "2026-01-31".len() && text.parse::<jiff::civil::Date>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        assert!(is_date("2028-02-29"));
        assert!(!is_date("2026-02-29"));
        assert!(!is_date("2026-1-1"));
        assert!(!is_date("01.02.2026"));
    }
}
