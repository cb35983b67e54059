//! The one place that decides addresses. They are permanent, made of ids and never of titles.

use serde::Serialize;

/// Where a page or a place on it lives, relative to the site's root: `roles/staff-engineer/`,
/// `competencies/coaching/#expert`; the home page is empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Address(String);

impl Address {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file that the page is, relative to the site's root: `roles/staff-engineer/index.html`.
    pub fn file(&self) -> String {
        let page = self.0.split('#').next().unwrap_or_default();
        if page.ends_with(".html") { page.to_owned() } else { format!("{page}index.html") }
    }

    /// An address as it is written, for tests of what uses addresses.
    #[cfg(test)]
    pub(crate) fn literal(text: &str) -> Address {
        Address(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn a_page_is_a_file() {
        let file = |text: &str| Address(text.to_owned()).file();
        assert_eq!(file(""), "index.html");
        assert_eq!(file("roles/a/#scope"), "roles/a/index.html");
        assert_eq!(file("roles/a/index.html"), "roles/a/index.html");
    }
}
