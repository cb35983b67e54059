//! What may be asked of a handbook without making a site of it.

use super::named::{role_named, vacancy};
use super::understood::Scene;
use super::{Options, Pipeline, sorted};
use crate::content::Content;
use crate::diagnostic::Checked;
use crate::labels::Labels;
use crate::page::{self, AdvertSheet, ComparisonSheet, StepSize};
use std::sync::Arc;

impl Pipeline {
    /// What changes from one role to another, each named by id or title, and the words for it. `Err`
    /// says which role there is none of, and what may be meant.
    pub fn compare(
        &mut self,
        content: &Content,
        options: &Options,
        names: [&str; 2],
    ) -> Checked<Result<(ComparisonSheet, Arc<Labels>), String>> {
        let understood = self.understand(content, options);
        let (handbook, addresses) = (understood.handbook(), &understood.scene.addresses);
        let [from, to] = names.map(|it| role_named(handbook, it, &understood.left_out));
        let sheet = from.and_then(|from| Ok(page::comparison(handbook, addresses, (from, to?))));
        let sheet = sheet.map(|it| (it, handbook.settings.labels.clone()));
        Checked { value: sheet, diagnostics: sorted(understood.said(options), content) }
    }

    /// What a job advert says of a role, named by id or title, and of its vacancy with that number,
    /// from 1. `Err` says what there is not.
    pub fn advert(
        &mut self,
        content: &Content,
        options: &Options,
        (name, number): (&str, Option<usize>),
    ) -> Checked<Result<AdvertSheet, String>> {
        let understood = self.understand(content, options);
        let Scene { handbook, publication, addresses } = &*understood.scene;
        let sheet = role_named(handbook, name, &understood.left_out).and_then(|role| {
            let vacancy = number.map(|it| vacancy(&handbook.roles[role], it)).transpose()?;
            Ok(page::advert(handbook, publication, addresses, (role, vacancy)))
        });
        Checked { value: sheet, diagnostics: sorted(understood.said(options), content) }
    }

    /// What pages say in words that are not the author's.
    pub fn labels(&mut self, content: &Content, options: &Options) -> Checked<Arc<Labels>> {
        let meant = self.mean(content, options);
        let diagnostics = sorted(meant.said(options), content);
        Checked { value: meant.handbook.settings.labels.clone(), diagnostics }
    }

    /// What the handbook is called: by its author, by its front page, or by nobody.
    pub fn title(&mut self, content: &Content, options: &Options) -> String {
        self.mean(content, options).handbook.settings.title.clone()
    }

    /// How much each rung asks beyond the one below.
    pub fn steps(&mut self, content: &Content, options: &Options) -> Checked<Vec<StepSize>> {
        let understood = self.understand(content, options);
        Checked {
            value: page::steps(understood.handbook(), &understood.scene.addresses),
            diagnostics: sorted(understood.said(options), content),
        }
    }
}
