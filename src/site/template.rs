//! Templates: compiled once, run for every page.
//!
//! In: a theme, then pages. Out: HTML, or a diagnostic that points into the template. With
//! `fault.rs` the only file that names the template engine; must not know what a page says.

use super::asset::Assets;
use super::fault;
use super::problem;
use super::theme::{BUILT_IN, TemplateFile, Theme};
use crate::diagnostic::{Diagnostic, FileId};
use serde::Serialize;
use std::collections::BTreeMap;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult};

/// The templates of a theme, ready to run.
pub(super) struct Templates {
    tera: Tera,
    sources: Sources,
}

/// Where each template stands and what it says, by the name the engine knows it by.
pub(super) struct Sources(BTreeMap<String, (FileId, String)>);

impl Sources {
    /// The file behind a template's name, and its text.
    pub(super) fn get(&self, name: &str) -> (FileId, &str) {
        match self.0.get(name) {
            Some((place, text)) => (*place, text),
            None => (FileId::of(name), ""),
        }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, (_, text))| (name.as_str(), text.as_str()))
    }
}

impl Templates {
    /// Compiles a theme. On failure, everything that is wrong with its templates.
    pub(super) fn new(theme: &Theme, assets: &Assets) -> Result<Templates, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let mut texts = BTreeMap::new();
        for file in theme.templates() {
            match std::str::from_utf8(file.bytes) {
                Err(_) => diagnostics.push(problem::template_not_text(file.place)),
                Ok(text) => {
                    diagnostics.extend(syntax_error(&file, text));
                    texts.insert(file.name, (file.place, text.to_owned()));
                }
            }
        }
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        let sources = Sources(texts);
        match compiled(&sources, assets.addresses()) {
            Ok(tera) => Ok(Templates { tera, sources }),
            Err(error) => Err(fault::diagnostics(&error, &sources)),
        }
    }

    /// The page that the template `name` makes of `page`.
    pub(super) fn render(&self, name: &str, page: &impl Serialize) -> Result<String, Diagnostic> {
        let context = Context::from_serialize(page);
        let rendered = context.and_then(|context| self.tera.render(name, &context));
        rendered.map_err(|error| fault::diagnostic(&error, &self.sources, name))
    }
}

/// What is wrong with the syntax of one template. Each is tried alone, since the engine stops at
/// the first mistake; the built-in ones are sound, which a test holds.
fn syntax_error(file: &TemplateFile<'_>, text: &str) -> Option<Diagnostic> {
    if !file.is_override {
        return None;
    }
    let error = Tera::default().add_raw_template(&file.name, text).err()?;
    fault::syntax(&error).map(|(span, message)| {
        let at = crate::diagnostic::Span::new(file.place, span.start, span.end);
        problem::bad_template(at, message)
    })
}

fn compiled(sources: &Sources, addresses: BTreeMap<String, String>) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    // `base.html` is the project's if it has one. Components follow the same order.
    tera.set_fallback_prefixes([format!("{BUILT_IN}/")])?;
    tera.register_function("asset", move |arguments: Kwargs, _: &State<'_>| {
        let name = arguments.must_get::<&str>("name")?;
        let found = addresses.get(name).cloned();
        found.ok_or_else(|| Error::message(format!("there is no asset `{name}` in the theme")))
    });
    tera.add_raw_templates(sources.iter())?;
    Ok(tera)
}
