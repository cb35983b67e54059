//! A handbook that is ready to be published: understood, and with a theme to be shown in.
//!
//! In: what is understood of a handbook, and what the last one was shown in. Out: all that is known before
//! pages are made, or single pages. Hands nothing out.

use super::understood::{Scene, Understood};
use super::{Build, Counts, Options, audience, ledger, sorted, theme};
use crate::content::{AssetFile, Content};
use crate::diagnostic::{Checked, Diagnostic, has_errors};
use crate::handbook::model::ShownHistory;
use crate::site::{self, Dress, OutputFile, Theme};
use std::sync::Arc;

/// Everything that is known before pages are made.
pub struct Ready {
    pub(super) understood: Understood,
    /// `None` where its templates cannot be compiled.
    pub(super) dress: Option<Arc<Dress>>,
    pub(super) assets: Arc<[AssetFile]>,
    /// What is to be said of the theme.
    noted: Vec<Diagnostic>,
    options: Options,
}

/// The pages of a handbook, each made when it is asked for.
pub struct Live {
    scene: Arc<Scene>,
    dress: Arc<Dress>,
    assets: Arc<[AssetFile]>,
}

impl Ready {
    /// `worn` is what the last one was shown in, and becomes what this one is.
    pub(super) fn new(
        understood: Understood,
        (content, options): (&Content, &Options),
        worn: &mut Option<Arc<Dress>>,
    ) -> Ready {
        let mut noted = Vec::new();
        let handbook = understood.handbook();
        let theme = theme::theme(handbook, content, options).unpack(&mut noted);
        *worn = dress(theme, &understood.scene, worn.take(), &mut noted);
        let assets = audience::published(handbook, content).into();
        Ready { understood, dress: worn.clone(), assets, noted, options: options.clone() }
    }

    /// All that is to be said of it, and how much there is of what a person counts. Says it of a site
    /// whose pages were made from the same before, too: unless they had faults.
    pub fn build(&self, content: &Content) -> Build {
        let handbook = self.understood.handbook();
        let mut diagnostics = self.understood.said(&self.options);
        diagnostics.extend(self.understood.policy.apply(self.noted.clone()));
        let scene = &self.understood.scene;
        Build {
            is_sound: !has_errors(&diagnostics),
            diagnostics: sorted(diagnostics, content),
            counts: counts(scene),
            audience: self.understood.told(),
            shows_history: handbook.settings.history != ShownHistory::Nothing,
            base_path: self.base_path(),
            unrecorded: ledger::unrecorded(scene),
            has_faults: false,
        }
    }

    /// The path the site is mounted under, as in `/handbook/`.
    pub fn base_path(&self) -> String {
        self.understood.scene.publication.base_path()
    }

    /// Its pages, unless there is an error already. The rules have not been asked yet, and templates may
    /// still fail.
    pub fn live(&self) -> Option<Live> {
        let is_sound = !has_errors(&self.understood.said_at_once())
            && !has_errors(&self.understood.policy.apply(self.noted.clone()));
        let dress = self.dress.clone().filter(|_| is_sound)?;
        Some(Live { scene: self.understood.scene.clone(), dress, assets: self.assets.clone() })
    }
}

impl Live {
    /// The file at `path`, or what is wrong with its template. `None` for what is made of all pages at
    /// once, and for what there is not.
    pub fn file(&self, path: &str) -> Option<Checked<OutputFile>> {
        site::single(&self.scene.pages(), (&self.dress, &self.assets), path)
    }
}

/// What pages are shown in: that of before, where nothing has changed that it depends on.
fn dress(
    theme: Theme,
    scene: &Scene,
    worn: Option<Arc<Dress>>,
    noted: &mut Vec<Diagnostic>,
) -> Option<Arc<Dress>> {
    let Scene { handbook, publication, .. } = scene;
    let labels = &handbook.settings.labels;
    let same = worn.filter(|it| it.is_of(&theme, labels, publication)).map(Ok);
    let made = || Dress::new(theme, labels, publication).map(Arc::new);
    match same.unwrap_or_else(made) {
        Ok(dress) => {
            noted.extend_from_slice(dress.noted());
            Some(dress)
        }
        Err(faults) => {
            noted.extend(faults);
            None
        }
    }
}

fn counts(Scene { handbook, addresses, .. }: &Scene) -> Counts {
    let (roles, competencies) = (handbook.roles.len(), handbook.competencies.len());
    Counts { pages: addresses.n_pages(), roles, competencies }
}
