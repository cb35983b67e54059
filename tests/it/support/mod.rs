//! What tests share.

pub(crate) mod fixture;
mod http;
mod project;
mod wait;

pub(crate) use http::{Reply, ask, get, head, request};
pub(crate) use project::Project;
pub(crate) use wait::{eventually, within_deadline};
