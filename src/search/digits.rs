//! Numbers as few characters: the notations that the browser reads back.

/// The largest number that is one character.
pub(super) const MOST: u8 = 77;

/// A number from 0 to [`MOST`] as a character that needs no escape in a script. What is larger is
/// the largest.
pub(super) fn digit(number: u8) -> char {
    let at = 48 + number.min(MOST);
    // Without the backslash.
    let at = if at >= 92 { at + 1 } else { at };
    char::from(at)
}

/// A number in base 36, as `parseInt` reads it.
pub(super) fn base_36(mut number: usize) -> String {
    let mut digits = Vec::new();
    while number > 0 || digits.is_empty() {
        digits.push(u32::try_from(number % 36).ok().and_then(|it| char::from_digit(it, 36)));
        number /= 36;
    }
    digits.into_iter().rev().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::{MOST, base_36, digit};
    use crate::search::json;

    #[test]
    fn every_digit_is_a_character_of_its_own_without_escape() {
        let all: String = (0..=MOST).map(digit).collect();
        let mut characters: Vec<char> = all.chars().collect();
        characters.dedup();
        assert_eq!(characters.len(), usize::from(MOST) + 1);
        assert_eq!(json(&all).len(), all.len() + 2);
        assert_eq!((digit(0), digit(MOST), digit(MOST + 1)), ('0', '~', '~'));
    }

    #[test]
    fn larger_numbers_are_read_by_the_browser() {
        assert_eq!([0, 35, 36, 1_295].map(base_36), ["0", "z", "10", "zz"]);
    }
}
