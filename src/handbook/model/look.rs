//! How the handbook wants to look. What becomes of it is the theme's affair.

use crate::colour::{Choice, Colour, Scheme};
use crate::diagnostic::Spanned;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Places stay with what only a theme can judge.
    pub accent: Option<Choice<Spanned<Colour>>>,
    pub tokens: Vec<Token>,
    pub logo: Option<Logo>,
    /// The path of a file that is published as it is.
    pub favicon: Option<String>,
}

/// A custom property of the theme, by its name without `--`, and what it shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub name: Spanned<String>,
    pub value: Choice<Spanned<String>>,
}

/// Paths of files that are published as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub light: String,
    /// In its place on a dark ground.
    pub dark: Option<String>,
    /// Whether it stands in place of the title, not beside it.
    pub is_alone: bool,
}

impl Look {
    /// The handbook's colour where there is one scheme only, as on a picture.
    pub fn colour(&self) -> Option<Colour> {
        self.accent.as_ref().map(|it| it.get(Scheme::Light).value)
    }

    /// The files that are shown on every page.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let logo = self.logo.iter().flat_map(|it| [Some(&it.light), it.dark.as_ref()]);
        logo.flatten().chain(&self.favicon).map(String::as_str)
    }
}
