//! Every shape against its reader. A sample with all the fields is changed in one place, and reader and
//! schema have to agree on whether something is wrong; at each place, with each kind of value. What the
//! reader knows and the schema does not is found by counting: asked for a field that is none, the reader
//! says how many it knows.

use super::Written;
use super::shape::{Mapping, Presence, Shape};
use crate::content::{RelPath, TextFile};
use crate::diagnostic::{Diagnostic, FileId};
use crate::document::yaml::{self, Node, Value};

/// A value of each kind.
const PROBES: [&str; 12] =
    ["a", "7", "true", "~", "[]", "[a]", "[~]", "[[a]]", "{}", "{a: a}", "{a: ~}", "{a: {}}"];

/// A name that no field has, nor resembles.
const NO_FIELD: &str = "zzzz";

/// A document around a value.
type Around<'a> = &'a dyn Fn(&str) -> String;

/// Somewhere in a document.
struct Place<'a> {
    around: Around<'a>,
    shape: &'a Shape,
    /// Whether the reader does not mind that there is no value; `None` where it is milder than the
    /// schema, which tells those who type a field they need that it has no value yet.
    bare: Option<bool>,
    /// Whether other shapes are allowed here as well, so that no probe tells of this one alone.
    is_one_of_several: bool,
}

#[test]
fn readers_accept_what_schemas_do() {
    for kind in Written::ALL {
        let shape = kind.shape();
        assert_eq!(complaints(kind, &sample(&shape)), [], "{}", sample(&shape));
        let mut n_places = 0;
        let place =
            Place { around: &str::to_owned, shape: &shape, bare: None, is_one_of_several: false };
        walk(&place, &mut |place| {
            n_places += 1;
            if !place.is_one_of_several {
                probe(kind, place);
            }
            words(kind, place);
            if let Shape::Mapping(mapping) = place.shape {
                fields(kind, place, mapping);
            }
        });
        assert!(n_places > 5, "{kind:?}");
    }
}

fn probe(kind: Written, place: &Place<'_>) {
    for text in PROBES {
        let node = node(text);
        let expected = match place.bare {
            None if node.value == Value::Nothing => continue,
            Some(true) if node.value == Value::Nothing => true,
            _ if is_judged(place.shape) && is_scalar(&node) => continue,
            _ => accepts(place.shape, &node),
        };
        let document = (place.around)(text);
        let found = complaints(kind, &document);
        assert_eq!(found.is_empty(), expected, "{kind:?} {text} in {document}\n{found:#?}");
    }
}

/// Each word of a few is one that the reader knows.
fn words(kind: Written, place: &Place<'_>) {
    let Shape::Word(words) = place.shape else { return };
    for word in words {
        assert_eq!(complaints(kind, &(place.around)(word)), [], "{word}");
    }
}

/// The fields of a mapping are those that the reader asks for, and needed are those that it misses.
fn fields(kind: Written, place: &Place<'_>, mapping: &Mapping) {
    let all: Vec<String> = mapping.fields.iter().map(|it| entry(it.name, &it.shape)).collect();
    let more = (place.around)(&format!("{{{}, {NO_FIELD}: a}}", all.join(", ")));
    let found = complaints(kind, &more);
    let help = found.first().and_then(|it| it.help.clone()).unwrap_or_default();
    assert_eq!(found.len(), 1, "{kind:?} {more}");
    // Names of rules come from the table of codes, and are too many to be told.
    if !help.contains("`rolebook explain`") {
        assert_eq!(n_known(&help), mapping.fields.len(), "{kind:?}: a field is missing: {help}");
    }
    for (index, field) in mapping.fields.iter().enumerate() {
        let mut rest = all.clone();
        rest.remove(index);
        let found = complaints(kind, &(place.around)(&format!("{{{}}}", rest.join(", "))));
        assert_eq!(found.is_empty(), field.presence != Presence::Needed, "without {}", field.name);
    }
}

/// "known here: `a`, `b` and 3 more" are five.
fn n_known(help: &str) -> usize {
    let more = help.rsplit_once(" and ").and_then(|(_, it)| it.strip_suffix(" more"));
    help.matches('`').count() / 2 + more.map_or(0, |it| it.parse().unwrap())
}

/// Calls `see` with each place from this one on.
fn walk(place: &Place<'_>, see: &mut dyn FnMut(&Place<'_>)) {
    see(place);
    let below = |around: Around<'_>, shape, bare, see: &mut dyn FnMut(&Place<'_>)| {
        let around: Around<'_> = &|it| (place.around)(&around(it));
        walk(&Place { around, shape, bare, is_one_of_several: false }, see);
    };
    match place.shape {
        Shape::List(item) => below(&|it| format!("[{it}]"), item, Some(false), see),
        Shape::Entries(one) => below(&|it| format!("{{a: {it}}}"), one, Some(false), see),
        Shape::Bare(shape) => walk(&Place { shape, bare: Some(true), ..*place }, see),
        Shape::Either(shapes) => {
            for shape in shapes {
                walk(&Place { shape, is_one_of_several: true, ..*place }, see);
            }
        }
        Shape::Mapping(mapping) => {
            for field in &mapping.fields {
                let others = mapping.fields.iter().filter(|it| it.name != field.name);
                let others: String =
                    others.map(|it| format!(", {}", entry(it.name, &it.shape))).collect();
                let bare = match field.presence {
                    Presence::Optional => Some(true),
                    Presence::Filled => Some(false),
                    Presence::Needed => None,
                };
                let around = |it: &str| format!("{{{}: {it}{others}}}", field.name);
                below(&around, &field.shape, bare, see);
            }
            for part in &mapping.in_parts {
                below(&|it| format!("{{{part}.a: {it}}}"), &Shape::Text, Some(false), see);
            }
        }
        _ => {}
    }
}

/// A value that has everything there is, in one line.
fn sample(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a".to_owned(),
        Shape::Judged(example) | Shape::Like { example, .. } => (*example).to_owned(),
        Shape::Word(words) => words[0].to_owned(),
        // As a probe is: whatever else there is of money is neither more nor less.
        Shape::Amount => "7".to_owned(),
        Shape::Flag => "true".to_owned(),
        Shape::List(item) => format!("[{}]", sample(item)),
        Shape::Entries(one) => format!("{{a: {}}}", sample(one)),
        Shape::Bare(shape) => sample(shape),
        Shape::Either(shapes) => shapes.last().map(sample).unwrap_or_default(),
        Shape::Mapping(it) => {
            let all: Vec<String> = it.fields.iter().map(|it| entry(it.name, &it.shape)).collect();
            format!("{{{}}}", all.join(", "))
        }
    }
}

fn entry(name: &str, shape: &Shape) -> String {
    format!("{name}: {}", sample(shape))
}

/// What the schema says of a value; nothing at all counts where it is allowed.
fn accepts(shape: &Shape, node: &Node) -> bool {
    match (shape, &node.value) {
        (Shape::Text | Shape::Judged(_), _) => is_scalar(node),
        (Shape::Word(words), Value::Text(it)) => words.contains(&it.as_str()),
        (Shape::Like { example, .. }, Value::Text(it)) => it == example,
        (Shape::Amount, Value::Number(_)) | (Shape::Flag, Value::Flag(..)) => true,
        (Shape::List(item), Value::List(items)) => items.iter().all(|it| accepts(item, it)),
        (Shape::Entries(one), Value::Mapping(it)) => it.iter().all(|(_, it)| accepts(one, it)),
        (Shape::Bare(shape), _) => node.value == Value::Nothing || accepts(shape, node),
        (Shape::Either(shapes), _) => shapes.iter().any(|it| accepts(it, node)),
        // No probe has the fields of any.
        (Shape::Mapping(it), Value::Mapping(entries)) => {
            entries.is_empty() && it.fields.iter().all(|it| it.presence != Presence::Needed)
        }
        _ => false,
    }
}

fn is_judged(shape: &Shape) -> bool {
    match shape {
        Shape::Judged(_) => true,
        Shape::Either(shapes) => shapes.iter().any(is_judged),
        _ => false,
    }
}

fn is_scalar(node: &Node) -> bool {
    matches!(node.value, Value::Text(_) | Value::Number(_) | Value::Flag(..))
}

fn node(text: &str) -> Node {
    let Ok(node) = yaml::parse(FileId::of(""), text, 0..text.len()) else { panic!("{text}") };
    node
}

/// What is said of a file with that YAML.
fn complaints(kind: Written, yaml: &str) -> Vec<Diagnostic> {
    let (path, is_page) = match kind {
        Written::Role => ("roles/a.md", true),
        Written::Competency => ("competencies/a.md", true),
        Written::Family => ("families/a.md", true),
        Written::Guide => ("guides/a.md", true),
        Written::Handbook => ("handbook.yml", false),
        Written::Glossary => ("glossary.yml", false),
    };
    let text =
        if is_page { format!("---\n{yaml}\n---\n\n# Title\n\nText.\n") } else { yaml.to_owned() };
    let path = RelPath::new(path).expect("a path");
    crate::document::parse(&TextFile::new(path, text)).diagnostics
}
