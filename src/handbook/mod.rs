//! Stage 3: documents become one sound handbook.
//!
//! `resolve` turns names into links and notes what leads nowhere; `rules` notice what is sound
//! but not good; `edit` says what to change in the documents; `model` is the domain, which knows
//! neither YAML nor Markdown nor files.

pub mod edit;
pub mod model;
mod resolve;
mod rules;

pub use resolve::resolve;
pub use rules::check;
