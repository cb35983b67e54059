//! Where links lead once something is left out, who still mentions what, and which files are still
//! asked for.

use super::problem;
use super::selection::Selection;
use crate::diagnostic::{Checked, FileId};
use crate::handbook::model::{
    Arena, Backlinks, Block, Body, Competency, Family, Guide, Heading, Links, Role, Section,
    Subject, Target, Term,
};
use crate::markdown::{Link, Prose};
use crate::picture::measure::Measured;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that has text.
pub(super) struct Said {
    pub(super) families: Arena<Family>,
    pub(super) competencies: Arena<Competency>,
    pub(super) roles: Arena<Role>,
    pub(super) guides: Arena<Guide>,
    pub(super) terms: Arena<Term>,
    pub(super) home: Body,
}

/// A text, whose it is, and the document of its owner.
struct Text<'a> {
    of: Subject,
    file: Option<FileId>,
    prose: &'a Prose,
}

impl Text<'_> {
    /// The links that were written here. What is inherited was written elsewhere.
    fn own_links(&self) -> impl Iterator<Item = &Link> {
        let links = self.prose.links().iter();
        links.filter(|it| self.file.is_none_or(|file| it.span.file == file))
    }
}

/// The places that a page had and has no more, by what the page was about.
pub(super) struct Anchors(BTreeMap<Subject, BTreeSet<String>>);

impl Anchors {
    pub(super) fn new(selection: &Selection<'_>, said: &Said) -> Anchors {
        let whole = selection.whole;
        let all = Said {
            families: whole.families.clone(),
            competencies: whole.competencies.clone(),
            roles: whole.roles.clone(),
            guides: whole.guides.clone(),
            terms: whole.terms.clone(),
            home: whole.home.body.clone(),
        };
        let allows_html = whole.settings.allows_html;
        let (before, after) = (places(&all, allows_html), places(said, allows_html));
        let none = BTreeSet::new();
        let gone = before.into_iter().map(|(subject, places)| {
            let left = selection.subject(subject).and_then(|it| after.get(&it)).unwrap_or(&none);
            (subject, places.difference(left).cloned().collect())
        });
        Anchors(gone.collect())
    }

    fn is_gone(&self, subject: Subject, anchor: &str) -> bool {
        self.0.get(&subject).is_some_and(|it| it.contains(anchor))
    }
}

/// The links of all that is left. One that would name something hidden is noted.
pub(super) fn links(selection: &Selection<'_>, said: &Said, anchors: &Anchors) -> Checked<Links> {
    let (mut links, mut diagnostics) = (Links::new(), Vec::new());
    for text in texts(said) {
        for link in text.own_links() {
            let key = (link.span.file, link.target.clone());
            let Some(target) = selection.whole.links.get(&key) else { continue };
            let target = remaining(selection, target, anchors);
            if target == Target::Hidden && link.bare {
                diagnostics.push(problem::hidden_link(link, &selection.edition.slug));
            }
            links.insert(key, target);
        }
    }
    Checked { value: links, diagnostics }
}

fn remaining(selection: &Selection<'_>, target: &Target, anchors: &Anchors) -> Target {
    let Target::Subject { subject, anchor } = target else { return target.clone() };
    let is_gone = anchor.as_ref().is_some_and(|it| anchors.is_gone(*subject, it));
    match selection.subject(*subject).filter(|_| !is_gone) {
        Some(subject) => Target::Subject { subject, anchor: anchor.clone() },
        None => Target::Hidden,
    }
}

pub(super) fn backlinks(said: &Said, links: &Links) -> Backlinks {
    let mut found: BTreeMap<Subject, BTreeSet<Subject>> = BTreeMap::new();
    for text in texts(said) {
        for link in text.own_links() {
            let target = links.get(&(link.span.file, link.target.clone()));
            let Some(Target::Subject { subject, .. }) = target else { continue };
            if *subject != text.of {
                found.entry(*subject).or_default().insert(text.of);
            }
        }
    }
    found.into_iter().map(|(subject, from)| (subject, from.into_iter().collect())).collect()
}

/// A file goes with the last text that asked for it. One that nobody ever asked for goes with the
/// page that speaks for its folder. The handbook's logo stands on every page.
pub(super) fn assets(selection: &Selection<'_>, links: &Links) -> BTreeMap<String, Measured> {
    let whole = selection.whole;
    let (asked, still_asked) = (files(&whole.links), files(links));
    let paths = whole.paths.iter().filter(|(file, _)| selection.hidden.contains(file));
    let folders: Vec<String> = paths.filter_map(|(_, path)| folder_of_index(path)).collect();
    let of_look: BTreeSet<&str> = whole.settings.look.files().collect();
    let is_left = |path: &str| match asked.contains(path) {
        _ if of_look.contains(path) => true,
        true => still_asked.contains(path),
        false => !folders.iter().any(|it| path.starts_with(it)),
    };
    let left = whole.assets.iter().filter(|(path, _)| is_left(path));
    left.map(|(path, it)| (path.clone(), *it)).collect()
}

fn files(links: &Links) -> BTreeSet<&str> {
    let mut files = BTreeSet::new();
    for target in links.values() {
        if let Target::Asset(path) = target {
            files.insert(path.as_str());
        }
    }
    files
}

/// The folder that a page speaks for, with a slash at its end.
fn folder_of_index(path: &str) -> Option<String> {
    let (folder, name) = path.rsplit_once('/')?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_lowercase();
    matches!(stem.as_str(), "readme" | "index" | "_index").then(|| format!("{folder}/"))
}

/// Every place that a link may have named, by what its page is about.
fn places(said: &Said, allows_html: bool) -> BTreeMap<Subject, BTreeSet<String>> {
    let mut found: BTreeMap<Subject, BTreeSet<String>> = BTreeMap::new();
    for text in texts(said) {
        let anchors = text.prose.anchors(allows_html).map(str::to_owned);
        found.entry(text.of).or_default().extend(anchors);
    }
    for (subject, body, steps) in bodies(said) {
        let found = found.entry(subject).or_default();
        let steps = steps.iter().flat_map(|it| it.statements()).map(|it| it.id.clone());
        found.extend(body.statements().map(|it| it.id.clone()).chain(steps));
        found.extend(body.all_sections().into_iter().map(|it| it.anchor.clone()));
    }
    for (_, role) in said.roles.iter() {
        let slug = |id| &said.competencies[id].slug;
        let cells = role.expectations.iter().map(|it| slug(it.competency));
        let cells = cells.map(|it| format!("{}--{it}", role.slug));
        found.entry(Subject::Family(role.family)).or_default().extend(cells);
    }
    let terms = said.terms.iter().map(|(_, it)| it.slug.clone());
    found.entry(Subject::Glossary).or_default().extend(terms);
    found
}

/// Every document with its text, and the sections that describe steps.
fn bodies(said: &Said) -> Vec<(Subject, &Body, Vec<&Section>)> {
    let plain = |subject, body| (subject, body, Vec::new());
    let mut found = vec![plain(Subject::Home, &said.home)];
    found.extend(said.families.iter().map(|(id, it)| plain(Subject::Family(id), &it.body)));
    found.extend(said.roles.iter().map(|(id, it)| plain(Subject::Role(id), &it.body)));
    found.extend(said.competencies.iter().map(|(id, it)| {
        let steps = it.descriptors.iter().map(|it| &it.section).collect();
        (Subject::Competency(id), &it.body, steps)
    }));
    found.extend(said.guides.iter().map(|(id, it)| plain(Subject::Guide(id), &it.body)));
    found
}

fn file_of(said: &Said, subject: Subject) -> Option<FileId> {
    let span = match subject {
        Subject::Family(id) => said.families[id].span,
        Subject::Role(id) => said.roles[id].span,
        Subject::Competency(id) => said.competencies[id].span,
        Subject::Guide(id) => said.guides[id].span,
        Subject::Term(id) => said.terms[id].span,
        Subject::Home | Subject::Glossary => return None,
    };
    Some(span.file)
}

fn texts(said: &Said) -> Vec<Text<'_>> {
    let mut found = Vec::new();
    for (of, body, steps) in bodies(said) {
        let mut proses = Vec::new();
        body.opening.iter().for_each(|it| collect_block(it, &mut proses));
        let sections = body.sections.iter().chain(steps);
        sections.for_each(|it| collect_section(it, &mut proses));
        proses.extend(&body.footnotes);
        let file = file_of(said, of);
        found.extend(proses.into_iter().map(|prose| Text { of, file, prose }));
    }
    let terms = said.terms.iter();
    let definition = |it| Text { of: Subject::Glossary, file: None, prose: it };
    found.extend(terms.map(|(_, it)| definition(&it.definition)));
    found
}

fn collect_section<'a>(section: &'a Section, found: &mut Vec<&'a Prose>) {
    if let Heading::Written(heading) = &section.heading {
        found.push(heading);
    }
    section.blocks.iter().for_each(|it| collect_block(it, found));
    section.sections.iter().for_each(|it| collect_section(it, found));
}

fn collect_block<'a>(block: &'a Block, found: &mut Vec<&'a Prose>) {
    match block {
        Block::Prose(it) => found.push(it),
        Block::Statements(list) => found.extend(list.items.iter().map(|it| &it.prose)),
    }
}
