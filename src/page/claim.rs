//! Who claims which address: pages have theirs, and aliases are the author's.
//!
//! In: the handbook. Out: a complaint for every alias that is taken. Here and not among the rules,
//! since only this stage knows addresses.

use super::address::Address;
use super::places::Places;
use crate::diagnostic::{Diagnostic, Spanned, code};
use crate::handbook::model::{Handbook, Subject};
use std::collections::BTreeMap;

/// Everything that is wrong with the addresses of a handbook.
pub fn check(handbook: &Handbook) -> Vec<Diagnostic> {
    let mut claims = Claims::of_pages(handbook);
    aliases(handbook).into_iter().filter_map(|(subject, it)| claims.alias(subject, it)).collect()
}

struct Claims<'a> {
    places: Places<'a>,
    /// Who has a file of the site, by its path in lower case.
    taken: BTreeMap<String, Claim<'a>>,
}

#[derive(Clone, Copy)]
enum Claim<'a> {
    Page(Subject),
    /// A page that every handbook has.
    Fixed,
    Alias(&'a Spanned<String>),
}

impl<'a> Claims<'a> {
    fn of_pages(handbook: &'a Handbook) -> Claims<'a> {
        let places = Places { handbook, offline: false };
        let subjects = subjects(handbook).into_iter();
        let pages = subjects.map(|it| (places.address(it, None).file(), Claim::Page(it)));
        let fixed = [
            Address::comparisons(),
            Address::competencies(),
            Address::guides(),
            Address::glossary(),
            Address::index(),
            Address::search(),
            Address::missing(),
        ];
        let fixed = fixed.map(|it| (it.file(), Claim::Fixed)).into_iter();
        Claims {
            places,
            taken: fixed.chain(pages).map(|(it, who)| (it.to_lowercase(), who)).collect(),
        }
    }

    fn alias(&mut self, of: Subject, alias: &'a Spanned<String>) -> Option<Diagnostic> {
        let path = Address::alias(&alias.value).file().to_lowercase();
        let Some(first) = self.taken.get(&path) else {
            self.taken.insert(path, Claim::Alias(alias));
            return None;
        };
        let written = &alias.value;
        let note = |why: String| Diagnostic::new(code::DUPLICATE_ADDRESS, alias.span, why);
        Some(match first {
            Claim::Page(it) if *it == of => note(format!("`{written}` is this page's own address"))
                .help("remove the alias: the page is there already"),
            Claim::Page(it) => {
                note(format!("`{written}` is the address of {}", self.places.title(*it)))
                    .help("remove the alias: whoever follows it finds that page")
            }
            Claim::Fixed => note(format!("`{written}` is a page that every handbook has"))
                .help("remove the alias: whoever follows it finds that page"),
            Claim::Alias(first) => note(format!("two pages have the alias `{written}`"))
                .label(first.span, "the first")
                .help("an old address can lead to one page only: remove one of the two"),
        })
    }
}

fn subjects(handbook: &Handbook) -> Vec<Subject> {
    let mut subjects = vec![Subject::Home];
    subjects.extend(handbook.families.ids().map(Subject::Family));
    subjects.extend(handbook.roles.ids().map(Subject::Role));
    subjects.extend(handbook.competencies.ids().map(Subject::Competency));
    subjects.extend(handbook.guides.ids().map(Subject::Guide));
    subjects
}

/// Every alias, and whose it is.
pub(super) fn aliases(handbook: &Handbook) -> Vec<(Subject, &Spanned<String>)> {
    let of = |subject: &Subject| match *subject {
        Subject::Family(id) => handbook.families[id].aliases.as_slice(),
        Subject::Role(id) => &handbook.roles[id].aliases,
        Subject::Competency(id) => &handbook.competencies[id].aliases,
        Subject::Guide(id) => &handbook.guides[id].aliases,
        Subject::Home | Subject::Glossary | Subject::Term(_) => &[],
    };
    let subjects = subjects(handbook).into_iter();
    subjects.flat_map(|it| of(&it).iter().map(move |alias| (it, alias))).collect()
}
