//! What of a text a card can show. The font lacks most scripts of the world, and a card of empty
//! boxes, or half a title, would be worse than none.

use super::font::Font;

/// The text as it is drawn: without what takes no room and without signs that the font lacks.
/// `None` where it lacks a letter, or where nothing is left.
pub(super) fn shown(text: &str, font: &Font) -> Option<String> {
    let is_missing = |it: char| it.is_alphanumeric() && !font.has(it);
    if text.chars().any(is_missing) {
        return None;
    }
    let one = |it: char| match it {
        it if it.is_whitespace() => ' ',
        it => it,
    };
    let kept: String =
        text.chars().map(one).filter(|it| !is_unseen(*it) && font.has(*it)).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let has_any = kept.contains(char::is_alphanumeric);
    has_any.then(|| words.join(" "))
}

/// Controls, joiners, marks of direction: some are in the font, and none is to be seen.
fn is_unseen(letter: char) -> bool {
    let is_format = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fffc}'..='\u{fffd}');
    letter.is_control() || is_format
}

#[cfg(test)]
mod tests {
    use super::super::font::{Font, Weight};
    use super::shown;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(shown(text, Font::of(Weight::Bold)).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn a_text_is_shown_whole_or_not_at_all() {
        check("Vedoucí vývoje", Some("Vedoucí vývoje"));
        check("Ведущий инженер", Some("Ведущий инженер"));
        check("Επικεφαλής μηχανικός", Some("Επικεφαλής μηχανικός"));
        check("エンジニア", None);
        check("Senior エンジニア", None);
        check("مهندس", None);
        check("מהנדסת", None);
        check("", None);
    }

    #[test]
    fn signs_that_are_missing_are_left_out() {
        check("🚀 Launch  lead 👩\u{200d}🚀", Some("Launch lead"));
        check("Tech\u{a0}Lead\u{ad}er\t2", Some("Tech Leader 2"));
        check("🚀", None);
        check("· – ·", None);
    }
}
