//! Names that look like others: by letters of another script, or by letters that are drawn alike.
//!
//! In: an id. Out: whether its scripts are mixed, and what it looks like. The only file that names the
//! crate which knows scripts and letters that are drawn alike (Unicode Technical Standard 39).

use unicode_security::{MixedScript, RestrictionLevel, RestrictionLevelDetection, skeleton};

/// Whether a word of the id has letters of scripts that nobody mixes within a word: a Cyrillic `а` in
/// `tеаm`. Japanese has three scripts, and Latin letters stand beside most others. Words may each have
/// their own: `it-специалист`.
pub fn is_mixed(id: &str) -> bool {
    let is_sound = |word: &str| {
        word.is_single_script()
            || word.check_restriction_level(RestrictionLevel::ModeratelyRestrictive)
    };
    !id.is_ascii() && !id.split(['-', '_', '.', ' ']).all(is_sound)
}

/// What the id looks like: equal for two that a reader cannot tell apart. Of no use but to compare.
pub fn look(id: &str) -> String {
    skeleton(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_one_script_is_sound_whatever_the_script() {
        for id in [
            "führungskraft",
            "قائد-الفريق",
            "日本語",
            "テスト-リード",
            "デザイナー担当",
            "ai엔지니어",
            "it-специалист",
            "3d-графика",
            "инженер2",
            "μηχανικός",
            "naïve_café",
            "ᏣᎳᎩ",
            "l1",
            "",
        ] {
            assert!(!is_mixed(id), "{id}");
        }
    }

    #[test]
    fn scripts_that_nobody_mixes_are_found() {
        for id in ["te\u{430}m-lead", "\u{441}to", "r\u{3bf}le", "лиd"] {
            assert!(is_mixed(id), "{id}");
        }
    }

    #[test]
    fn letters_that_are_drawn_alike_look_alike() {
        assert_eq!(look("cto"), look("\u{441}t\u{43e}"));
        assert_eq!(look("scope"), look("\u{455}\u{441}\u{43e}\u{440}\u{435}"));
        assert_ne!(look("führung"), look("fuhrung"));
        assert_ne!(look("lead"), look("leader"));
    }
}
