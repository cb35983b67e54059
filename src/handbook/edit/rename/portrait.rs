//! What a handbook says, sentence by sentence: to tell whether it says the same under another name.

use super::Renaming;
use crate::content::RelPath;
use crate::diagnostic::FileId;
use crate::document::Document;
use crate::handbook::edit::anchors::anchored;
use crate::handbook::model::{Handbook, Id, Role, Section, Subject, Target, Topic};
use crate::handbook::resolve::prose_of;
use crate::markdown::Prose;
use std::collections::BTreeSet;

/// The first thing that the handbook says before a renaming and not afterwards, new names apart.
pub fn difference(
    renaming: &Renaming,
    before: (&[Document], &Handbook),
    after: (&[Document], &Handbook),
) -> Option<String> {
    let before = Portrait { renaming: Some(renaming), handbook: before.1 }.sentences(before.0);
    let after = Portrait { renaming: None, handbook: after.1 }.sentences(after.0);
    let said: BTreeSet<&String> = after.iter().collect();
    before.iter().find(|it| !said.contains(it)).cloned()
}

struct Portrait<'a> {
    /// What has not got its new name yet.
    renaming: Option<&'a Renaming>,
    handbook: &'a Handbook,
}

impl Portrait<'_> {
    fn sentences(&self, documents: &[Document]) -> Vec<String> {
        let roles = self.handbook.roles.ids();
        let mut found: Vec<String> = roles.flat_map(|it| self.of_role(it)).collect();
        found.extend(documents.iter().flat_map(|it| self.of_links(it)));
        found.extend(anchored(self.handbook).iter().map(|it| {
            let page = self.path(it.page);
            format!("the page of `{page}` has a place `#{}`", it.anchor)
        }));
        found
    }

    fn of_role(&self, id: Id<Role>) -> Vec<String> {
        let (role, name) = (&self.handbook.roles[id], self.role(id));
        let family = self.name(Subject::Family(role.family));
        let level = role.level.map_or("none", |it| &self.handbook.levels[it].slug);
        let track = role.track.map_or("none", |it| &self.handbook.tracks[it].slug);
        let mut found = vec![
            format!("{name} is called {}", role.title),
            format!("{name} stands in {family}, on the track `{track}` at the level `{level}`"),
        ];
        let mut refers = |how: &str, to: Id<Role>| {
            found.push(format!("{name} {how} {}", self.role(to)));
        };
        role.extends.iter().for_each(|it| refers("extends", *it));
        role.reports_to.iter().for_each(|it| refers("reports to", *it));
        role.manages.iter().for_each(|it| refers("manages", *it));
        role.works_with.iter().for_each(|it| refers("works with", *it));
        role.transitions.iter().for_each(|it| refers("leads on to", it.to));
        found.extend(role.body.all_sections().iter().map(|it| self.of_section(&name, it)));
        found
    }

    fn of_section(&self, role: &str, section: &Section) -> String {
        let topic = match &section.topic {
            Topic::Known(key) => format!("`{key}`"),
            Topic::Competency(it) => self.name(Subject::Competency(*it)),
            Topic::Role(it) => self.role(*it),
            Topic::Free => "nothing known".to_owned(),
        };
        format!("the heading `{}` of {role} is about {topic}", section.title)
    }

    fn of_links(&self, document: &Document) -> Vec<String> {
        let (file, path) = (document.span.file, self.path(document.span.file));
        let links = prose_of(document).into_iter().flat_map(Prose::links).enumerate();
        let sentences = links.map(|(index, link)| {
            let target = self.handbook.links.get(&(file, link.target.clone()));
            let number = index + 1;
            format!("link {number} of `{path}` leads to {}", self.target(target))
        });
        sentences.collect()
    }

    fn target(&self, target: Option<&Target>) -> String {
        match target {
            Some(Target::Subject { subject, anchor }) => {
                let anchor = anchor.as_deref().map_or_else(String::new, |it| self.anchor(it));
                format!("{}{anchor}", self.name(*subject))
            }
            Some(Target::Asset(path)) => self.moved(path),
            Some(Target::Elsewhere) => "another site".to_owned(),
            // Before any edition has its way nothing is hidden.
            Some(Target::Nowhere | Target::Hidden) | None => "nothing".to_owned(),
        }
    }

    fn anchor(&self, anchor: &str) -> String {
        let cell = self.renaming.and_then(|it| {
            let rest = anchor.strip_prefix(&it.role().old)?.strip_prefix("--")?;
            Some(format!("#{}--{rest}", it.role().new))
        });
        cell.unwrap_or_else(|| format!("#{anchor}"))
    }

    fn role(&self, id: Id<Role>) -> String {
        self.name(Subject::Role(id))
    }

    fn name(&self, subject: Subject) -> String {
        let slug = match subject {
            Subject::Home => "the front page",
            Subject::Glossary => "the glossary",
            Subject::Family(id) => &self.handbook.families[id].slug,
            Subject::Role(id) => &self.handbook.roles[id].slug,
            Subject::Competency(id) => &self.handbook.competencies[id].slug,
            Subject::Guide(id) => &self.handbook.guides[id].slug,
            Subject::Term(id) => &self.handbook.terms[id].slug,
        };
        let renamed = self.renaming.and_then(|it| it.of(subject));
        format!("`{}`", renamed.map_or(slug, |it| &it.new))
    }

    fn path(&self, file: FileId) -> String {
        self.moved(self.handbook.paths.get(&file).map_or("", String::as_str))
    }

    fn moved(&self, path: &str) -> String {
        match (self.renaming, RelPath::new(path)) {
            (Some(it), Some(path)) => it.moved.moved(&path).to_string(),
            _ => path.to_owned(),
        }
    }
}
