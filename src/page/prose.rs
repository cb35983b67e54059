//! Prose in pieces: what documents say, set for one page.

use super::address::Address;
use super::context::Context;
use super::former::Former;
use super::places::Places;
use super::view::{Link, Piece, StatementView};
use crate::diagnostic::Span;
use crate::handbook::model::{
    Block, Body, Heading, Id, Role, Section, Statement, Statements, Target, Topic,
};
use crate::labels::Labels;
use crate::markdown::{self, Destination, Html, LinkKind, Prose, Reader};
use crate::picture::measure::Measured;

/// The level of the first headings below the title.
const FIRST_LEVEL: u8 = 2;

/// Sets prose for one page, which all its links start from.
#[derive(Clone)]
pub(super) struct Typesetter<'a> {
    places: Places<'a>,
    root: String,
    /// What leads to places on the page unseen.
    former: Former<'a>,
    /// The anchor of the heading that everything stands under.
    heading: Option<String>,
    /// Where the picture is written that is seen as soon as the page is.
    first_picture: Option<Span>,
    /// The roles that the page is about: what they say themselves needs no name beside it.
    speakers: Vec<Id<Role>>,
}

impl<'a> Typesetter<'a> {
    pub(super) fn new(context: &Context<'a>, page: &Address) -> Typesetter<'a> {
        Typesetter {
            places: context.places,
            root: page.root(),
            former: context.former(page),
            heading: None,
            first_picture: None,
            speakers: Vec::new(),
        }
    }

    /// The same page, where it speaks of `roles`.
    pub(super) fn speaking_of(&self, roles: &[Id<Role>]) -> Typesetter<'a> {
        Typesetter { speakers: roles.to_vec(), ..self.clone() }
    }

    /// A whole document.
    pub(super) fn body(&self, body: &Body) -> Vec<Piece> {
        let mut pieces = self.opening(body);
        pieces.extend(self.after_opening(body));
        pieces
    }

    /// What stands before the first heading of a document. A reader sees it at once, and should not
    /// have to wait for its first picture until everything else is there.
    pub(super) fn opening(&self, body: &Body) -> Vec<Piece> {
        let links = body.opening.iter().flat_map(Block::proses).flat_map(Prose::links);
        let first_picture = links.filter(|it| it.kind == LinkKind::Image).map(|it| it.span).next();
        Typesetter { first_picture, ..self.clone() }.blocks(&body.opening)
    }

    /// A document but for what stands before its first heading.
    pub(super) fn after_opening(&self, body: &Body) -> Vec<Piece> {
        let mut pieces = self.sections(&body.sections);
        pieces.extend(self.footnotes(body));
        pieces
    }

    pub(super) fn footnotes(&self, body: &Body) -> Option<Piece> {
        body.footnotes.as_ref().map(|it| Piece::Prose { html: self.html(it) })
    }

    /// Sections of a document, with their headings.
    pub(super) fn sections(&self, sections: &[Section]) -> Vec<Piece> {
        let mut pieces = Vec::new();
        sections.iter().for_each(|it| self.section(it, FIRST_LEVEL, &mut pieces));
        pieces
    }

    /// What stands under the heading of a section, which is of `level`.
    pub(super) fn inside(&self, section: &Section, level: u8) -> Vec<Piece> {
        let mut pieces = self.below(&section.anchor).blocks(&section.blocks);
        section.sections.iter().for_each(|it| self.section(it, level + 1, &mut pieces));
        pieces
    }

    pub(super) fn blocks(&self, blocks: &[Block]) -> Vec<Piece> {
        blocks.iter().map(|it| self.block(it)).collect()
    }

    /// Statements away from their own page, where nothing points at them.
    pub(super) fn quoted<'s>(
        &self,
        statements: impl Iterator<Item = &'s Statement>,
    ) -> Vec<StatementView> {
        statements.map(|it| self.quotation(it)).collect()
    }

    /// What stands under a heading, away from its own page.
    pub(super) fn quoted_section(&self, section: &Section) -> Vec<Piece> {
        let piece = |block: &Block| match block {
            Block::Prose(prose) => Piece::Prose { html: self.quotation_of(prose) },
            Block::Statements(Statements { start, items }) => {
                Piece::Statements { ordered: start.is_some(), items: self.quoted(items.iter()) }
            }
        };
        section.blocks.iter().map(piece).collect()
    }

    /// What prose says, in plain words.
    pub(super) fn plain(&self, prose: &Prose) -> String {
        markdown::plain(prose, &|link| self.destination(link))
    }

    /// The same, paragraph by paragraph.
    pub(super) fn paragraphs(&self, prose: &Prose) -> Vec<String> {
        markdown::paragraphs(prose, &|link| self.destination(link))
    }

    pub(super) fn html(&self, prose: &Prose) -> Html {
        let destination = |link: &markdown::Link| self.destination(link);
        let reader = self.reader(&destination);
        match &self.heading {
            Some(heading) => markdown::render_below(heading, prose, reader),
            None => markdown::render(prose, reader),
        }
    }

    /// The same on another page than its own.
    fn quotation_of(&self, prose: &Prose) -> Html {
        let destination = |link: &markdown::Link| self.destination(link);
        markdown::quote(prose, self.reader(&destination))
    }

    fn reader<'b>(&'b self, destination: &'b dyn Fn(&markdown::Link) -> Destination) -> Reader<'b> {
        let allows_html = self.places.handbook.settings.allows_html;
        Reader { destination, labels: self.labels(), allows_html }
    }

    fn labels(&self) -> &Labels {
        &self.places.handbook.settings.labels
    }
}

impl<'a> Typesetter<'a> {
    /// The same page, below the heading with that anchor.
    fn below(&self, heading: &str) -> Typesetter<'a> {
        Typesetter { heading: Some(heading.to_owned()), ..self.clone() }
    }

    fn section(&self, section: &Section, level: u8, pieces: &mut Vec<Piece>) {
        if let Some(topic) = framed(&section.topic) {
            return pieces.push(self.framed(section, level, topic));
        }
        pieces.push(self.heading(section, level));
        pieces.extend(self.inside(section, level));
    }

    /// A section in a frame, and each of its parts in one: a challenge stands with its answers.
    fn framed(&self, section: &Section, level: u8, topic: &str) -> Piece {
        let mut items = vec![self.heading(section, level)];
        items.extend(self.below(&section.anchor).blocks(&section.blocks));
        items.extend(section.sections.iter().map(|part| {
            let mut items = vec![self.heading(part, level + 1)];
            items.extend(self.inside(part, level + 1));
            Piece::Section { topic: String::new(), items }
        }));
        Piece::Section { topic: topic.to_owned(), items }
    }

    fn heading(&self, section: &Section, level: u8) -> Piece {
        Piece::Heading {
            level: level.min(6),
            anchor: section.anchor.clone(),
            former: self.former.of(&section.anchor),
            html: match &section.heading {
                Heading::Written(prose) => self.html(prose),
                Heading::Named => Html::of_text(self.places.heading(section)),
            },
            link: self.heading_link(section),
        }
    }

    /// The competency that the section is about, unless the heading has a link already.
    fn heading_link(&self, section: &Section) -> Option<Link> {
        let has_links = match &section.heading {
            Heading::Written(prose) => !prose.links().is_empty(),
            Heading::Named => false,
        };
        match section.topic {
            Topic::Competency(it) if !has_links => Some(self.places.competency(it)),
            _ => None,
        }
    }

    fn block(&self, block: &Block) -> Piece {
        match block {
            Block::Prose(prose) => Piece::Prose { html: self.html(prose) },
            Block::Statements(Statements { start, items }) => Piece::Statements {
                ordered: start.is_some(),
                items: items.iter().map(|it| self.statement(it)).collect(),
            },
        }
    }

    /// A statement at home.
    fn statement(&self, statement: &Statement) -> StatementView {
        let anchor = statement.is_anchored.then(|| statement.id.clone());
        let former = anchor.as_ref().map_or_else(Vec::new, |it| self.former.of(it));
        let from = self.other_speaker(statement);
        if from.is_some() {
            return StatementView { anchor, former, ..self.quotation(statement) };
        }
        StatementView {
            anchor,
            former,
            html: self.html(&statement.prose),
            from,
            checked: statement.checked,
        }
    }

    fn quotation(&self, statement: &Statement) -> StatementView {
        StatementView {
            anchor: None,
            former: Vec::new(),
            html: self.quotation_of(&statement.prose),
            from: self.other_speaker(statement),
            checked: statement.checked,
        }
    }

    fn other_speaker(&self, statement: &Statement) -> Option<Link> {
        let other = statement.stated_by.filter(|it| !self.speakers.contains(it));
        other.map(|it| self.places.role(it))
    }

    /// Where a link leads from this page. Links are known by the document that they stand in,
    /// which for what is inherited is another than the page's.
    fn destination(&self, link: &markdown::Link) -> Destination {
        let key = (link.span.file, link.target.clone());
        match self.places.handbook.links.get(&key) {
            Some(Target::Subject { subject, anchor }) => {
                let anchor = anchor.as_deref();
                let address = self.places.address(*subject, anchor);
                let title = self.places.full_title(*subject, anchor);
                Destination::Page { href: self.href(&address), title }
            }
            Some(Target::Asset(path)) => {
                let (href, path) = (self.href(&Address::asset(path)), path.clone());
                let size = match self.places.handbook.assets.get(&path) {
                    Some(Measured::Picture(it)) => Some((it.width, it.height)),
                    _ => None,
                };
                let is_first = self.first_picture == Some(link.span);
                Destination::File { href, path, size, is_first }
            }
            Some(Target::Elsewhere) => Destination::External,
            Some(Target::Hidden) => Destination::Hidden,
            Some(Target::Nowhere) | None => Destination::Broken,
        }
    }

    fn href(&self, address: &Address) -> String {
        format!("{}{}", self.root, address.as_str())
    }
}

/// The topics that are composed in a frame.
fn framed(topic: &Topic) -> Option<&str> {
    match topic {
        Topic::Known(key) if ["challenges", "takeaways"].contains(&key.as_str()) => Some(key),
        _ => None,
    }
}

/// Links to sections of a document.
pub(super) fn contents(context: &Context<'_>, page: &Address, sections: &[Section]) -> Vec<Link> {
    let places = context.places;
    let link = |it| places.to(places.heading(it), page.clone().at(&it.anchor));
    sections.iter().map(link).collect()
}

#[cfg(test)]
mod tests;
