//! Dates as authors write them. The only file that names the calendar crate.

use std::time::SystemTime;

/// Whether `text` is a day of the calendar, written `2026-01-31`.
pub fn is_date(text: &str) -> bool {
    text.len() == "2026-01-31".len() && text.parse::<jiff::civil::Date>().is_ok()
}

/// The day of a moment in Greenwich, written `2026-01-31`.
pub fn day_of(moment: SystemTime) -> String {
    let day = |it: jiff::Timestamp| jiff::tz::TimeZone::UTC.to_datetime(it).date().to_string();
    // A clock that is set beyond the calendar tells no day.
    jiff::Timestamp::try_from(moment).map_or_else(|_| "1970-01-01".to_owned(), day)
}

#[cfg(test)]
mod tests {
    use super::{day_of, is_date};
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_day_begins_in_greenwich() {
        let moment = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        assert_eq!(day_of(moment(86_399)), "1970-01-01");
        assert_eq!(day_of(moment(1_769_817_600)), "2026-01-31");
    }

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        assert!(is_date("2028-02-29"));
        assert!(!is_date("2026-02-29"));
        assert!(!is_date("2026-1-1"));
        assert!(!is_date("01.02.2026"));
    }
}
