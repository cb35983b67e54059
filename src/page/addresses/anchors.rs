//! The places on a page that can be linked to, and how firmly each of them stands.
//!
//! In: the handbook and a page of it. Out: anchors in the order of the page. What begins with `_` is
//! the theme's and no address of the handbook.

use super::owner::{Owner, Shelf};
use crate::diagnostic::{FileId, Span};
use crate::handbook::model::{
    Block, Body, Competency, Edition, Family, Handbook, Id, Ladders, Section, Standing, Statement,
    Subject,
};
use crate::page::areas::by_area;
use crate::page::places::body;
use std::collections::BTreeSet;

/// The heading of a family's table.
pub(in crate::page) const TABLE: &str = "_ladder";

/// A place on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    pub(super) id: String,
    pub(super) standing: Standing,
    pub(super) says: Says,
    /// Whether the public edition shows it.
    pub(super) is_public: bool,
}

/// What stands at a place, and where that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Nothing,
    Heading(String, Span),
    Statement(String),
}

impl Anchor {
    fn firm(id: &str) -> Anchor {
        Anchor { id: id.to_owned(), standing: Standing::Firm, says: Says::Nothing, is_public: true }
    }

    fn within(id: String, place: &str) -> Anchor {
        let standing = Standing::In(place.to_owned());
        Anchor { id, standing, says: Says::Nothing, is_public: true }
    }
}

/// Every place on the page of `owner`.
pub(super) fn anchors(handbook: &Handbook, ladders: &Ladders, owner: Owner) -> Vec<Anchor> {
    let Owner::Page(subject) = owner else { return on_shelf(handbook, owner) };
    let body = body(handbook, subject);
    let page = Page::of(handbook, file(handbook, subject));
    let mut found = body.map_or_else(Vec::new, |it| of_body(it, &page));
    match subject {
        Subject::Competency(id) => found.extend(steps(handbook, &handbook.competencies[id])),
        Subject::Family(id) => found.extend(table(handbook, ladders, id)),
        Subject::Glossary => {
            found.extend(handbook.terms.iter().map(|(_, it)| Anchor::firm(&it.slug)));
        }
        _ => {}
    }
    found
}

fn on_shelf(handbook: &Handbook, owner: Owner) -> Vec<Anchor> {
    if owner != Owner::Shelf(Shelf::Competencies) {
        return Vec::new();
    }
    let ids: Vec<_> = handbook.competencies.ids().collect();
    by_area(handbook, &ids).iter().map(|it| Anchor::firm(it.key)).collect()
}

/// The document that a page is made of. What stands on the page and is written elsewhere is
/// inherited, and its author may change it without knowing of this page.
fn file(handbook: &Handbook, subject: Subject) -> Option<FileId> {
    Some(match subject {
        Subject::Role(id) => handbook.roles[id].span.file,
        Subject::Competency(id) => handbook.competencies[id].span.file,
        _ => return None,
    })
}

fn of_body(body: &Body, page: &Page<'_>) -> Vec<Anchor> {
    let mut found = Vec::new();
    page.blocks(&body.opening, "", &mut found);
    page.sections(&body.sections, "", &mut found);
    found
}

/// The steps of a competency, described or not, and what stands under them.
fn steps(handbook: &Handbook, competency: &Competency) -> Vec<Anchor> {
    let mut found: Vec<_> = handbook.scale.steps().map(|(_, it)| Anchor::firm(&it.slug)).collect();
    let page = Page::of(handbook, None);
    for it in competency.descriptors.iter().map(|it| &it.section) {
        page.blocks(&it.blocks, &it.anchor, &mut found);
        page.sections(&it.sections, &it.anchor, &mut found);
    }
    found
}

/// The rows and cells of a family's table. They follow from what roles expect.
fn table(handbook: &Handbook, ladders: &Ladders, family: Id<Family>) -> Vec<Anchor> {
    let roles = ladders.ranked(family);
    if roles.is_empty() {
        return Vec::new();
    }
    let (mut facts, mut rows) = (BTreeSet::new(), BTreeSet::new());
    for role in roles.iter().map(|it| &handbook.roles[*it]) {
        facts.extend(role.scope.iter().map(|it| it.key.as_str()));
        let expected = role.expectations.iter().map(|it| it.competency);
        rows.extend(expected.map(|it| handbook.competencies[it].slug.as_str()));
    }
    let mut found = vec![Anchor::firm(TABLE)];
    found.extend(facts.into_iter().map(|it| Anchor::within(fact(it), TABLE)));
    for slug in rows {
        found.push(Anchor::within(row(slug), TABLE));
        // A role that does not expect it has a cell that says so.
        let cells = roles.iter().map(|it| format!("{}--{slug}", handbook.roles[*it].slug));
        found.extend(cells.map(|it| Anchor::within(it, &row(slug))));
    }
    found
}

/// The anchor of the row of a scope fact.
pub(in crate::page) fn fact(key: &str) -> String {
    format!("fact--{key}")
}

/// The anchor of the row of a competency.
pub(in crate::page) fn row(key: &str) -> String {
    format!("row--{key}")
}

/// A page in the making.
struct Page<'a> {
    /// `None` where all that stands on it is its own.
    file: Option<FileId>,
    public: &'a Edition,
    allows_html: bool,
}

impl<'a> Page<'a> {
    fn of(handbook: &'a Handbook, file: Option<FileId>) -> Page<'a> {
        let settings = &handbook.settings;
        Page { file, public: settings.editions.public(), allows_html: settings.allows_html }
    }

    fn is_own(&self, span: Span) -> bool {
        self.file.is_none_or(|it| it == span.file)
    }

    fn sections(&self, sections: &[Section], around: &str, found: &mut Vec<Anchor>) {
        for it in sections {
            let is_firm = self.is_own(it.span);
            found.push(Anchor {
                id: it.anchor.clone(),
                standing: if is_firm { Standing::Firm } else { Standing::In(around.to_owned()) },
                says: Says::Heading(it.title.clone(), it.span),
                is_public: self.public.shows(&it.visibility),
            });
            self.blocks(&it.blocks, &it.anchor, found);
            self.sections(&it.sections, &it.anchor, found);
        }
    }

    fn blocks(&self, blocks: &[Block], around: &str, found: &mut Vec<Anchor>) {
        for block in blocks {
            if let Block::Prose(prose) = block {
                found.extend(prose.anchors(self.allows_html).map(Anchor::firm));
            }
            let statements = block.statements().iter().filter(|it| it.is_anchored);
            found.extend(statements.map(|it| self.statement(it, around)));
        }
    }

    fn statement(&self, statement: &Statement, around: &str) -> Anchor {
        let is_firm = statement.id_is_written && self.is_own(statement.span);
        Anchor {
            id: statement.id.clone(),
            standing: if is_firm { Standing::Firm } else { Standing::In(around.to_owned()) },
            says: Says::Statement(statement.text.clone()),
            is_public: self.public.shows(&statement.visibility),
        }
    }
}
