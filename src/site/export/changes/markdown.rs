//! The changes as a document: the summary of a pull request.
//!
//! First what happened, counted and at a glance; then the details, role by role, folded where they are
//! many. Whoever publishes it takes no more than a mebibyte, so the details end before that.

use super::ChangesReport;
use super::markdown_role::{bullets, role, said as texts_of, table};
use super::phrase::{expectations, fates, list, page, said, statements, tallies};
use crate::page::{AddressChanges, FamilyChanges, PageChanges, RoleChanges, Totals};
use crate::site::export::literal::literal;

/// So many bytes fit wherever a summary goes, with room for what others write there.
const MOST_BYTES: usize = 900_000;

/// From so many roles on each is folded.
const MOST_OPEN: usize = 4;

/// A longer list is folded.
const MOST_LISTED: usize = 8;

pub fn markdown(report: &ChangesReport) -> String {
    let mut parts = vec![beginning(report)];
    if !report.changes.is_empty() {
        parts.extend(glance(report));
        parts.extend(frame(report));
        parts.extend(details(report, parts.iter().map(String::len).sum()));
    }
    parts.join("\n")
}

/// What is compared, and everything in numbers.
fn beginning(report: &ChangesReport) -> String {
    let ChangesReport { since, edition, remarks, changes } = report;
    let revision = format!("`{}`", since.revision.replace('`', ""));
    let commit = format!("`{}` ({}, *{}*)", since.short, since.day, literal(&since.subject));
    let against = format!("{commit}{}", since.relation(&revision));
    let edition = literal(edition);
    let mut text = match changes.is_empty() {
        true => format!("Nothing that the {edition} edition shows has changed since {against}.\n"),
        false => {
            let totals = tallies(&changes.totals, &report.edition);
            let totals = totals.iter().map(|(name, all)| format!("**{name}:** {}", all.join(", ")));
            let totals = totals.collect::<Vec<_>>().join(" · ");
            let title = literal(&changes.title);
            let totals = if totals.is_empty() { totals } else { format!("{totals}\n\n") };
            format!(
                "## What changes in {title}\n\n{totals}For readers of the {edition} edition, since {against}.\n"
            )
        }
    };
    for it in remarks {
        text += &format!("\n> [!NOTE]\n> {}\n", literal(it));
    }
    text
}

/// A row for each role that says something else, before anything is told of it.
fn glance(report: &ChangesReport) -> Option<String> {
    let roles: Vec<&RoleChanges> =
        report.changes.families.iter().flat_map(|it| &it.roles).collect();
    if roles.len() < 2 {
        return None;
    }
    let row = |it: &&RoleChanges| {
        let totals = Totals::of_role(it);
        let [steps, words] =
            [expectations(&totals), statements(&totals)].map(|it| said(&it).join(", "));
        let rest = [(it.facts.len(), "of its facts"), (it.texts.len(), "of its texts")];
        let cells = [
            literal(&it.role.in_full()),
            fates(&it.fates, &report.edition),
            steps,
            words,
            said(&rest).join(", "),
        ];
        format!("| {} |\n", cells.join(" | "))
    };
    let rows: String = roles.iter().map(row).collect();
    Some(format!(
        "| Role | What happens | Expectations | Statements | Else |\n|---|---|---|---|---|\n{rows}"
    ))
}

/// What everything is measured by.
fn frame(report: &ChangesReport) -> Option<String> {
    let changes = &report.changes;
    let mut lines: Vec<String> = Vec::new();
    for it in &changes.frame {
        let title = &it.title;
        lines.extend(list(it).iter().map(|part| format!("**{title}:** {}", literal(part))));
    }
    let settings = table("Setting", &changes.settings);
    if lines.is_empty() && settings.is_none() {
        return None;
    }
    let settings = settings.unwrap_or_default();
    Some(format!("### The handbook\n\n{settings}{}", bullets(&lines)))
}

/// Everything else, until it is too much.
fn details(report: &ChangesReport, n_bytes: usize) -> Vec<String> {
    let all = sections(report);
    let (mut parts, mut n_bytes) = (Vec::new(), n_bytes);
    for (at, part) in all.iter().enumerate() {
        n_bytes += part.len() + 1;
        if n_bytes > MOST_BYTES {
            let n_left = all.len() - at;
            let revision = report.since.revision.replace('`', "");
            parts.push(format!(
                "> [!NOTE]\n> {n_left} more parts do not fit here: `rolebook changes --since {revision}` shows all of them.\n"
            ));
            break;
        }
        parts.push(part.clone());
    }
    parts
}

fn sections(report: &ChangesReport) -> Vec<String> {
    let (changes, edition) = (&report.changes, report.edition.as_str());
    let n_roles: usize = changes.families.iter().map(|it| it.roles.len()).sum();
    let mut parts = Vec::new();
    for it in &changes.families {
        parts.extend(family(it, (edition, n_roles > MOST_OPEN)));
    }
    parts.extend(competencies(&changes.competencies, edition));
    if !changes.pages.is_empty() {
        let lines: Vec<String> =
            changes.pages.iter().map(|it| literal(&page(it, edition))).collect();
        parts.push(format!("### Other pages\n\n{}", long(&lines, "pages")));
    }
    parts.extend(addresses(&changes.addresses));
    parts
}

/// Those that have details, and before them those that have none.
fn competencies(all: &[PageChanges], edition: &str) -> Vec<String> {
    let body = |it: &PageChanges| {
        let facts = table("Field", &it.facts).into_iter();
        facts.chain(texts_of(&it.statements, &it.texts)).collect::<Vec<_>>().join("\n")
    };
    let bodies = all.iter().map(|it| (it, body(it)));
    let (plain, told): (Vec<_>, Vec<_>) = bodies.partition(|(_, body)| body.is_empty());
    let line = |it: &PageChanges| format!("{} – {}", literal(&it.title), fates(&it.fates, edition));
    let lines: Vec<String> = plain.iter().map(|(it, _)| line(it)).collect();
    let mut parts = Vec::new();
    parts.extend((!all.is_empty()).then(|| "### Competencies\n".to_owned()));
    parts.extend((!lines.is_empty()).then(|| long(&lines, "competencies")));
    let is_folded = told.len() > MOST_OPEN;
    parts.extend(
        told.iter()
            .map(|(it, body)| folded((&it.title, fates(&it.fates, edition)), body, is_folded)),
    );
    parts
}

fn family(family: &FamilyChanges, (edition, is_folded): (&str, bool)) -> Vec<String> {
    let title = literal(&family.family.title);
    let title = match family.fates.as_slice() {
        [] => title,
        all => format!("{title} – {}", fates(all, edition)),
    };
    let mut parts = vec![format!("### {title}\n")];
    parts.extend(table("Field", &family.facts));
    parts.extend(texts_of(&family.statements, &family.texts));
    parts.extend(family.roles.iter().map(|it| {
        let name = it.role.in_full();
        folded((&name, fates(&it.fates, edition)), &role(it), is_folded)
    }));
    if !family.heirs.is_empty() {
        let heirs = literal(&super::phrase::names(&family.heirs));
        parts.push(format!("Only what they inherit changes for {heirs}.\n"));
    }
    parts
}

/// A heading with what is under it, or both folded. What has nothing to tell needs no folding.
fn folded((title, fates): (&str, String), body: &str, is_folded: bool) -> String {
    let fates = if fates.is_empty() { fates } else { format!(" – {fates}") };
    match is_folded && !body.is_empty() {
        false => format!("#### {}{fates}\n\n{body}", literal(title)),
        true => {
            let title = html(title);
            format!("<details><summary><b>{title}</b>{fates}</summary>\n\n{body}\n</details>\n")
        }
    }
}

/// Text as HTML says it: inside a tag Markdown has no say.
fn html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()
}

/// A list; a long one is folded.
fn long(lines: &[String], what: &str) -> String {
    match lines.len() > MOST_LISTED {
        false => bullets(lines),
        true => format!(
            "<details><summary>{} {what}</summary>\n\n{}\n</details>\n",
            lines.len(),
            bullets(lines)
        ),
    }
}

fn addresses(changes: &AddressChanges) -> Option<String> {
    let address = |it: &str| format!("`/{}`", it.replace('`', ""));
    let mut parts = Vec::new();
    let broken: Vec<String> = changes.broken.iter().map(|it| address(it)).collect();
    if !broken.is_empty() {
        parts.push(format!(
            "> [!WARNING]\n> Links that lead here break. `aliases` of a page can take them over, `gone` in `handbook.yml` can say why\n> there is nothing any more.\n\n{}",
            long(&broken, "addresses that break")
        ));
    }
    let redirected = changes.redirected.iter();
    let mut lines: Vec<String> = redirected
        .map(|it| {
            format!("{} leads to {} ({})", address(&it.from), address(&it.to), literal(&it.title))
        })
        .collect();
    let gone = changes.gone.iter();
    lines.extend(gone.map(|it| format!("{} is gone: {}", address(&it.address), literal(&it.why))));
    parts.extend(
        (!lines.is_empty()).then(|| {
            format!("**These do not lead where they did**\n\n{}", long(&lines, "addresses"))
        }),
    );
    let added = changes.added.iter();
    let mut added: Vec<String> =
        added.map(|it| format!("{} ({})", address(&it.address), literal(&it.title))).collect();
    let counted = [
        (changes.comparisons_added, "comparisons of two roles"),
        (changes.places_added, "places on pages"),
    ];
    let counted = counted.iter().filter(|(n, _)| *n > 0);
    added.extend(counted.map(|(n, what)| format!("{what}: {n}")));
    parts.extend(
        (!added.is_empty()).then(|| format!("**These are new**\n\n{}", long(&added, "addresses"))),
    );
    (!parts.is_empty()).then(|| format!("### Addresses\n\n{}", parts.join("\n")))
}
