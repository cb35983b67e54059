//! What a drawing does where it is opened by itself. On a page it is a picture and inert; at an address of its own it
//! is a page of the site, and a script in it has all the rights of one.
//!
//! In: the bytes of an SVG. Out: what in it is more than a drawing, and where, the first of each kind. It is read as a
//! browser does, and whatever may be read in two ways counts.

use super::reference::{leads_out, runs, stays_inside};
use roxmltree::{Attribute, Document, Node, NodeType, ParsingOptions};
use std::collections::BTreeMap;
use std::ops::Range;

/// Something that is no part of a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    Script,
    /// An attribute such as `onload`.
    Handler,
    /// HTML within the drawing, which may be anything.
    Html,
    /// A link that is code, or may become so.
    Link,
    /// Something that is loaded from another file.
    Reference,
    /// What it holds cannot be told: its encoding, its end, what stands for other things in it.
    Riddle,
}

/// What is found, and the bytes that say so.
pub type Acts = BTreeMap<Act, Range<usize>>;

const HTML: &str = "http://www.w3.org/1999/xhtml";

pub(in super::super) fn acts(bytes: &[u8]) -> Acts {
    let mut found = Acts::new();
    let Ok(text) = std::str::from_utf8(bytes) else { return Acts::from([(Act::Riddle, 0..0)]) };
    if let Some(at) = riddle(text) {
        found.insert(Act::Riddle, at);
    }
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    match Document::parse_with_options(text, options) {
        Ok(document) => document.descendants().for_each(|it| look_at(it, text, &mut found)),
        // Browsers show, and run, what stands before the mistake. Without a tag there is nothing.
        Err(error) if text.contains('<') => {
            let at = offset(text, error.pos());
            found.entry(Act::Riddle).or_insert(at..at);
        }
        Err(_) => {}
    }
    found
}

fn look_at(node: Node<'_, '_>, text: &str, found: &mut Acts) {
    let mut note = |act, at| {
        found.entry(act).or_insert(at);
    };
    match node.node_type() {
        NodeType::Element => of_element(node, text, &mut note),
        // A sheet of styles may be one that makes other documents of this one.
        NodeType::PI if node.pi().is_some_and(|it| it.target.starts_with("xml-stylesheet")) => {
            note(Act::Reference, first_word(node, text));
        }
        NodeType::Text if node.text().is_some_and(leads_out) => {
            let parent = node.parent_element().filter(|it| is(it, "style"));
            parent.into_iter().for_each(|it| note(Act::Reference, first_word(it, text)));
        }
        _ => {}
    }
}

fn of_element(node: Node<'_, '_>, text: &str, note: &mut impl FnMut(Act, Range<usize>)) {
    if ["script", "handler", "listener"].iter().any(|it| is(&node, it)) {
        note(Act::Script, first_word(node, text));
    } else if is(&node, "foreignObject") || node.tag_name().namespace() == Some(HTML) {
        note(Act::Html, first_word(node, text));
    }
    for attribute in node.attributes() {
        if let Some(act) = of_attribute(&node, &attribute) {
            note(act, attribute.range());
        }
    }
}

fn of_attribute(node: &Node<'_, '_>, attribute: &Attribute<'_, '_>) -> Option<Act> {
    let (name, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
    if name.starts_with("on") && attribute.namespace().is_none() {
        return Some(Act::Handler);
    }
    match name.as_str() {
        "href" if is(node, "a") => runs(value).then_some(Act::Link),
        "href" => (!stays_inside(value)).then_some(Act::Reference),
        // What an animation sets is looked at nowhere else.
        "attributename" => {
            let animated = value.trim().to_ascii_lowercase();
            (animated.ends_with("href") || animated.starts_with("on")).then_some(Act::Link)
        }
        _ => leads_out(value).then_some(Act::Reference),
    }
}

fn is(node: &Node<'_, '_>, name: &str) -> bool {
    node.tag_name().name().eq_ignore_ascii_case(name)
}

/// `<script` of a whole element.
fn first_word(node: Node<'_, '_>, text: &str) -> Range<usize> {
    let Range { start, end } = node.range();
    let length = text.get(start..end).and_then(|it| it.find([' ', '\t', '\r', '\n', '/', '>']));
    start..length.map_or(end, |it| start + it)
}

/// Where the text asks to be read in another way than as UTF-8, or gives attributes that stand nowhere.
fn riddle(text: &str) -> Option<Range<usize>> {
    let first = text.trim_start_matches('\u{feff}').split("?>").next().unwrap_or_default();
    let first = first.to_ascii_lowercase();
    if first.starts_with("<?xml") && first.contains("encoding") && !first.contains("utf-8") {
        return Some(0..first.len());
    }
    let declared = text.match_indices("<!");
    let is_odd = |it: &str| {
        let entity = it.strip_prefix("<!ENTITY").map(str::trim_start);
        it.starts_with("<!ATTLIST") || entity.is_some_and(|it| it.starts_with('%'))
    };
    declared.map(|(at, _)| at).find(|at| is_odd(&text[*at..])).map(|at| at..at + "<!ENTITY".len())
}

fn offset(text: &str, place: roxmltree::TextPos) -> usize {
    let (row, column) = (place.row as usize, place.col as usize);
    let above: usize = text.split_inclusive('\n').take(row - 1).map(str::len).sum();
    let within = text[above..].char_indices().nth(column - 1).map_or(0, |(at, _)| at);
    above + within
}

#[cfg(test)]
mod tests;
