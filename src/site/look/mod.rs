//! A theme in the colours of a handbook.
//!
//! In: a theme, and what the handbook says of its look. Out: the theme with its style sheet and its
//! icon changed, and what is wrong with the colours. The names of tokens are those of the theme's own
//! style sheet, so a theme of a project has whatever it declares. Must not know what templates do.

mod contrast;
mod palette;
mod problem;
mod stylesheet;
mod tokens;
mod value;

use super::theme::Theme;
use crate::colour::{Colour, Schemes};
use crate::diagnostic::{Checked, Diagnostic};
use crate::handbook::model::Look;
use crate::picture::icon::{self, Icon};
use palette::Palette;
use std::collections::BTreeMap;
use stylesheet::Stylesheet;
use tokens::{Declared, Tokens};

/// The style sheet that begins with the tokens, and the icon that pages name.
const STYLE: &str = "site.css";
const ICON: &str = "icon.svg";

/// The theme as the handbook called `title` wants it to look.
pub fn dressed(mut theme: Theme, title: &str, look: &Look) -> Checked<Theme> {
    let mut notes = Vec::new();
    let (css, icon) = (text(&theme, STYLE), text(&theme, ICON));
    let sheet = Stylesheet::read(&css);
    let (values, palette) = values(look, &theme.name, &sheet, &mut notes);
    if !values.is_empty() {
        theme.put(STYLE, sheet.with(&values).into_bytes());
    }
    match &look.favicon {
        Some(path) => theme.lead(ICON, path),
        None if theme.brings(ICON) => {}
        None => {
            let before = Palette::of(sheet.values());
            let drawn = drawn(title, &palette);
            let icon = drawn.unwrap_or_else(|| recoloured(&icon, [&before, &palette]));
            theme.put(ICON, icon.into_bytes());
        }
    }
    Checked { value: theme, diagnostics: notes }
}

/// What is to stand in place of what the sheet declares, and all colours as they are then.
fn values<'a>(
    look: &Look,
    theme: &str,
    sheet: &Stylesheet<'a>,
    notes: &mut Vec<Diagnostic>,
) -> (BTreeMap<&'a str, String>, Palette) {
    let mut palette = Palette::of(sheet.values());
    let declared = Declared { theme, sheet, palette: &palette };
    let Tokens { texts, colours, accent } = Tokens::read(look, declared, notes);
    let mut set = BTreeMap::new();
    for (name, choice) in &colours {
        let both = Schemes::of(|it| choice.get(it).value);
        palette.set(name, both);
        set.insert(name.as_str(), both);
    }
    if let Some(accent) = &accent {
        let both = contrast::accents(accent, &palette, notes);
        palette.set("accent", both);
        set.insert("accent", both);
    }
    // Links in the accent can be read on the page, so its ground can be read on the accent.
    let ground = palette.get("paper").filter(|_| set.contains_key("accent"));
    if let Some(ground) = ground.filter(|_| !set.contains_key("on-accent")) {
        palette.set("on-accent", ground);
        set.insert("on-accent", ground);
    }
    contrast::check(&colours, &palette, notes);
    let texts = texts.iter().map(|(name, it)| (name.as_str(), it.clone()));
    let values: BTreeMap<_, _> =
        set.into_iter().map(|(it, both)| (it, css(both))).chain(texts).collect();
    let values = sheet.names().filter_map(|it| Some((it, values.get(it)?.clone()))).collect();
    (values, palette)
}

fn css(Schemes { light, dark }: Schemes<Colour>) -> String {
    match light == dark {
        true => light.to_string(),
        false => format!("light-dark({light}, {dark})"),
    }
}

/// The icon of a handbook that has none; `None` where its letter cannot be drawn, or the theme has no
/// accent to draw it in.
fn drawn(title: &str, palette: &Palette) -> Option<String> {
    let (ground, ink) = (palette.get("accent")?, palette.get("on-accent"));
    let icon = |scheme| {
        let ground = *ground.get(scheme);
        let own = ink.map(|it| *it.get(scheme)).filter(|it| it.is_readable_on(ground));
        Icon { ground, ink: own.unwrap_or_else(|| icon::ink_on(ground)) }
    };
    icon::svg(title, Schemes::of(icon))
}

/// The theme's own icon, with the handbook's accent in place of the theme's.
fn recoloured(icon: &str, palettes: [&Palette; 2]) -> String {
    let [from, to] = palettes.map(|it| it.get("accent").map(|it| it.light.to_string()));
    match (from, to) {
        (Some(from), Some(to)) => icon.replace(&from, &to),
        _ => icon.to_owned(),
    }
}

fn text(theme: &Theme, asset: &str) -> String {
    let bytes = theme.assets().get(asset).map(|it| it.to_vec());
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}
