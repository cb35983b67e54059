//! The words that both notations share.

use crate::page::{
    ExpectationChange, Fate, ListChange, Mark, Named, PageLine, RoleChanges, RoleName,
    StatementFate, StepName, TextChange, Totals,
};

/// What is counted under one name: `Roles`, and `1 added`, `2 moved`.
pub(super) type Tally = (&'static str, Vec<String>);

/// Everything that is not zero.
pub(super) fn tallies(totals: &Totals, edition: &str) -> Vec<Tally> {
    let hidden = fate(Fate::Hidden, edition);
    let groups = [
        (
            "Roles",
            vec![
                (totals.roles_added, "added"),
                (totals.roles_removed, "removed"),
                (totals.roles_hidden, hidden.as_str()),
                (totals.roles_retired, "retired"),
                (totals.roles_deprecated, "deprecated"),
                (totals.roles_moved, "moved"),
                (totals.roles_renamed, "renamed"),
            ],
        ),
        ("Expectations", expectations(totals)),
        ("Statements", statements(totals)),
        ("Facts", vec![(totals.facts, "changed")]),
        ("Texts", vec![(totals.texts, "changed")]),
        ("Competencies", competencies(totals)),
        ("Pages", pages(totals)),
        ("Addresses", addresses(totals)),
    ];
    let counted = groups.into_iter().map(|(name, counts)| (name, said(&counts)));
    counted.filter(|(_, counts)| !counts.is_empty()).collect()
}

pub(super) fn expectations(totals: &Totals) -> Vec<(usize, &'static str)> {
    vec![
        (totals.expectations_added, "added"),
        (totals.expectations_raised, "raised"),
        (totals.expectations_lowered, "lowered"),
        (totals.expectations_dropped, "dropped"),
        (totals.expectations_core, "core or no longer core"),
    ]
}

pub(super) fn statements(totals: &Totals) -> Vec<(usize, &'static str)> {
    vec![
        (totals.statements_added, "added"),
        (totals.statements_reworded, "reworded"),
        (totals.statements_moved, "moved"),
        (totals.statements_dropped, "dropped"),
    ]
}

fn competencies(totals: &Totals) -> Vec<(usize, &'static str)> {
    vec![
        (totals.competencies_added, "added"),
        (totals.competencies_removed, "removed"),
        (totals.competencies_changed, "changed"),
    ]
}

fn pages(totals: &Totals) -> Vec<(usize, &'static str)> {
    vec![
        (totals.pages_added, "added"),
        (totals.pages_removed, "removed"),
        (totals.pages_changed, "changed"),
    ]
}

fn addresses(totals: &Totals) -> Vec<(usize, &'static str)> {
    vec![
        (totals.addresses_added, "added"),
        (totals.addresses_redirected, "redirected"),
        (totals.addresses_gone, "gone"),
        (totals.addresses_broken, "broken"),
    ]
}

pub(super) fn said(counts: &[(usize, &str)]) -> Vec<String> {
    let counts = counts.iter().filter(|(n, _)| *n > 0);
    counts.map(|(n, word)| format!("{n} {word}")).collect()
}

pub(super) fn fate(fate: Fate, edition: &str) -> String {
    let word = match fate {
        Fate::Added => "new",
        Fate::Removed => "removed",
        Fate::Hidden if edition == "public" => "no longer public",
        Fate::Hidden => return format!("no longer in the {edition} edition"),
        Fate::Renamed => "renamed",
        Fate::Moved => "moved",
        Fate::Retired => "retired",
        Fate::Deprecated => "deprecated",
        Fate::Drafted => "a draft again",
        Fate::Activated => "in force",
        Fate::Changed => "changed",
    };
    word.to_owned()
}

pub(super) fn fates(all: &[Fate], edition: &str) -> String {
    all.iter().map(|it| fate(*it, edition)).collect::<Vec<_>>().join(", ")
}

/// `extends Engineer; expects 12 competencies; makes 5 statements of its own and inherits 30`; of a
/// role that is no more, what it did.
pub(super) fn portrait(role: &RoleChanges) -> String {
    let Some(portrait) = &role.portrait else { return String::new() };
    let is_past = !role.fates.contains(&Fate::Added);
    let verb = |now, past| if is_past { past } else { now };
    let plural = |n: usize, one: &str, many: &str| match n {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    };
    let mut parts = Vec::new();
    parts.extend((portrait.status != "active").then(|| portrait.status.clone()));
    let base = portrait.extends.as_ref();
    parts.extend(base.map(|it| format!("{} {it}", verb("extends", "extended"))));
    if portrait.expectations > 0 {
        let expected = plural(portrait.expectations, "competency", "competencies");
        parts.push(format!("{} {expected}", verb("expects", "expected")));
    }
    let (makes, inherits) = (verb("makes", "made"), verb("inherits", "inherited"));
    let own = plural(portrait.own_statements, "statement", "statements");
    match (portrait.own_statements, portrait.inherited_statements) {
        (0, 0) => {}
        (_, 0) => parts.push(format!("{makes} {own}")),
        (_, inherited) => {
            parts.push(format!("{makes} {own} of its own and {inherits} {inherited}"))
        }
    }
    parts.join("; ")
}

pub(super) fn statement(fate: StatementFate) -> &'static str {
    match fate {
        StatementFate::Added => "added",
        StatementFate::Reworded => "reworded",
        StatementFate::Moved => "moved",
        StatementFate::Dropped => "dropped",
    }
}

/// `Practitioner, core`; `None` where nothing is expected.
pub(super) fn step(step: Option<&StepName>, is_core: bool) -> Option<String> {
    let core = if is_core { ", core" } else { "" };
    step.map(|it| format!("{}{core}", it.title))
}

pub(super) fn shift(change: &ExpectationChange) -> &'static str {
    match change.change {
        Mark::New => "added",
        Mark::Raised => "raised",
        Mark::Lowered => "lowered",
        Mark::Dropped => "dropped",
        Mark::Same | Mark::Changed | Mark::None if change.is_core => "core now",
        Mark::Same | Mark::Changed | Mark::None => "no longer core",
    }
}

/// `also for Staff Engineer (IC4), Principal Engineer (IC5)`; empty for nobody.
pub(super) fn also(roles: &[RoleName]) -> String {
    match roles {
        [] => String::new(),
        roles => format!("also for {}", names(roles)),
    }
}

pub(super) fn names(roles: &[RoleName]) -> String {
    roles.iter().map(RoleName::in_full).collect::<Vec<_>>().join(", ")
}

/// `Text rewritten: Summary, Typical day`, and likewise of what is new or dropped.
pub(super) fn texts(texts: &[TextChange]) -> Vec<(&'static str, Vec<String>)> {
    let title = |it: &TextChange| match it.section.as_str() {
        "" => "before the first heading".to_owned(),
        title => title.to_owned(),
    };
    let of = |mark| texts.iter().filter(move |it| it.change == mark).map(title).collect::<Vec<_>>();
    let kinds = [
        ("Text rewritten", of(Mark::Changed)),
        ("New text", of(Mark::New)),
        ("Text dropped", of(Mark::Dropped)),
    ];
    kinds.into_iter().filter(|(_, sections)| !sections.is_empty()).collect()
}

/// What became of a list, in half sentences.
pub(super) fn list(change: &ListChange) -> Vec<String> {
    let names =
        |all: &[Named]| all.iter().map(|it| it.title.clone()).collect::<Vec<_>>().join(", ");
    let mut parts = Vec::new();
    if !change.added.is_empty() {
        parts.push(format!("added {}", names(&change.added)));
    }
    if !change.removed.is_empty() {
        parts.push(format!("removed {}", names(&change.removed)));
    }
    parts.extend(change.retitled.iter().map(|it| format!("{} is called {} now", it.from, it.to)));
    let redefined = change.redefined.iter().map(|it| match (it.from.as_str(), it.to.as_str()) {
        (from, to) if change.id == "levels" => {
            format!("{} belongs to {to} instead of {from}", it.title)
        }
        (_, "") => format!("{} is not explained any more", it.title),
        ("", to) => format!("{} is explained: {to}", it.title),
        (from, to) => format!("{} means “{to}” instead of “{from}”", it.title),
    });
    parts.extend(redefined);
    if change.reordered {
        parts.push(format!("the order is now {}", change.now.join(", ")));
    }
    parts
}

pub(super) fn page(line: &PageLine, edition: &str) -> String {
    let kind = match line.kind.as_str() {
        "guide" => "guide ",
        "term" => "term ",
        _ => "",
    };
    let formerly = line.formerly.as_ref().map(|it| format!(", formerly {it}"));
    format!("{kind}{}: {}{}", line.title, fate(line.fate, edition), formerly.unwrap_or_default())
}
