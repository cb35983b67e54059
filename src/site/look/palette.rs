//! The colours of a theme, and which of them have to be read on which.

use super::stylesheet::divided;
use crate::colour::{Colour, Scheme, Schemes};
use std::collections::BTreeMap;

/// What text is written in, and what it stands on.
const TEXTS: [&str; 6] = ["ink", "soft", "accent", "up", "down", "out"];
const GROUNDS: [&str; 5] = ["paper", "tint", "wash", "panel", "glow"];

/// What stands on a button.
const ON_ACCENT: (&str, &str) = ("on-accent", "accent");

/// A colour that text of another stands on, or that is the text.
#[derive(Clone, Copy)]
pub(super) struct Partner {
    pub(super) name: &'static str,
    pub(super) colour: Colour,
    pub(super) is_ground: bool,
}

/// Colours by the name of their token.
#[derive(Clone, Debug, Default)]
pub(super) struct Palette(BTreeMap<String, Schemes<Colour>>);

impl Palette {
    /// Of what a sheet declares, all that are colours.
    pub(super) fn of<'a>(values: impl Iterator<Item = (&'a str, &'a str)>) -> Palette {
        let colour = |(name, value): (&str, &str)| Some((name.to_owned(), colours(value)?));
        Palette(values.filter_map(colour).collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<Schemes<Colour>> {
        self.0.get(name).copied()
    }

    pub(super) fn set(&mut self, name: &str, colours: Schemes<Colour>) {
        self.0.insert(name.to_owned(), colours);
    }

    /// The colours that meet the one of that name, as text and ground do: what is read most first.
    pub(super) fn partners(&self, name: &str, scheme: Scheme) -> Vec<Partner> {
        let is_ground = |other: &str| meets(name, other).then_some(true);
        let is_text = |other: &str| meets(other, name).then_some(false);
        let partner = |name: &'static str| {
            let is_ground = is_ground(name).or_else(|| is_text(name))?;
            Some(Partner { name, colour: *self.0.get(name)?.get(scheme), is_ground })
        };
        let names = GROUNDS.into_iter().chain(TEXTS).chain([ON_ACCENT.0]);
        names.filter_map(partner).collect()
    }
}

/// Whether text of one colour stands on the other.
fn meets(text: &str, ground: &str) -> bool {
    (TEXTS.contains(&text) && GROUNDS.contains(&ground)) || (text, ground) == ON_ACCENT
}

/// `#fff`, or `light-dark(#fff, #000)`.
fn colours(value: &str) -> Option<Schemes<Colour>> {
    let inner = value.strip_prefix("light-dark(").and_then(|it| it.strip_suffix(')'));
    let Some(inner) = inner else { return Colour::parse(value).map(|it| Schemes::of(|_| it)) };
    let parts: Vec<&str> = divided(inner, b',').collect();
    let [light, dark] = parts[..] else { return None };
    Schemes { light: Colour::parse(light), dark: Colour::parse(dark) }.together()
}

#[cfg(test)]
mod tests {
    use super::super::stylesheet::Stylesheet;
    use super::*;
    use crate::site::Theme;

    #[test]
    fn colours_are_told_from_other_values() {
        let shown = |value| colours(value).map(|it| format!("{} {}", it.light, it.dark));
        assert_eq!(shown("teal").as_deref(), Some("#008080 #008080"));
        let pair = "light-dark(rgb(1, 2, 3), #000)";
        assert_eq!(shown(pair).as_deref(), Some("#010203 #000000"));
        for value in ["4px", "var(--paper)", "light-dark(#fff)", "light-dark(#fff, x)"] {
            assert_eq!(shown(value), None, "{value}");
        }
    }

    /// Whoever changes one colour must not be told of a pair that the theme itself has wrong.
    #[test]
    fn the_built_in_theme_keeps_what_is_asked_of_handbooks() {
        let theme = Theme::default();
        let css = String::from_utf8(theme.assets()["site.css"].to_vec()).unwrap();
        let palette = Palette::of(Stylesheet::read(&css).values());
        let mut n_pairs = 0;
        for (scheme, (name, colours)) in
            Scheme::BOTH.into_iter().flat_map(|it| palette.0.iter().map(move |row| (it, row)))
        {
            for other in palette.partners(name, scheme) {
                let (one, two) = (colours.get(scheme), other.colour);
                assert!(one.is_readable_on(two), "{name} {one} and {} {two}", other.name);
                n_pairs += 1;
            }
        }
        assert!(n_pairs > 70, "{n_pairs}");
    }
}
