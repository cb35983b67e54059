//! Two roles side by side: what changes from the first to the second.

mod changes;
mod list;
mod relation;

pub(super) use changes::in_order;
pub(super) use list::page as list;
pub(super) use relation::relation;

use super::address::Address;
use super::context::Context;
use super::head::Head;
use super::prose::{Typesetter, contents};
use super::publication::Part;
use super::role::is_hidden;
use super::sheet::{ComparisonSheet, of_difference, role_name};
use super::view::{Link, Mark, Piece, StatementView, StepView};
use super::{Body, Page};
use crate::handbook::model::{Difference, Id, Role, difference};
use crate::labels::key;
use schemars::JsonSchema;
use serde::Serialize;

/// What changes from one role to another.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ComparePage {
    /// The first role.
    pub from: Link,
    /// The second role.
    pub to: Link,
    /// `the next rung on the management track`; empty when there is no short word for it.
    pub relation: String,
    /// The same pair the other way round, where that page exists.
    pub reverse: Option<Link>,
    /// What one of the roles says about how it differs from the other, the second first.
    pub distinction: Vec<Piece>,
    /// Facts of scope.
    pub facts: Vec<ChangedFact>,
    /// New, raised, lowered, dropped, then the same.
    pub competencies: Vec<ChangedCompetency>,
    /// Sections that ask something of a person.
    pub sections: Vec<ChangedSection>,
    /// What is hard in the second role, by name.
    pub challenges: Vec<Link>,
    /// Competencies that are new or asked for at a higher step.
    pub n_raised: usize,
    /// Statements.
    pub n_added: usize,
    /// Statements.
    pub n_reworded: usize,
    /// Statements.
    pub n_dropped: usize,
    /// Statements that stand in both.
    pub n_kept: usize,
}

/// A fact of scope in both roles; empty where it is not said.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ChangedFact {
    pub title: String,
    pub from: String,
    pub to: String,
    pub mark: Mark,
}

/// A competency, and its steps in both roles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ChangedCompetency {
    pub competency: Link,
    pub from: Option<StepView>,
    pub to: Option<StepView>,
    pub mark: Mark,
}

/// One section's statements; `kept` stand in both roles.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ChangedSection {
    pub title: String,
    pub anchor: String,
    pub added: Vec<StatementView>,
    pub reworded: Vec<RewordedStatement>,
    pub dropped: Vec<StatementView>,
    pub kept: Vec<StatementView>,
}

/// Statements of the second role, and those of the first in whose place they stand.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct RewordedStatement {
    pub from: Vec<StatementView>,
    pub to: Vec<StatementView>,
    /// Both at once, where most words stayed; else empty.
    pub runs: Vec<RunView>,
}

/// Words that both statements share, or one of them alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct RunView {
    /// `kept`, `dropped` or `added`.
    pub fate: String,
    pub words: String,
}

/// Any two to four roles side by side, and the list of all prebuilt comparisons.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ComparisonsPage {
    /// What can be chosen, by family; empty where the site has no data to set side by side.
    pub choices: Vec<Choices>,
    /// How many steps the scale has.
    pub n_steps: usize,
    /// What is written out, by the role it starts from.
    pub groups: Vec<ComparisonGroup>,
}

/// The roles of a family, lowest rung first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Choices {
    pub family: String,
    pub roles: Vec<Choice>,
}

/// A role to choose.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Choice {
    /// The role's id.
    pub key: String,
    /// `Engineering Manager (M1)`
    pub title: String,
}

/// The comparisons that start from one role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct ComparisonGroup {
    /// The role that the comparisons start from.
    pub from: Link,
    /// Each by the title of the role it leads to.
    pub comparisons: Vec<Link>,
}

/// The page about a pair of roles, and the same as data beside it where the site has any.
pub(super) fn page_and_sheet(
    context: &Context<'_>,
    [from, to]: [Id<Role>; 2],
) -> (Page, Option<ComparisonSheet>) {
    let difference = difference(context.handbook, from, to);
    let page = page(context, (from, to), &difference);
    let sheet = || of_difference(context, (from, to), &difference);
    let sheet = context.publication.has(Part::Data).then(sheet);
    (page, sheet)
}

fn page(
    context: &Context<'_>,
    (from, to): (Id<Role>, Id<Role>),
    difference: &Difference<'_>,
) -> Page {
    let (lower, upper) = (context.role(from), context.role(to));
    let address = Address::compare(&lower.slug, &upper.slug);
    let labels = context.labels;
    let title = labels.say(key::FROM_TO, [lower, upper].map(|it| it.title.as_str().into()));
    let named = [from, to].map(|it| role_name(context, it).in_full().into());
    let description = labels.say(key::COMPARISON_DESCRIPTION, named);
    let body = body(context, (from, to), difference, &address);
    Head::new(address, &title)
        .about(&description)
        .under(vec![
            context.frame.home.clone(),
            context.places.to(labels.word(key::COMPARE), Address::comparisons()),
        ])
        .hidden_if(is_hidden(lower) || is_hidden(upper))
        .page(context, Body::Compare(body))
}

fn body(
    context: &Context<'_>,
    (from, to): (Id<Role>, Id<Role>),
    difference: &Difference<'_>,
    address: &Address,
) -> ComparePage {
    let typesetter = Typesetter::new(context, address).speaking_of(&[from, to]);
    let sections = changes::sections(context, difference, &typesetter);
    let total = |part: fn(&ChangedSection) -> usize| sections.iter().map(part).sum();
    ComparePage {
        from: context.places.role(from),
        to: context.places.role(to),
        relation: relation(context, from, to),
        reverse: context.pairs.has(to, from).then(|| context.places.compare(to, from)),
        distinction: distinction(context, (from, to), &typesetter),
        facts: changes::facts(difference),
        competencies: changes::competencies(context, difference),
        challenges: challenges(context, to),
        n_raised: difference.steps.iter().filter(|it| it.is_up()).count(),
        n_added: total(|it| it.added.len()),
        n_reworded: total(|it| it.reworded.len()),
        n_dropped: total(|it| it.dropped.len()),
        n_kept: total(|it| it.kept.len()),
        sections,
    }
}

fn distinction(
    context: &Context<'_>,
    (from, to): (Id<Role>, Id<Role>),
    typesetter: &Typesetter<'_>,
) -> Vec<Piece> {
    let told = context.role(to).body.distinction(from);
    let told = told.or_else(|| context.role(from).body.distinction(to));
    told.map_or_else(Vec::new, |it| typesetter.quoted_section(it))
}

fn challenges(context: &Context<'_>, role: Id<Role>) -> Vec<Link> {
    let role = context.role(role);
    let named = role.body.known("challenges").map_or(&[][..], |it| &it.sections);
    contents(context, &Address::role(&role.slug), named)
}
