//! Competencies, families, guides and terms; and what the front matter of every page has.

use super::shape::{
    ADDRESS, Field, Mapping, Shape, TEXT, entries, field, list, mapping, texts, word,
};
use crate::document::kind::visibility::{self, Hideable};

pub(super) fn competency() -> Shape {
    mapping([
        title("The competency's name"),
        summary(),
        field("also_known_as", texts(), "Other names, which search finds it by."),
        aliases(),
        field("area", TEXT, "Its area, an id below `areas` of handbook.yml."),
        visible(&visibility::COMPETENCY),
        field("scale", word(&["default"]), "The proficiency scale. A handbook has one for now."),
        field("codes", entries(TEXT), "What other systems call it, `system: code`. Not shown."),
    ])
}

pub(super) fn page() -> Shape {
    mapping([title("The page's title"), summary(), aliases(), visible(&visibility::PAGE)])
}

pub(super) fn glossary() -> Shape {
    entries(mapping([
        field("title", TEXT, "The term as readers see it; else its id."),
        field("also", texts(), "Other words for it."),
        aliases(),
        field("definition", TEXT, "What it means: one paragraph of Markdown.").needed(),
        field("visibility", TEXT, WHO),
    ]))
}

pub(super) fn title(of: &str) -> Field {
    let says = format!("{of}. Where it is left out: the first heading, or the file's name.");
    field("title", TEXT, says)
}

pub(super) fn summary() -> Field {
    field("summary", TEXT, "One sentence for cards, lists and search engines.")
}

pub(super) fn aliases() -> Field {
    let from = field("from", ADDRESS, "The old address, from the site's root on.").needed();
    let to = field("to", TEXT, "The anchor on this page that it leads to.");
    let says = "Old addresses that lead here: `/jobs/lead/`, or `{ from: /jobs/lead/#hiring, to: hires }`.";
    field("aliases", list(Shape::Either(vec![ADDRESS, mapping([from, to])])), says)
}

const WHO: &str = "Who may see it: `internal`, or a word of `editions` in handbook.yml.";

pub(super) fn visible(hideable: &Hideable) -> Field {
    let hidden = |name| field(name, TEXT, format!("Who may see `{name}`."));
    let fields = hideable.names().into_iter().map(|name| match name {
        "page" => field(name, TEXT, "Who may see the page at all."),
        name => hidden(name),
    });
    let in_parts = hideable.in_parts().to_vec();
    let each = Shape::Mapping(Mapping { fields: fields.map(Field::filled).collect(), in_parts });
    let says = format!("{WHO} As a mapping: who may see which field.");
    field("visibility", Shape::Either(vec![TEXT, each]), says)
}
