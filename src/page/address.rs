//! The one place that decides addresses. They are permanent, made of ids and never of titles.

use super::publication::Part;
use crate::spelling::folded;
use schemars::JsonSchema;
use serde::Serialize;

/// Where a page or a place on it lives, relative to the site's root: `roles/staff-engineer/`,
/// `competencies/coaching/#expert`; the home page is empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Address(String);

impl Address {
    pub fn home() -> Address {
        Address(String::new())
    }

    pub fn family(slug: &str) -> Address {
        Address(format!("families/{slug}/"))
    }

    pub fn role(slug: &str) -> Address {
        Address(format!("roles/{slug}/"))
    }

    /// What changes from the role `from` to the role `to`.
    pub fn compare(from: &str, to: &str) -> Address {
        Address(format!("compare/{from}/{to}/"))
    }

    /// Two roles side by side that have no page of their own.
    pub(super) fn chosen(from: &str, to: &str) -> Address {
        Address(format!("compare/?roles={from},{to}"))
    }

    pub fn comparisons() -> Address {
        Address("compare/".to_owned())
    }

    pub fn competency(slug: &str) -> Address {
        Address(format!("competencies/{slug}/"))
    }

    pub fn competencies() -> Address {
        Address("competencies/".to_owned())
    }

    pub fn guide(slug: &str) -> Address {
        Address(format!("guides/{slug}/"))
    }

    pub fn guides() -> Address {
        Address("guides/".to_owned())
    }

    pub fn glossary() -> Address {
        Address("glossary/".to_owned())
    }

    pub fn index() -> Address {
        Address("index/".to_owned())
    }

    pub fn freshness() -> Address {
        Address("freshness/".to_owned())
    }

    pub fn search() -> Address {
        Address("search/".to_owned())
    }

    /// All roles at a level, which only search can list.
    pub(super) fn roles_at(level: &str) -> Address {
        Address(format!("search/?kind=role&level={level}"))
    }

    /// A job advert with dates.
    pub fn vacancy(id: &str) -> Address {
        Address(format!("vacancies/{id}/"))
    }

    pub fn vacancies() -> Address {
        Address("vacancies/".to_owned())
    }

    /// What is shown where no page is.
    pub fn missing() -> Address {
        Address("404.html".to_owned())
    }

    /// A page as an author or the ledger writes it: `/jobs/senior-em/`. And the place on that page,
    /// where one is named: `/roles/lead/#hiring`.
    pub(super) fn written(written: &str) -> (Address, Option<&str>) {
        let (path, anchor) = match written.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor)),
            None => (written, None),
        };
        let is_file = path.ends_with(".html") || path.ends_with(".htm");
        let path = path.trim_matches('/');
        let is_whole = is_file || path.is_empty();
        (Address(if is_whole { path.to_owned() } else { format!("{path}/") }), anchor)
    }

    /// The id that a role had, by an alias that was its address: `lead` of `/roles/lead/`.
    pub(super) fn former_role(written: &str) -> Option<String> {
        let (page, anchor) = Address::written(written);
        let id = page.0.strip_prefix("roles/")?.strip_suffix('/')?;
        let is_id = anchor.is_none() && !id.is_empty() && !id.contains('/');
        is_id.then(|| id.to_owned())
    }

    /// What tells the page from all others: many disks do not tell upper case from lower.
    pub(super) fn key(&self) -> String {
        folded(&self.file())
    }

    /// The same as one address.
    pub(super) fn at_place(written: &str) -> Address {
        match Address::written(written) {
            (page, Some(anchor)) => page.at(anchor),
            (page, None) => page,
        }
    }

    /// The page alone.
    pub(super) fn without_place(&self) -> Address {
        Address(self.page().to_owned())
    }

    /// The ids of the two roles that a comparison is about.
    pub(super) fn compared(&self) -> Option<[&str; 2]> {
        let (from, to) = self.0.strip_prefix("compare/")?.strip_suffix('/')?.split_once('/')?;
        (!to.contains('/')).then_some([from, to])
    }

    /// The part of the site that the page is of, where that can be left out.
    pub(super) fn part(&self) -> Option<Part> {
        match self.page() {
            it if it.starts_with("compare/") => Some(Part::Compare),
            "search/" => Some(Part::Search),
            _ => None,
        }
    }

    /// A file that is published as it is, by its path.
    pub fn asset(path: &str) -> Address {
        Address(encoded(path))
    }
}

impl Address {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as an alias is written: `/roles/staff-engineer/`.
    pub fn as_alias(&self) -> String {
        format!("/{}", self.0)
    }

    /// Whether an alias, as written, is this page.
    pub fn is_alias(&self, written: &str) -> bool {
        let (page, anchor) = Address::written(written);
        anchor.is_none() && page.key() == self.key()
    }

    /// A place on the page.
    pub fn at(self, anchor: &str) -> Address {
        Address(format!("{}#{anchor}", self.0))
    }

    /// The form that needs no server to find the file of a folder: `roles/a/index.html#scope`.
    pub fn spelled_out(&self) -> Address {
        Address(format!("{}{}", self.file(), &self.0[self.page().len()..]))
    }

    /// The form that servers know: what [`Address::spelled_out`] has added is gone.
    pub fn served(&self) -> Address {
        let (page, place) = self.0.split_at(self.page().len());
        let is_folder = page == "index.html" || page.ends_with("/index.html");
        let folder = if is_folder { &page[..page.len() - "index.html".len()] } else { page };
        Address(format!("{folder}{place}"))
    }

    /// The file that the page is, relative to the site's root: `roles/staff-engineer/index.html`.
    pub fn file(&self) -> String {
        let page = self.page();
        if page.is_empty() || page.ends_with('/') {
            format!("{page}index.html")
        } else {
            page.to_owned()
        }
    }

    /// The file called `name` beside the page.
    pub fn beside(&self, name: &str) -> String {
        let file = self.file();
        let folder = file.rfind('/').map_or("", |at| &file[..=at]);
        format!("{folder}{name}")
    }

    /// What leads from the page to the site's root.
    pub fn root(&self) -> String {
        match self.page().matches('/').count() {
            0 => "./".to_owned(),
            depth => "../".repeat(depth),
        }
    }

    fn page(&self) -> &str {
        self.0.split(['#', '?']).next().unwrap_or_default()
    }
}

/// A path as it may stand in an address: letters of every script stay.
pub fn encoded(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for character in path.chars() {
        if !character.is_ascii() || is_plain(character) {
            encoded.push(character);
        } else {
            encoded.push_str(&format!("%{:02X}", u32::from(character)));
        }
    }
    encoded
}

/// A text as it may stand in a query: nothing in it ends it.
pub(super) fn value(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            it if !it.is_ascii() || it.is_ascii_alphanumeric() || "-._~/".contains(it) => {
                value.push(it);
            }
            it => value.push_str(&format!("%{:02X}", u32::from(it))),
        }
    }
    value
}

fn is_plain(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~/!$&'()*+,;=:@".contains(character)
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn a_page_is_a_file() {
        assert_eq!(Address::home().file(), "index.html");
        assert_eq!(Address::role("a").at("scope").file(), "roles/a/index.html");
        assert_eq!(Address::role("a").spelled_out().file(), "roles/a/index.html");
        assert_eq!(Address::missing().file(), "404.html");
    }

    #[test]
    fn without_a_server_the_file_is_spelled_out() {
        let spelled = |it: Address| it.spelled_out().as_str().to_owned();
        assert_eq!(spelled(Address::home()), "index.html");
        assert_eq!(spelled(Address::home().at("families")), "index.html#families");
        assert_eq!(spelled(Address::role("a").at("scope")), "roles/a/index.html#scope");
        assert_eq!(spelled(Address::chosen("a", "b")), "compare/index.html?roles=a,b");
        assert_eq!(spelled(Address::missing()), "404.html");
        assert_eq!(spelled(Address::asset("a/b.png")), "a/b.png");
        for it in [Address::home().at("families"), Address::role("a").at("b"), Address::missing()] {
            assert_eq!(it.spelled_out().served(), it);
        }
    }

    #[test]
    fn the_root_is_as_far_as_the_page_is_deep() {
        assert_eq!(Address::home().root(), "./");
        assert_eq!(Address::comparisons().root(), "../");
        assert_eq!(Address::role("a").at("b/c").root(), "../../");
        assert_eq!(Address::compare("a", "b").spelled_out().root(), "../../../");
    }

    #[test]
    fn what_is_written_is_a_page_or_a_place_on_one() {
        let written = |it| {
            let (page, anchor) = Address::written(it);
            format!("{} {}", page.file(), anchor.unwrap_or("-"))
        };
        assert_eq!(written("/jobs/senior-em"), "jobs/senior-em/index.html -");
        assert_eq!(written("/roles/v2.0/"), "roles/v2.0/index.html -");
        assert_eq!(written("/old.html#pay"), "old.html pay");
        assert_eq!(written("/#pay"), "index.html pay");
    }

    #[test]
    fn files_may_have_any_name() {
        let asset = Address::asset("guides/été 100%?.png");
        assert_eq!(asset.as_str(), "guides/été%20100%25%3F.png");
    }
}
