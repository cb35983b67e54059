//! Who may see what: the words of front matter, headings and list items become visibilities.
//!
//! A word that nobody knows hides all the same: a slip must not make anything appear. Only a class
//! that looks like none of ours is passed over, since other tools use them for the look of things.

use super::{Resolver, front, problem};
use crate::diagnostic::suggest::closest;
use crate::diagnostic::{Diagnostic, Spanned};
use crate::document::kind::FieldVisibilityFront;
use crate::document::{Document, FrontMatter, Section};
use crate::handbook::model::{
    Arena, Competency, Editions, FieldVisibility, Id, PageVisibility, Role, Visibility,
};
use crate::markdown::{Attributes, Block, Heading};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeSet;

/// The words that say who may see something.
#[derive(Clone, Debug, Default)]
pub(super) struct Words(BTreeSet<String>);

impl Words {
    pub(super) fn new(editions: &Editions) -> Words {
        Words(editions.words().map(str::to_owned).collect())
    }

    /// What the braces behind a heading or an item say.
    pub(super) fn of(&self, attributes: &Attributes) -> Visibility {
        let classes = attributes.classes.iter().filter(|it| self.is_meant(&it.value));
        Visibility::new(classes.chain(&attributes.visibility).map(|it| it.value.clone()))
    }

    fn is_known(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// Whether a class is one of the words, or a slip for one.
    fn is_meant(&self, class: &str) -> bool {
        self.is_known(class) || closest(class, self.names()).is_some()
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    fn check(&self, word: &Spanned<String>, notes: &mut Vec<Diagnostic>) {
        if !self.is_known(&word.value) {
            notes.push(problem::unknown_visibility(word, self.names()));
        }
    }

    fn check_braces(&self, attributes: &Attributes, notes: &mut Vec<Diagnostic>) {
        for class in &attributes.classes {
            match self.is_meant(&class.value) {
                true => self.check(class, notes),
                false => notes.push(problem::unknown_class(class)),
            }
        }
        attributes.visibility.iter().for_each(|it| self.check(it, notes));
    }
}

impl Resolver<'_> {
    /// Who may see a document. Braces behind its title speak of the whole page.
    pub(super) fn visibility(&self, document: &Document) -> PageVisibility {
        let front = front::visibility(document);
        let title = document.outline.title.as_ref();
        let title = title.map_or(Visibility::default(), |it| self.words().of(&it.attributes));
        let field = |it: &FieldVisibilityFront| FieldVisibility {
            field: it.field,
            entry: it.entry.as_ref().map(|it| it.value.clone()),
            visibility: visibility(Some(&it.word)),
            span: it.entry.as_ref().map_or(it.word.span, |it| it.span),
        };
        PageVisibility {
            page: visibility(front.page.as_ref()).within(&title),
            fields: front.fields.iter().map(field).collect(),
        }
    }

    pub(super) fn words(&self) -> &Words {
        &self.frame.visibilities
    }

    /// Notes every word that no edition shows.
    pub(super) fn check_visibilities(&self, notes: &mut Vec<Diagnostic>) {
        let checked = self.documents.par_iter().map(|document| {
            let mut noted = Vec::new();
            self.check_document(document, &mut noted);
            noted
        });
        notes.extend(checked.collect::<Vec<_>>().into_iter().flatten());
    }

    fn check_document(&self, document: &Document, notes: &mut Vec<Diagnostic>) {
        let front = front::visibility(document);
        front.page.iter().for_each(|it| self.words().check(it, notes));
        front.fields.iter().for_each(|it| self.words().check(&it.word, notes));
        if let FrontMatter::Glossary(glossary) = &document.front {
            let words = glossary.terms.iter().filter_map(|it| it.visibility.as_ref());
            words.for_each(|it| self.words().check(it, notes));
        }
        let outline = &document.outline;
        outline.title.iter().for_each(|it: &Heading| {
            self.words().check_braces(&it.attributes, notes);
        });
        self.check_blocks(&outline.opening, notes);
        outline.sections.iter().for_each(|it| self.check_section(it, notes));
    }

    fn check_section(&self, section: &Section, notes: &mut Vec<Diagnostic>) {
        self.words().check_braces(&section.heading.attributes, notes);
        self.check_blocks(&section.blocks, notes);
        section.sections.iter().for_each(|it| self.check_section(it, notes));
    }

    fn check_blocks(&self, blocks: &[Block], notes: &mut Vec<Diagnostic>) {
        for block in blocks {
            let Block::List(list) = block else { continue };
            list.items.iter().for_each(|it| self.words().check_braces(&it.attributes, notes));
        }
    }
}

/// The word of a field.
pub(super) fn visibility(word: Option<&Spanned<String>>) -> Visibility {
    Visibility::new(word.map(|it| it.value.clone()))
}

/// Notes every entry that is to be hidden and is not there: what is meant would be shown. What a
/// role inherits counts.
pub(super) fn check_entries(
    roles: &Arena<Role>,
    competencies: &Arena<Competency>,
    notes: &mut Vec<Diagnostic>,
) {
    for (_, role) in roles.iter() {
        for field in &role.body.visibility.fields {
            let Some(entry) = &field.entry else { continue };
            let known = entries(role, field.field, (roles, competencies));
            if !known.contains(&entry.as_str()) {
                let entry = Spanned::new(entry.clone(), field.span);
                notes.push(problem::nothing_to_hide(&entry, field.field, &known));
            }
        }
    }
}

fn entries<'a>(
    role: &'a Role,
    field: &str,
    (roles, competencies): (&'a Arena<Role>, &'a Arena<Competency>),
) -> Vec<&'a str> {
    let slugs = |all: &[Id<Role>]| all.iter().map(|it| roles[*it].slug.as_str()).collect();
    match field {
        "scope" => role.scope.iter().map(|it| it.key.as_str()).collect(),
        "requirements" => role.requirements.iter().map(|it| it.key.as_str()).collect(),
        "codes" => role.codes.iter().map(|it| it.key.as_str()).collect(),
        "manages" => slugs(&role.manages),
        "works_with" => slugs(&role.works_with),
        "transitions" => role.transitions.iter().map(|it| roles[it.to].slug.as_str()).collect(),
        _ => {
            let expected = role.expectations.iter().map(|it| it.competency);
            expected.map(|it| competencies[it].slug.as_str()).collect()
        }
    }
}
