//! Front matter as texts, each by the field it stands in. Names no field by `..`: whoever adds one
//! is asked here for its words.

use crate::diagnostic::{Span, Spanned};
use crate::document::kind::{
    AliasFront, CompetencyFront, FactFront, PageFront, RoleFront, TermFront, VacancyFront,
};
use crate::document::{Document, FrontMatter};

/// A text of the front matter.
pub(super) struct Field<'a> {
    pub(super) name: &'static str,
    /// The key of the entry that it is, or belongs to.
    pub(super) entry: Option<&'a str>,
    pub(super) text: &'a str,
    pub(super) at: Span,
}

/// Every text of a document's front matter. The glossary's are those of its terms.
pub(super) fn of_document(document: &Document) -> Vec<Field<'_>> {
    let mut list = List(Vec::new());
    match &document.front {
        FrontMatter::Role(front) => list.role(front),
        FrontMatter::Competency(front) => list.competency(front),
        FrontMatter::Family(front) | FrontMatter::Guide(front) => list.page(front),
        FrontMatter::Handbook(_)
        | FrontMatter::Glossary(_)
        | FrontMatter::Ledger(_)
        | FrontMatter::Broken => {}
    }
    list.0
}

/// Every text of a term but for its definition.
pub(super) fn of_term(term: &TermFront) -> Vec<Field<'_>> {
    let TermFront { id, title, also, aliases, definition: _, visibility: _ } = term;
    let mut list = List(Vec::new());
    list.text("id", id);
    list.text("title", title);
    list.each(["also"], [also]);
    list.aliases(aliases);
    list.0
}

const SINGLE: [&str; 8] =
    ["title", "summary", "family", "track", "level", "extends", "reports_to", "owner"];
const DAYS: [&str; 2] = ["effective_from", "last_reviewed_on"];
const LISTS: [&str; 3] = ["also_known_as", "formerly", "omits"];
const FACTS: [&str; 3] = ["scope", "requirements", "codes"];

struct List<'a>(Vec<Field<'a>>);

impl<'a> List<'a> {
    fn role(&mut self, front: &'a RoleFront) {
        let RoleFront {
            title,
            summary,
            also_known_as,
            formerly,
            aliases,
            family,
            track,
            level,
            extends,
            omits,
            reports_to,
            manages,
            works_with,
            scope,
            expects,
            transitions,
            requirements,
            codes,
            vacancies,
            visibility: _,
            status: _,
            effective_from,
            owner,
            last_reviewed_on,
            unread: _,
        } = front;
        let single = [title, summary, family, track, level, extends, reports_to, owner];
        self.each(SINGLE, single);
        self.each(DAYS, [effective_from, last_reviewed_on]);
        self.each(LISTS, [also_known_as, formerly, omits]);
        manages.iter().for_each(|it| self.entry("manages", it, it));
        works_with.iter().for_each(|it| self.entry("works_with", it, it));
        self.facts(FACTS, [scope, requirements, codes]);
        self.aliases(aliases);
        expects.iter().for_each(|it| self.entry("expects", &it.competency, &it.competency));
        transitions.iter().for_each(|it| self.entry("transitions", &it.to, &it.to));
        vacancies.iter().for_each(|it| self.vacancy(it));
    }

    fn competency(&mut self, front: &'a CompetencyFront) {
        let CompetencyFront { title, summary, also_known_as, aliases, area, visibility: _ } = front;
        self.each(["title", "summary", "area"], [title, summary, area]);
        self.each(["also_known_as"], [also_known_as]);
        self.aliases(aliases);
    }

    fn page(&mut self, front: &'a PageFront) {
        let PageFront { title, summary, aliases, visibility: _ } = front;
        self.each(["title", "summary"], [title, summary]);
        self.aliases(aliases);
    }

    fn vacancy(&mut self, front: &'a VacancyFront) {
        let VacancyFront {
            id,
            title,
            url,
            date_posted,
            valid_through,
            location,
            country,
            remote,
            // Words of a list and amounts: all shorter than what can be looked for.
            employment: _,
            salary: _,
            span: _,
        } = front;
        self.text("vacancies", url);
        let single = [id, title, date_posted, valid_through, location, country];
        for it in single.into_iter().flatten().chain(remote) {
            self.text("vacancies", it);
        }
    }

    fn aliases(&mut self, aliases: &'a [AliasFront]) {
        for AliasFront { from, to } in aliases {
            self.text("aliases", from);
            to.iter().for_each(|it| self.text("aliases", it));
        }
    }

    /// The key of a fact is shown as its title.
    fn facts(&mut self, names: [&'static str; 3], facts: [&'a Vec<FactFront>; 3]) {
        for (name, facts) in names.into_iter().zip(facts) {
            for FactFront { key, value } in facts {
                self.entry(name, key, key);
                self.entry(name, key, value);
            }
        }
    }

    /// Fields of one kind, each under its name.
    fn each<T, const N: usize>(&mut self, names: [&'static str; N], fields: [T; N])
    where
        T: IntoIterator<Item = &'a Spanned<String>>,
    {
        for (name, field) in names.into_iter().zip(fields) {
            field.into_iter().for_each(|it| self.text(name, it));
        }
    }

    fn text(&mut self, name: &'static str, text: &'a Spanned<String>) {
        self.0.push(Field { name, entry: None, text: &text.value, at: text.span });
    }

    fn entry(&mut self, name: &'static str, key: &'a Spanned<String>, text: &'a Spanned<String>) {
        let entry = Some(key.value.as_str());
        self.0.push(Field { name, entry, text: &text.value, at: text.span });
    }
}
