//! The changes for a terminal: one sign a line says what became of it.

use super::phrase::{
    also, fates, list, names, page, portrait, shift, statement, step, tallies, texts,
};
use super::{ChangesReport, Since};
use crate::page::{
    AddressChanges, ExpectationChange, FamilyChanges, Fate, Mark, PageChanges, RoleChanges,
    RunLine, StatementChange, StatementFate, TextChange, ValueChange, WordFate,
};
use crate::site::export::printable::printable;

/// Plain lines: `+` comes in, `~` changes, `-` falls away. Words that go stand in `[-…-]`, words that
/// come in `{+…+}`.
pub fn text(report: &ChangesReport) -> String {
    let lines = if report.changes.is_empty() { nothing(report) } else { lines(report) };
    lines.iter().map(|it| printable(it).trim_end().to_owned() + "\n").collect()
}

fn nothing(report: &ChangesReport) -> Vec<String> {
    let since = against(&report.since);
    let edition = &report.edition;
    let sentence = format!("Nothing that the {edition} edition shows has changed since {since}.");
    [sentence].into_iter().chain(report.remarks.iter().map(|it| format!("Note: {it}"))).collect()
}

fn against(since: &Since) -> String {
    format!("{}{}", since.in_full(), since.relation(&since.revision))
}

fn lines(report: &ChangesReport) -> Vec<String> {
    let (changes, edition) = (&report.changes, report.edition.as_str());
    let mut lines = vec![
        format!("What changes in {}, {edition} edition", changes.title),
        format!("since {}", against(&report.since)),
    ];
    lines.extend(report.remarks.iter().map(|it| format!("Note: {it}")));
    let totals = tallies(&changes.totals, edition);
    lines.extend((!totals.is_empty()).then(String::new));
    lines.extend(totals.iter().map(|(name, counts)| format!("{name:13} {}", counts.join(", "))));
    let frame =
        values(&changes.settings, "  ").into_iter().chain(changes.frame.iter().flat_map(|it| {
            list(it).into_iter().map(|part| format!("  ~ {}: {part}", it.title)).collect::<Vec<_>>()
        }));
    lines.extend(titled("The handbook", frame.collect()));
    lines.extend(changes.families.iter().flat_map(|it| family(it, edition)));
    let competencies = changes.competencies.iter();
    let competencies = competencies.flat_map(|it| competency(it, edition));
    lines.extend(titled("Competencies", competencies.collect()));
    let pages = changes.pages.iter();
    let pages = pages.map(|it| format!("  {} {}", sign_of(&[it.fate]), page(it, edition)));
    lines.extend(titled("Other pages", pages.collect()));
    lines.extend(titled("Addresses", addresses(&changes.addresses)));
    lines
}

fn titled(title: &str, lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() {
        return lines;
    }
    [String::new(), title.to_owned()].into_iter().chain(lines).collect()
}

fn family(family: &FamilyChanges, edition: &str) -> Vec<String> {
    let mut lines = values(&family.facts, "  ");
    lines.extend(statements(&family.statements, "  "));
    lines.extend(text_lines(&family.texts, "  "));
    lines.extend(family.roles.iter().flat_map(|it| role(it, edition)));
    if !family.heirs.is_empty() {
        lines.push(format!("  ~ by what they inherit: {}", names(&family.heirs)));
    }
    let title = match family.fates.as_slice() {
        [] => family.family.title.clone(),
        all => format!("{} ({})", family.family.title, fates(all, edition)),
    };
    [String::new(), title].into_iter().chain(lines).collect()
}

fn role(role: &RoleChanges, edition: &str) -> Vec<String> {
    let fates_of = fates(&role.fates, edition);
    let about = Some(portrait(role)).filter(|it| !it.is_empty());
    let said: Vec<String> =
        [fates_of].into_iter().filter(|it| !it.is_empty()).chain(about).collect();
    let said = if said.is_empty() { String::new() } else { format!(": {}", said.join("; ")) };
    let mut lines = vec![format!("  {} {}{said}", sign_of(&role.fates), role.role.in_full())];
    let summary = role.portrait.as_ref().map(|it| it.summary.clone());
    lines.extend(summary.filter(|it| !it.is_empty()).map(|it| format!("      {it}")));
    lines.extend(values(&role.facts, "      "));
    lines.extend(role.expectations.iter().map(expectation));
    lines.extend(statements(&role.statements, "      "));
    lines.extend(text_lines(&role.texts, "      "));
    lines
}

fn expectation(change: &ExpectationChange) -> String {
    let sign = match change.change {
        Mark::New | Mark::Raised => '+',
        Mark::Lowered | Mark::Dropped => '-',
        Mark::Same | Mark::Changed | Mark::None => '~',
    };
    let [from, to] =
        [step(change.from.as_ref(), change.was_core), step(change.to.as_ref(), change.is_core)]
            .map(|it| it.unwrap_or_else(|| "–".to_owned()));
    let also = behind(&also(&change.also_for));
    format!("      {sign} {}: {from} → {to} ({}){also}", change.title, shift(change))
}

fn behind(also: &str) -> String {
    if also.is_empty() { String::new() } else { format!(", {also}") }
}

fn values(all: &[ValueChange], indent: &str) -> Vec<String> {
    let line = |it: &ValueChange| {
        let [from, to] = [&it.from, &it.to].map(|it| it.as_deref().unwrap_or("–"));
        format!("{indent}~ {}: {from} → {to}{}", it.title, behind(&also(&it.also_for)))
    };
    all.iter().map(line).collect()
}

fn statements(all: &[StatementChange], indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for group in all.chunk_by(|a, b| a.section == b.section) {
        lines.extend(group.first().map(|it| format!("{indent}{}", it.section)));
        lines.extend(group.iter().flat_map(|it| statement_lines(it, indent)));
    }
    lines
}

fn statement_lines(it: &StatementChange, indent: &str) -> Vec<String> {
    let [from, to] = [&it.from, &it.to].map(|it| it.as_deref().unwrap_or_default());
    let (sign, said) = match it.change {
        StatementFate::Added => ('+', to.to_owned()),
        StatementFate::Dropped => ('-', from.to_owned()),
        StatementFate::Moved => ('~', to.to_owned()),
        StatementFate::Reworded if it.words.is_empty() => ('~', to.to_owned()),
        StatementFate::Reworded => ('~', words(&it.words)),
    };
    let mut lines = vec![format!("{indent}  {sign} {said}")];
    let mut add = |text: String| lines.push(format!("{indent}    {text}"));
    if it.change == StatementFate::Reworded && it.words.is_empty() {
        add(format!("instead of: {from}"));
    }
    if let Some(before) = &it.section_before {
        add(format!("{} from {before}", statement(StatementFate::Moved)));
    }
    if let Some(by) = &it.stated_by {
        add(format!("inherited from {by}"));
    }
    if !it.also_for.is_empty() {
        add(also(&it.also_for));
    }
    lines
}

fn words(runs: &[RunLine]) -> String {
    let run = |it: &RunLine| match it.fate {
        WordFate::Kept => it.words.clone(),
        WordFate::Dropped => format!("[-{}-]", it.words),
        WordFate::Added => format!("{{+{}+}}", it.words),
    };
    runs.iter().map(run).collect::<Vec<_>>().join(" ")
}

fn text_lines(all: &[TextChange], indent: &str) -> Vec<String> {
    let line = |(what, sections): (&str, Vec<String>)| {
        format!("{indent}~ {what}: {}", sections.join(", "))
    };
    texts(all).into_iter().map(line).collect()
}

fn competency(it: &PageChanges, edition: &str) -> Vec<String> {
    let said = fates(&it.fates, edition);
    let said = if said.is_empty() { said } else { format!(": {said}") };
    let mut lines = vec![format!("  {} {}{said}", sign_of(&it.fates), it.title)];
    lines.extend(values(&it.facts, "      "));
    lines.extend(statements(&it.statements, "      "));
    lines.extend(text_lines(&it.texts, "      "));
    lines
}

fn addresses(changes: &AddressChanges) -> Vec<String> {
    let added = changes.added.iter().map(|it| format!("  + /{}  {}", it.address, it.title));
    let mut lines: Vec<String> = added.collect();
    let counted = [
        (changes.comparisons_added, "new comparisons of two roles"),
        (changes.places_added, "new places on pages"),
    ];
    let counted = counted.iter().filter(|(n, _)| *n > 0);
    lines.extend(counted.map(|(n, what)| format!("  + {what}: {n}")));
    let redirected = changes.redirected.iter();
    lines.extend(redirected.map(|it| format!("  ~ /{} → /{}", it.from, it.to)));
    lines.extend(changes.gone.iter().map(|it| format!("  - /{}: gone, {}", it.address, it.why)));
    lines.extend(changes.broken.iter().map(|it| format!("  - /{it}: answers no more",)));
    lines
}

fn sign_of(fates: &[Fate]) -> char {
    match fates.first() {
        Some(Fate::Added) => '+',
        Some(Fate::Removed | Fate::Hidden | Fate::Retired) => '-',
        _ => '~',
    }
}
