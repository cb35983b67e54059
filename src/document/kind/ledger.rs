//! `addresses.lock`: every address that was published once, one a line.
//!
//! In: lines in any order, as a merge may leave them. Out: what they say, and a complaint for each
//! that says nothing. What is written here is written by `site::export::ledger`.

use crate::diagnostic::{Diagnostic, FileId, Span, Spanned};
use crate::document::date::is_date;
use crate::document::problem;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct LedgerFront {
    pub records: Vec<RecordFront>,
}

/// `/roles/lead/#hires-well 2026-01-31 in #responsibilities`
#[derive(Clone, Debug, PartialEq)]
pub struct RecordFront {
    /// A page, or a place on one, from the site's root on.
    pub address: Spanned<String>,
    /// The day it was first published.
    pub since: String,
    pub standing: StandingFront,
    /// The editions that it was published in; `None` where the public one is among them.
    pub only: Option<String>,
}

/// How firmly an address stands.
#[derive(Clone, Debug, PartialEq)]
pub enum StandingFront {
    Firm,
    /// Made of words that may change: then the place with this anchor takes over.
    In(String),
    /// The words have changed, and this anchor has taken over.
    To(String),
}

/// Reads the ledger. Empty lines and comments are passed over.
pub(in crate::document) fn ledger(
    file: FileId,
    text: &str,
    notes: &mut Vec<Diagnostic>,
) -> LedgerFront {
    let mut records = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(file, start, start + line.trim_end().len());
        start += line.len() + 1;
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        if ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|it| line.starts_with(it)) {
            notes.push(problem::unmerged_ledger(span));
            continue;
        }
        match record(line, span) {
            Some(record) => records.push(record),
            None => notes.push(problem::malformed_record(span)),
        }
    }
    LedgerFront { records }
}

/// `None` for a line that says something else.
fn record(line: &str, span: Span) -> Option<RecordFront> {
    let mut words = line.split_whitespace();
    let address = words.next().filter(|it| it.starts_with('/'))?;
    let since = words.next().filter(|it| is_date(it))?;
    let (mut standing, mut only) = (StandingFront::Firm, None);
    while let Some(word) = words.next() {
        let value = words.next()?;
        let anchor = || value.strip_prefix('#').map(str::to_owned);
        match word {
            "in" => standing = StandingFront::In(anchor()?),
            "to" => standing = StandingFront::To(anchor()?),
            "only" => only = Some(value.to_owned()),
            _ => return None,
        }
    }
    let address = Spanned::new(address.to_owned(), span);
    Some(RecordFront { address, since: since.to_owned(), standing, only })
}

#[cfg(test)]
mod tests {
    use super::{StandingFront, ledger};
    use crate::diagnostic::FileId;

    #[test]
    fn a_line_is_an_address_and_its_day() {
        let text = "# why\n/roles/a/ 2026-01-31\n\n/roles/a/#b 2026-01-31 in #c only internal\n\
                    /x/#y 2026-01-31 to #z\n";
        let mut notes = Vec::new();
        let records = ledger(FileId::of("x"), text, &mut notes).records;
        assert!(notes.is_empty(), "{notes:?}");
        let addresses: Vec<&str> = records.iter().map(|it| it.address.value.as_str()).collect();
        assert_eq!(addresses, ["/roles/a/", "/roles/a/#b", "/x/#y"]);
        assert_eq!(records[0].standing, StandingFront::Firm);
        assert_eq!(records[1].standing, StandingFront::In("c".to_owned()));
        assert_eq!(records[1].only.as_deref(), Some("internal"));
        assert_eq!(records[2].standing, StandingFront::To("z".to_owned()));
    }

    #[test]
    fn a_line_that_says_nothing_is_reported() {
        for line in
            ["roles/a/ 2026-01-31", "/a/", "/a/ 2026-02-30", "/a/ 2026-01-31 in c", ">>>>>>> b"]
        {
            let mut notes = Vec::new();
            assert!(ledger(FileId::of("x"), line, &mut notes).records.is_empty(), "{line}");
            assert_eq!(notes.len(), 1, "{line}");
        }
    }
}
