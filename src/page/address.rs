//! The one place that decides addresses. They are permanent, made of ids and never of titles.

use serde::Serialize;

/// Where a page or a place on it lives, relative to the site's root: `roles/staff-engineer/`,
/// `competencies/coaching/#expert`; the home page is empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Address(String);
