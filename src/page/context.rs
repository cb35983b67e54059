//! What every page is composed from: the handbook, and answers worked out once for all pages.

use super::address::{Address, encoded, value};
use super::addresses::Addresses;
use super::changed::ChangeView;
use super::former::Former;
use super::frame::Frame;
use super::moved::{MovedPlace, moved_places};
use super::pairs::{Pairs, equivalents};
use super::places::Places;
use super::preview::Preview;
use super::publication::{Part, Publication};
use super::view::{Link, Mark, StepView};
use crate::diagnostic::FileId;
use crate::handbook::model::{
    Competency, Handbook, Id, Ladders, Proficiency, Repository, Role, Section, StepChange, Subject,
    Topic,
};
use crate::labels::Labels;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is known of the document that a page comes from.
#[derive(Default)]
pub(super) struct Source {
    pub(super) edit_url: Option<String>,
    pub(super) propose_url: Option<String>,
    pub(super) changed: Option<ChangeView>,
}

pub(super) struct Context<'a> {
    pub(super) handbook: &'a Handbook,
    pub(super) publication: &'a Publication,
    /// What pages say in words of their own.
    pub(super) labels: &'a Labels,
    pub(super) places: Places<'a>,
    pub(super) addresses: &'a Addresses,
    pub(super) ladders: &'a Ladders,
    pub(super) pairs: &'a Pairs,
    pub(super) frame: Arc<Frame>,
    /// The picture of every page that has none of its own.
    pub(super) preview: Option<Arc<Preview>>,
    additions: BTreeMap<(Id<Role>, Id<Competency>), &'a Section>,
    /// The places that have left pages, by the page's key.
    moved: BTreeMap<String, Vec<MovedPlace>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        handbook: &'a Handbook,
        publication: &'a Publication,
        addresses: &'a Addresses,
    ) -> Context<'a> {
        let places = Places { handbook, offline: publication.offline };
        Context {
            handbook,
            publication,
            labels: &handbook.settings.labels,
            places,
            addresses,
            ladders: &addresses.ladders,
            pairs: &addresses.pairs,
            preview: Preview::of_handbook(publication.preview_url(), handbook),
            frame: Arc::new(Frame::new(places, publication)),
            additions: additions(handbook),
            moved: moved_places(places, addresses),
        }
    }

    /// The places that were on the page at `address` once.
    pub(super) fn moved_from(&self, address: &Address) -> Vec<MovedPlace> {
        // Few handbooks have any, and every page asks.
        if self.moved.is_empty() {
            return Vec::new();
        }
        self.moved.get(&address.key()).cloned().unwrap_or_default()
    }

    /// The anchors that were on the page at `address` once and lead to places on it unseen.
    pub(super) fn former(&self, address: &Address) -> Former<'a> {
        Former::new(self.addresses.former.get(&address.key()))
    }

    pub(super) fn role(&self, role: Id<Role>) -> &'a Role {
        &self.handbook.roles[role]
    }

    /// The level's name; empty outside the ladder.
    pub(super) fn level(&self, role: Id<Role>) -> &'a str {
        self.role(role).level.map_or("", |it| &self.handbook.levels[it].title)
    }

    pub(super) fn equivalents(&self, role: Id<Role>) -> Vec<Id<Role>> {
        equivalents(self.handbook, self.ladders, role)
    }

    /// What a role adds to a competency, in a section of its own.
    pub(super) fn addition(&self, role: Id<Role>, to: Id<Competency>) -> Option<&'a Section> {
        self.additions.get(&(role, to)).copied()
    }

    pub(super) fn asked(&self, role: Id<Role>, of: Id<Competency>) -> Option<Proficiency> {
        self.role(role).expectation(of).map(|it| it.proficiency)
    }

    /// An expectation against that of the rung below.
    pub(super) fn mark(&self, role: Id<Role>, competency: Id<Competency>) -> Mark {
        let Some(below) = self.ladders.below(role) else { return Mark::None };
        let (from, to) = (self.asked(below, competency), self.asked(role, competency));
        match (from, to) {
            (None, None) => Mark::None,
            _ => StepChange { competency, from, to }.shift().into(),
        }
    }

    pub(super) fn step(&self, proficiency: Proficiency) -> StepView {
        let step = self.handbook.scale.step(proficiency);
        StepView {
            number: proficiency.number(),
            of: self.handbook.scale.n_steps(),
            name: step.title.clone(),
            key: step.slug.clone(),
        }
    }

    pub(super) fn mentioned_by(&self, subject: Subject) -> Vec<Link> {
        let found = self.handbook.backlinks.get(&subject);
        found.into_iter().flatten().map(|it| self.places.link(*it)).collect()
    }

    /// What changes from one role to another, where the site compares any.
    pub(super) fn compare(&self, from: Id<Role>, to: Id<Role>) -> Option<Link> {
        self.publication.has(Part::Compare).then(|| self.places.compare(from, to))
    }

    /// What is known of the document that the page at `address` comes from.
    pub(super) fn source(&self, file: FileId, address: &Address) -> Source {
        let repository = self.handbook.settings.repository.as_ref();
        let path = self.handbook.paths.get(&file);
        let changed = self.handbook.changes.get(&file);
        Source {
            edit_url: repository.zip(path).map(|(it, path)| edit_url(it, path)),
            propose_url: repository.and_then(|it| propose_url(it, address)),
            changed: changed.map(|it| ChangeView::new(self.labels, it)),
        }
    }
}

fn additions(handbook: &Handbook) -> BTreeMap<(Id<Role>, Id<Competency>), &Section> {
    let mut found = BTreeMap::new();
    for (role, it) in handbook.roles.iter() {
        for section in it.body.all_sections() {
            if let Topic::Competency(competency) = section.topic {
                found.entry((role, competency)).or_insert(section);
            }
        }
    }
    found
}

/// Where an issue about a page is opened, on hosts that are known to take a title along: its address,
/// which names one page whatever others are called.
fn propose_url(repository: &Repository, address: &Address) -> Option<String> {
    let (url, title) = (bare(&repository.url), value(&format!("/{}", address.as_str())));
    match host(url) {
        it if it.contains("github") => Some(format!("{url}/issues/new?title={title}")),
        it if it.contains("gitlab") => Some(format!("{url}/-/issues/new?issue%5Btitle%5D={title}")),
        _ => None,
    }
}

fn bare(url: &str) -> &str {
    url.trim_end_matches('/').trim_end_matches(".git")
}

fn host(url: &str) -> &str {
    let behind_scheme = url.split_once("://").map_or(url, |(_, rest)| rest);
    behind_scheme.split('/').next().unwrap_or_default()
}

fn edit_url(repository: &Repository, path: &str) -> String {
    let Repository { url, branch, path: folder } = repository;
    let url = bare(url);
    let edit = if host(url).contains("gitlab") { "-/edit" } else { "edit" };
    let parts = [branch.as_str(), folder, path];
    let path: Vec<_> = parts.into_iter().filter(|it| !it.is_empty()).map(encoded).collect();
    format!("{url}/{edit}/{}", path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::{Address, Repository, edit_url, propose_url};

    #[test]
    fn documents_are_edited_where_they_are_kept() {
        let mut repository = Repository {
            url: "https://github.com/northwind/handbook/".to_owned(),
            branch: "main".to_owned(),
            path: "content".to_owned(),
        };
        let url = edit_url(&repository, "roles/a b.md");
        assert_eq!(url, "https://github.com/northwind/handbook/edit/main/content/roles/a%20b.md");
        repository.path.clear();
        repository.url = "https://gitlab.com/northwind/handbook.git".to_owned();
        let url = edit_url(&repository, "a.md");
        assert_eq!(url, "https://gitlab.com/northwind/handbook/-/edit/main/a.md");
    }

    #[test]
    fn a_change_is_proposed_where_issues_are_opened() {
        let proposed = |url: &str| {
            let repository =
                Repository { url: url.to_owned(), branch: "main".to_owned(), path: String::new() };
            propose_url(&repository, &Address::role("r&d lead")).unwrap_or_default()
        };
        assert_eq!(
            proposed("https://github.com/a/b.git"),
            "https://github.com/a/b/issues/new?title=/roles/r%26d%20lead/"
        );
        assert_eq!(
            proposed("https://gitlab.example.org/a/github/"),
            "https://gitlab.example.org/a/github/-/issues/new?issue%5Btitle%5D=/roles/r%26d%20lead/"
        );
        assert_eq!(proposed("https://codeberg.org/github/gitlab"), "");
    }
}
