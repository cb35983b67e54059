//! Stage 3a: names become links. Declares everything, then connects it; whatever cannot be
//! resolved is noted and left out.

mod anchors;
mod arrange;
mod body;
mod families;
mod files;
mod front;
mod heading_names;
mod history;
mod html;
mod ids;
mod inherit;
mod known_anchors;
mod labels;
mod ledger;
mod links;
mod look;
mod lookalikes;
mod merge;
mod names;
mod page;
mod pictures;
mod problem;
mod prose;
mod role;
mod role_body;
mod sections;
mod settings;
mod targets;
mod vacancy;
mod visibility;

pub use labels::built_in as built_in_labels;
pub(super) use prose::of as prose_of;
pub(super) use targets::decoded;

use super::model::{Arena, Body, Handbook, Home, Role};
use crate::diagnostic::{Checked, Diagnostic, FileId};
use crate::document::kind::RoleFront;
use crate::document::{Document, FrontMatter, Kind};
use crate::git::{Changed, History};
use crate::picture::measure::Measured;
use heading_names::HeadingNames;
use names::Names;
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use settings::Frame;
use std::collections::BTreeMap;

/// The handbook that the documents mean. Documents are sorted by path; `assets` are
/// the files that are published as they are, by path; `git` is what Git knows of the documents.
pub fn resolve(
    documents: &[Document],
    assets: BTreeMap<String, Measured>,
    git: &History,
) -> Checked<Handbook> {
    let mut notes = Vec::new();
    let documents = &arrange::arrange(documents);
    let frame = settings::frame(documents, &assets, &mut notes);
    let of_root = notes.len();
    let names = Names::declare(documents, &frame, &mut notes);
    let changes = history::changes(documents, git, frame.settings.history);
    let headings = HeadingNames::new(&names.competencies, &names.roles);
    let resolver = Resolver { documents, frame: &frame, names: &names, headings: &headings };
    let value = resolver.handbook((assets, changes), &mut notes);
    let rest = notes.split_off(of_root);
    notes.extend(rest.into_iter().filter(|it| !frame.silenced.contains(&it.code)));
    Checked { value, diagnostics: notes }
}

/// What every document is resolved against.
#[derive(Clone, Copy)]
struct Resolver<'a> {
    documents: &'a [Document],
    frame: &'a Frame,
    names: &'a Names<'a>,
    headings: &'a HeadingNames,
}

impl Resolver<'_> {
    fn handbook(
        &self,
        (assets, changes): (BTreeMap<String, Measured>, BTreeMap<FileId, Changed>),
        notes: &mut Vec<Diagnostic>,
    ) -> Handbook {
        let frame = self.frame.clone();
        self.check_visibilities(notes);
        let mut handbook = Handbook {
            settings: frame.settings,
            scale: frame.scale,
            tracks: frame.tracks,
            levels: frame.levels,
            areas: frame.areas,
            families: self.families(notes),
            competencies: self.competencies(notes),
            roles: self.roles(notes),
            guides: self.guides(notes),
            terms: self.terms(),
            home: self.home(notes),
            section_titles: frame.sections.titles(),
            links: BTreeMap::new(),
            backlinks: BTreeMap::new(),
            paths: self.paths(),
            changes,
            assets,
            ledger: ledger::ledger(self.documents),
            gone: ledger::gone(self.documents),
        };
        visibility::check_entries(&handbook.roles, &handbook.competencies, notes);
        notes.extend(html::check(self.documents, handbook.settings.allows_html));
        let links = links::links(self.documents, self.names, &handbook).unpack(notes);
        handbook.backlinks = links::backlinks(&links, self.documents, self.names);
        handbook.links = links;
        handbook
    }

    fn roles(&self, notes: &mut Vec<Diagnostic>) -> Arena<Role> {
        let fronts = self.names.roles.documents().iter().map(|it| front::of_role(it));
        let written: Vec<_> = fronts.collect();
        let roles = self.names.roles.documents().par_iter().zip(&written).enumerate();
        let roles = roles.map(|(index, (document, front))| {
            let mut noted = Vec::new();
            let role = role::role(*self, (names::id_of(index), document), front, &mut noted);
            (role, noted)
        });
        let (roles, noted): (Vec<Role>, Vec<_>) = roles.unzip();
        notes.extend(noted.into_iter().flatten());
        vacancy::check_ids(&written, notes);
        if self.frame.levels.is_empty() {
            let documents = self.names.roles.documents().iter().zip(&written);
            let levelless = documents.filter(|(it, front)| !is_broken(it) && lacks_level(front));
            let levelless: Vec<&Document> = levelless.map(|(it, _)| *it).collect();
            notes.extend(problem::no_levels(&levelless));
        }
        let roles = inherit::inherit(roles, &written, &self.frame.sections, notes);
        let documents = self.names.roles.documents().iter().zip(roles.iter());
        for (document, (_, heir)) in documents.filter(|(_, (_, it))| it.extends.is_some()) {
            anchors::check_heir(&document.outline, &heir.body, heir.span.file, notes);
        }
        roles
    }

    fn home(&self, notes: &mut Vec<Diagnostic>) -> Home {
        let home = self.documents.iter().find(|it| it.place.kind == Kind::Home);
        home.map_or_else(Home::default, |it| Home {
            aliases: front::aliases(&front::of_page(it).aliases),
            body: self.free_body(it, notes),
            file: Some(it.span.file),
        })
    }

    /// The body of a document that has no recognised sections.
    fn free_body(&self, document: &Document, notes: &mut Vec<Diagnostic>) -> Body {
        let mut body = body::body(*self, (document, None), &mut |_, _| body::Recognised::free());
        anchors::check(&document.outline, &body, notes);
        anchors::settle(&mut body, document.span.file);
        body
    }

    fn paths(&self) -> BTreeMap<FileId, String> {
        self.documents.iter().map(|it| (it.span.file, it.path.to_string())).collect()
    }
}

fn is_broken(document: &Document) -> bool {
    document.front == FrontMatter::Broken
}

fn lacks_level(front: &RoleFront) -> bool {
    front.level.is_none() && !front.unread.contains(&"level")
}
