//! A vacancy: a job advert with dates that points at a role. A role is never a vacancy.

use crate::diagnostic::Span;
use std::fmt;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vacancy {
    /// Names its page, for ever. Without one it has none.
    pub id: Option<String>,
    /// Where it is not the role's.
    pub title: Option<String>,
    /// Where people apply.
    pub url: String,
    /// `2026-10-01`
    pub date_posted: Option<String>,
    /// The last day on which people may apply.
    pub valid_through: Option<String>,
    pub location: Option<String>,
    /// `DE`
    pub country: Option<String>,
    /// The countries that the work can wholly be done from, at home.
    pub remote: Vec<String>,
    /// `full-time`
    pub employment: Vec<&'static str>,
    pub salary: Option<Salary>,
    pub span: Span,
}

/// Whether people may apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Not posted yet.
    Coming,
    Live,
    /// Past its last day.
    Closed,
}

/// What is paid. At least one of `min` and `max` is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salary {
    pub min: Option<Amount>,
    pub max: Option<Amount>,
    /// `EUR`
    pub currency: String,
    /// `hour`, `day`, `week`, `month` or `year`.
    pub per: &'static str,
}

/// An amount of money, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(pub u64);

impl Vacancy {
    /// How it stands on a day, `2026-01-31`. A date that is not written bounds nothing.
    pub fn on(&self, day: &str) -> Opening {
        if self.date_posted.as_deref().is_some_and(|it| it > day) {
            Opening::Coming
        } else if self.valid_through.as_deref().is_some_and(|it| it < day) {
            Opening::Closed
        } else {
            Opening::Live
        }
    }

    /// Whether it says where the work is done, as far as search engines ask: in a country.
    pub fn is_placed(&self) -> bool {
        self.country.is_some() || !self.remote.is_empty()
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, cents) => write!(f, "{whole}.{cents:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Opening, Vacancy};
    use crate::diagnostic::{FileId, Span};

    fn vacancy(posted: Option<&str>, through: Option<&str>) -> Vacancy {
        Vacancy {
            id: None,
            title: None,
            url: String::new(),
            date_posted: posted.map(str::to_owned),
            valid_through: through.map(str::to_owned),
            location: None,
            country: None,
            remote: Vec::new(),
            employment: Vec::new(),
            salary: None,
            span: Span::start_of(FileId::of("")),
        }
    }

    #[test]
    fn a_vacancy_is_live_from_its_first_day_to_its_last() {
        let it = vacancy(Some("2026-10-01"), Some("2026-12-31"));
        for (day, expected) in [
            ("2026-09-30", Opening::Coming),
            ("2026-10-01", Opening::Live),
            ("2026-12-31", Opening::Live),
            ("2027-01-01", Opening::Closed),
        ] {
            assert_eq!(it.on(day), expected, "{day}");
        }
        assert_eq!(vacancy(None, None).on("2026-10-01"), Opening::Live);
    }

    #[test]
    fn cents_are_shown_where_there_are_some() {
        assert_eq!(Amount(8_500_000).to_string(), "85000");
        assert_eq!(Amount(2_205).to_string(), "22.05");
    }
}
