//! `rolebook schema`: what the published data looks like, for programs that read it.

use super::console::print;
use crate::site::export::{self, Schema};

pub(super) fn schema(of: Schema) -> anyhow::Result<()> {
    print(&export::schema(of))
}
