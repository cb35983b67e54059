//! `rolebook schema`: what the published data looks like, for programs that read it; and what authors
//! may write, for their editors.

use super::console::print;
use crate::document::Written;
use crate::site::export::{self, Schema};

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Described {
    Published(Schema),
    Written(Written),
}

pub(super) fn schema(of: Described) -> anyhow::Result<()> {
    print(&match of {
        Described::Published(it) => export::schema(it),
        Described::Written(it) => it.schema(),
    })
}
