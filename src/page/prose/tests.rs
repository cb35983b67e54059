//! How statements and headings are set.

use super::{Body, Context, Piece, Target, Typesetter};
use crate::diagnostic::FileId;
use crate::handbook::model::{
    Block, Handbook, Heading, Id, Role, Section, Statement, Statements, Subject, Topic, Visibility,
};
use crate::markdown::{self, Prose};
use crate::page::sample::{edited, nowhere};
use crate::page::{Address, Publication, settle};

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
    let addresses = settle(&handbook, &publication, None).value;
    let context = Context::new(&handbook, &publication, &addresses);
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
