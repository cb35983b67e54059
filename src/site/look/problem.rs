//! What is said of colours and tokens.

use super::palette::Partner;
use crate::colour::{Choice, Colour, READABLE, Scheme, Schemes};
use crate::diagnostic::suggest::did_you_mean;
use crate::diagnostic::{Diagnostic, Span, Spanned, code};

/// A colour, and another that it cannot be read on, or that cannot be read on it.
#[derive(Clone, Copy)]
pub(super) struct Unreadable<'a> {
    pub(super) name: &'a str,
    pub(super) colour: Colour,
    pub(super) other: Partner,
}

impl Unreadable<'_> {
    pub(super) fn contrast(&self) -> f32 {
        self.colour.contrast(self.other.colour)
    }
}

pub(super) fn unknown_token<'a>(
    name: &Spanned<String>,
    theme: &str,
    known: impl Iterator<Item = &'a str>,
) -> Diagnostic {
    let message = format!("the theme `{theme}` has no token `{}`", name.value);
    let help = did_you_mean(
        &name.value,
        known,
        "its `site.css` declares none: they stand in a first rule `:root { … }`",
    );
    Diagnostic::new(code::UNKNOWN_FIELD, name.span, message).help(help)
}

pub(super) fn bad_token(
    value: &Spanned<String>,
    name: &str,
    (what, way_out): (String, &str),
) -> Diagnostic {
    let message = format!("the token `{name}` cannot have {what}");
    Diagnostic::new(code::BAD_VALUE, value.span, message).help(way_out)
}

pub(super) fn no_colour(value: &Spanned<String>, name: &str) -> Diagnostic {
    let message = format!("the token `{name}` is a colour, and `{}` is none", value.value);
    Diagnostic::new(code::BAD_VALUE, value.span, message).help(
        "write what CSS knows, without transparency: `\"#1a5fb4\"`, `teal`, `oklch(50% 0.15 260)`",
    )
}

pub(super) fn not_by_scheme(at: Span, name: &str) -> Diagnostic {
    let message = format!("the token `{name}` is no colour, so it is the same in both schemes");
    Diagnostic::new(code::BAD_VALUE, at, message).help("write one value")
}

pub(super) fn accent_twice(token: Span, accent: Span) -> Diagnostic {
    Diagnostic::new(code::BAD_VALUE, token, "the accent is set twice")
        .label(accent, "here too")
        .help("keep `accent`: what else depends on it is derived from it")
}

pub(super) fn accent_changed(at: Span, pair: Unreadable<'_>, instead: Colour) -> Diagnostic {
    let Partner { name, colour, .. } = pair.other;
    let has = ratio(pair.contrast());
    let message = format!(
        "links in this colour have a contrast of {has} with `{name}`, {colour}; they need {READABLE}:1"
    );
    Diagnostic::new(code::ACCENT_CONTRAST, at, message).help(format!(
        "`{instead}` is used instead; write `accent: \"{instead}\"` to agree, or choose both colours yourself: `accent: {{ light: …, dark: … }}`"
    ))
}

/// `instead` is what would do.
pub(super) fn low_contrast(
    at: Span,
    (pair, scheme): (Unreadable<'_>, Scheme),
    instead: Option<Choice<Colour>>,
) -> Diagnostic {
    let Partner { name, colour, is_ground } = pair.other;
    let on = if is_ground { "on" } else { "under" };
    let message = format!(
        "`{}` {on} `{name}`, {colour}, has a contrast of {} in the {scheme} scheme; text needs {READABLE}:1",
        pair.name,
        ratio(pair.contrast()),
    );
    let help = match instead {
        Some(Choice::Same(it)) => format!("the nearest colour that has it is `\"{it}\"`"),
        Some(Choice::Each(Schemes { light, dark })) => format!(
            "the nearest colours that have it are `{{ light: \"{light}\", dark: \"{dark}\" }}`"
        ),
        None => format!("no shade of it has, whatever its lightness: change `{name}` too"),
    };
    Diagnostic::new(code::LOW_CONTRAST, at, message).help(help)
}

/// Cut off, not rounded: what is said to have enough has it.
fn ratio(contrast: f32) -> String {
    format!("{:.1}:1", (contrast * 10.0).floor() / 10.0)
}
