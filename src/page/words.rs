//! Sentences about pages: short, whole, and taken from the author where there is one.

use crate::handbook::model::{Block, Body};
use crate::labels::Labels;

/// As much as a search result shows.
const MOST_CHARACTERS: usize = 160;

/// The author's one sentence, or the first of the first paragraph; empty when there is no prose.
pub(super) fn summary(body: &Body) -> String {
    if let Some(summary) = &body.summary {
        return summary.clone();
    }
    let opening = first_prose(&body.opening);
    let inside = || body.all_sections().into_iter().find_map(|it| first_prose(&it.blocks));
    opening.or_else(inside).unwrap_or_default()
}

/// The first sentence of the first prose among `blocks`.
pub(super) fn first_prose(blocks: &[Block]) -> Option<String> {
    let texts = blocks.iter().filter_map(|it| match it {
        Block::Prose(prose) => Some(prose.text()),
        Block::Statements(_) => None,
    });
    texts.map(|it| sentence(&it).to_owned()).find(|it| !it.is_empty())
}

/// `text`, or `otherwise` when there is none.
pub(super) fn or(text: String, otherwise: impl FnOnce() -> String) -> String {
    if text.is_empty() { otherwise() } else { text }
}

/// `text` as far as a search result shows it, cut between words.
pub(super) fn clipped(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(MOST_CHARACTERS) else {
        return text.to_owned();
    };
    let room = &text[..text.floor_char_boundary(end - 1)];
    let cut = room.rfind(char::is_whitespace).unwrap_or(room.len());
    format!("{}…", room[..cut].trim_end_matches([' ', ',', ';', ':']))
}

/// `Management` inside a sentence: `management`; `IC` and `DevOps` stay, and every title in a language
/// that writes nouns with a capital.
pub(super) fn inside(labels: &Labels, title: &str) -> String {
    let is_plain = !labels.language().capitalises_nouns()
        && title.split_whitespace().all(|it| !it.chars().skip(1).any(char::is_uppercase));
    if is_plain { title.to_lowercase() } else { title.to_owned() }
}

/// The first sentence.
fn sentence(text: &str) -> &str {
    let is_end = |(at, mark): &(usize, &str)| {
        let rest = &text[at + mark.len()..];
        let next = rest.trim_start().chars().next();
        rest.starts_with(' ') && !next.is_some_and(char::is_lowercase)
    };
    let end = text.match_indices(['.', '!', '?']).find(is_end);
    end.map_or(text, |(at, mark)| &text[..at + mark.len()])
}

#[cfg(test)]
mod tests {
    use super::{clipped, inside, sentence};
    use crate::handbook::built_in_labels;
    use crate::labels::Language;

    #[test]
    fn a_sentence_ends_before_a_new_one() {
        assert_eq!(sentence("Leads e.g. two teams. Hires."), "Leads e.g. two teams.");
        assert_eq!(sentence("Version 2.0 is here"), "Version 2.0 is here");
        assert_eq!(sentence(""), "");
    }

    #[test]
    fn long_text_is_cut_between_words() {
        let text = "wörter, ".repeat(40);
        let short = clipped(&text);
        assert!(short.chars().count() <= 160, "{short}");
        assert!(short.ends_with("wörter…"), "{short}");
        assert_eq!(clipped("short"), "short");
    }

    #[test]
    fn titles_inside_a_sentence() {
        let inside =
            |language, title| inside(&built_in_labels(Language::named(language).unwrap()), title);
        assert_eq!(inside("en", "Individual contributor"), "individual contributor");
        assert_eq!(inside("en", "IC"), "IC");
        assert_eq!(inside("de", "Führung"), "Führung");
    }
}
