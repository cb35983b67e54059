//! How the handbook looks: `accent`, `tokens`, `logo` and `favicon` of the root document.

use crate::colour::{Choice, Colour, Schemes};
use crate::diagnostic::Spanned;
use crate::document::fields::Fields;
use crate::document::problem;
use crate::document::yaml::{Node, Value};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LookFront {
    pub accent: Option<Choice<Spanned<Colour>>>,
    pub tokens: Vec<TokenFront>,
    pub logo: Option<LogoFront>,
    /// The path of a file, from the content folder on.
    pub favicon: Option<Spanned<String>>,
}

/// `paper: { light: "#fffdf8", dark: "#14120f" }`. Which names there are is the theme's to say.
#[derive(Clone, Debug, PartialEq)]
pub struct TokenFront {
    pub name: Spanned<String>,
    pub value: Choice<Spanned<String>>,
}

/// `logo: assets/logo.svg`, or `{ light: …, dark: …, alone: true }`
#[derive(Clone, Debug, PartialEq)]
pub struct LogoFront {
    pub light: Spanned<String>,
    pub dark: Option<Spanned<String>>,
    /// Whether it says the title itself, which then need not stand beside it.
    pub is_alone: bool,
}

pub(super) fn look(fields: &mut Fields<'_>) -> LookFront {
    LookFront {
        accent: accent(fields),
        tokens: tokens(fields),
        logo: logo(fields),
        favicon: fields.text("favicon"),
    }
}

fn accent(fields: &mut Fields<'_>) -> Option<Choice<Spanned<Colour>>> {
    if let Some(key) = fields.bare("accent") {
        fields.note(problem::no_colour(key, "accent"));
    }
    let node = fields.take("accent")?;
    choice(fields, "accent", node)?.map(|it| colour(fields, it))
}

fn colour(fields: &mut Fields<'_>, written: &Spanned<String>) -> Option<Spanned<Colour>> {
    let colour = Colour::parse(&written.value);
    if colour.is_none() {
        fields.note(problem::bad_colour(written));
    }
    Some(Spanned::new(colour?, written.span))
}

fn tokens(fields: &mut Fields<'_>) -> Vec<TokenFront> {
    let mut found = Vec::new();
    for (name, node) in fields.entries("tokens") {
        if node.value == Value::Nothing {
            fields.note(problem::no_colour(name.span, &name.value));
            continue;
        }
        let value = choice(fields, &name.value, node);
        found.extend(value.map(|value| TokenFront { name, value }));
    }
    found
}

/// What stands under `name`: words, or words for each scheme.
fn choice(fields: &mut Fields<'_>, name: &str, node: Node) -> Option<Choice<Spanned<String>>> {
    if !matches!(node.value, Value::Mapping(_)) {
        let words = fields.as_text(name, node)?;
        return words_of(fields, name, words).map(Choice::Same);
    }
    let mut inner = fields.inner("a value for each scheme", node);
    let (light, dark) = (inner.required_text("light"), inner.required_text("dark"));
    inner.finish();
    Some(Choice::Each(Schemes { light: light?, dark: dark? }))
}

fn words_of(
    fields: &mut Fields<'_>,
    name: &str,
    words: Spanned<String>,
) -> Option<Spanned<String>> {
    if words.value.is_empty() {
        fields.note(problem::empty_value(words.span, name));
        return None;
    }
    Some(words)
}

fn logo(fields: &mut Fields<'_>) -> Option<LogoFront> {
    let node = fields.take("logo")?;
    if !matches!(node.value, Value::Mapping(_)) {
        let words = fields.as_text("logo", node)?;
        let light = words_of(fields, "logo", words)?;
        return Some(LogoFront { light, dark: None, is_alone: false });
    }
    let mut inner = fields.inner("a logo", node);
    let (light, dark) = (inner.required_text("light"), inner.text("dark"));
    let is_alone = inner.flag("alone");
    inner.finish();
    Some(LogoFront { light: light?, dark, is_alone })
}
