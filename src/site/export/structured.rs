//! What a page says in the vocabulary of schema.org, as it may stand inside a script. In: nodes.
//! Out: JSON-LD that no word of an author can end.

use crate::page::Node;
use serde::Serialize;

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: &'a [Node],
}

/// The text of a script; none where there is nothing to say.
pub(in crate::site) fn structured(graph: &[Node]) -> Option<String> {
    if graph.is_empty() {
        return None;
    }
    let json = serde_json::to_string(&Graph { context: "https://schema.org", graph });
    // Text in fields can always be written.
    Some(inside_script(&json.unwrap_or_default()))
}

/// JSON without what HTML or a script could take for its own. It stands in strings only, where
/// every character may be written by its number.
fn inside_script(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                safe += &format!("\\u{:04x}", u32::from(character));
            }
            _ => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::inside_script;

    /// Words that would end a script or begin something in it, and what lines of a script end at.
    const HOSTILE: [&str; 9] = [
        "</script>",
        "</SCRIPT\n>",
        "<!--<script>",
        "-->",
        "]]>",
        "&lt;/script&gt;",
        "\u{2028}\u{2029}",
        "\\\"</script>",
        "\\u003c/script>",
    ];

    #[test]
    fn nothing_ends_the_script_and_everything_is_read_as_written() {
        // Every hostile word between every two others, so that none hides behind its neighbours.
        for first in HOSTILE {
            for second in HOSTILE {
                for text in [format!("{first}{second}"), format!("a {first} \"{second}\" ü")] {
                    let json = serde_json::to_string(&text).unwrap();
                    let safe = inside_script(&json);
                    assert!(!safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{safe}");
                    assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), text);
                }
            }
        }
    }

    #[test]
    fn every_character_is_read_as_written() {
        let all: String = (0..=char::MAX as u32).filter_map(char::from_u32).collect();
        let safe = inside_script(&serde_json::to_string(&all).unwrap());
        assert!(!safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
        assert_eq!(serde_json::from_str::<String>(&safe).unwrap(), all);
    }
}
