//! `visibility:` who may see a document, as a word; or who may see the page and single fields, as a
//! mapping: `{ page: public, owner: internal, scope.direct_reports: internal }`.

use crate::diagnostic::Spanned;
use crate::document::fields::Fields;
use crate::document::problem;
use crate::document::yaml::Value;

/// Who may see a document, as written: the words of editions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VisibilityFront {
    pub page: Option<Spanned<String>>,
    pub fields: Vec<FieldVisibilityFront>,
}

/// `scope.direct_reports: internal`
#[derive(Clone, Debug, PartialEq)]
pub struct FieldVisibilityFront {
    pub field: &'static str,
    /// What stands behind the dot, with the place of the whole key.
    pub entry: Option<Spanned<String>>,
    pub word: Spanned<String>,
}

/// Which fields of a kind of document can be hidden.
pub(super) struct Hideable {
    whole: &'static [&'static str],
    /// Those of which single entries can be hidden as well.
    in_parts: &'static [&'static str],
    /// Those that cannot be, and why.
    never: &'static [(&'static str, &'static str)],
}

const HAS_A_TITLE: &str = "a page is known by its title";
const HAS_A_PLACE: &str = "a role has a place on the ladder, or no page";
const HOLDS: &str = "readers would take the role for one that holds today";
const NOT_SHOWN: &str = "it is shown in no edition";

pub(super) const ROLE: Hideable = Hideable {
    whole: &[
        "summary",
        "also_known_as",
        "formerly",
        "aliases",
        "reports_to",
        "vacancies",
        "owner",
        "last_reviewed_on",
    ],
    in_parts: &[
        "manages",
        "works_with",
        "scope",
        "expects",
        "transitions",
        "requirements",
        "codes",
    ],
    never: &[
        ("title", HAS_A_TITLE),
        ("family", HAS_A_PLACE),
        ("track", HAS_A_PLACE),
        ("level", HAS_A_PLACE),
        ("extends", "what is inherited names the role that says so"),
        ("omits", NOT_SHOWN),
        ("status", HOLDS),
        ("effective_from", HOLDS),
    ],
};

pub(super) const COMPETENCY: Hideable = Hideable {
    whole: &["summary", "also_known_as", "aliases"],
    in_parts: &[],
    never: &[
        ("title", HAS_A_TITLE),
        ("area", "a competency stands under its area wherever it is listed"),
        ("codes", NOT_SHOWN),
        ("scale", NOT_SHOWN),
    ],
};

pub(super) const PAGE: Hideable =
    Hideable { whole: &["summary", "aliases"], in_parts: &[], never: &[("title", HAS_A_TITLE)] };

impl Hideable {
    /// The field of that name, and whether it is hidden by entries.
    fn named(&self, name: &str, in_part: bool) -> Option<&'static str> {
        let whole = self.whole.iter().filter(|_| !in_part);
        self.in_parts.iter().chain(whole).find(|it| **it == name).copied()
    }

    fn reason(&self, name: &str) -> Option<&'static str> {
        self.never.iter().find(|(it, _)| *it == name).map(|(_, why)| *why)
    }

    /// Those of which single entries can be hidden.
    pub(super) fn in_parts(&self) -> &'static [&'static str] {
        self.in_parts
    }

    pub(super) fn names(&self) -> Vec<&'static str> {
        ["page"].iter().chain(self.whole).chain(self.in_parts).copied().collect()
    }
}

pub(super) fn visibility(fields: &mut Fields<'_>, hideable: &Hideable) -> VisibilityFront {
    let (mut front, mut misread) = (VisibilityFront::default(), None);
    let Some(node) = fields.take("visibility") else { return front };
    if !matches!(node.value, Value::Mapping(_)) {
        front.page = fields.as_text("visibility", node);
        return front;
    }
    for (key, node) in fields.inner("`visibility`", node).into_entries() {
        let Some(word) = fields.as_text(&key.value, node) else { continue };
        let (name, entry) = match key.value.split_once('.') {
            Some((name, entry)) => (name, Some(Spanned::new(entry.to_owned(), key.span))),
            None => (key.value.as_str(), None),
        };
        match hideable.named(name, entry.is_some()) {
            Some(field) => front.fields.push(FieldVisibilityFront { field, entry, word }),
            None if key.value == "page" => front.page = Some(word),
            None => {
                fields.note(match hideable.reason(name) {
                    Some(why) => problem::not_hideable(&key, why),
                    None => problem::unknown_field(&key, "`visibility`", &hideable.names()),
                });
                // Whoever turns that into a warning must not publish what was to be hidden.
                misread = Some(word);
            }
        }
    }
    front.page = misread.or(front.page);
    front
}
