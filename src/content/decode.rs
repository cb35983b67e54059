//! Bytes become text: UTF-8, `\n` at the end of a line, no byte order mark.

pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

/// What could be made of a file's bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// Where in `text` the first replaced byte stands, when the file is not UTF-8.
    pub(super) broken_at: Option<usize>,
}

pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text: plain(&text), broken_at: None },
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..good]);
            let whole = String::from_utf8_lossy(error.as_bytes());
            Decoded { text: plain(&whole), broken_at: Some(plain(&before).len()) }
        }
    }
}

/// The text without what only its bytes ask for.
pub(super) fn plain(text: &str) -> String {
    text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_byte_order_marks_disappear() {
        let decoded = decode("\u{feff}a\r\nb\rc\r\r\n".into());
        assert_eq!(decoded, Decoded { text: "a\nb\nc\n\n".to_owned(), broken_at: None });
    }

    #[test]
    fn the_first_bad_byte_has_a_place_in_the_text_that_is_kept() {
        let decoded = decode(b"\xef\xbb\xbfa\r\nb\xff c\xfe".to_vec());
        assert_eq!(decoded.text, "a\nb\u{fffd} c\u{fffd}");
        assert_eq!(decoded.broken_at, Some(3));
    }
}
