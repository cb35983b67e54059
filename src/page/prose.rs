//! Prose in pieces: what documents say, set for one page.

use super::address::Address;
use super::context::Context;
use super::places::Places;
use super::view::{Link, Piece, StatementView};
use crate::handbook::model::{
    Block, Body, Heading, Id, Role, Section, Statement, Statements, Target, Topic,
};
use crate::markdown::{self, Destination, Html, Prose};

/// The level of the first headings below the title.
const FIRST_LEVEL: u8 = 2;

/// Sets prose for one page, which all its links start from.
pub(super) struct Typesetter<'a> {
    places: Places<'a>,
    root: String,
    /// The roles that the page is about: what they say themselves needs no name beside it.
    speakers: Vec<Id<Role>>,
}

impl<'a> Typesetter<'a> {
    pub(super) fn new(context: &Context<'a>, page: &Address) -> Typesetter<'a> {
        Typesetter { places: context.places, root: page.root(), speakers: Vec::new() }
    }

    /// The same page, where it speaks of `roles`.
    pub(super) fn speaking_of(&self, roles: &[Id<Role>]) -> Typesetter<'a> {
        Typesetter { places: self.places, root: self.root.clone(), speakers: roles.to_vec() }
    }

    /// A whole document.
    pub(super) fn body(&self, body: &Body) -> Vec<Piece> {
        let mut pieces = self.blocks(&body.opening);
        pieces.extend(self.after_opening(body));
        pieces
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
        let mut pieces = self.blocks(&section.blocks);
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
            Block::Prose(prose) => {
                Piece::Prose { html: markdown::quote(prose, &|link| self.destination(link)) }
            }
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
        markdown::render(prose, &|link| self.destination(link))
    }
}

impl Typesetter<'_> {
    fn section(&self, section: &Section, level: u8, pieces: &mut Vec<Piece>) {
        pieces.push(Piece::Heading {
            level: level.min(6),
            anchor: section.anchor.clone(),
            html: match &section.heading {
                Heading::Written(prose) => self.html(prose),
                Heading::Named => Html::of_text(self.places.heading(section)),
            },
            link: self.heading_link(section),
        });
        pieces.extend(self.inside(section, level));
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
        let from = self.other_speaker(statement);
        if from.is_some() {
            return StatementView { anchor, ..self.quotation(statement) };
        }
        StatementView {
            anchor,
            html: self.html(&statement.prose),
            from,
            checked: statement.checked,
        }
    }

    fn quotation(&self, statement: &Statement) -> StatementView {
        StatementView {
            anchor: None,
            html: markdown::quote(&statement.prose, &|link| self.destination(link)),
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
                let (href, title) = (self.href(&Address::asset(path)), path.clone());
                Destination::Page { href, title }
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

/// Links to sections of a document.
pub(super) fn contents(context: &Context<'_>, page: &Address, sections: &[Section]) -> Vec<Link> {
    let places = context.places;
    let link = |it| places.to(places.heading(it), page.clone().at(&it.anchor));
    sections.iter().map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::{Body, Context, Piece, Target, Typesetter};
    use crate::diagnostic::FileId;
    use crate::handbook::model::{
        Block, Handbook, Heading, Id, Role, Section, Statement, Statements, Subject, Topic,
        Visibility,
    };
    use crate::markdown::{self, Prose};
    use crate::page::sample::{edited, nowhere};
    use crate::page::{Address, Publication};

    fn prose(text: &str) -> Prose {
        let blocks = markdown::parse(FileId::of("sample"), text, 0).value.blocks;
        match blocks.into_iter().next() {
            Some(markdown::Block::Prose(prose)) => prose,
            _ => panic!("no prose"),
        }
    }

    fn section(topic: Topic, stated_by: Id<Role>) -> Section {
        let statement = Statement {
            id: "hires".to_owned(),
            id_is_written: false,
            is_anchored: topic != Topic::Free,
            text: "Hires".to_owned(),
            prose: prose("Hires as [[b#scope]] does"),
            replaces: Vec::new(),
            develops: Vec::new(),
            visibility: Visibility::default(),
            checked: None,
            stated_by: Some(stated_by),
            span: nowhere(),
        };
        Section {
            anchor: "duties".to_owned(),
            anchor_is_written: false,
            title: "Duties & more".to_owned(),
            heading: Heading::Named,
            topic,
            blocks: vec![Block::Statements(Statements { start: None, items: vec![statement] })],
            sections: Vec::new(),
            visibility: Visibility::default(),
            span: nowhere(),
        }
    }

    fn handbook(topic: &Topic) -> Handbook {
        let mut handbook = edited(&[("a", "e1"), ("b", "e2")], |ids, roles| {
            let sections = vec![section(topic.clone(), ids[0])];
            roles[1].body = Body { sections, ..Body::default() };
        });
        let subject = Subject::Role(handbook.roles.ids().last().unwrap());
        let target = Target::Subject { subject, anchor: Some("scope".to_owned()) };
        handbook.links.insert((FileId::of("sample"), "b#scope".to_owned()), target);
        handbook
    }

    fn pieces(topic: &Topic) -> Vec<Piece> {
        let (handbook, publication) = (handbook(topic), Publication::default());
        let context = Context::new(&handbook, &publication);
        let (id, role) = handbook.roles.iter().last().unwrap();
        let typesetter = Typesetter::new(&context, &Address::role("b")).speaking_of(&[id]);
        typesetter.body(&role.body)
    }

    #[test]
    fn a_statement_of_another_role_names_it_and_keeps_its_links() {
        let pieces = pieces(&Topic::Known("duties".to_owned()));
        let [Piece::Heading { level: 2, html, .. }, Piece::Statements { items, .. }] = &pieces[..]
        else {
            panic!("{pieces:?}");
        };
        assert_eq!(html.as_str(), "Duties &amp; more");
        assert_eq!(items[0].anchor.as_deref(), Some("hires"));
        assert_eq!(items[0].from.as_ref().unwrap().text, "A");
        let link = "<a href=\"../../roles/b/#scope\">B</a>";
        assert!(items[0].html.as_str().contains(link), "{}", items[0].html);
    }

    #[test]
    fn a_list_in_free_prose_is_only_a_list() {
        let pieces = pieces(&Topic::Free);
        let Some(Piece::Statements { items, .. }) = pieces.last() else { panic!("{pieces:?}") };
        assert_eq!(items[0].anchor, None);
    }
}
