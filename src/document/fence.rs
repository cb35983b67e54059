//! Where the front matter ends and the Markdown begins.

use std::ops::Range;

/// The parts of a Markdown file, as ranges of bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// There is no front matter.
    Absent,
    Closed {
        yaml: Range<usize>,
        body: usize,
    },
    /// It is opened and never closed.
    Open,
    /// It is closed, and in another language than ours.
    Foreign {
        body: usize,
    },
}

/// Looks for the fence of `text`. A rule (`---`) as a page's first line is not taken for one.
pub(super) fn fence(text: &str) -> Fence {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    match first.trim_end() {
        "---" => {}
        "+++" => return foreign(text),
        _ => return Fence::Absent,
    }
    let start = first.len();
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            return Fence::Closed { yaml: start..at, body: at + line.len() };
        }
        at += line.len();
    }
    if looks_like_yaml(&text[start..]) { Fence::Open } else { Fence::Absent }
}

/// TOML, as other generators of sites have it.
fn foreign(text: &str) -> Fence {
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        if index > 0 && line.trim_end() == "+++" {
            return Fence::Foreign { body: at };
        }
    }
    Fence::Absent
}

fn looks_like_yaml(text: &str) -> bool {
    let line = text.lines().find(|it| !it.trim().is_empty()).unwrap_or_default();
    let key = line.split_once(':').map_or("", |(key, _)| key);
    !key.is_empty() && key.chars().all(|it| it.is_alphanumeric() || matches!(it, '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fence_is_closed_open_or_absent() {
        assert_eq!(fence("---\na: 1\n---\nx"), Fence::Closed { yaml: 4..9, body: 13 });
        assert_eq!(fence("---\n---"), Fence::Closed { yaml: 4..4, body: 7 });
        assert_eq!(fence("---\ntitle: x\n\n# x\n"), Fence::Open);
        assert_eq!(fence("---\n\n# A rule above\n"), Fence::Absent);
        assert_eq!(fence("# x\n---\n"), Fence::Absent);
        assert_eq!(fence("+++\na = 1\n+++\nx"), Fence::Foreign { body: 14 });
        assert_eq!(fence("+++\nx"), Fence::Absent);
        assert_eq!(fence(""), Fence::Absent);
    }
}
