//! A short list of many findings.
//!
//! In: all findings. Out: the first of each kind, and how many more there are. Errors are all
//! kept, since each has to be mended; a folder that somebody adopts may have hundreds of warnings.

use super::code::Code;
use super::{Diagnostic, FileId, Severity, Span};
use std::collections::{BTreeMap, BTreeSet};

/// How many warnings of one code are shown before they are only counted.
const MOST: usize = 3;

/// The findings, where many warnings of one code have become few and a count.
pub fn folded(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut by_code: BTreeMap<Code, Vec<&Diagnostic>> = BTreeMap::new();
    for it in diagnostics.iter().filter(|it| it.severity == Severity::Warning) {
        by_code.entry(it.code).or_default().push(it);
    }
    // To say that there is one more takes as many lines as to show it.
    by_code.retain(|_, it| it.len() > MOST + 1);
    let hidden: Vec<&Diagnostic> = by_code.values().flat_map(|it| &it[MOST..]).copied().collect();
    let is_shown = |it: &&Diagnostic| !hidden.iter().any(|hidden| std::ptr::eq(*hidden, *it));
    let shown = diagnostics.iter().filter(is_shown).cloned();
    shown.chain(by_code.into_iter().map(|(code, all)| rest(code, &all[MOST..]))).collect()
}

fn rest(code: Code, hidden: &[&Diagnostic]) -> Diagnostic {
    let files: BTreeSet<FileId> = hidden.iter().map(|it| it.span().file).collect();
    let files = match files.len() {
        1 => "one file".to_owned(),
        several => format!("{several} files"),
    };
    let message = format!("{} more of these, in {files}", hidden.len());
    let nowhere = Span::start_of(FileId::of(""));
    let mut rest = Diagnostic::new(code, nowhere, message).help("`rolebook check` shows them all");
    rest.severity = Severity::Warning;
    rest
}

#[cfg(test)]
mod tests {
    use super::super::code::{BROKEN_LINK, MISSING_LEVEL};
    use super::*;

    fn found(code: Code, severity: Severity, n: usize) -> Vec<Diagnostic> {
        let at = |it: usize| Span::start_of(FileId::of(&format!("{}.md", it / 2)));
        let found = (0..n).map(|it| Diagnostic::new(code, at(it), format!("number {it}")));
        found.map(|it| Diagnostic { severity, ..it }).collect()
    }

    fn messages(diagnostics: &[Diagnostic]) -> Vec<String> {
        folded(diagnostics).into_iter().map(|it| it.message).collect()
    }

    #[test]
    fn many_warnings_become_few() {
        let mut all = found(BROKEN_LINK, Severity::Warning, 9);
        all.extend(found(MISSING_LEVEL, Severity::Warning, 1));
        assert_eq!(
            messages(&all),
            ["number 0", "number 1", "number 2", "number 0", "6 more of these, in 4 files"]
        );
    }

    #[test]
    fn few_warnings_and_all_errors_stay() {
        assert_eq!(messages(&found(BROKEN_LINK, Severity::Warning, 4)).len(), 4);
        assert_eq!(messages(&found(BROKEN_LINK, Severity::Error, 9)).len(), 9);
    }
}
