//! `rolebook theme labels`: every word that pages say themselves, to be pasted into `handbook.yml`.

use crate::command::console::print;
use crate::command::{Console, Outcome, Source};
use crate::content;
use crate::diagnostic::{Checked, has_errors};
use crate::labels::{Labels, Language, block};
use crate::pipeline::{Pipeline, built_in_labels};
use anyhow::anyhow;
use std::sync::Arc;

pub(super) fn labels(
    source: &Source,
    console: Console,
    language: Option<&str>,
) -> anyhow::Result<Outcome> {
    if let Some(tag) = language {
        let language = Language::named(tag);
        let language = language
            .ok_or_else(|| anyhow!("`{tag}` is not a language tag, as in `de` or `pt-BR`"))?;
        print(&block(&built_in_labels(language)))?;
        return Ok(Outcome::Fine);
    }
    let content = content::read(&source.project, &source.out)?;
    let Checked { value: labels, diagnostics } =
        Pipeline::default().labels(&content, &source.options);
    if has_errors(&diagnostics) {
        console.show(&diagnostics, &content)?;
        return Ok(Outcome::Problems);
    }
    let labels: Arc<Labels> = labels;
    print(&block(&labels))?;
    Ok(Outcome::Fine)
}
