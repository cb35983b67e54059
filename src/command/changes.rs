//! `rolebook changes`: what the work tree does to the ladder, against a revision that Git keeps.

use super::console::print;
use super::count::Count;
use super::request::Notation;
use super::{Console, Outcome, Source};
use crate::content::{self, Content};
use crate::diagnostic::{Checked, has_errors};
use crate::git::{Absent, Base, Repository};
use crate::pipeline::{Changes, Pipeline};
use crate::site::export::changes::{ChangesReport, Since, markdown, text};
use crate::site::export::json;
use anyhow::{anyhow, bail};
use std::path::Path;

pub(super) fn changes(
    source: &Source,
    console: Console,
    since: &str,
    notation: Notation,
) -> anyhow::Result<Outcome> {
    let now = content::read(&source.project, &source.out)?;
    let repository = repository(&source.project)?;
    let base = repository.base(since)?.map_err(|it| anyhow!(it))?;
    let before = before(&repository, &base)?;
    let Checked { value, diagnostics } =
        Pipeline::default().changes([&before, &now], &source.options);
    // A handbook with errors may lack what is asked for, or say something else than is meant.
    if has_errors(&diagnostics) {
        console.show(&diagnostics, &now)?;
        return Ok(Outcome::Problems);
    }
    let report = report(value, since, base, before.texts.is_empty());
    print(&match notation {
        Notation::Text => text(&report),
        Notation::Markdown => markdown(&report),
        Notation::Json => json(&report),
    })?;
    Ok(Outcome::Fine)
}

fn repository(project: &Path) -> anyhow::Result<Repository> {
    match Repository::around(project)? {
        Ok(it) => Ok(it),
        Err(Absent::Program) => bail!(
            "`rolebook changes` compares with what Git keeps, and the program `git` is not there: install it"
        ),
        Err(Absent::Repository) => bail!(
            "`{}` has no history that could be compared with: `git init` begins one, and `git commit` adds to it",
            project.display()
        ),
    }
}

/// The content as it was. Whatever of it cannot be read is left out.
fn before(repository: &Repository, base: &Base) -> anyhow::Result<Content> {
    let folder = repository.snapshot(&base.commit)?;
    content::read(folder.path(), &folder.path().join("public"))
}

fn report(changes: Changes, asked: &str, base: Base, was_empty: bool) -> ChangesReport {
    let Base { commit, is_fork, .. } = &base;
    let since = Since {
        revision: asked.to_owned(),
        commit: commit.id.clone(),
        short: commit.short.clone(),
        day: commit.day.clone(),
        subject: commit.subject.clone(),
        is_fork: *is_fork,
    };
    let remarks = remarks(&changes, asked, &base, was_empty);
    let Changes { sheet, edition, .. } = changes;
    ChangesReport { since, edition, remarks, changes: sheet }
}

/// What a reader should know who wonders about the comparison.
fn remarks(changes: &Changes, asked: &str, base: &Base, was_empty: bool) -> Vec<String> {
    let mut remarks = Vec::new();
    if base.is_unrelated {
        let why = match base.is_shallow {
            true => " in this shallow clone: `fetch-depth: 0` brings the whole history",
            false => "",
        };
        remarks.push(format!(
            "No commit is known that `{asked}` and the work go back to{why}; so what is in one and not in the other may be older than the work."
        ));
    }
    if was_empty {
        remarks.push("There was no handbook at that commit: everything is new.".to_owned());
    } else if changes.n_errors_before > 0 {
        remarks.push(format!(
            "At that commit the handbook had {}: what could not be understood then may be told as new.",
            Count::of(changes.n_errors_before, "error")
        ));
    }
    if !changes.has_edition_before {
        let edition = &changes.edition;
        remarks.push(format!(
            "At that commit there was no edition `{edition}`: it is compared with the public one."
        ));
    }
    remarks
}
