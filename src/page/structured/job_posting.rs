//! `JobPosting`: a vacancy that is live and dated, with all that search engines ask of a job. A role
//! is none, and nothing that is not said is made up: where something is missing there is no node.

use super::Node;
use crate::handbook::model::{Amount, Opening, Salary, Vacancy};
use crate::markdown::Html;
use crate::page::AdvertSheet;
use crate::page::address::Address;
use crate::page::context::Context;
use crate::page::vacancy::place as place_of_work;
use serde::{Serialize, Serializer};

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct JobPosting {
    title: String,
    /// In paragraphs and lists, as HTML.
    description: String,
    url: String,
    identifier: PropertyValue,
    date_posted: String,
    valid_through: String,
    hiring_organization: Organization,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_location: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_location_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    applicant_location_requirements: Vec<Country>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    employment_type: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_salary: Option<MonetaryAmount>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct Organization {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
}

/// The employer's own name for the vacancy.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type")]
struct PropertyValue {
    name: String,
    value: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type")]
struct Place {
    address: PostalAddress,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct PostalAddress {
    #[serde(skip_serializing_if = "Option::is_none")]
    address_locality: Option<String>,
    address_country: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type")]
struct Country {
    name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type")]
struct MonetaryAmount {
    currency: String,
    value: QuantitativeValue,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct QuantitativeValue {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_value: Option<Number>,
    unit_text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Number(Amount);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Amount(hundredths) = self.0;
        match hundredths % 100 {
            0 => to.serialize_u64(hundredths / 100),
            // An amount with cents is a wage, far from where fractions become inexact.
            #[allow(clippy::cast_precision_loss)]
            _ => to.serialize_f64(hundredths as f64 / 100.0),
        }
    }
}

/// The vacancy that `advert` tells of, as far as everything that is asked of a job is there.
pub(in crate::page) fn job_posting(
    context: &Context<'_>,
    vacancy: &Vacancy,
    advert: &AdvertSheet,
) -> Option<Node> {
    let organisation = context.handbook.settings.organisation.as_ref()?;
    let id = vacancy.id.as_deref()?;
    let is_live = vacancy.on(&context.publication.today) == Opening::Live;
    if !is_live || !vacancy.is_placed() {
        return None;
    }
    let is_remote = !vacancy.remote.is_empty();
    let country = |it: &String| Country { name: it.clone() };
    Some(Node::JobPosting(Box::new(JobPosting {
        title: advert.title.clone(),
        description: description(context, vacancy, advert),
        url: context.publication.absolute(&Address::vacancy(id))?,
        identifier: PropertyValue { name: organisation.name.clone(), value: id.to_owned() },
        date_posted: vacancy.date_posted.clone()?,
        // A bare day would be over when it begins.
        valid_through: format!("{}T23:59", vacancy.valid_through.as_ref()?),
        hiring_organization: Organization {
            name: organisation.name.clone(),
            same_as: organisation.url.clone(),
        },
        job_location: place(vacancy),
        job_location_type: is_remote.then_some("TELECOMMUTE"),
        applicant_location_requirements: vacancy.remote.iter().map(country).collect(),
        employment_type: vacancy.employment.iter().map(|it| constant(it)).collect(),
        base_salary: vacancy.salary.as_ref().map(salary),
    })))
}

fn place(vacancy: &Vacancy) -> Option<Place> {
    let address_country = vacancy.country.clone()?;
    Some(Place {
        address: PostalAddress { address_locality: vacancy.location.clone(), address_country },
    })
}

fn salary(salary: &Salary) -> MonetaryAmount {
    let (min, max) = (salary.min.map(Number), salary.max.map(Number));
    let is_one = min == max;
    MonetaryAmount {
        currency: salary.currency.clone(),
        value: QuantitativeValue {
            value: min.clone().filter(|_| is_one),
            min_value: min.filter(|_| !is_one),
            max_value: max.filter(|_| !is_one),
            unit_text: constant(salary.per),
        },
    }
}

/// `full-time` as `FULL_TIME`.
fn constant(word: &str) -> String {
    word.to_uppercase().replace('-', "_")
}

/// What the advert says, in the few elements that are read in a description. That a job is done at
/// home has to stand in it as well.
fn description(context: &Context<'_>, vacancy: &Vacancy, advert: &AdvertSheet) -> String {
    let mut html: String = advert.summary.iter().map(|it| element("p", it)).collect();
    html += &element("p", &place_of_work(context.labels, vacancy));
    for section in &advert.sections {
        html += &element("p", &section.title);
        for group in section.groups.iter().filter(|it| !it.statements.is_empty()) {
            if !group.title.is_empty() {
                html += &element("p", &group.title);
            }
            let items: String = group.statements.iter().map(|it| element("li", it)).collect();
            html += &format!("<ul>{items}</ul>");
        }
    }
    html
}

fn element(tag: &str, text: &str) -> String {
    format!("<{tag}>{}</{tag}>", Html::of_text(text))
}
