//! The ledger of addresses: read, written and read again.

use super::material::{file, text};
use super::places::{Alone, assert_all_places, assert_places};
use rolebook::document::kind::{LedgerFront, RecordFront, StandingFront};
use rolebook::document::{self, FrontMatter};
use rolebook::page::{LedgerLine, Standing};
use rolebook::site::export;

pub(crate) const PATH: &str = "addresses.lock";

/// The bytes are a ledger.
pub fn ledger(data: &[u8]) {
    let text = text(data);
    let file = file(PATH, &text);
    let parsed = document::parse(&file);
    assert_places(&parsed.diagnostics, &Alone(file.id, &text));
    assert_all_places(&parsed.value, file.id, &text);
    let lines = lines(&text);
    let written = export::ledger(&lines);
    assert_eq!(self::lines(&written), lines, "it says something else when it is written");
}

/// What a ledger says.
pub(crate) fn lines(text: &str) -> Vec<LedgerLine> {
    let Some(document) = document::parse(&file(PATH, text)).value else { panic!("no ledger") };
    let FrontMatter::Ledger(LedgerFront { records }) = document.front else { panic!("no ledger") };
    records.into_iter().map(line).collect()
}

fn line(record: RecordFront) -> LedgerLine {
    LedgerLine {
        address: record.address.value,
        since: record.since,
        standing: match record.standing {
            StandingFront::Firm => Standing::Firm,
            StandingFront::In(anchor) => Standing::In(anchor),
            StandingFront::To(anchor) => Standing::To(anchor),
        },
        only: record.only,
        is_new: false,
    }
}
