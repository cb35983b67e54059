//! Adds to the front matter of a document, in the manner in which its author wrote it.
//!
//! In: a file, and what it shall say besides. Out: edits, or why there is no good place. Comments,
//! quotation marks and the order of fields stay as they are.

mod said;

use self::said::{address, is_said};
use super::fence::{Fence, fence};
use super::scalar::scalar;
use super::yaml::{self, Node, Value};
use crate::content::TextFile;
use crate::diagnostic::{Span, Spanned};
use crate::edit::Edit;

/// The fields that stand at the top; what is added comes behind them.
const FIRST: [&str; 3] = ["formerly", "also_known_as", "title"];

/// What a document shall say besides.
pub struct Amendment<'a> {
    /// A title, for a document that has none in writing.
    pub title: Option<String>,
    /// An address that leads to it.
    pub alias: String,
    /// Tells an alias that is one no longer, so that the new one takes its place.
    pub is_gone: &'a dyn Fn(&str) -> bool,
}

type Entries = Vec<(Spanned<String>, Node)>;

/// The edits that make a page say it. `Err` says what its author has to do first.
pub fn amend(file: &TextFile, amendment: &Amendment<'_>) -> Result<Vec<Edit>, String> {
    let edits = edits(file, amendment)?;
    // YAML can be written in more ways than are known here.
    match is_said(file, &edits, &amendment.alias) {
        true => Ok(edits),
        false => Err(first_write_yaml(file, "written in a way that nothing can be added to")),
    }
}

fn edits(file: &TextFile, amendment: &Amendment<'_>) -> Result<Vec<Edit>, String> {
    let top = Span::start_of(file.id);
    let (yaml, is_there) = match fence(&file.text) {
        Fence::Absent => (0..0, false),
        Fence::Closed { yaml, .. } => (yaml, true),
        Fence::Foreign { .. } => return Err(first_write_yaml(file, "between `+++`")),
        Fence::Open => return Err(first_write_yaml(file, "never closed")),
    };
    if !is_there {
        let fields = amendment.fields("", true);
        return Ok(vec![Edit::insert(top, 0, format!("---\n{fields}---\n\n"))]);
    }
    let tree = yaml::parse(file.id, &file.text, yaml.clone());
    let entries = match tree.map_err(|_| first_write_yaml(file, "no YAML"))?.value {
        Value::Mapping(entries) if !entries.is_empty() => entries,
        Value::Nothing if says_nothing(&file.text[yaml.clone()]) => Vec::new(),
        _ => return Err(first_write_yaml(file, "no list of fields")),
    };
    let indent = entries.first().map_or("", |(key, _)| line_before(file, key.span.start as usize));
    if !indent.trim().is_empty() {
        return Err(first_write_yaml(file, "written in braces"));
    }
    let aliases = entries.iter().find(|(key, _)| key.value == "aliases");
    let mut edits = Vec::new();
    if let Some((key, node)) = aliases {
        edits.push(amendment.in_list(file, key, node));
    }
    let fields = amendment.fields(indent, aliases.is_none());
    if !fields.is_empty() {
        let at = match amendment.title {
            Some(_) => yaml.start,
            None => place(file, &entries, yaml.end),
        };
        edits.push(Edit::insert(top, at, fields));
    }
    Ok(edits)
}

impl Amendment<'_> {
    /// The lines of new fields.
    fn fields(&self, indent: &str, with_aliases: bool) -> String {
        let title = self.title.as_deref().map(|it| format!("{indent}title: {}\n", scalar(it)));
        let aliases = with_aliases.then(|| format!("{indent}aliases: [{}]\n", self.alias));
        title.into_iter().chain(aliases).collect()
    }

    /// The alias in a field `aliases` that is there.
    fn in_list(&self, file: &TextFile, key: &Spanned<String>, node: &Node) -> Edit {
        let Value::List(items) = &node.value else {
            return match text(file, node.span) {
                // Nothing but the key.
                it if it == key.value => {
                    let end = key.span.end as usize;
                    let colon = file.text[end..].find(':').map_or(end, |it| end + it + 1);
                    Edit::insert(key.span, colon, format!(" [{}]", self.alias))
                }
                _ => Edit::new(node.span, format!("[{}]", self.alias)),
            };
        };
        let gone = items.iter().find_map(|it| self.gone(file, it));
        gone.unwrap_or_else(|| match text(file, node.span) {
            "[" => self.in_brackets(node, items),
            _ => self.in_lines(file, node, items),
        })
    }

    /// The new alias in place of one that is gone.
    fn gone(&self, file: &TextFile, item: &Node) -> Option<Edit> {
        let (address, at) = address(item)?;
        if !(self.is_gone)(address) {
            return None;
        }
        let start = at.start as usize + text(file, at).find(address)?;
        let at = Span::new(file.id, start, start + address.len());
        Some(Edit::new(at, self.alias.clone()))
    }

    /// `[a, b]`: behind the last, where its end is known.
    fn in_brackets(&self, node: &Node, items: &[Node]) -> Edit {
        match (items.first(), items.last()) {
            (_, Some(Node { value: Value::Text(_), span })) => {
                Edit::insert(*span, span.end as usize, format!(", {}", self.alias))
            }
            (Some(first), _) => {
                Edit::insert(first.span, first.span.start as usize, format!("{}, ", self.alias))
            }
            (None, _) => Edit::insert(node.span, node.span.end as usize, self.alias.clone()),
        }
    }

    /// A line for each: behind the last, where its end is known.
    fn in_lines(&self, file: &TextFile, node: &Node, items: &[Node]) -> Edit {
        let first = items.first().map_or(node.span, |it| it.span);
        let before = line_before(file, first.start as usize);
        // Nothing stands behind the dash of an empty item, not even a space.
        let gap = if before.ends_with('-') { " " } else { "" };
        let line = format!("{before}{gap}{}\n", self.alias);
        let at = match items.last() {
            Some(Node { value: Value::Text(_), span }) => end_of_line(file, span.end as usize),
            _ => first.start as usize - before.len(),
        };
        Edit::insert(node.span, at, line)
    }
}

/// Where a new field goes: behind the last of those that stand at the top.
fn place(file: &TextFile, entries: &Entries, end: usize) -> usize {
    let start_of_line = |at: usize| at - line_before(file, at).len();
    let starts = entries.iter().skip(1).map(|(key, _)| start_of_line(key.span.start as usize));
    let ends: Vec<usize> = starts.chain([end]).collect();
    let behind = |name: &&str| {
        let (index, (key, _)) = entries.iter().enumerate().find(|(_, it)| it.0.value == **name)?;
        let next = end_of_line(file, key.span.end as usize);
        // A comment that follows belongs to the next field, and more lines to this one.
        (ends.get(index) == Some(&next)).then_some(next)
    };
    FIRST.iter().find_map(behind).unwrap_or(end)
}

fn text(file: &TextFile, at: Span) -> &str {
    file.text.get(at.start as usize..at.end as usize).unwrap_or_default()
}

/// Whether there is nothing but comments.
fn says_nothing(yaml: &str) -> bool {
    yaml.lines().map(str::trim_start).all(|it| it.is_empty() || it.starts_with('#'))
}

/// What ends a line of YAML: a carriage return does so even alone.
const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// What stands before byte `at` in its line.
fn line_before(file: &TextFile, at: usize) -> &str {
    file.text[..at].rsplit(LINE_ENDS).next().unwrap_or_default()
}

/// Where the line after the one of byte `at` begins.
fn end_of_line(file: &TextFile, at: usize) -> usize {
    let rest = &file.text[at..];
    let Some(end) = rest.find(LINE_ENDS) else { return file.text.len() };
    at + end + if rest[end..].starts_with("\r\n") { 2 } else { 1 }
}

fn first_write_yaml(file: &TextFile, how: &str) -> String {
    format!(
        "the front matter of `{}` is {how}: write one `name: value` a line, between two lines \
         `---`, and run this again",
        file.path
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::RelPath;
    use crate::edit::Edits;

    fn amended(front: &str) -> String {
        let file = TextFile::new(RelPath::new("roles/a.md").unwrap(), front);
        let is_gone = |it: &str| it == "/gone/";
        let amendment = Amendment { title: None, alias: "/new/".to_owned(), is_gone: &is_gone };
        Edits::new(amend(&file, &amendment).unwrap()).unwrap().apply(front)
    }

    #[test]
    fn an_alias_is_added_in_the_manner_of_its_author() {
        for (before, after) in [
            ("# A\n", "---\naliases: [/new/]\n---\n\n# A\n"),
            ("---\n---\n# A", "---\naliases: [/new/]\n---\n# A"),
            (
                "---\ntitle: A # b\nlevel: c\n---\n",
                "---\ntitle: A # b\naliases: [/new/]\nlevel: c\n---\n",
            ),
            (
                "---\n  title: >\n    A\n  # of the level\n  level: c\n---\n",
                "---\n  title: >\n    A\n  # of the level\n  level: c\n  aliases: [/new/]\n---\n",
            ),
            (
                "---\naliases: [/a/, '/b/' ] # c\n---\n",
                "---\naliases: [/a/, '/b/', /new/ ] # c\n---\n",
            ),
            ("---\naliases: []\n---\n", "---\naliases: [/new/]\n---\n"),
            ("---\naliases:\n  -\n---\n", "---\naliases:\n  - /new/\n  -\n---\n"),
            ("---\naliases:\nlevel: c\n---\n", "---\naliases: [/new/]\nlevel: c\n---\n"),
            ("---\naliases: ~\n---\n", "---\naliases: [/new/]\n---\n"),
            ("---\n# later\n---\n", "---\n# later\naliases: [/new/]\n---\n"),
            (
                "---\naliases:\n  - /a/ # b\n  # c\nlevel: d\n---\n",
                "---\naliases:\n  - /a/ # b\n  - /new/\n  # c\nlevel: d\n---\n",
            ),
            (
                "---\naliases:\n- from: /a/\n  to: b\n---\n",
                "---\naliases:\n- /new/\n- from: /a/\n  to: b\n---\n",
            ),
            (
                "---\naliases: [{ from: /a/, to: b }]\n---\n",
                "---\naliases: [/new/, { from: /a/, to: b }]\n---\n",
            ),
            ("---\naliases: [/a/, \"/gone/\"]\n---\n", "---\naliases: [/a/, \"/new/\"]\n---\n"),
        ] {
            assert_eq!(amended(before), after);
        }
    }

    #[test]
    fn a_carriage_return_ends_a_line_even_alone() {
        for (before, after) in [
            ("aliases:\r  - /a/ # b\r  - /b/\n", "aliases:\r  - /a/ # b\r  - /b/\n  - /new/\n"),
            ("aliases:\r  - /a/\r  # b\n", "aliases:\r  - /a/\r  - /new/\n  # b\n"),
            ("aliases:\r\n  - /a/\r\n", "aliases:\r\n  - /a/\r\n  - /new/\n"),
        ] {
            assert_eq!(amended(&format!("---\n{before}---\n")), format!("---\n{after}---\n"));
        }
    }

    #[test]
    fn front_matter_without_fields_is_its_authors() {
        for front in ["~", "- a", "words", "{ }"].map(|it| format!("---\n{it}\n---\n")) {
            let file = TextFile::new(RelPath::new("roles/a.md").unwrap(), front.as_str());
            let amendment =
                Amendment { title: None, alias: "/new/".to_owned(), is_gone: &|_| false };
            assert!(amend(&file, &amendment).unwrap_err().contains("no list of fields"), "{front}");
        }
    }

    #[test]
    fn front_matter_that_would_break_is_its_authors() {
        let front = "---\n{\n level: c,\n title: A }\n---\n";
        let file = TextFile::new(RelPath::new("roles/a.md").unwrap(), front);
        let amendment = Amendment { title: None, alias: "/new/".to_owned(), is_gone: &|_| false };
        assert!(amend(&file, &amendment).unwrap_err().contains("in a way that"));
    }
}
