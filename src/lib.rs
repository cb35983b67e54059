pub mod diagnostic;
pub mod content;
pub mod handbook;
pub mod markdown;
pub mod page;
pub mod pipeline;
pub mod site;
