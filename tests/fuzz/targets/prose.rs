//! Prose to HTML and to plain words.

use super::material::text;
use super::places::{Alone, assert_all_places, assert_places};
use rolebook::diagnostic::{FileId, Span, Spanned};
use rolebook::labels::{Labels, Language};
use rolebook::markdown::{
    Block, Destination, Link, Prose, Reader, fragment, paragraphs, parse, plain, quote, render,
    render_below,
};
use rolebook::pipeline::built_in_labels;
use std::sync::LazyLock;

/// The bytes are a body.
pub fn prose(data: &[u8]) {
    let text = text(data);
    let file = FileId::of("a.md");
    let parsed = parse(file, &text, 0);
    assert_eq!(parsed, parse(file, &text, 0), "it is read in two ways");
    assert_places(&parsed.diagnostics, &Alone(file, &text));
    assert_all_places(&parsed.value, file, &text);
    let whole = Spanned::new(text.clone(), Span::new(file, 0, text.len()));
    let mut all = vec![parsed.value.footnotes, fragment(&whole)];
    for block in parsed.value.blocks {
        match block {
            Block::Heading(it) => all.push(it.title),
            Block::List(it) => all.extend(it.items.into_iter().map(|it| it.prose)),
            Block::Prose(it) => all.push(it),
        }
    }
    // Read once, since millions of texts are set.
    static ENGLISH: LazyLock<Labels> = LazyLock::new(|| built_in_labels(Language::english()));
    for allows_html in [true, false] {
        let reader = Reader { destination: &destination, labels: &ENGLISH, allows_html };
        all.iter().for_each(|it| set(it, reader, &text));
    }
    let reader = Reader { destination: &destination, labels: &ENGLISH, allows_html: false };
    all.iter().for_each(|it| assert_tame(render(it, reader).as_str()));
}

/// What Markdown makes, and nothing that an author could have written himself.
const ELEMENTS: &str = " a aside blockquote br code dd del div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img input \
    li ol p pre section span strong sub sup table tbody td th thead tr ul ";

fn assert_tame(html: &str) {
    for tag in html.split('<').skip(1) {
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        assert!(ELEMENTS.contains(&format!(" {name} ")), "<{tag} is no element of ours");
        // Between quotes stands what an attribute says; what is left is what attributes are called.
        let tag = tag.split('>').next().unwrap_or_default();
        let names = tag.split('"').step_by(2).flat_map(str::split_whitespace).skip(1);
        names.for_each(|it| {
            assert!(!it.starts_with("on") && it != "style=", "<{tag}> does something")
        });
    }
}

fn set(prose: &Prose, reader: Reader<'_>, text: &str) {
    let html = render(prose, reader);
    assert_eq!(html, render(prose, reader), "it is set in two ways");
    quote(prose, reader);
    render_below("heading", prose, reader);
    let words = plain(prose, reader.destination);
    assert_eq!(words, paragraphs(prose, reader.destination).join(" "));
    for it in [&words, &prose.text()] {
        assert_eq!(*it, it.split_whitespace().collect::<Vec<_>>().join(" "), "it is not one line");
    }
    for Link { target, target_at, .. } in prose.links() {
        let Some(at) = target_at else { continue };
        let written = text.get(at.start as usize..at.end as usize);
        // That of an e-mail address has a scheme that nobody wrote.
        let is_it = written == Some(target) || written == target.strip_prefix("mailto:");
        assert!(is_it, "{target:?} is not {written:?}");
    }
}

/// Each way that a link can lead, by how long it is.
fn destination(link: &Link) -> Destination {
    let target = link.target.clone();
    match target.len() % 5 {
        0 => Destination::Page { href: format!("../{target}/"), title: target },
        1 => Destination::External,
        2 => Destination::File {
            href: "a".to_owned(),
            path: target,
            size: Some((1, 2)),
            is_first: true,
        },
        3 => Destination::Hidden,
        _ => Destination::Broken,
    }
}
