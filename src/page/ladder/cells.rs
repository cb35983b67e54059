//! The cells of the table: what each role expects of each competency.

use super::{Cell, Group, Row};
use crate::handbook::model::{Competency, Id, Role, Section};
use crate::page::addresses::row;
use crate::page::areas::{AreaGroup, by_area};
use crate::page::context::Context;
use crate::page::former::Former;
use crate::page::prose::Typesetter;
use crate::page::view::StatementView;

/// A table with more statements than this only links to them: it has to stay light enough to
/// load and to scroll.
const MOST_STATEMENTS: usize = 3_000;

/// A table in the making: its columns, and how its prose is set.
pub(super) struct Table<'a> {
    context: &'a Context<'a>,
    typesetter: &'a Typesetter<'a>,
    roles: &'a [Id<Role>],
    former: Former<'a>,
    shows_statements: bool,
}

impl<'a> Table<'a> {
    pub(super) fn new(
        context: &'a Context<'a>,
        typesetter: &'a Typesetter<'a>,
        (roles, former): (&'a [Id<Role>], Former<'a>),
    ) -> Table<'a> {
        let shows_statements = n_statements(context, roles) <= MOST_STATEMENTS;
        Table { context, typesetter, roles, former, shows_statements }
    }

    pub(super) fn groups(&self) -> Vec<Group> {
        let handbook = self.context.handbook;
        let mut is_expected = vec![false; handbook.competencies.len()];
        for it in self.roles.iter().flat_map(|it| &self.context.role(*it).expectations) {
            is_expected[it.competency.index()] = true;
        }
        let ids = handbook.competencies.ids();
        let expected: Vec<_> = ids.filter(|it| is_expected[it.index()]).collect();
        by_area(handbook, &expected).into_iter().map(|it| self.group(&it)).collect()
    }

    fn group(&self, area: &AreaGroup<'_>) -> Group {
        Group {
            title: area.title.to_owned(),
            key: area.key.to_owned(),
            rows: area.competencies.iter().map(|it| self.row(*it)).collect(),
        }
    }

    fn row(&self, competency: Id<Competency>) -> Row {
        let cells: Vec<_> = self.roles.iter().map(|it| self.cell(*it, competency)).collect();
        let key = self.context.handbook.competencies[competency].slug.clone();
        Row {
            former: self.former.of(&row(&key)),
            competency: self.context.places.competency(competency),
            key,
            changes: cells.iter().any(|it| it.mark.is_change()),
            cells,
        }
    }

    fn cell(&self, role: Id<Role>, competency: Id<Competency>) -> Cell {
        let context = self.context;
        let expectation = context.role(role).expectation(competency);
        let slug = &context.handbook.competencies[competency].slug;
        let step = expectation.map(|it| it.proficiency);
        let anchor = format!("{}--{slug}", context.role(role).slug);
        Cell {
            former: self.former.of(&anchor),
            anchor,
            step: step.map(|it| context.step(it)),
            mark: context.mark(role, competency),
            core: expectation.is_some_and(|it| it.core),
            statements: self.statements(role, competency),
            more: step.map(|it| context.places.step(competency, it).address),
        }
    }

    fn statements(&self, role: Id<Role>, competency: Id<Competency>) -> Vec<StatementView> {
        if !self.shows_statements {
            return Vec::new();
        }
        let sources = sources(self.context, role, competency);
        self.typesetter.speaking_of(&[role]).quoted(sources.flat_map(Section::statements))
    }
}

fn n_statements(context: &Context<'_>, roles: &[Id<Role>]) -> usize {
    let cells = roles
        .iter()
        .flat_map(|role| context.role(*role).expectations.iter().map(|it| (*role, it.competency)));
    cells
        .map(|(role, it)| {
            sources(context, role, it).map(|it| it.statements().count()).sum::<usize>()
        })
        .sum()
}

/// What stands behind a cell: the step's own section, then the role's.
fn sources<'a>(
    context: &Context<'a>,
    role: Id<Role>,
    competency: Id<Competency>,
) -> impl Iterator<Item = &'a Section> {
    let described = &context.handbook.competencies[competency];
    let step = context.asked(role, competency).and_then(|it| described.descriptor(it));
    step.map(|it| &it.section).into_iter().chain(context.addition(role, competency))
}
