//! How much an edition leaves out, as it was written: what is inherited counts once.

use crate::diagnostic::FileId;
use crate::handbook::model::{
    Block, Body, Edition, Handbook, Id, Role, Section, Statement, Visibility,
};
use std::collections::BTreeSet;
use std::fmt;

/// What an edition does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    pub pages: usize,
    pub terms: usize,
    /// Those that follow stand on pages that are shown.
    pub sections: usize,
    pub statements: usize,
    pub fields: usize,
    /// The documents of those pages.
    pub files: BTreeSet<FileId>,
    /// An edition that shows all of it, where there is one.
    pub shown_by: Option<String>,
}

impl LeftOut {
    pub fn is_nothing(&self) -> bool {
        let LeftOut { pages, terms, sections, statements, fields, files: _, shown_by: _ } = self;
        pages + terms + sections + statements + fields == 0
    }
}

impl LeftOut {
    /// How one speaks of it again.
    pub fn pronoun(&self) -> &'static str {
        let LeftOut { pages, terms, sections, statements, fields, .. } = self;
        if pages + terms + sections + statements + fields == 1 { "it" } else { "them" }
    }
}

/// `2 pages, 1 section and 5 statements`
impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counts = [
            (self.pages, "page"),
            (self.terms, "term"),
            (self.sections, "section"),
            (self.statements, "statement"),
            (self.fields, "field"),
        ];
        let counted = counts.iter().filter(|(n, _)| *n > 0);
        let counted: Vec<String> =
            counted.map(|(n, it)| format!("{n} {it}{}", if *n == 1 { "" } else { "s" })).collect();
        match counted.split_last() {
            Some((last, [])) => f.write_str(last),
            Some((last, rest)) => write!(f, "{} and {last}", rest.join(", ")),
            None => f.write_str("nothing"),
        }
    }
}

pub(super) fn left_out(handbook: &Handbook, edition: &Edition) -> LeftOut {
    let mut count = Count { edition, found: LeftOut::default(), words: Vec::new() };
    for (id, it) in handbook.roles.iter() {
        let family = &handbook.families[it.family].body.visibility.page;
        count.page(&it.body, (Some(id), Some(it.span.file)), family);
    }
    let everybody = Visibility::default();
    for (_, it) in handbook.competencies.iter() {
        let whose = (None, Some(it.span.file));
        if count.page(&it.body, whose, &everybody) {
            it.descriptors.iter().for_each(|it| count.section(&it.section, whose));
        }
    }
    let guides = handbook.guides.iter().map(|(_, it)| (&it.body, Some(it.span.file)));
    let families = handbook.families.iter().map(|(_, it)| (&it.body, Some(it.span.file)));
    for (body, file) in guides.chain(families).chain([(&handbook.home.body, None)]) {
        count.page(body, (None, file), &everybody);
    }
    for (_, it) in handbook.terms.iter() {
        count.found.terms += count.hidden(&it.visibility);
    }
    let Count { found, words, .. } = count;
    let all = Visibility::new(words);
    let shown_by = handbook.settings.editions.iter().find(|it| it.shows(&all));
    LeftOut { shown_by: shown_by.map(|it| it.slug.clone()), ..found }
}

/// The role whose text it is, and its document: a role shows what others say as well.
type Whose = (Option<Id<Role>>, Option<FileId>);

struct Count<'a> {
    edition: &'a Edition,
    found: LeftOut,
    /// What an edition must show to show it all.
    words: Vec<String>,
}

impl Count<'_> {
    /// 1 for what is hidden.
    fn hidden(&mut self, visibility: &Visibility) -> usize {
        let is_hidden = !self.edition.shows(visibility);
        if is_hidden {
            self.words.extend(visibility.words().iter().cloned());
        }
        usize::from(is_hidden)
    }

    /// Whether the page is shown.
    fn page(&mut self, body: &Body, whose: Whose, around: &Visibility) -> bool {
        let n_hidden = self.hidden(&body.visibility.page.within(around));
        self.found.pages += n_hidden;
        if n_hidden > 0 {
            self.found.files.extend(whose.1);
            return false;
        }
        for it in &body.visibility.fields {
            self.found.fields += self.hidden(&it.visibility);
        }
        self.blocks(&body.opening, whose);
        body.sections.iter().for_each(|it| self.section(it, whose));
        true
    }

    fn section(&mut self, section: &Section, whose: Whose) {
        let is_own = whose.1.is_none_or(|it| it == section.span.file);
        if is_own && self.hidden(&section.visibility) > 0 {
            self.found.sections += 1;
            return;
        }
        self.blocks(&section.blocks, whose);
        section.sections.iter().for_each(|it| self.section(it, whose));
    }

    fn blocks(&mut self, blocks: &[Block], whose: Whose) {
        let own = |it: &&Statement| it.stated_by == whose.0;
        for it in blocks.iter().flat_map(Block::statements).filter(own) {
            self.found.statements += self.hidden(&it.visibility);
        }
    }
}
