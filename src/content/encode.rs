//! Text becomes bytes again: edits of what was read, made in the file as it is, with its own line
//! ends and its byte order mark. What `decode` takes away, this knows to be there.

use super::decode::{BYTE_ORDER_MARK, plain};
use crate::diagnostic::Span;
use crate::edit::{Edit, Edits};

/// The bytes of a file with `edits` made, whose places count in `before`, the text that the file was
/// read as. `None` when the bytes say something else by now.
pub fn edited(bytes: &[u8], before: &str, edits: &Edits) -> Option<Vec<u8>> {
    let original = std::str::from_utf8(bytes).ok()?;
    if plain(original) != before {
        return None;
    }
    let places = Places::of(original);
    let in_file = edits.iter().map(|it| {
        let [start, end] = [it.span.start, it.span.end].map(|it| places.in_file(it as usize));
        Edit::new(Span::new(it.span.file, start, end), it.text.replace('\n', places.line_end))
    });
    // Places that differ in the text differ in the file.
    let edits = Edits::new(in_file.collect())?;
    Some(edits.apply(original).into_bytes())
}

/// Where the letters of a text are in the file it was read from.
struct Places {
    /// The length of the byte order mark.
    first: usize,
    /// The line ends, by their places in the text, that take two bytes in the file.
    long: Vec<usize>,
    /// How the file ends its first line.
    line_end: &'static str,
}

impl Places {
    fn of(original: &str) -> Places {
        let body = original.strip_prefix(BYTE_ORDER_MARK).unwrap_or(original);
        let long = body.match_indices("\r\n").enumerate().map(|(index, (at, _))| at - index);
        let first_end = body.find(['\r', '\n']).unwrap_or(body.len());
        let line_end = match &body.as_bytes()[first_end..] {
            [b'\r', b'\n', ..] => "\r\n",
            [b'\r', ..] => "\r",
            _ => "\n",
        };
        Places { first: original.len() - body.len(), long: long.collect(), line_end }
    }

    fn in_file(&self, at: usize) -> usize {
        self.first + at + self.long.partition_point(|it| *it < at)
    }
}

#[cfg(test)]
mod tests {
    use super::super::decode::decode;
    use super::*;
    use crate::diagnostic::FileId;
    use proptest::prelude::{prop_assert_eq, proptest};

    fn edits(edits: &[(usize, usize, &str)]) -> Edits {
        let edit = |&(start, end, text): &(usize, usize, &str)| {
            Edit::new(Span::new(FileId::of("a"), start, end), text)
        };
        Edits::new(edits.iter().map(edit).collect()).expect("each has its place")
    }

    #[test]
    fn a_file_keeps_its_line_ends_and_its_byte_order_mark() {
        let edits = edits(&[(1, 1, "!"), (2, 2, "new\n"), (4, 5, "D")]);
        let edited = edited("\u{feff}a\r\nb\nc\r\n".as_bytes(), "a\nb\nc\n", &edits);
        assert_eq!(edited.unwrap(), "\u{feff}a!\r\nnew\r\nb\nD\r\n".as_bytes());
    }

    #[test]
    fn new_lines_end_as_the_first_line_of_the_file_does() {
        for end in ["\n", "\r\n", "\r"] {
            let original = format!("a{end}b");
            let edited = edited(original.as_bytes(), "a\nb", &edits(&[(3, 3, "\nc")])).unwrap();
            assert_eq!(edited, format!("a{end}b{end}c").as_bytes());
        }
    }

    #[test]
    fn a_file_that_says_something_else_by_now_is_left_alone() {
        assert_eq!(edited(b"b", "a", &edits(&[])), None);
        assert_eq!(edited(b"\xff", "\u{fffd}", &edits(&[])), None);
    }

    proptest! {
        #[test]
        fn editing_the_file_and_editing_what_is_read_are_the_same(
            original in "\u{feff}?(a|é|\n|\r|\r\n){0,9}", at in 0..9_usize, length in 0..3_usize
        ) {
            let before = decode(original.clone().into_bytes()).text;
            let ends: Vec<usize> = (0..=before.len()).filter(|it| before.is_char_boundary(*it)).collect();
            let [start, end] = [at, at + length].map(|it| ends[it.min(ends.len() - 1)]);
            let edits = edits(&[(start, end, "x\ny")]);
            let edited = edited(original.as_bytes(), &before, &edits).unwrap();
            prop_assert_eq!(decode(edited).text, edits.apply(&before));
        }
    }
}
