//! Role definitions written as Markdown become a cross-linked, searchable handbook.
//!
//! ```text
//! content ──▶ document ──▶ handbook ──▶ page ──▶ site ──▶ write
//! as files    as written   as meant     as said  as files  what differs
//! ```
//!
//! `command` asks, `pipeline` calls the stages in order, and `colour`, `diagnostic`, `edit`,
//! `gathering`, `git`, `labels`, `markdown`, `memo`, `picture`, `search`, `spelling` and `embedded` are leaves they use. `src/README.md` is the map.

pub mod cli;
pub mod colour;
pub mod command;
pub mod content;
pub mod diagnostic;
pub mod document;
pub mod edit;
pub mod embedded;
pub mod gathering;
pub mod git;
pub mod handbook;
pub mod labels;
pub mod markdown;
pub mod memo;
pub mod page;
pub mod picture;
pub mod pipeline;
pub mod proof;
pub mod search;
pub mod site;
pub mod spelling;
pub mod write;
