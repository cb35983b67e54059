//! What tests of this folder share, and what must hold for any text at all.

use super::{Block, Destination, Item, Link, Parsed, Prose, Reader, parse, render};
use crate::diagnostic::{Checked, Diagnostic, FileId, Span};
use crate::handbook::built_in_labels;
use crate::labels::{Labels, Language};
use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;
use std::sync::LazyLock;

pub(super) fn parsed(text: &str) -> Checked<Parsed> {
    parse(FileId::of("a.md"), text, 0)
}

/// The body's first block, which must be prose.
pub(super) fn prose(text: &str) -> Prose {
    match parsed(text).value.blocks.into_iter().next() {
        Some(Block::Prose(prose)) => prose,
        other => panic!("no prose: {other:?}"),
    }
}

/// All items of the lists at the top level.
pub(super) fn items(text: &str) -> Vec<Item> {
    let items = |block| match block {
        Block::List(list) => list.items,
        _ => Vec::new(),
    };
    parsed(text).value.blocks.into_iter().flat_map(items).collect()
}

pub(super) fn html(prose: &Prose) -> String {
    for_reader(&destination, |reader| render(prose, reader).to_string())
}

/// The same where HTML is not allowed.
pub(super) fn shown_as_text(prose: &Prose) -> String {
    for_reader(&destination, |it| render(prose, Reader { allows_html: false, ..it }).to_string())
}

/// What `set` makes for somebody who reads English.
pub(super) fn for_reader<T>(
    destination: &dyn Fn(&Link) -> Destination,
    set: impl FnOnce(Reader<'_>) -> T,
) -> T {
    // Read once, since thousands of texts are set.
    static ENGLISH: LazyLock<Labels> = LazyLock::new(|| built_in_labels(Language::english()));
    set(Reader { destination, labels: &ENGLISH, allows_html: true })
}

/// Leads nowhere, out or to a page, whatever the target looks like.
fn destination(link: &Link) -> Destination {
    match link.target.as_str() {
        "nowhere" => Destination::Broken,
        target if target.contains(':') => Destination::External,
        target => Destination::Page { href: format!("/{target}/"), title: "A & B".to_owned() },
    }
}

pub(super) fn at(text: &str, span: Span) -> &str {
    &text[span.start as usize..span.end as usize]
}

/// Every complaint as `code: the text it is about`.
pub(super) fn complaints(text: &str) -> Vec<String> {
    let complaint = |it: &Diagnostic| format!("{}: {}", it.code, at(text, it.span()));
    parsed(text).diagnostics.iter().map(complaint).collect()
}

/// Goes through everything that can be done with a text; spans must be places of it.
fn exercise(text: &str, start: usize) -> String {
    let parsed = parse(FileId::of("a.md"), text, start);
    let mut out = String::new();
    let mut show = |prose: &Prose| {
        prose.links().iter().for_each(|it| assert!(!at(text, it.span).is_empty()));
        out.push_str(&prose.text());
        out.push_str(&html(prose));
    };
    for block in &parsed.value.blocks {
        match block {
            Block::Heading(it) => {
                let _ = at(text, it.span);
                show(&it.title);
            }
            Block::List(list) => list.items.iter().for_each(|it| {
                let _ = at(text, it.span);
                show(&it.prose);
            }),
            Block::Prose(it) => show(it),
        }
    }
    show(&parsed.value.footnotes);
    parsed.diagnostics.iter().for_each(|it| assert!(!at(text, it.span()).is_empty()));
    out
}

/// Panics unless every element is closed in its turn.
fn assert_balanced(html: &str) {
    let mut open = Vec::new();
    for tag in html.split('<').skip(1) {
        let tag = tag.split_once('>').expect("a tag ends").0;
        let name = tag.split(' ').next().unwrap();
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{html}"),
            None if ["br", "hr", "img"].contains(&name) => {}
            None => open.push(name),
        }
    }
    assert_eq!(open, Vec::<&str>::new(), "{html}");
}

/// What Markdown and its extensions are made of.
#[rustfmt::skip]
const TRICKY: [&str; 47] = [
    "[[", "]]", "[", "](b)", "![", "{#", "{.internal}", "{#a}", "}", "|", "\\|", "- ", "1. ",
    "- [x] ", "# ", "```", "```rust\n", "[^a]", "[^a]:", "[^b]", "[^b]: ", "> ", "> [!NOTE]\n",
    "\n", "\n\n", "\r\n", "    ", "  ", "\t", "é", "🎉", "\u{a0}", "*", "_", "~~", "`", "\\",
    "---", "| a | b |\n|---|--:|\n", ": ", "&amp;", "nowhere", "replaces=a", "[a]: b\n", "x", "=", "\0",
];

fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![8 => select(TRICKY.as_slice()).prop_map(str::to_owned), 1 => "[a-zA-Zß ]{1,8}"]
}

fn tag() -> &'static str {
    "(<|<!--|-->|<b>|</b>|<div>\n|</div>|<a@b\\.c>|<https://x\\.y>|>)"
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_parsed_and_rendered(text in any::<String>(), start in 0..9_usize) {
        exercise(&text, start);
    }

    #[test]
    fn any_markdown_becomes_balanced_html(parts in vec(fragment(), 0..40)) {
        assert_balanced(&exercise(&parts.concat(), 0));
    }

    #[test]
    fn any_html_is_survived(parts in vec(prop_oneof![fragment(), tag()], 0..30)) {
        exercise(&parts.concat(), 0);
    }

    #[test]
    fn any_code_is_highlighted(
        language in "(rust|yaml|bash|html|sql|python|json)",
        code in "[ -~\n]{0,80}",
    ) {
        exercise(&format!("~~~{language}\n{code}\n~~~"), 0);
    }
}
