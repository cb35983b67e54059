//! Templates: compiled once, run for every page.
//!
//! In: a theme, then pages. Out: HTML, or a diagnostic that points into the template. With
//! `fault.rs` the only file that names the template engine; must not know what a page says.

use super::asset::Assets;
use super::fault;
use super::label;
use super::problem;
use super::theme::{TemplateFile, Theme};
use crate::diagnostic::{Diagnostic, FileId};
use crate::labels::Labels;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

/// What templates may call beside what the engine brings, and what comes of it.
pub(super) const FUNCTIONS: [(&str, &str); 3] = [
    (
        "asset(name=\"site.css\")",
        "the address of an asset of the theme, from the site's root: write `{{ root }}` before it",
    ),
    (
        "label(key=\"takes-effect\", day=body.takes_effect_on)",
        "what the program says itself, in the language of the handbook, with a value for each place of \
         the text; `n` chooses the form of a plural, and `element=\"strong\"` puts it into an element. \
         `rolebook theme labels` prints all keys",
    ),
    (
        "joint(at=loop.index, of=items | length)",
        "what stands before an item of a sentence: a comma, or the last time the word",
    ),
];

/// The templates of a theme, ready to run.
pub(super) struct Templates {
    tera: Tera,
    sources: Sources,
}

/// Where each template stands and what it says, by the name the engine knows it by.
pub(super) struct Sources(BTreeMap<String, Source>);

struct Source {
    place: FileId,
    text: String,
    /// Whether the project has it, so that its text can be shown.
    is_own: bool,
}

impl Sources {
    /// The file behind a template's name, and its text.
    pub(super) fn get(&self, name: &str) -> (FileId, &str) {
        match self.0.get(name) {
            Some(it) => (it.place, &it.text),
            None => (FileId::of(name), ""),
        }
    }

    /// Whether a template is one of the program.
    pub(super) fn is_built_in(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|it| !it.is_own)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, it)| (name.as_str(), it.text.as_str()))
    }
}

impl Templates {
    /// Compiles a theme. On failure, everything that is wrong with its templates.
    pub(super) fn new(
        theme: &Theme,
        assets: &Assets,
        labels: &Arc<Labels>,
    ) -> Result<Templates, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let mut texts = BTreeMap::new();
        for file in theme.templates() {
            match std::str::from_utf8(file.bytes) {
                Err(_) => diagnostics.push(problem::template_not_text(file.place)),
                Ok(text) => {
                    diagnostics.extend(syntax_error(&file, text));
                    let TemplateFile { name, place, is_override: is_own, .. } = file;
                    texts.insert(name, Source { place, text: text.to_owned(), is_own });
                }
            }
        }
        if !diagnostics.is_empty() {
            return Err(diagnostics);
        }
        let sources = Sources(texts);
        match compiled((theme, &sources), assets.addresses(), labels) {
            Ok(tera) => Ok(Templates { tera, sources }),
            Err(error) => Err(fault::diagnostics(&error, &sources)),
        }
    }

    /// The page that the template `name` makes of `page`. `structured` is the same for programs, as
    /// the text of a script.
    pub(super) fn render(
        &self,
        name: &str,
        page: &impl Serialize,
        structured: Option<String>,
    ) -> Result<String, Diagnostic> {
        let rendered = Context::from_serialize(page).and_then(|mut context| {
            context.insert("structured", &structured);
            self.tera.render(name, &context)
        });
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

fn compiled(
    (theme, sources): (&Theme, &Sources),
    addresses: BTreeMap<String, String>,
    labels: &Arc<Labels>,
) -> TeraResult<Tera> {
    let mut tera = Tera::default();
    // `base.html` is the project's if it has one. Components follow the same order.
    tera.set_fallback_prefixes(theme.prefixes())?;
    // Every page asks for the same few: they are made once, as the engine takes them.
    let addresses: HashMap<String, Value> =
        addresses.into_iter().map(|(name, address)| (name, Value::from(address))).collect();
    tera.register_function("asset", move |arguments: Kwargs, _: &State<'_>| {
        let name = arguments.must_get::<&str>("name")?;
        let found = addresses.get(name).cloned();
        found.ok_or_else(|| Error::message(format!("there is no asset `{name}` in the theme")))
    });
    label::register(&mut tera, labels);
    tera.add_raw_templates(sources.iter())?;
    Ok(tera)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{AssetFile, RelPath};
    use crate::diagnostic::code::BAD_TEMPLATE;
    use crate::handbook::built_in_labels;
    use crate::labels::Language;
    use serde_json::json;

    fn english() -> Arc<Labels> {
        Arc::new(built_in_labels(Language::english()))
    }

    fn theme(files: &[(&str, &str)]) -> Theme {
        let file = |(path, text): &(&str, &str)| AssetFile {
            path: RelPath::new(&format!("default/templates/{path}")).unwrap(),
            bytes: text.as_bytes().into(),
        };
        Theme::new("default", &files.iter().map(file).collect::<Vec<_>>())
    }

    /// What the template `it.html` makes of a small page.
    fn rendered(files: &[(&str, &str)]) -> Result<String, Vec<Diagnostic>> {
        let theme = theme(files);
        let labels = english();
        let templates =
            Templates::new(&theme, &Assets::new(&theme, &labels, &|_| true).value, &labels)?;
        let page = json!({ "root": "../", "name": "<Ada>", "it": { "a": 1 } });
        templates.render("it.html", &page, None).map_err(|it| vec![it])
    }

    /// Each complaint, and the words it points at.
    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[(&str, &str)]) {
        let diagnostics = rendered(files).expect_err("a fault");
        let told = diagnostics.iter().map(|it| {
            assert_eq!(it.code, BAD_TEMPLATE);
            let place = |path: &str| FileId::of(&format!("themes/default/templates/{path}"));
            let file = files.iter().find(|(path, _)| place(path) == it.span().file);
            let (start, end) = (it.span().start as usize, it.span().end as usize);
            (it.message.as_str(), file.map_or("", |(_, text)| &text[start..end]))
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn text_is_escaped() {
        assert_eq!(rendered(&[("it.html", "{{ name }}")]).unwrap(), "&lt;Ada&gt;");
    }

    #[test]
    fn one_component_is_replaced_and_the_others_stay() {
        let own = "{% component link(to) %}({{ to }}){% endcomponent %}";
        let page = "{{ <link to=\"x\" /> }} {{ <mark is=\"new\" /> }}";
        let html = rendered(&[("components.html", own), ("it.html", page)]).unwrap();
        assert_eq!(html, "(x) <span class=\"mark new\">new</span>");
    }

    #[test]
    fn the_built_in_template_stays_reachable() {
        let own = "{% extends \"default/missing.html\" %}{% block main %}mine{% endblock %}";
        let diagnostics = rendered(&[("missing.html", own), ("it.html", "x")]);
        assert_eq!(diagnostics.unwrap(), "x");
    }

    #[test]
    fn a_name_that_is_not_there() {
        let file = ("it.html", "ä\n{{ nam }}");
        check(&[file], &[("variable `nam` is not defined", "nam")]);
        let help = rendered(&[file]).expect_err("a fault").remove(0).help;
        assert_eq!(help.as_deref(), Some("available variables: it, name, root, structured"));
        check(&[("it.html", "{{ it.b }}")], &[("field `b` is not defined", "b")]);
        let asset = "{{ asset(name=\"no.css\") }}";
        let told = "there is no asset `no.css` in the theme";
        check(&[("it.html", asset)], &[(told, "asset(name=\"no.css\")")]);
    }

    #[test]
    fn what_a_template_cannot_call() {
        check(
            &[("it.html", "ä\n{{ name | shout }} {{ ask() }}")],
            &[("unknown filter `shout`", "shout"), ("unknown function `ask`", "ask()")],
        );
        let parent = "there is no template `bse.html` to extend";
        check(&[("it.html", "{% extends \"bse.html\" %}")], &[(parent, "bse.html")]);
    }

    #[test]
    fn all_mistakes_of_syntax_at_once() {
        let diagnostics = rendered(&[("a.html", "{{ x"), ("b.html", "{% nope %}")]);
        assert_eq!(diagnostics.expect_err("two faults").len(), 2);
    }

    #[test]
    fn the_built_in_themes_compile() {
        let labels = english();
        for name in Theme::names(&[]) {
            let theme = Theme::new(name, &[]);
            let assets = Assets::new(&theme, &labels, &|_| true);
            assert_eq!(assets.diagnostics, []);
            assert!(Templates::new(&theme, &assets.value, &labels).is_ok(), "{name}");
            assert!(!theme.assets().is_empty(), "{name}");
        }
    }
}
