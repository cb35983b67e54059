//! `rolebook advert`: what a job advert says of a role, ready to be pasted.

use super::console::{print, say};
use super::request::AdvertNotation;
use super::{Console, Outcome, Source};
use crate::content;
use crate::diagnostic::{Checked, has_errors};
use crate::pipeline::Pipeline;
use crate::site::export::advert;
use anyhow::anyhow;

pub(super) fn advert(
    source: &Source,
    console: Console,
    (role, vacancy): (&str, Option<usize>),
    notation: AdvertNotation,
) -> anyhow::Result<Outcome> {
    let content = content::read(&source.project, &source.out)?;
    let Checked { value: sheet, diagnostics } =
        Pipeline::default().advert(&content, &source.options, (role, vacancy));
    if has_errors(&diagnostics) {
        console.show(&diagnostics, &content)?;
        return Ok(Outcome::Problems);
    }
    let sheet = sheet.map_err(|it| anyhow!(it))?;
    if sheet.link.is_none() {
        say("the advert has no link: set `base_url` in handbook.yml, or pass `--base-url`");
    }
    print(&match notation {
        AdvertNotation::Text => advert::text(&sheet),
        AdvertNotation::Markdown => advert::markdown(&sheet),
        AdvertNotation::Html => advert::html(&sheet),
    })?;
    Ok(Outcome::Fine)
}
