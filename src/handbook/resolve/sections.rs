//! Which headings are which sections: by key, by title, by another name, in spite of case,
//! punctuation, a title in front, or a slip.

use crate::diagnostic::suggest::{MOST_SLIPS, is_slip};
use crate::document::kind::SectionFront;
use crate::document::title_of;
use crate::labels::Labels;
use crate::labels::key::{self, Key};
use std::collections::{BTreeMap, HashMap};

/// The sections a role is known to have: key, title, and what else people call them.
const BUILT_IN: &[(&str, Key<0>, &[&str])] = &[
    (
        "summary",
        key::SECTION_SUMMARY,
        &["Overview", "About the role", "Role summary", "Purpose", "Introduction"],
    ),
    ("scope", key::SECTION_SCOPE, &["Scope of influence", "Scope and impact"]),
    (
        "responsibilities",
        key::SECTION_RESPONSIBILITIES,
        &[
            "Key responsibilities",
            "Core responsibilities",
            "Duties",
            "What you will do",
            "What you'll do",
        ],
    ),
    (
        "competencies",
        key::SECTION_COMPETENCIES,
        &["Key competencies", "Core competencies", "Skills", "Key skills"],
    ),
    (
        "challenges",
        key::SECTION_CHALLENGES,
        &["Common challenges", "Challenges and answers", "Challenges and solutions"],
    ),
    (
        "success-metrics",
        key::SECTION_SUCCESS_METRICS,
        &["Measures of success", "Success measures", "Metrics", "How success is measured"],
    ),
    (
        "requirements",
        key::SECTION_REQUIREMENTS,
        &["Qualifications", "Typical requirements", "Prerequisites", "What you bring"],
    ),
    (
        "typical-day",
        key::SECTION_TYPICAL_DAY,
        &["A typical day", "A day in the life", "Day to day"],
    ),
    (
        "distinctions",
        key::SECTION_DISTINCTIONS,
        &["How it differs", "Differences", "Key distinctions"],
    ),
    (
        "career-paths",
        key::SECTION_CAREER_PATHS,
        &["Career path", "Progression", "Career progression", "Next steps"],
    ),
    ("takeaways", key::SECTION_TAKEAWAYS, &["Key takeaways", "In short"]),
];

/// How a heading was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    Exact(String),
    /// In spite of a spelling slip: the key, and the name that was meant.
    Slip(String, String),
    None,
}

#[derive(Clone, Debug)]
pub(super) struct SectionTable {
    sections: Vec<Known>,
    names: Vec<Name>,
    /// The number of its section, by the plain words of a name.
    exact: HashMap<String, usize>,
}

#[derive(Clone, Debug)]
struct Name {
    written: String,
    /// The same in plain words, and how many letters these have.
    words: String,
    length: usize,
    /// The number of the section that is called so.
    section: usize,
}

#[derive(Clone, Debug)]
struct Known {
    key: String,
    title: String,
    also: Vec<String>,
}

impl SectionTable {
    /// The built-in sections, with what the handbook adds to them.
    pub(super) fn new(added: &[SectionFront], labels: &Labels) -> SectionTable {
        let mut sections: Vec<Known> = BUILT_IN
            .iter()
            .map(|(key, title, also)| Known {
                key: (*key).to_owned(),
                title: labels.word(*title).to_owned(),
                also: also.iter().map(|it| (*it).to_owned()).collect(),
            })
            .collect();
        for front in added {
            let key = front.key.value.clone();
            let index = sections.iter().position(|it| it.key == key).unwrap_or_else(|| {
                sections.push(Known { title: title_of(&key), key, also: Vec::new() });
                sections.len() - 1
            });
            let section = &mut sections[index];
            section.also.extend(front.also.iter().cloned());
            if let Some(title) = &front.title {
                section.also.push(std::mem::replace(&mut section.title, title.clone()));
            }
        }
        let sections_with_names = sections.iter().enumerate();
        let names: Vec<_> = sections_with_names
            .flat_map(|(index, it)| it.names().map(move |name| Name::new(name, index)))
            .collect();
        // Of two that are called alike, the first.
        let exact = names.iter().rev().map(|it| (it.words.clone(), it.section)).collect();
        SectionTable { sections, names, exact }
    }

    /// The titles by key.
    pub(super) fn titles(&self) -> BTreeMap<String, String> {
        self.sections.iter().map(|it| (it.key.clone(), it.title.clone())).collect()
    }

    /// Where the section stands among all, for putting one where it belongs.
    pub(super) fn order(&self, key: &str) -> usize {
        self.sections.iter().position(|it| it.key == key).unwrap_or(usize::MAX)
    }

    /// The section that `heading` opens in a role whose names have these words.
    pub(super) fn recognise(&self, heading: &str, role: &RoleWords) -> Match {
        let words = plain(heading);
        let key = |index: usize| self.sections[index].key.clone();
        let short = || role.left_out_of(&words);
        let exact = self.exact.get(&words).or_else(|| self.exact.get(&short()));
        if let Some(index) = exact {
            return Match::Exact(key(*index));
        }
        let short = short();
        let length = short.chars().count();
        // Most headings are no slip for any name, and most names are too long or too short to ask.
        let mut near = self.names.iter().filter(|it| it.length.abs_diff(length) <= MOST_SLIPS);
        let slip = near.find(|it| is_slip(&short, &it.words));
        slip.map_or(Match::None, |it| Match::Slip(key(it.section), it.written.clone()))
    }
}

impl Name {
    fn new(written: &str, section: usize) -> Name {
        let words = plain(written);
        Name { written: written.to_owned(), length: words.chars().count(), words, section }
    }
}

impl Known {
    fn names(&self) -> impl Iterator<Item = &str> {
        [self.key.as_str(), self.title.as_str()]
            .into_iter()
            .chain(self.also.iter().map(String::as_str))
    }
}

/// The words of a heading: lower case, no punctuation, no article, singular and plural alike.
pub(super) fn plain(heading: &str) -> String {
    let lower = heading.to_lowercase().replace(['\'', '’'], "");
    let words = lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let words = words.filter(|it| !matches!(*it, "the" | "a" | "an" | "and"));
    words.map(|it| it.strip_suffix('s').unwrap_or(it)).collect::<Vec<_>>().join(" ")
}

/// The plain words of what a role is called, which its headings may say again.
pub(super) struct RoleWords(Vec<String>);

impl RoleWords {
    pub(super) fn new(names: &[&str]) -> RoleWords {
        let words = |name: &&str| plain(name).split(' ').map(str::to_owned).collect::<Vec<_>>();
        RoleWords(names.iter().flat_map(words).collect())
    }

    /// "Senior responsibilities" in the role *Senior engineer* is "responsibilities".
    fn left_out_of(&self, words: &str) -> String {
        let is_other = |word: &&str| !self.0.iter().any(|it| it == word);
        words.split(' ').filter(is_other).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handbook::built_in_labels;
    use crate::labels::Language;

    fn recognise(heading: &str) -> Match {
        let english = built_in_labels(Language::english());
        let role = RoleWords::new(&["Senior Engineering Manager", "m2"]);
        SectionTable::new(&[], &english).recognise(heading, &role)
    }

    #[test]
    fn headings_are_recognised_as_people_write_them() {
        let exact = |key: &str| Match::Exact(key.to_owned());
        assert_eq!(recognise("Responsibilities"), exact("responsibilities"));
        assert_eq!(recognise("SUCCESS METRICS:"), exact("success-metrics"));
        assert_eq!(recognise("Senior Responsibilities"), exact("responsibilities"));
        assert_eq!(
            recognise("Engineering manager: key responsibilities"),
            exact("responsibilities")
        );
        assert_eq!(recognise("A typical day"), exact("typical-day"));
        assert_eq!(recognise("Requirement"), exact("requirements"));
        assert_eq!(recognise("Perks"), Match::None);
    }

    #[test]
    fn a_slip_is_forgiven_and_said() {
        let slip = Match::Slip("responsibilities".to_owned(), "responsibilities".to_owned());
        assert_eq!(recognise("Responsibilites"), slip);
    }
}
