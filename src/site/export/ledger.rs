//! `addresses.lock`: one address a line, so that branches which add some merge without a thought. What
//! is written here is read by `document::kind::ledger`.

use crate::page::{LedgerLine, Standing};

const HEAD: &str = "\
# Every address this handbook has published, and the day it first did. `rolebook publish` adds to it;
# commit it with the handbook, and keep every line: a link somewhere may lead to it.
";

/// The ledger as text. `lines` are sorted.
pub fn ledger(lines: &[LedgerLine]) -> String {
    let mut text = HEAD.to_owned();
    for LedgerLine { address, since, standing, only, .. } in lines {
        text.extend([address, " ", since]);
        match standing {
            Standing::Firm => {}
            Standing::In(anchor) => text.extend([" in #", anchor]),
            Standing::To(anchor) => text.extend([" to #", anchor]),
        }
        if let Some(only) = only {
            text.extend([" only ", only]);
        }
        text.push('\n');
    }
    text
}
