//! The keys that the program itself asks for, each with the places of its text. Templates and
//! scripts ask by name for others, and `texts/en.yml` has them all.

/// A key whose text has `N` places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<const N: usize> {
    pub(super) name: &'static str,
    pub(super) places: [&'static str; N],
}

macro_rules! keys {
    ($($name:ident = $key:literal $(($($place:literal),+))?;)*) => {
        $(pub const $name: Key<{ <[&str]>::len(&[$($($place),+)?]) }> =
            Key { name: $key, places: [$($($place),+)?] };)*

        /// Every key with its places, for the test that compares them with the texts.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &[&str])] = &[$(($key, &[$($($place),+)?])),*];
    };
}

keys! {
    HOME = "home";
    FAMILIES = "families";
    COMPETENCIES = "competencies";
    COMPARE = "compare";
    GUIDES = "guides";
    GLOSSARY = "glossary";
    A_TO_Z = "a-to-z";
    N_OTHERS = "n-others" ("n");
    SEARCH = "search";
    COMMA = "comma";
    NOTE = "note";
    TIP = "tip";
    IMPORTANT = "important";
    WARNING = "warning";
    CAUTION = "caution";
    TABLE = "table";
    FOOTNOTE = "footnote" ("n");
    FOOTNOTE_BACK = "footnote-back" ("n");
    DONE = "done";
    NOT_DONE = "not-done";
    MARK_NEW = "mark-new";
    MARK_RAISED = "mark-raised";
    MARK_LOWERED = "mark-lowered";
    MARK_SAME = "mark-same";
    MARK_DROPPED = "mark-dropped";
    MARK_CHANGED = "mark-changed";
    N_ROLES = "n-roles" ("n");
    N_FAMILIES = "n-families" ("n");
    N_COMPETENCIES = "n-competencies" ("n");
    DRAFT = "draft";
    PHASED_OUT = "phased-out";
    RETIRED = "retired";
    STATUS_DRAFT = "status-draft";
    STATUS_DEPRECATED = "status-deprecated";
    FROM_DAY = "from-day" ("day");
    HANDBOOK = "handbook";
    HOME_DESCRIPTION = "home-description" ("title");
    HOME_PICTURE = "home-picture" ("title");
    MY_ROLE = "my-role";
    MY_ROLE_TEXT = "my-role-text";
    NEXT_STEP = "next-step";
    NEXT_STEP_TEXT = "next-step-text";
    HIRING = "hiring";
    HIRING_TEXT = "hiring-text";
    HIRING_TEXT_OPEN = "hiring-text-open";
    LEVEL = "level";
    EQUIVALENT_TO = "equivalent-to";
    REPORTS_TO = "reports-to";
    MANAGES = "manages";
    WORKS_WITH = "works-with";
    STATUS = "status";
    OWNER = "owner";
    EFFECTIVE_FROM = "effective-from";
    LAST_REVIEWED = "last-reviewed";
    NEXT_REVIEW = "next-review";
    OVERDUE = "overdue" ("day");
    SCOPE_AT_A_GLANCE = "scope-at-a-glance";
    PROFILE = "profile";
    NOT_EXPECTED = "not-expected";
    PROMOTION = "promotion";
    LATERAL_MOVE = "lateral-move";
    TRACK_SWITCH = "track-switch";
    STEP_BACK = "step-back";
    COMPARE_WITH_ANY = "compare-with-any";
    ROLE_DESCRIPTION = "role-description" ("place");
    PLACE_AT = "place-at" ("place", "organisation");
    ALL_ROLES = "all-roles";
    FAMILY_DESCRIPTION = "family-description" ("title");
    LADDER_OF = "ladder-of" ("family");
    SCOPE = "scope";
    OTHER_AREA = "other-area";
    OUTSIDE_THE_LADDER = "outside-the-ladder";
    ROLE_TO_ROLE = "role-to-role" ("from", "to");
    FROM_TO = "from-to" ("from", "to");
    WHAT_CHANGES = "what-changes" ("from", "to");
    COMPARISON_DESCRIPTION = "comparison-description" ("from", "to");
    NEXT_RUNG = "next-rung";
    NEXT_RUNG_ON = "next-rung-on" ("track");
    BELOW_RUNG = "below-rung";
    BELOW_RUNG_ON = "below-rung-on" ("track");
    SAME_RANK = "same-rank";
    SAME_RANK_ON = "same-rank-on" ("track");
    AS_PROMOTION = "as-promotion";
    AS_LATERAL_MOVE = "as-lateral-move";
    AS_TRACK_SWITCH = "as-track-switch";
    AS_STEP_BACK = "as-step-back";
    CHANGE = "change";
    FROM = "from";
    TO = "to";
    STEPS_OF_COMPETENCIES = "steps-of-competencies";
    COMES_IN = "comes-in";
    CHANGES = "changes";
    FALLS_AWAY = "falls-away";
    STAYS = "stays";
    INSTEAD_OF_TEXT = "instead-of-text" ("now", "before");
    COMPARE_ROLES = "compare-roles";
    COMPARE_DESCRIPTION = "compare-description";
    ROLE = "role";
    BOTH_SIDE_BY_SIDE = "both-side-by-side" ("one", "other");
    COMPETENCIES_DESCRIPTION = "competencies-description" ("title");
    COMPETENCY_DESCRIPTION = "competency-description" ("title");
    STRIP_TITLE = "strip-title" ("competency", "family");
    STRIP_DESCRIPTION = "strip-description" ("n", "all");
    GUIDES_DESCRIPTION = "guides-description" ("title");
    GUIDE_DESCRIPTION = "guide-description" ("guide", "title");
    GLOSSARY_DESCRIPTION = "glossary-description" ("title");
    INDEX_DESCRIPTION = "index-description" ("title");
    FRESHNESS = "freshness";
    FRESHNESS_DESCRIPTION = "freshness-description" ("title");
    KIND_ROLE = "kind-role";
    KIND_COMPETENCY = "kind-competency";
    KIND_FAMILY = "kind-family";
    KIND_GUIDE = "kind-guide";
    KIND_TERM = "kind-term";
    KIND_VACANCY = "kind-vacancy";
    KIND_LEVEL = "kind-level";
    KIND_PAGE = "kind-page";
    OPEN_POSITIONS = "open-positions";
    POSITIONS_DESCRIPTION = "positions-description" ("title");
    EMPLOYER = "employer";
    PLACE_OF_WORK = "place-of-work";
    EMPLOYMENT = "employment";
    SALARY = "salary";
    POSTED_ON = "posted-on";
    APPLY_BY_TITLE = "apply-by-title";
    EMPLOYMENT_FULL_TIME = "employment-full-time";
    EMPLOYMENT_PART_TIME = "employment-part-time";
    EMPLOYMENT_CONTRACTOR = "employment-contractor";
    EMPLOYMENT_TEMPORARY = "employment-temporary";
    EMPLOYMENT_INTERN = "employment-intern";
    EMPLOYMENT_VOLUNTEER = "employment-volunteer";
    EMPLOYMENT_PER_DIEM = "employment-per-diem";
    EMPLOYMENT_OTHER = "employment-other";
    AMOUNTS = "amounts" ("min", "max");
    AMOUNT_FROM = "amount-from" ("min");
    AMOUNT_UP_TO = "amount-up-to" ("max");
    PER_HOUR = "per-hour" ("amount", "currency");
    PER_DAY = "per-day" ("amount", "currency");
    PER_WEEK = "per-week" ("amount", "currency");
    PER_MONTH = "per-month" ("amount", "currency");
    PER_YEAR = "per-year" ("amount", "currency");
    REMOTE_IN = "remote-in" ("countries");
    OR_REMOTE_IN = "or-remote-in" ("place", "countries");
    APPLY = "apply";
    APPLY_BY = "apply-by" ("day");
    VACANCY_CLOSED_DESCRIPTION = "vacancy-closed-description" ("role");
    ROLE_IN_FULL = "role-in-full";
    MOVED_DESCRIPTION = "moved-description" ("title");
    GONE = "gone";
    BECAME_OF = "became-of" ("address");
    MISSING = "missing";
    MISSING_DESCRIPTION = "missing-description";
    SEARCH_DESCRIPTION = "search-description" ("title");
    SCALE_AWARENESS = "scale-awareness";
    SCALE_AWARENESS_MEANING = "scale-awareness-meaning";
    SCALE_WORKING = "scale-working";
    SCALE_WORKING_MEANING = "scale-working-meaning";
    SCALE_PRACTITIONER = "scale-practitioner";
    SCALE_PRACTITIONER_MEANING = "scale-practitioner-meaning";
    SCALE_EXPERT = "scale-expert";
    SCALE_EXPERT_MEANING = "scale-expert-meaning";
    SECTION_SUMMARY = "section-summary";
    SECTION_SCOPE = "section-scope";
    SECTION_RESPONSIBILITIES = "section-responsibilities";
    SECTION_COMPETENCIES = "section-competencies";
    SECTION_CHALLENGES = "section-challenges";
    SECTION_SUCCESS_METRICS = "section-success-metrics";
    SECTION_REQUIREMENTS = "section-requirements";
    SECTION_TYPICAL_DAY = "section-typical-day";
    SECTION_DISTINCTIONS = "section-distinctions";
    SECTION_CAREER_PATHS = "section-career-paths";
    SECTION_TAKEAWAYS = "section-takeaways";
}

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::handbook::built_in_labels;
    use crate::labels::{COUNT, Language, Text};
    use std::collections::BTreeSet;

    #[test]
    fn keys_have_the_places_of_their_texts() {
        let english = built_in_labels(Language::english());
        for (key, places) in ALL {
            let text = english.get(key).unwrap_or_else(|| panic!("`{key}` has no text"));
            let mut expected = text.places();
            if matches!(text, Text::Counted(_)) {
                expected.insert(COUNT);
            }
            assert_eq!(places.iter().copied().collect::<BTreeSet<_>>(), expected, "{key}");
        }
    }
}
