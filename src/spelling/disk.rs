//! Names that a disk cannot hold, or that are not what they look like.
//!
//! In: the name of one file or folder, without what is above it. Out: the first thing that is wrong with it.

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use std::borrow::Cow;
use std::fmt;

/// How long a name may be, in bytes: the least of what Linux, macOS and Windows allow.
const LONGEST: usize = 255;

/// Names that mean a device to Windows, whatever their ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// What a name has that it must not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Backslash,
    Control(char),
    /// A character that nobody sees, or that turns the direction of what follows.
    Unseen(char),
    Device,
    /// `C:`, which on Windows begins a path of its own.
    Drive,
    TooLong,
    Reserved(char),
    Ending(char),
}

/// What keeps a file of this name from being published, on whatever system.
pub fn broken(name: &str) -> Option<Fault> {
    if name.contains('\\') {
        return Some(Fault::Backslash);
    }
    let control = name.chars().find(|it| it.is_control()).map(Fault::Control);
    let unseen = || with_unseen(name).find(|(_, is)| *is).map(|(it, _)| Fault::Unseen(it));
    if let Some(fault) = control.or_else(unseen) {
        return Some(fault);
    }
    let first = [(is_device(name), Fault::Device), (has_drive(name), Fault::Drive)];
    let too_long = (name.len() > LONGEST, Fault::TooLong);
    first.into_iter().chain([too_long]).find_map(|(is, fault)| is.then_some(fault))
}

/// Whether Windows takes what begins so for a path of its own: `C:`, `d:notes.md`.
pub fn has_drive(path: &str) -> bool {
    matches!(path.as_bytes(), [letter, b':', ..] if letter.is_ascii_alphabetic())
}

/// What Windows refuses in a name that other systems allow.
pub fn unportable(name: &str) -> Option<Fault> {
    let reserved = name.chars().find(|it| matches!(it, '<' | '>' | ':' | '"' | '|' | '?' | '*'));
    let ending = || name.chars().next_back().filter(|it| matches!(it, '.' | ' '));
    reserved.map(Fault::Reserved).or_else(|| ending().map(Fault::Ending))
}

/// Whether Windows takes the name for a device: `aux`, `con.md`, `COM¹.tar.gz`.
pub fn is_device(name: &str) -> bool {
    let stem = name.split(['.', ':']).next().unwrap_or_default().trim_end_matches(' ');
    let stem = stem.to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port =
        |it: &str| matches!(it, "¹" | "²" | "³") || matches!(it.as_bytes(), [b'0'..=b'9']);
    DEVICES.contains(&stem.as_str()) || port.is_some_and(is_port)
}

/// The text with what nobody sees in it written by its number: two names may differ by that alone.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !with_unseen(text).any(|(_, is)| is) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::new();
    for (it, is_unseen) in with_unseen(text) {
        match is_unseen {
            true => shown.push_str(&format!("<U+{:04X}>", u32::from(it))),
            false => shown.push(it),
        }
    }
    Cow::Owned(shown)
}

/// Each character, and whether nobody sees it. Joiners are fine in letters of Persian and in emoji, whose
/// look they change.
fn with_unseen(text: &str) -> impl Iterator<Item = (char, bool)> {
    let joins = |it| matches!(it, '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}');
    text.chars().scan(' ', move |before, it| {
        let is_joined = joins(it) && !before.is_ascii();
        *before = it;
        Some((it, is_unseen(it) && !is_joined))
    })
}

/// What Unicode lets a program leave out when it shows a text, marks of direction among it, and what ends lines
/// or encloses notes without being seen.
fn is_unseen(it: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(it)
        || matches!(it, '\u{2028}' | '\u{2029}' | '\u{fff9}'..='\u{fffb}')
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Backslash => f.write_str("a backslash, which divides folders on Windows"),
            Fault::Control(it) => write!(f, "the control character U+{:04X}", u32::from(*it)),
            Fault::Unseen(it) => {
                write!(f, "the character U+{:04X}, which nobody sees", u32::from(*it))
            }
            Fault::Device => f.write_str("the name of a device, which Windows keeps for itself"),
            Fault::Drive => f.write_str("a drive letter, as paths on Windows begin"),
            Fault::TooLong => write!(f, "more than {LONGEST} bytes, which no disk holds"),
            Fault::Reserved(it) => {
                write!(f, "the character `{it}`, which Windows refuses in names")
            }
            Fault::Ending(' ') => f.write_str("a space at its end, which Windows takes away"),
            Fault::Ending(_) => f.write_str("a full stop at its end, which Windows takes away"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn devices_of_windows_are_known_by_what_stands_before_the_first_dot() {
        for name in ["con.md", "aux", "nul.png", "COM1.md", "lpt¹", "CON .txt", "Com0", "prn.a.b"]
        {
            assert_eq!(broken(name), Some(Fault::Device), "{name}");
        }
        for name in ["conduct.md", "com.md", "com10.md", "my-con.md", "auxiliary", "lptx", "nul-a"]
        {
            assert_eq!(broken(name), None, "{name}");
        }
    }

    #[test]
    fn what_nobody_sees_is_found() {
        for it in ['\u{200b}', '\u{200f}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ad}', '\u{3164}']
        {
            assert_eq!(broken(&format!("le{it}ad.md")), Some(Fault::Unseen(it)));
        }
        assert_eq!(broken("a\u{200d}b.md"), Some(Fault::Unseen('\u{200d}')));
        assert_eq!(broken("a\u{1b}[2J.md"), Some(Fault::Control('\u{1b}')));
    }

    #[test]
    fn what_nobody_sees_is_shown_by_its_number() {
        assert_eq!(shown("mentor\u{200b}ing"), "mentor<U+200B>ing");
        assert_eq!(shown("a\u{202e}b\u{feff}"), "a<U+202E>b<U+FEFF>");
        for text in ["mentoring", "führung", "👩‍💻", "می‌خواهم"] {
            assert_eq!(shown(text), text);
        }
    }

    #[test]
    fn names_as_people_write_them_are_sound() {
        let names = [
            "Führung & Team (neu).md",
            "می‌خواهم.md",
            "👩‍💻 Engineer.md",
            "❤️.png",
            "日本語.md",
            "a b",
        ];
        for name in names {
            assert_eq!((broken(name), unportable(name)), (None, None), "{name}");
        }
    }

    #[test]
    fn windows_refuses_more_than_others() {
        for (name, fault) in [
            ("why?.md", Fault::Reserved('?')),
            ("ab:c.png", Fault::Reserved(':')),
            ("roles.", Fault::Ending('.')),
            ("roles ", Fault::Ending(' ')),
        ] {
            assert_eq!((broken(name), unportable(name)), (None, Some(fault)), "{name}");
        }
        assert_eq!(broken("C:"), Some(Fault::Drive));
        assert_eq!(broken("a\\b"), Some(Fault::Backslash));
        assert_eq!(broken(&"ü".repeat(128)), Some(Fault::TooLong));
        assert_eq!(broken(&"a".repeat(255)), None);
    }

    proptest! {
        #[test]
        fn words_of_any_language_with_hyphens_are_sound(name in "\\p{L}{1,20}(-\\p{L}{1,9}){1,3}") {
            prop_assert_eq!(unportable(&name), None);
            let unseen = name.contains(is_unseen);
            prop_assert_eq!(broken(&name).is_some(), unseen || name.len() > LONGEST);
        }
    }
}
