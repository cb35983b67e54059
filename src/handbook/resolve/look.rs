//! How the handbook wants to look: paths of pictures become files that are there.

use super::problem;
use crate::content::RelPath;
use crate::diagnostic::{Diagnostic, Spanned};
use crate::document::kind::{LogoFront, LookFront, TokenFront};
use crate::handbook::model::{Logo, Look, Token};
use crate::picture::measure::Measured;
use std::collections::BTreeMap;

pub(super) fn look(
    front: &LookFront,
    assets: &BTreeMap<String, Measured>,
    notes: &mut Vec<Diagnostic>,
) -> Look {
    let LookFront { accent, tokens, logo, favicon } = front;
    let token = |it: &TokenFront| Token { name: it.name.clone(), value: it.value.clone() };
    Look {
        accent: accent.clone(),
        tokens: tokens.iter().map(token).collect(),
        logo: logo.as_ref().and_then(|it| logo_of(it, assets, notes)),
        favicon: favicon.as_ref().and_then(|it| picture(it, assets, notes)),
    }
}

fn logo_of(
    front: &LogoFront,
    assets: &BTreeMap<String, Measured>,
    notes: &mut Vec<Diagnostic>,
) -> Option<Logo> {
    let light = picture(&front.light, assets, notes);
    let dark = front.dark.as_ref().and_then(|it| picture(it, assets, notes));
    Some(Logo { light: light?, dark, is_alone: front.is_alone })
}

/// The file that a path from the content folder on leads to, if a browser shows it as a picture.
fn picture(
    written: &Spanned<String>,
    assets: &BTreeMap<String, Measured>,
    notes: &mut Vec<Diagnostic>,
) -> Option<String> {
    let root = RelPath::new("handbook.yml")?;
    let path = root.resolve(&written.value).map(|it| it.to_string());
    match path.and_then(|it| Some((assets.get(&it)?, it))) {
        None => notes.push(problem::no_such_picture(written, assets)),
        Some((Measured::Picture(_), it)) => return Some(it),
        // An icon says how large it is several times; an SVG need not say it at all.
        Some((Measured::Sizeless, it)) if has_no_size(&it) => return Some(it),
        Some(_) => notes.push(problem::no_picture(written)),
    }
    None
}

fn has_no_size(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.ends_with(".svg") || path.ends_with(".ico")
}
