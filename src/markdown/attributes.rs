//! `{#id .class key=value}` at the end of a heading or of a list item's first paragraph.
//!
//! In: the events of that line. Out: what the braces say, each word with its place, and the
//! events without them. Does not know what an id or a class is good for.

use super::events::{Placed, Source};
use super::problem;
use crate::diagnostic::{Diagnostic, Span, Spanned};
use pulldown_cmark::Event;
use std::ops::Range;

/// What an author said about a heading or an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Attributes {
    /// `#id`
    pub id: Option<Spanned<String>>,
    /// `.internal`
    pub classes: Vec<Spanned<String>>,
    /// `visibility=internal`
    pub visibility: Vec<Spanned<String>>,
    /// `replaces=id`
    pub replaces: Vec<Spanned<String>>,
    /// `develops=id`
    pub develops: Vec<Spanned<String>>,
    /// Where the braces stand, if there are any.
    pub braces: Option<Span>,
}

/// Takes the attributes off the end of `run`.
pub(super) fn take(
    source: Source<'_>,
    run: &mut Vec<Placed<'_>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Attributes {
    let mut attributes = Attributes::default();
    let Some(braces) = run.last().and_then(|last| braces_at_end(source, last)) else {
        return attributes;
    };
    cut(source, run, braces.start);
    attributes.braces = Some(source.span(braces.clone()));
    let mut start = braces.start + 1;
    let mut is_said = false;
    for part in source.slice(&(start..braces.end - 1)).split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        let at = source.span(start..start + word.len());
        // In `#two words more`, only the first word is out of place.
        let is_bare = !word.is_empty() && !is_attribute(word);
        if !(is_bare && is_said) {
            diagnostics.extend(attributes.add(word, at).err());
        }
        is_said |= is_bare;
        start += part.len();
    }
    attributes
}

/// Where the text of an event ends in attributes, if it does. Other braces are just text.
pub(super) fn braces_at_end(source: Source<'_>, last: &Placed<'_>) -> Option<Range<usize>> {
    let (Event::Text(text), at) = last else { return None };
    let written = source.slice(at).trim_end();
    let open = written.rfind('{')?;
    let (start, end) = (at.start + open, at.start + written.len());
    let braces = &written[open..];
    let words = braces.strip_prefix('{')?.strip_suffix('}')?;
    let escaped = source.slice(&(0..start)).ends_with('\\');
    // The text differs from what was written where entities and escapes stand.
    let literal = text.trim_end().ends_with(braces) && !words.contains('}');
    let meant = words.split_whitespace().next().is_some_and(is_attribute);
    (meant && literal && !escaped).then_some(start..end)
}

fn is_attribute(word: &str) -> bool {
    let is_key = |key: &str| !key.is_empty() && key.bytes().all(|it| it.is_ascii_alphanumeric());
    word.starts_with(['#', '.']) || word.split_once('=').is_some_and(|(key, _)| is_key(key))
}

/// Ends `run` before byte `end`, and before the white space or line break that stands there.
fn cut(source: Source<'_>, run: &mut Vec<Placed<'_>>, end: usize) {
    let Some((Event::Text(text), at)) = run.pop() else { return };
    let n_cut = source.slice(&(end..at.end)).trim_end().len();
    let text = text.trim_end();
    let kept = text.get(..text.len().saturating_sub(n_cut)).unwrap_or_default().trim_end();
    if !kept.is_empty() {
        let end = source.trimmed(at.start..end).end;
        run.push((Event::Text(kept.to_owned().into()), at.start..end));
    }
    while let Some((Event::SoftBreak | Event::HardBreak, _)) = run.last() {
        run.pop();
    }
}

impl Attributes {
    fn add(&mut self, word: &str, at: Span) -> Result<(), Diagnostic> {
        match (word.chars().next(), word.split_once('=')) {
            // What is left when the author put several spaces between two words.
            (None, _) => Ok(()),
            (Some('#'), _) => self.add_id(&word[1..], at),
            (Some('.'), _) => self.add_class(&word[1..], at),
            (_, Some((key @ "visibility", value))) => {
                add_name(&mut self.visibility, (key, value), at)
            }
            (_, Some((key @ "replaces", value))) => add_name(&mut self.replaces, (key, value), at),
            (_, Some((key @ "develops", value))) => add_name(&mut self.develops, (key, value), at),
            _ => Err(problem::unknown_attribute(at, word)),
        }
    }

    fn add_id(&mut self, id: &str, at: Span) -> Result<(), Diagnostic> {
        if !is_id(id) {
            return Err(problem::malformed_id(at, id));
        }
        if let Some(first) = &self.id {
            return Err(problem::second_id(at, id, first.span));
        }
        self.id = Some(Spanned::new(id.to_owned(), tail(at, id)));
        Ok(())
    }

    fn add_class(&mut self, class: &str, at: Span) -> Result<(), Diagnostic> {
        if class.is_empty() {
            return Err(problem::unknown_attribute(at, "."));
        }
        self.classes.push(Spanned::new(class.to_owned(), tail(at, class)));
        Ok(())
    }
}

fn add_name(
    names: &mut Vec<Spanned<String>>,
    (key, name): (&str, &str),
    at: Span,
) -> Result<(), Diagnostic> {
    if name.is_empty() {
        return Err(problem::names_nothing(at, key));
    }
    names.push(Spanned::new(name.to_owned(), tail(at, name)));
    Ok(())
}

/// Letters of every script, as in the ids that come from words: those must be writable too.
fn is_id(id: &str) -> bool {
    let is_word = |it: char| it.is_alphanumeric() || it == '_';
    id.starts_with(is_word) && id.chars().all(|it| is_word(it) || it == '-' || it == '.')
}

/// The place of `end`, which ends the word at `word`.
fn tail(word: Span, end: &str) -> Span {
    Span::new(word.file, word.end as usize - end.len(), word.end as usize)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, complaints, items, parsed};
    use super::super::{Block, Item};

    fn item(text: &str) -> Item {
        items(text).remove(0)
    }

    #[test]
    fn every_kind_of_word_has_its_place() {
        let text = "- Settles *things* {#á.b-1 .internal visibility=v replaces=x  develops=y#z replaces=w}\n";
        let Item { text: words, span, attributes, .. } = item(text);
        assert_eq!((words.as_str(), at(text, span)), ("Settles things", "Settles *things*"));
        let place = |it: &crate::diagnostic::Spanned<String>| {
            assert_eq!(at(text, it.span), it.value);
            it.value.clone()
        };
        assert_eq!(attributes.id.as_ref().map(place).as_deref(), Some("á.b-1"));
        assert_eq!(attributes.classes.iter().map(place).collect::<Vec<_>>(), ["internal"]);
        assert_eq!(attributes.visibility.iter().map(place).collect::<Vec<_>>(), ["v"]);
        assert_eq!(attributes.replaces.iter().map(place).collect::<Vec<_>>(), ["x", "w"]);
        assert_eq!(attributes.develops.iter().map(place).collect::<Vec<_>>(), ["y#z"]);
        assert_eq!(complaints(text), [""; 0]);
    }

    #[test]
    fn attributes_end_the_first_paragraph() {
        for text in [
            "- one\n  two {#a}\n  - nested\n",
            "- one two {#a}\n\n  Another paragraph.\n",
            "- one\n  two\n  {#a}\n",
            "- one two  \n  {#a}\n> quoted\n",
            "- one two{#a}\r\n- next\r\n",
        ] {
            let item = item(text);
            assert_eq!(item.text, "one two", "{text}");
            assert_eq!(item.attributes.id.map(|it| it.value).as_deref(), Some("a"), "{text}");
            assert!(!item.prose.text().contains('{'), "{text}");
        }
    }

    #[test]
    fn other_braces_are_text() {
        for words in [
            "Uses {curly} braces {here}",
            "Knows {{.Values.x}}",
            "Writes {}",
            "Sets {=x}",
            "Escapes \\{#id}",
            "Ends `in code {#id}`",
            "Goes {#id} on",
        ] {
            let text = format!("- {words}\n");
            let plain = words.replace(['\\', '`'], "");
            assert_eq!(item(&text).text, plain);
            assert_eq!(complaints(&text), [""; 0]);
        }
    }

    #[test]
    fn slips_are_reported_at_the_word() {
        for (braces, complaint) in [
            ("{#-a}", "bad-id: #-a"),
            ("{#a/b}", "bad-id: #a/b"),
            ("{#}", "bad-id: #"),
            ("{#a #b}", "bad-attribute: #b"),
            ("{#a .}", "bad-attribute: ."),
            ("{#a b c}", "bad-attribute: b"),
            ("{extends=b}", "bad-attribute: extends=b"),
            ("{replaces=}", "bad-attribute: replaces="),
        ] {
            assert_eq!(complaints(&format!("- x {braces}\n")), [complaint]);
        }
    }

    #[test]
    fn attributes_without_effect_are_reported() {
        for (text, n_complaints) in [
            ("A paragraph. {.internal}\n", 1),
            ("- item {#a}\n  - nested {.internal}\n", 1),
            ("- twice {#a} {#b}\n", 1),
            ("> # quoted {#a}\n", 1),
            ("In the {#middle} of a line.\n", 0),
            ("```\nfn {.internal}\n```\n", 0),
        ] {
            assert_eq!(complaints(text).len(), n_complaints, "{text}");
        }
    }

    #[test]
    fn headings_have_attributes_too() {
        let text = "## The *scope* {#scope .internal} ##\n";
        let blocks = parsed(text).value.blocks;
        let [Block::Heading(heading)] = &blocks[..] else { panic!("{blocks:?}") };
        assert_eq!((heading.level, heading.text.as_str()), (2, "The scope"));
        assert_eq!(at(text, heading.span), "The *scope*");
        assert_eq!(heading.attributes.id.as_ref().map(|it| at(text, it.span)), Some("scope"));
    }
}
