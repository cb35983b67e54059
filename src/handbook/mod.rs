//! Stage 3: documents become one sound handbook.
//!
//! `resolve` turns names into links and notes what leads nowhere; `rules` notice what is sound
//! but not good; `edit` says what to change in the documents; `edition` leaves out what an audience
//! may not see; `model` is the domain, which knows neither YAML nor Markdown nor files.

pub mod edit;
mod edition;
pub mod model;
mod resolve;
mod rules;

pub use edition::{LeftOut, Seen, seen};
pub use resolve::{built_in_labels, resolve};
pub use rules::check;
