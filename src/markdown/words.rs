//! Where certain words stand in the prose of a body. Code is not prose.

use super::events::Source;
use crate::diagnostic::{FileId, Span, Spanned};
use pulldown_cmark::{Event, Tag, TagEnd};

/// Every place of one of `wanted` as a word of its own, in the order of the text. The body begins
/// at byte `start` of `text`.
pub fn words(file: FileId, text: &str, start: usize, wanted: &[&str]) -> Vec<Spanned<String>> {
    // Nearly every body has none, and costs no second reading.
    if !wanted.iter().any(|it| text.get(start..).is_some_and(|text| text.contains(it))) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut in_code = false;
    for (event, range) in (Source { file, text }).events(start).0 {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => {
                for at in wanted.iter().flat_map(|word| places(&text[range.clone()], word)) {
                    let (start, end) = (range.start + at.start, range.start + at.end);
                    let word = text[start..end].to_owned();
                    found.push(Spanned::new(word, Span::new(file, start, end)));
                }
            }
            _ => {}
        }
    }
    found
}

fn places(text: &str, word: &str) -> Vec<std::ops::Range<usize>> {
    let is_apart = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric());
    let places = text.match_indices(word).map(|(at, _)| at..at + word.len());
    places
        .filter(|it| is_apart(text[..it.start].chars().next_back()))
        .filter(|it| is_apart(text[it.end..].chars().next()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::words;
    use crate::diagnostic::FileId;

    #[test]
    fn words_are_found_in_prose_only() {
        let text = "A TODO here, no TODOS.\n\n`TODO`\n\n```\nTODO\n```\n\n- TODO\n";
        let places: Vec<u32> =
            words(FileId::of("x"), text, 0, &["TODO"]).iter().map(|it| it.span.start).collect();
        assert_eq!(places, [2, text.rfind("TODO").unwrap() as u32]);
    }
}
