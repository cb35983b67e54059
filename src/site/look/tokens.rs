//! What the handbook says of the theme's custom properties, as far as it can be meant.

use super::palette::Palette;
use super::problem;
use super::stylesheet::Stylesheet;
use super::value::fault;
use crate::colour::{Choice, Colour, Scheme};
use crate::diagnostic::{Diagnostic, Spanned};
use crate::handbook::model::{Look, Token};

/// Values by the name of their token, in the order written.
#[derive(Default)]
pub(super) struct Tokens {
    pub(super) texts: Vec<(String, String)>,
    pub(super) colours: Vec<(String, Choice<Spanned<Colour>>)>,
    /// A colour from which both accents are derived.
    pub(super) accent: Option<Spanned<Colour>>,
}

/// A sheet, what of it are colours, and whose it is.
#[derive(Clone, Copy)]
pub(super) struct Declared<'a> {
    pub(super) theme: &'a str,
    pub(super) sheet: &'a Stylesheet<'a>,
    pub(super) palette: &'a Palette,
}

impl Tokens {
    pub(super) fn read(look: &Look, declared: Declared<'_>, notes: &mut Vec<Diagnostic>) -> Tokens {
        let mut tokens = Tokens::default();
        // A theme may have no accent; then nothing of it is coloured.
        let accent = look.accent.as_ref().filter(|_| declared.sheet.declares("accent"));
        match accent {
            Some(Choice::Same(it)) => tokens.accent = Some(it.clone()),
            Some(each) => tokens.colours.push(("accent".to_owned(), each.clone())),
            None => {}
        }
        for it in &look.tokens {
            match accent.filter(|_| it.name.value == "accent") {
                Some(accent) => {
                    notes.push(problem::accent_twice(it.name.span, accent.get(Scheme::Light).span));
                }
                None => tokens.token(it, declared, notes),
            }
        }
        tokens
    }

    fn token(&mut self, token: &Token, declared: Declared<'_>, notes: &mut Vec<Diagnostic>) {
        let Token { name, value } = token;
        if !declared.sheet.declares(&name.value) {
            let known = declared.sheet.names();
            notes.push(problem::unknown_token(name, declared.theme, known));
            return;
        }
        let is_colour = declared.palette.get(&name.value).is_some();
        match value {
            value if is_colour => {
                let colour = colour(&name.value, value, notes);
                self.colours.extend(colour.map(|it| (name.value.clone(), it)));
            }
            Choice::Each(_) => notes.push(problem::not_by_scheme(name.span, &name.value)),
            Choice::Same(it) => match fault(&it.value) {
                Some(fault) => notes.push(problem::bad_token(it, &name.value, fault)),
                None => self.texts.push((name.value.clone(), it.value.clone())),
            },
        }
    }
}

/// The value of a token that is a colour in this theme. What is read as one cannot break out.
fn colour(
    name: &str,
    value: &Choice<Spanned<String>>,
    notes: &mut Vec<Diagnostic>,
) -> Option<Choice<Spanned<Colour>>> {
    value.map(|it| match Colour::parse(&it.value) {
        Some(colour) => Some(Spanned::new(colour, it.span)),
        None => {
            notes.push(problem::no_colour(it, name));
            None
        }
    })
}
