//! Where and for whom the site is published.

use super::address::Address;
use crate::handbook::model::Edition;
use std::collections::BTreeSet;

/// A part of a site that can be left out of it as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Its page, its index, and the box on every page.
    Search,
    /// Roles side by side: the pages of pairs, and the one where roles are chosen.
    Compare,
    /// What pages say, as files for programs.
    Data,
}

/// What the command line and the handbook have decided together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// Scheme, host and path.
    pub base_url: Option<String>,
    pub edition: Option<Edition>,
    /// The day it is published for, `2026-01-31`.
    pub today: String,
    /// Read from a folder, without a server: addresses name files.
    pub offline: bool,
    /// What nothing is made for and nothing leads to.
    pub without: BTreeSet<Part>,
}

impl Publication {
    /// Everything, on that day.
    pub(super) fn on(today: &str) -> Publication {
        Publication { today: today.to_owned(), ..Publication::default() }
    }

    /// Whether the site has that part.
    pub fn has(&self, part: Part) -> bool {
        !self.without.contains(&part)
    }

    /// Whether roles can be set side by side by choice: a script does so, from what they are as data.
    pub fn has_choice(&self) -> bool {
        self.has(Part::Compare) && self.has(Part::Data)
    }

    /// Whether the page at `address` is left out with its part.
    pub(super) fn leaves_out(&self, address: &Address) -> bool {
        address.part().is_some_and(|it| !self.has(it))
    }

    /// The address of the site's root, ending in `/`.
    pub(super) fn base_url(&self) -> Option<String> {
        self.base_url.as_ref().map(|it| format!("{}/", it.trim_end_matches('/')))
    }

    /// An address with scheme and host, where it is known.
    pub(super) fn absolute(&self, address: &Address) -> Option<String> {
        self.base_url().map(|it| it + address.served().as_str())
    }

    /// What addresses of pictures begin with, where there are any: they have to be whole, and from a
    /// disk nobody asks for them.
    pub(super) fn preview_url(&self) -> Option<String> {
        self.base_url().filter(|_| !self.offline)
    }

    /// The path alone: `/` or `/handbook/`.
    pub fn base_path(&self) -> String {
        let url = self.base_url().unwrap_or_default();
        let behind_scheme = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        behind_scheme.find('/').map_or("/", |at| &behind_scheme[at..]).to_owned()
    }

    /// The name of the edition, where it is not for everybody.
    pub(super) fn name(&self) -> Option<&str> {
        self.edition.as_ref().map(|it| it.slug.as_str()).filter(|it| *it != "public")
    }

    /// Whether search engines should pass the whole site by.
    pub(super) fn noindex(&self) -> bool {
        self.edition.as_ref().is_some_and(|it| it.noindex)
    }
}

#[cfg(test)]
mod tests {
    use super::Publication;

    #[test]
    fn the_base_path_is_what_stands_behind_the_host() {
        for (url, path) in [
            ("https://a.example", "/"),
            ("https://a.example/", "/"),
            ("https://a.example:8080/b/c", "/b/c/"),
        ] {
            let publication =
                Publication { base_url: Some(url.to_owned()), ..Publication::default() };
            assert_eq!(publication.base_path(), path, "{url}");
        }
        assert_eq!(Publication::default().base_path(), "/");
    }
}
