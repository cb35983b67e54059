//! What is private as written, and what is public. In: documents, and an audience. Out: the texts of
//! both, as the HTML that they would become.

use super::Audience;
use super::fields::{self, Field};
use crate::diagnostic::Span;
use crate::document::kind::{GlossaryFront, VisibilityFront};
use crate::document::{Document, FrontMatter, Kind, Section};
use crate::labels::Labels;
use crate::markdown::{
    self, Attributes, Block, Destination, Heading, Html, Prose, remaining_footnotes,
};

/// Texts as written.
pub(super) struct Written<'a> {
    /// What is said in words that are not the author's.
    pub(super) labels: &'a Labels,
    /// Whether HTML is shown as HTML.
    pub(super) allows_html: bool,
    pub(super) private: Vec<Private>,
    pub(super) public: String,
    /// What public pages are called.
    pub(super) names: Vec<String>,
    /// Where pages would be that there are not.
    pub(super) addresses: Vec<(String, Span)>,
}

/// A private text.
pub(super) struct Private {
    pub(super) html: String,
    pub(super) at: Span,
    /// Whether something is called so.
    pub(super) is_name: bool,
}

impl<'a> Written<'a> {
    /// Nothing yet.
    pub(super) fn new(labels: &'a Labels, allows_html: bool) -> Written<'a> {
        let (private, public) = (Vec::new(), String::new());
        Written { labels, allows_html, private, public, names: Vec::new(), addresses: Vec::new() }
    }

    fn add(&mut self, html: &str, at: Option<Span>) {
        match at {
            Some(at) => self.private.push(Private { html: html.to_owned(), at, is_name: false }),
            None => {
                self.public.push_str(html);
                self.public.push_str("<br>");
            }
        }
    }

    /// What a page is called.
    fn name(&mut self, name: &str, at: Option<Span>) {
        let html = Html::of_text(name).as_str().to_owned();
        match at {
            Some(at) => self.private.push(Private { html, at, is_name: true }),
            None => {
                self.add(&html, None);
                self.names.push(name.to_owned());
            }
        }
    }

    fn text(&mut self, text: &str, at: Option<Span>) {
        self.add(Html::of_text(text).as_str(), at);
    }

    fn prose(&mut self, prose: &Prose, at: Option<Span>) {
        let (labels, allows_html) = (self.labels, self.allows_html);
        let destination = |_: &markdown::Link| Destination::External;
        let reader = markdown::Reader { destination: &destination, labels, allows_html };
        self.add(markdown::render(prose, reader).as_str(), at);
    }
}

/// Reads documents for an audience.
pub(super) struct Reader<'a> {
    pub(super) audience: Audience<'a>,
}

impl Reader<'_> {
    pub(super) fn read(&self, document: &Document, into: &mut Written<'_>) {
        match &document.front {
            FrontMatter::Handbook(_) => {}
            FrontMatter::Glossary(front) => self.glossary(front, into),
            _ => self.page(document, into),
        }
    }

    fn shows(&self, word: &str) -> bool {
        word == "public" || self.audience.edition.shows.iter().any(|it| it == word)
    }

    /// What braces say. Classes of other tools say nothing.
    fn hides(&self, attributes: &Attributes) -> bool {
        let is_ours = |class: &&str| self.audience.editions.words().any(|it| it == *class);
        let classes = attributes.classes.iter().map(|it| it.value.as_str()).filter(is_ours);
        let words = attributes.visibility.iter().map(|it| it.value.as_str());
        !classes.chain(words).all(|it| self.shows(it))
    }

    fn glossary(&self, front: &GlossaryFront, into: &mut Written<'_>) {
        for term in &front.terms {
            let is_private = term.visibility.as_ref().is_some_and(|it| !self.shows(&it.value));
            for field in fields::of_term(term) {
                into.text(field.text, is_private.then_some(field.at));
            }
            into.prose(&term.definition, is_private.then_some(term.id.span));
        }
    }

    fn page(&self, document: &Document, into: &mut Written<'_>) {
        let none = VisibilityFront::default();
        let front = document.front.visibility().unwrap_or(&none);
        let outline = &document.outline;
        let by_word = front.page.as_ref().is_some_and(|it| !self.shows(&it.value));
        let by_title = outline.title.as_ref().is_some_and(|it| self.hides(&it.attributes));
        let by_others = self.audience.hidden.contains(&document.span.file);
        let is_private = by_word || by_title || by_others;
        let all = Part { at: is_private.then_some(document.span) };
        for field in fields::of_document(document) {
            let is_hidden = is_private || self.hides_field(front, &field);
            into.text(field.text, is_hidden.then_some(field.at));
        }
        // The front page has an address and a title of the handbook's.
        if document.place.kind != Kind::Home {
            name(document, all, into);
        }
        let mut text = Text { reader: self, into, shown: Vec::new(), hides_some: is_private };
        text.blocks(&outline.opening, all);
        outline.sections.iter().for_each(|it| text.section(it, all));
        if let Some(footnotes) = &outline.footnotes {
            text.footnotes(footnotes, document.span);
        }
    }

    fn hides_field(&self, front: &VisibilityFront, field: &Field<'_>) -> bool {
        front.fields.iter().any(|it| {
            let entry = it.entry.as_ref().map(|it| it.value.as_str());
            it.field == field.name
                && entry.is_none_or(|it| Some(it) == field.entry)
                && !self.shows(&it.word.value)
        })
    }
}

/// What a document is called and where its page would be.
fn name(document: &Document, part: Part, into: &mut Written<'_>) {
    into.name(&document.title(), part.at);
    into.name(&document.place.id, part.at);
    let id = &document.place.id;
    let folders: &[&str] = match document.place.kind {
        Kind::Role => &["roles", "compare"],
        Kind::Competency => &["competencies"],
        Kind::Family => &["families"],
        Kind::Guide => &["guides"],
        Kind::Home | Kind::Handbook | Kind::Glossary | Kind::Ledger => &[],
    };
    let addresses = folders.iter().map(|it| format!("{it}/{id}/"));
    into.addresses
        .extend(part.at.into_iter().flat_map(|at| addresses.clone().map(move |it| (it, at))));
    if part.at.is_none() {
        let family = document.place.family.as_deref().unwrap_or_default();
        into.text(family, None);
    }
}

/// A part of a document.
#[derive(Clone, Copy)]
struct Part {
    /// Where it is written that is private; `None` for what everybody may read.
    at: Option<Span>,
}

impl Part {
    /// What is inside, at a place of its own.
    fn inside(self, is_hidden: bool, at: Span) -> Part {
        Part { at: (is_hidden || self.at.is_some()).then_some(at) }
    }
}

struct Text<'a, 'b, 'l> {
    reader: &'a Reader<'a>,
    into: &'b mut Written<'l>,
    /// What everybody may read.
    shown: Vec<Prose>,
    /// Whether there is anything else.
    hides_some: bool,
}

impl Text<'_, '_, '_> {
    fn section(&mut self, section: &Section, around: Part) {
        let Heading { title, attributes, span, .. } = &section.heading;
        let part = around.inside(self.reader.hides(attributes), *span);
        self.add(title, part);
        self.id(attributes, part);
        self.blocks(&section.blocks, part);
        section.sections.iter().for_each(|it| self.section(it, part));
    }

    fn blocks(&mut self, blocks: &[Block], around: Part) {
        for block in blocks {
            match block {
                Block::Heading(it) => self.add(&it.title, around),
                Block::Prose(it) => self.add(it, around),
                Block::List(list) => {
                    for it in &list.items {
                        let part = around.inside(self.reader.hides(&it.attributes), it.span);
                        self.add(&it.prose, part);
                        self.id(&it.attributes, part);
                    }
                }
            }
        }
    }

    fn add(&mut self, prose: &Prose, part: Part) {
        self.into.prose(prose, part.at);
        match part.at {
            Some(_) => self.hides_some = true,
            None => self.shown.push(prose.clone()),
        }
    }

    fn id(&mut self, attributes: &Attributes, part: Part) {
        attributes.id.iter().for_each(|it| self.into.text(&it.value, part.at));
    }

    /// A footnote is private unless something mentions it that is not.
    fn footnotes(&mut self, footnotes: &Prose, at: Span) {
        if !self.hides_some {
            return self.into.prose(footnotes, None);
        }
        let mut shown: Vec<&mut Prose> = self.shown.iter_mut().collect();
        let shown = remaining_footnotes(&mut shown, footnotes);
        self.into.prose(footnotes, Some(at));
        shown.iter().for_each(|it| self.into.prose(it, None));
    }
}
