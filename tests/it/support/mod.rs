//! What tests share.

mod expected;
pub(crate) mod fixture;
mod http;
mod project;
pub(crate) mod site;
mod wait;

pub(crate) use expected::{assert_expected, below_tests, is_update};
pub(crate) use http::{Reply, ask, get, head, request};
pub(crate) use project::Project;
pub(crate) use wait::{eventually, within_deadline};
