pub mod content;
pub mod diagnostic;
pub mod memo;
pub mod pipeline;
pub mod site;
pub mod write;
