//! How names are written: which are one name in another spelling, which a disk cannot hold, and which
//! only look alike.
//!
//! In: a name, or a path. Out: what tells it from others, or what is wrong with it. Pure functions of the
//! text, the same on every system; must not know what is named. The only folder that names the crates
//! which know Unicode's rules for this.

mod disk;
mod looks;

pub use disk::{Fault, broken, has_drive, is_device, shown, unportable};
pub use looks::{is_mixed, look};

use icu_casemap::CaseMapper;
use std::borrow::Cow;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The text with each letter and its marks as one: macOS may give `u¨` where others write `ü`.
pub fn composed(text: &str) -> Cow<'_, str> {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// What two names have in common that are one on some disk: neither case nor the way in which letters are
/// put together counts.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Letters may fall apart when their case is folded, and folding must see them whole.
    let folder = CaseMapper::new();
    let once: String = folder.fold_string(&text.nfd().collect::<String>()).nfd().collect();
    folder.fold_string(&once).nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, prop_assert_eq, proptest};

    #[test]
    fn one_name_in_several_spellings_is_one() {
        for (one, other) in [
            ("Team.PNG", "team.png"),
            ("f\u{fc}hrung", "fu\u{308}hrung"),
            ("ÉCLAIR", "e\u{301}clair"),
            ("STRASSE", "straße"),
            ("STRAẞE", "strasse"),
            ("ΣΟΦΟΣ", "σοφος"),
            ("ﬁle", "FILE"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
    }

    #[test]
    fn names_of_other_letters_stay_apart() {
        for (one, other) in [("kır", "kir"), ("führung", "fuhrung"), ("が", "か"), ("²", "2")]
        {
            assert_ne!(folded(one), folded(other), "{one}");
        }
    }

    proptest! {
        #[test]
        fn neither_case_nor_composition_tells_names_apart(text in any::<String>()) {
            let it = folded(&text);
            prop_assert_eq!(folded(&it), it.clone());
            prop_assert_eq!(folded(&text.nfd().collect::<String>()), it.clone());
            prop_assert_eq!(folded(&text.nfc().collect::<String>()), it.clone());
            prop_assert_eq!(folded(&composed(&text)), it);
        }

        #[test]
        fn letters_in_capitals_are_the_same_letters(text in "[a-zäöüßéñçøåσςабвї]{0,9}") {
            prop_assert_eq!(folded(&text.to_uppercase()), folded(&text));
        }

        #[test]
        fn composing_twice_changes_nothing(text in any::<String>()) {
            let once = composed(&text).into_owned();
            prop_assert_eq!(composed(&once), once.as_str());
            prop_assert_eq!(once, text.nfc().collect::<String>());
        }
    }
}
