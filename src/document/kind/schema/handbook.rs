//! The root document.

use super::shape::{
    ADDRESS, FLAG, Field, INTERVAL, Shape, TEXT, URL, bare, entries, field, list, mapping, texts,
    word,
};
use crate::diagnostic::code::Code;
use crate::diagnostic::policy::Setting;

pub(super) fn handbook() -> Shape {
    mapping([identity(), look(), ladder(), reading()].into_iter().flatten())
}

fn identity() -> Vec<Field> {
    let organisation = mapping([
        field("name", TEXT, "What it is called.").needed(),
        field("url", URL, "Its own site."),
    ]);
    let repository = mapping([
        field("url", URL, "The address of the repository.").needed(),
        field("branch", TEXT, "The branch that is published. Where it is left out: main."),
        field("path", TEXT, "The folder of the texts in the repository: content."),
    ]);
    vec![
        field("title", TEXT, "What the handbook is called.").needed(),
        field("organisation", organisation, "Whose handbook it is."),
        field("language", TEXT, "The language you write in, as a tag: `en`, `de-AT`, `ar`."),
        field(
            "base_url",
            URL,
            "Where the site is published. The workflow finds that out by itself.",
        ),
        field("repository", repository, "Where the texts are kept."),
    ]
}

fn look() -> Vec<Field> {
    let colour = Shape::Judged("teal");
    let each = |it: &Shape| {
        mapping([
            field("light", it.clone(), "Where the page is light.").needed(),
            field("dark", it.clone(), "Where the page is dark.").needed(),
        ])
    };
    let logo = mapping([
        field("light", TEXT, "The picture, from the content folder on.").needed(),
        field("dark", TEXT, "Another one where the page is dark."),
        field("alone", FLAG, "Whether it says the title itself."),
    ]);
    let accent = Shape::Either(vec![colour.clone(), each(&colour)]);
    vec![
        field("theme", TEXT, "`default`, `plain`, or a folder below themes/."),
        field(
            "accent",
            accent,
            "The colour of links and buttons, as CSS writes it. `#…` needs quotes.",
        )
        .filled(),
        field(
            "tokens",
            entries(Shape::Either(vec![TEXT, each(&TEXT)])),
            "What the theme's style sheet begins with, by the names there.",
        ),
        field(
            "logo",
            Shape::Either(vec![TEXT, logo]),
            "A picture before the title, from the content folder on.",
        ),
        field("favicon", TEXT, "The icon, a picture from the content folder on."),
        field(
            "allow_html",
            FLAG,
            "Whether HTML in your texts is HTML. Where not, readers see it as it is written.",
        ),
    ]
}

fn ladder() -> Vec<Field> {
    let track = mapping([
        field("title", TEXT, "What it is called."),
        field("short", TEXT, "The same in a letter or two: IC."),
    ]);
    let area = mapping([field("title", TEXT, "What it is called.")]);
    vec![
        field(
            "scale",
            entries(bare(TEXT)),
            "The steps of proficiency, lowest first: `step: what it means`.",
        ),
        field("tracks", entries(bare(track)), "Lines of progression, by id."),
        field(
            "levels",
            list(bare(entries(TEXT))),
            "The rungs, lowest first. One row is one rank: `{ track: level, other-track: level }`.",
        ),
        field("areas", entries(bare(area)), "Areas of competencies, by id."),
    ]
}

fn reading() -> Vec<Field> {
    let section = mapping([
        field("title", TEXT, "The heading, of a section of your own."),
        field("also", texts(), "Other headings for it."),
    ]);
    let edition = mapping([
        field("shows", texts(), "The words of `visibility` that it shows."),
        field("noindex", FLAG, "Whether search engines are asked to pass it by."),
    ]);
    let gone = mapping([
        field("address", ADDRESS, "What was there, from the site's root on.").needed(),
        field("why", TEXT, "What happened, for whoever follows an old link.").needed(),
        field("see", list(ADDRESS), "Where it may go on."),
    ]);
    let label = Shape::Either(vec![TEXT, entries(TEXT)]);
    let history = mapping([field("authors", FLAG, "Whether the names of authors are shown.")]);
    vec![
        field(
            "sections",
            entries(bare(section)),
            "More headings for sections, or sections of your own.",
        ),
        field("editions", entries(bare(edition)), "Who sees what, by the name of the edition."),
        field("gone", list(gone), "What was published once and is no more."),
        field(
            "labels",
            entries(label),
            "Your own words for what pages say; `rolebook theme labels` prints them all.",
        ),
        field("review_every", INTERVAL, "How often a role is read through."),
        field(
            "history",
            Shape::Either(vec![FLAG, history]),
            "What readers see of the last changes that Git knows of: `false` for nothing.",
        ),
        field("rules", rules(), "How serious a finding is, by its code."),
    ]
}

/// What cannot be understood at all stays an error.
fn rules() -> Shape {
    let setting = |code: Code| match code.is_fixed() {
        true => word(&["deny"]),
        false => word(&Setting::NAMES),
    };
    let rule = |it: Code| {
        let says = format!("`rolebook explain {it}` says what it is about.");
        field(it.as_str(), setting(it), says).filled()
    };
    mapping(Code::all().map(rule))
}
