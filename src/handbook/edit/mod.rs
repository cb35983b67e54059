//! Stage 3c: what to change in the author's own files. In: documents, and what they mean. Out:
//! [`Edit`](crate::edit::Edit)s, which nobody has made yet.
//!
//! Here, since only the handbook knows both sides: the id that a statement has on its page, or the
//! role that a word means, and the places where authors wrote them.

mod anchors;
mod ids;
mod problem;
mod rename;

pub use anchors::{Anchored, anchored};
pub use ids::{Wanted, ids, lost};
pub use rename::{Renamed, Renaming, difference};
