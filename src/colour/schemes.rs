//! Pages are light or dark. What is said of both at once, and what is said of each.

use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// Something for each scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Schemes<T> {
    pub light: T,
    pub dark: T,
}

/// As an author says it: once for both schemes, or of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice<T> {
    Same(T),
    Each(Schemes<T>),
}

impl Scheme {
    pub const BOTH: [Scheme; 2] = [Scheme::Light, Scheme::Dark];
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        })
    }
}

impl<T> Schemes<T> {
    pub fn of(mut each: impl FnMut(Scheme) -> T) -> Schemes<T> {
        Schemes { light: each(Scheme::Light), dark: each(Scheme::Dark) }
    }

    pub fn get(&self, scheme: Scheme) -> &T {
        match scheme {
            Scheme::Light => &self.light,
            Scheme::Dark => &self.dark,
        }
    }
}

impl<T> Schemes<Option<T>> {
    /// Only where both are there.
    pub fn together(self) -> Option<Schemes<T>> {
        Some(Schemes { light: self.light?, dark: self.dark? })
    }
}

impl<T> Choice<T> {
    pub fn get(&self, scheme: Scheme) -> &T {
        match self {
            Choice::Same(it) => it,
            Choice::Each(it) => it.get(scheme),
        }
    }

    /// What becomes of all that is said; `None` where something became nothing.
    pub fn map<U>(&self, mut change: impl FnMut(&T) -> Option<U>) -> Option<Choice<U>> {
        match self {
            Choice::Same(it) => change(it).map(Choice::Same),
            Choice::Each(it) => {
                Schemes::of(|scheme| change(it.get(scheme))).together().map(Choice::Each)
            }
        }
    }
}
