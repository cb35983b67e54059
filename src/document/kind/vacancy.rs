//! The vacancies of a role, as they stand in its front matter.

use super::country::is_country;
use crate::diagnostic::{Span, Spanned};
use crate::document::fields::Fields;
use crate::document::problem;
use crate::document::yaml::Node;

pub(super) const EMPLOYMENTS: [&str; 8] = [
    "full-time",
    "part-time",
    "contractor",
    "temporary",
    "intern",
    "volunteer",
    "per-diem",
    "other",
];
pub(super) const PERIODS: [&str; 5] = ["hour", "day", "week", "month", "year"];

/// A job advert as written. What it takes to be published as one is asked by a rule.
#[derive(Clone, Debug, PartialEq)]
pub struct VacancyFront {
    /// Becomes the address of its page.
    pub id: Option<Spanned<String>>,
    /// Where it is not the role's.
    pub title: Option<Spanned<String>>,
    pub url: Spanned<String>,
    pub date_posted: Option<Spanned<String>>,
    pub valid_through: Option<Spanned<String>>,
    pub location: Option<Spanned<String>>,
    /// `DE`
    pub country: Option<Spanned<String>>,
    /// The countries that the work can wholly be done from, at home.
    pub remote: Vec<Spanned<String>>,
    /// `full-time`, `part-time` and so on.
    pub employment: Vec<&'static str>,
    pub salary: Option<SalaryFront>,
    pub span: Span,
}

/// `{ min: 80000, max: 95000, currency: EUR, per: year }`
#[derive(Clone, Debug, PartialEq)]
pub struct SalaryFront {
    /// In hundredths, as `max` is; one of the two is there.
    pub min: Option<u64>,
    pub max: Option<u64>,
    /// `EUR`
    pub currency: String,
    /// `hour`, `day`, `week`, `month` or `year`.
    pub per: &'static str,
}

pub(super) fn vacancies(fields: &mut Fields<'_>) -> Vec<VacancyFront> {
    let nodes = fields.list("vacancies").into_iter();
    nodes.filter_map(|it| vacancy(it.span, fields.inner("a vacancy", it))).collect()
}

fn vacancy(span: Span, mut fields: Fields<'_>) -> Option<VacancyFront> {
    let (id, title) = (fields.text("id"), fields.text("title"));
    fields.require("url");
    let (url, date_posted) = (fields.url("url"), fields.date("date_posted"));
    let valid_through = fields.date("valid_through");
    if let (Some(from), Some(until)) = (&date_posted, &valid_through)
        && until.value < from.value
    {
        fields.note(problem::ends_before(until, from));
    }
    let front = VacancyFront {
        id,
        title,
        date_posted,
        valid_through,
        location: fields.text("location"),
        country: country(&mut fields),
        remote: remote(&mut fields),
        employment: fields.choices("employment", &EMPLOYMENTS),
        salary: salary(&mut fields),
        span,
        // Last, so that what else is wrong has been noted.
        url: url?,
    };
    fields.finish();
    Some(front)
}

fn country(fields: &mut Fields<'_>) -> Option<Spanned<String>> {
    let code = fields.text("country")?;
    known(fields, code)
}

fn remote(fields: &mut Fields<'_>) -> Vec<Spanned<String>> {
    let nodes = fields.one_or_more("remote");
    let code = |it: Node| {
        let code = fields.as_text("remote", it)?;
        known(fields, code)
    };
    nodes.into_iter().filter_map(code).collect()
}

fn known(fields: &mut Fields<'_>, code: Spanned<String>) -> Option<Spanned<String>> {
    if !is_country(&code.value) {
        fields.note(problem::unknown_country(&code));
        return None;
    }
    Some(code)
}

fn salary(fields: &mut Fields<'_>) -> Option<SalaryFront> {
    let mut fields = fields.mapping("salary")?;
    let max = amount(&mut fields, "max");
    if max.is_none() {
        fields.require("min");
    }
    let min = amount(&mut fields, "min");
    let currency = fields.required_text("currency");
    fields.require("per");
    let per = fields.choice("per", &PERIODS);
    if let Some(currency) = currency.as_ref().filter(|it| !is_currency(&it.value)) {
        fields.note(problem::bad_currency(currency));
    }
    if let (Some(min), Some(max)) = (&min, &max)
        && min.value > max.value
    {
        fields.note(problem::salary_falls(max.span, min.span));
    }
    fields.finish();
    let (min, max) = (min.map(|it| it.value), max.map(|it| it.value));
    Some(SalaryFront { min, max, currency: currency?.value, per: per? })
        .filter(|it| it.min.or(it.max).is_some())
}

/// An amount of money in hundredths.
fn amount(fields: &mut Fields<'_>, name: &'static str) -> Option<Spanned<u64>> {
    let written = fields.text(name)?;
    let amount = hundredths(&written.value);
    if amount.is_none() {
        fields.note(problem::bad_amount(&written));
    }
    Some(Spanned::new(amount?, written.span))
}

/// `85000` or `22.50`.
fn hundredths(text: &str) -> Option<u64> {
    let (whole, cents) = text.split_once('.').unwrap_or((text, "00"));
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    if !is_number(whole) || !is_number(cents) || cents.len() > 2 {
        return None;
    }
    let cents: u64 = format!("{cents:0<2}").parse().ok()?;
    whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(cents)
}

fn is_currency(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|it| it.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::hundredths;

    #[test]
    fn money_has_two_digits_behind_the_point() {
        assert_eq!(hundredths("85000"), Some(8_500_000));
        assert_eq!(hundredths("22.5"), Some(2_250));
        assert_eq!(hundredths("0.05"), Some(5));
        for wrong in ["", "80.000,00", "80,000", "-1", "1.", ".5", "1.234", "80k", "1e5"] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
        assert_eq!(hundredths("99999999999999999999"), None);
    }
}
