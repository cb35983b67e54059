//! Every message of this step.

use super::selection::Selection;
use crate::diagnostic::{Diagnostic, code};
use crate::handbook::model::{Id, Role};
use crate::markdown::Link;

/// A link would show a title that the edition hides.
pub(super) fn hidden_link(link: &Link, edition: &str) -> Diagnostic {
    let message = format!("the {edition} edition hides what `[[{}]]` would name", link.target);
    Diagnostic::new(code::HIDDEN_LINK, link.span, message).help(format!(
        "write `[[{}|words of your own]]`: the words stay, the link goes; or hide the text around it",
        link.target
    ))
}

/// A warning for each role that is shown and inherits from one that is not.
pub(super) fn hidden_bases(selection: &Selection<'_>) -> Vec<Diagnostic> {
    let roles = selection.whole.roles.iter().filter(|(id, _)| selection.kept.roles.has(*id));
    roles.filter_map(|(id, it)| hidden_base(selection, (id, it))).collect()
}

fn hidden_base(selection: &Selection<'_>, (id, role): (Id<Role>, &Role)) -> Option<Diagnostic> {
    let statements = role.body.statements().filter_map(|it| it.stated_by);
    let facts = role.scope.iter().chain(&role.requirements).map(|it| it.stated_by);
    let expectations = role.expectations.iter().map(|it| it.stated_by);
    let bases: Vec<Id<Role>> = statements.chain(facts).chain(expectations).collect();
    let hidden = |it: &&Id<Role>| **it != id && !selection.kept.roles.has(**it);
    let n_hidden = bases.iter().filter(hidden).count();
    let base = &selection.whole.roles[*bases.iter().find(hidden)?];
    let edition = &selection.edition.slug;
    let message =
        format!("{} inherits from {}, which the {edition} edition hides", role.title, base.title);
    let lines = match n_hidden {
        1 => "one line that it inherits is".to_owned(),
        n => format!("{n} lines that it inherits are"),
    };
    Some(Diagnostic::new(code::HIDDEN_BASE, role.span, message).label(base.span, "hidden").help(
        format!("{lines} left out here as well: write again what everybody may read, or show the role that says so"),
    ))
}
