pub mod content;
pub mod diagnostic;
pub mod document;
pub mod handbook;
pub mod markdown;
