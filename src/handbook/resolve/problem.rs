//! Every message of this step.

pub(super) mod labels;
mod look;
mod name;
mod picture;
mod untrusted;
mod visibility;

pub(super) use look::{no_picture, no_such_picture};
pub(super) use name::{
    LONGEST_ID, bad_id, bad_name, looks_alike, mixed_scripts, of_windows, outside, unusable_id,
    unusable_name,
};
pub(super) use picture::{broken_image, remote_image};
pub(super) use untrusted::{raw_html, unsafe_link};
pub(super) use visibility::{nothing_to_hide, unknown_class, unknown_visibility};

use crate::content::RelPath;
use crate::diagnostic::suggest::{List, closest, did_you_mean};
use crate::diagnostic::{Diagnostic, Span, Spanned, code};
use crate::document::{Document, Kind};
use crate::handbook::model::{Arena, Scale, Track};
use crate::markdown::{Heading, Link, LinkKind, slug};
use std::collections::BTreeSet;

pub(super) fn no_handbook(at: Span) -> Diagnostic {
    Diagnostic::new(code::NO_HANDBOOK, at, "there is no `handbook.yml`")
        .help("with one the handbook gets its title, its levels and its address; `rolebook new DIR --from FOLDER` makes one with these files")
}

pub(super) fn duplicate_id(document: &Document, first: &Document) -> Diagnostic {
    let what = match document.place.kind {
        Kind::Role => "roles",
        Kind::Competency => "competencies",
        Kind::Family => "families",
        _ => "guides",
    };
    let id = &document.place.id;
    let message =
        format!("two {what} have the id `{id}`: `{}` and `{}`", first.path, document.path);
    Diagnostic::new(code::DUPLICATE_ID, document.span, message)
        .label(first.span, "the first")
        .help("rename one of the files: the name is the id, whatever the folder and the case")
}

pub(super) fn repeated_id(id: &Spanned<String>, first: Span, what: &str) -> Diagnostic {
    let message = format!("two {what} have the id `{}`", id.value);
    Diagnostic::new(code::DUPLICATE_ID, id.span, message)
        .label(first, "the first")
        .help("give one of them another id; case makes no difference")
}

pub(super) fn repeated_level(id: &Spanned<String>, first: Span) -> Diagnostic {
    repeated_id(id, first, "levels")
}

pub(super) fn duplicate_anchor(anchor: &str, at: Span, first: Span) -> Diagnostic {
    Diagnostic::new(code::DUPLICATE_ANCHOR, at, format!("the anchor `{anchor}` stands twice"))
        .label(first, "the first")
        .help("give one of the two another id after `#`; a section's key is an anchor too")
}

pub(super) fn inherited_anchor(anchor: &str, at: Span, section: Span) -> Diagnostic {
    let message = format!("the anchor `{anchor}` is that of a section which the role inherits");
    Diagnostic::new(code::DUPLICATE_ANCHOR, at, message)
        .label(section, "this section")
        .help("give this another id after `#`; a section's key is its anchor on every page")
}

fn unknown<'a>(
    code: code::Code,
    what: &str,
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let otherwise = match code {
        code::UNKNOWN_COMPETENCY => format!("write `competencies/{}.md`", slug(&name.value)),
        code::UNKNOWN_ROLE => "there is no other role yet".to_owned(),
        _ => format!("there is no {what} yet"),
    };
    let help = did_you_mean(&name.value, known, &otherwise);
    Diagnostic::new(code, name.span, format!("unknown {what} `{}`", name.value)).help(help)
}

pub(super) fn unknown_role<'a>(
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    unknown(code::UNKNOWN_ROLE, "role", name, known)
}

pub(super) fn unknown_competency<'a>(
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    unknown(code::UNKNOWN_COMPETENCY, "competency", name, known)
}

pub(super) fn unknown_family<'a>(
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    unknown(code::UNKNOWN_FAMILY, "family", name, known)
}

pub(super) fn unknown_area<'a>(
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let mut note = unknown(code::UNKNOWN_AREA, "area", name, known);
    if note.help.as_deref() == Some("there is no area yet") {
        note.help =
            Some(format!("add `areas: {{ {}: {{ title: … }} }}` to `handbook.yml`", name.value));
    }
    note
}

pub(super) fn unknown_level<'a>(
    name: &Spanned<String>,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let mut note = unknown(code::UNKNOWN_LEVEL, "level", name, known);
    if note.help.as_deref() == Some("there is no level yet") {
        note.help = Some(format!(
            "add a row `- {{ track: {} }}` to `levels` in `handbook.yml`",
            name.value
        ));
    }
    note
}

pub(super) fn unknown_track(name: &Spanned<String>, tracks: &Arena<Track>) -> Diagnostic {
    unknown(code::UNKNOWN_TRACK, "track", name, tracks.iter().map(|(_, it)| it.slug.as_str()))
}

pub(super) fn unknown_step(name: &Spanned<String>, scale: &Scale) -> Diagnostic {
    let steps = scale.steps().map(|(_, it)| it.slug.as_str());
    unknown(code::UNKNOWN_STEP, "step", name, steps)
}

pub(super) fn level_of_other_track(name: &Spanned<String>, level: &str, track: &str) -> Diagnostic {
    let message = format!("the level `{level}` is on the track `{track}`, not on `{}`", name.value);
    Diagnostic::new(code::UNKNOWN_LEVEL, name.span, message)
        .help("name the level's own track, or remove `track`: the level tells it")
}

pub(super) fn missing_level<'a>(
    document: &Document,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let message =
        format!("the role `{}` has no level and stands outside the ladder", document.title());
    Diagnostic::new(code::MISSING_LEVEL, document.span, message)
        .help(format!("write `level: …` in its front matter: {}", few(&known)))
}

/// `documents` are all roles without a level in a handbook that has none.
pub(super) fn no_levels(documents: &[&Document]) -> Option<Diagnostic> {
    let (first, n_roles) = (documents.first()?, documents.len());
    let named: Vec<String> =
        documents.iter().take(3).map(|it| format!("`{}`", it.title())).collect();
    let message = match n_roles - named.len() {
        _ if n_roles == 1 => {
            format!("the role {} has no level and stands outside the ladder", named.concat())
        }
        0 => format!("{n_roles} roles have no level, so there is no ladder: {}", named.join(", ")),
        more => format!(
            "{n_roles} roles have no level, so there is no ladder: {} and {more} more",
            named.join(", ")
        ),
    };
    let help = match n_roles {
        1 => "name levels in `handbook.yml`, then write `level: …` in the role's front matter",
        _ => "name levels in `handbook.yml`, then write `level: …` in each role's front matter",
    };
    Some(Diagnostic::new(code::MISSING_LEVEL, first.span, message).help(help))
}

fn few(known: &[&str]) -> String {
    let more = if known.len() > 8 { " …" } else { "" };
    format!("{}{more}", List::or(&known[..known.len().min(8)]))
}

pub(super) fn missing_family<'a>(
    document: &Document,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let message = format!("the role `{}` needs the field `family`", document.title());
    Diagnostic::new(code::MISSING_FIELD, document.span, message)
        .help(format!("the handbook has several: write `family: …`, one of {}", few(&known)))
}

pub(super) fn cycle(at: Span, way: &[&str]) -> Diagnostic {
    let ticked: Vec<String> = way.iter().chain(way.first()).map(|it| format!("`{it}`")).collect();
    let message = match way {
        [one] => format!("`{one}` extends itself"),
        _ => format!("roles extend one another in a circle: {}", ticked.join(" extends ")),
    };
    let help = match way {
        [_] => "name another role, or remove `extends`",
        _ => "remove `extends` from one of them: the most general role extends nothing",
    };
    Diagnostic::new(code::EXTENDS_CYCLE, at, message).help(help)
}

pub(super) fn omits_nothing(id: &Spanned<String>) -> Diagnostic {
    let message =
        format!("there is nothing to omit: the role extends none that states `{}`", id.value);
    Diagnostic::new(code::UNKNOWN_STATEMENT, id.span, message)
        .help("add `extends: …`, or remove the id from `omits`")
}

pub(super) fn replaces_nothing(id: &Spanned<String>) -> Diagnostic {
    let message =
        format!("there is nothing to replace: the role extends none that states `{}`", id.value);
    Diagnostic::new(code::UNKNOWN_STATEMENT, id.span, message)
        .help("add `extends: …` to the front matter, or remove `replaces`")
}

pub(super) fn unknown_statement(
    id: &Spanned<String>,
    parent: &str,
    known: &BTreeSet<&str>,
) -> Diagnostic {
    let otherwise = format!("{parent} has no statements");
    let help = did_you_mean(&id.value, known.iter().copied(), &otherwise);
    let message = format!("{parent} has no statement `{}`", id.value);
    Diagnostic::new(code::UNKNOWN_STATEMENT, id.span, message).help(help)
}

pub(super) fn misspelt_heading(heading: &Heading, meant: &str) -> Diagnostic {
    let message = format!("the heading `{}` was taken for `{meant}`", heading.text);
    Diagnostic::new(code::MISSPELT_HEADING, heading.span, message)
        .help(format!("write `{meant}`, or tell the two apart with more words"))
}

pub(super) fn unknown_name(link: &Link, name: &str, known: &[String]) -> Diagnostic {
    // Terms are a language of their own: `okr` is no slip for a role.
    let (space, word) = match name.strip_prefix("term:") {
        Some(word) => ("term:", word.trim()),
        None => ("", name),
    };
    let as_term = format!("term:{name}");
    let rivals = known.iter().filter(|it| it.starts_with("term:") != space.is_empty());
    let close = closest(word, rivals.map(|it| it.trim_start_matches("term:")));
    let help = match close {
        _ if known.contains(&as_term) => format!("did you mean `[[{as_term}]]`?"),
        Some(it) => format!("did you mean `[[{space}{it}]]`?"),
        None => "write the id of a role, competency, guide or family (its file's name), or `term:` and the id of a term".to_owned(),
    };
    let message = format!("the link `[[{name}]]` leads nowhere");
    Diagnostic::new(code::BROKEN_LINK, link.span, message).help(help)
}

pub(super) fn ambiguous_name(link: &Link, name: &str, kinds: &[&str]) -> Diagnostic {
    let message =
        format!("`{name}` is the id of more than one document: a {}", kinds.join(" and a "));
    let first = kinds.first().copied().unwrap_or("role");
    Diagnostic::new(code::BROKEN_LINK, link.span, message)
        .help(format!("say which is meant: `[[{first}:{name}]]`"))
}

pub(super) fn broken_link<'a>(
    link: &Link,
    path: &RelPath,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let known: Vec<&str> = known.collect();
    let by_name = known.iter().find(|it| it.rsplit('/').next() == Some(path.file_name()));
    let close = by_name.copied().or_else(|| closest(path.as_str(), known.iter().copied()));
    let what = if link.kind == LinkKind::Image { "picture" } else { "file" };
    let help = match close {
        Some(it) => format!("there is no {what} `{path}`; did you mean `/{it}`?"),
        None => format!("there is no {what} `{path}` in the content folder"),
    };
    let message = format!("the link `{}` leads nowhere", link.target);
    Diagnostic::new(code::BROKEN_LINK, link.span, message).help(help)
}

pub(super) fn broken_anchor(link: &Link, anchor: &str, title: &str, known: &[&str]) -> Diagnostic {
    let otherwise = format!("remove `#{anchor}`");
    let help = did_you_mean(anchor, known.iter().copied(), &otherwise);
    let message = format!("{title} has no anchor `#{anchor}`");
    Diagnostic::new(code::BROKEN_ANCHOR, link.span, message).help(help)
}
