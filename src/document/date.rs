//! Dates as authors write them. The only file that names the calendar crate.

use jiff::Span;
use jiff::civil::Date;
use std::fmt;
use std::time::SystemTime;

/// How long something takes on the calendar: `6 months`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    count: i64,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// More of anything is a slip.
const MOST: i64 = 999;

impl Interval {
    /// `None` for what is no number with a unit: `90 days`, `2 weeks`, `6 months`, `1 year`.
    pub fn parse(text: &str) -> Option<Interval> {
        let (count, unit) = text.split_once(char::is_whitespace)?;
        let unit = match unit.trim() {
            "day" | "days" => Unit::Day,
            "week" | "weeks" => Unit::Week,
            "month" | "months" => Unit::Month,
            "year" | "years" => Unit::Year,
            _ => return None,
        };
        let is_number = count.bytes().all(|it| it.is_ascii_digit());
        let count = count.parse().ok().filter(|it| is_number && (1..=MOST).contains(it))?;
        Some(Interval { count, unit })
    }

    /// The day that long after `day`, which is written `2026-01-31`. A month later is the same day of it,
    /// or its last. `None` beyond the calendar.
    pub fn after(self, day: &str) -> Option<String> {
        let span = Span::new();
        let span = match self.unit {
            Unit::Day => span.days(self.count),
            Unit::Week => span.weeks(self.count),
            Unit::Month => span.months(self.count),
            Unit::Year => span.years(self.count),
        };
        Some(day.parse::<Date>().ok()?.checked_add(span).ok()?.to_string())
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        };
        write!(f, "{} {unit}{}", self.count, if self.count == 1 { "" } else { "s" })
    }
}

/// Whether `text` is a day of the calendar, written `2026-01-31`.
pub fn is_date(text: &str) -> bool {
    text.len() == "2026-01-31".len() && text.parse::<Date>().is_ok()
}

/// The day of a moment in Greenwich, written `2026-01-31`.
pub fn day_of(moment: SystemTime) -> String {
    let day = |it: jiff::Timestamp| jiff::tz::TimeZone::UTC.to_datetime(it).date().to_string();
    // A clock that is set beyond the calendar tells no day.
    jiff::Timestamp::try_from(moment).map_or_else(|_| "1970-01-01".to_owned(), day)
}

#[cfg(test)]
mod tests {
    use super::{Interval, day_of, is_date};
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_day_begins_in_greenwich() {
        let moment = |seconds| SystemTime::UNIX_EPOCH + Duration::from_secs(seconds);
        assert_eq!(day_of(moment(86_399)), "1970-01-01");
        assert_eq!(day_of(moment(1_769_817_600)), "2026-01-31");
    }

    #[test]
    fn an_interval_is_a_number_and_a_unit() {
        for (text, said, after) in [
            ("90 days", "90 days", "2024-04-30"),
            ("2 weeks", "2 weeks", "2024-02-14"),
            ("1  months", "1 month", "2024-02-29"),
            ("6 month", "6 months", "2024-07-31"),
            ("1 year", "1 year", "2025-01-31"),
        ] {
            let interval = Interval::parse(text).unwrap();
            assert_eq!(interval.to_string(), said);
            assert_eq!(interval.after("2024-01-31").as_deref(), Some(after), "{text}");
        }
        for wrong in [
            "",
            "6",
            "months",
            "six months",
            "0 days",
            "-1 days",
            "+1 days",
            "1.5 years",
            "9999 years",
            "6months",
            "6 moons",
        ] {
            assert_eq!(Interval::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Interval::parse("999 years").unwrap().after("9999-12-31"), None);
    }

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        assert!(is_date("2028-02-29"));
        assert!(!is_date("2026-02-29"));
        assert!(!is_date("2026-1-1"));
        assert!(!is_date("01.02.2026"));
    }
}
