//! Which theme a run is with: the one that is asked for on the command line, or else the handbook's.

use super::{Options, Pipeline, sorted};
use crate::content::Content;
use crate::diagnostic::{Checked, Diagnostic, FileId, Span, code, suggest};
use crate::handbook::model::Handbook;
use crate::site::{self, DEFAULT, Theme};

/// The theme, as the handbook wants it to look, and what is wrong with it before any page is
/// rendered. The default one stands in for one that there is none of.
pub(super) fn theme(handbook: &Handbook, content: &Content, options: &Options) -> Checked<Theme> {
    let (name, place) = named(handbook, options);
    if !Theme::names(&content.themes).contains(name) {
        let unknown = unknown(name, place, content);
        return Checked { value: Theme::default(), diagnostics: vec![unknown] };
    }
    let theme = Theme::new(name, &content.themes);
    let mut diagnostics = theme.outdated();
    let settings = &handbook.settings;
    let value = site::dressed(theme, &settings.title, &settings.look).unpack(&mut diagnostics);
    Checked { value, diagnostics }
}

impl Pipeline {
    /// The theme of a project, be it that nothing of it is there yet, and the errors of the
    /// handbook that names it. Besides, whether the handbook does.
    pub fn theme_of(&mut self, content: &Content, options: &Options) -> (Checked<Theme>, bool) {
        let meant = self.mean(content, options);
        let handbook = &*meant.handbook;
        let (name, _) = named(handbook, options);
        let written = handbook.settings.theme.as_ref();
        let is_written = written.map_or(DEFAULT, |it| &it.value) == name;
        let value = Theme::new(name, &content.themes);
        let diagnostics = sorted(meant.said(options), content);
        (Checked { value, diagnostics }, is_written)
    }
}

fn named<'a>(handbook: &'a Handbook, options: &'a Options) -> (&'a str, Span) {
    match (&options.theme, &handbook.settings.theme) {
        (Some(name), _) => (name, Span::start_of(FileId::of("--theme"))),
        (None, Some(it)) => (&it.value, it.span),
        (None, None) => (DEFAULT, Span::start_of(FileId::of("--theme"))),
    }
}

fn unknown(name: &str, place: Span, content: &Content) -> Diagnostic {
    let names = Theme::names(&content.themes);
    let mut help = suggest::did_you_mean(name, names.iter().copied(), "");
    if suggest::closest(name, names).is_none() {
        help += &format!("; `rolebook theme eject FILE --theme {name}` begins one of that name");
    }
    let message = format!("there is no theme `{name}`");
    Diagnostic::new(code::UNKNOWN_THEME, place, message).help(help)
}
