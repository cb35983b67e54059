//! Any file as stretches of lower-case letters and digits, so that no notation hides a word. In: a
//! path and bytes. Out: stretches, with a line end between what does not belong together.

use super::html;

/// Adds the letters and digits of `text`, without anything between them.
pub(super) fn fold(text: &str, out: &mut String) {
    // Whole sites go through here, and nearly all of their letters are these.
    if text.is_ascii() {
        let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
        return out.extend(letters.map(|it| char::from(it.to_ascii_lowercase())));
    }
    for character in text.chars() {
        match character {
            // It stands between two things that are named side by side.
            '·' => out.push('\n'),
            it if it.is_alphanumeric() => out.extend(it.to_lowercase()),
            _ => {}
        }
    }
}

/// The letters and digits of a whole text, as one stretch.
pub(super) fn words(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold(text, &mut folded);
    folded.push('\n');
    folded
}

/// A page, or a part of one.
pub(super) fn page(html: &str) -> String {
    html::segments(html)
}

/// A file of the site, by what the ending of its name says that it is.
pub(super) fn file(path: &str, bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let folded = match ending.as_str() {
        "html" | "htm" | "svg" | "xml" => html::segments(&text),
        "json" | "js" | "webmanifest" => strings(&text),
        "csv" => cells(&text),
        "md" | "txt" => text.split(['\n', '|']).map(words).collect(),
        _ => words(&text),
    };
    // What a file is called is published too.
    path.split('/').map(words).chain([folded]).collect()
}

/// JSON and scripts: a stretch for each string, and for what stands between two.
fn strings(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['"', '\\']) {
        fold(&rest[..at], &mut folded);
        rest = match rest[at..].strip_prefix('"') {
            Some(after) => {
                folded.push('\n');
                after
            }
            None => escape(&rest[at + 1..], &mut folded),
        };
    }
    fold(rest, &mut folded);
    folded.push('\n');
    folded
}

/// What follows a backslash: `n` ends a line, and with it a stretch. Gives what stands behind it.
fn escape<'a>(text: &'a str, out: &mut String) -> &'a str {
    let digits = text.strip_prefix('u').and_then(|it| it.get(..4));
    let code = digits.and_then(|it| u32::from_str_radix(it, 16).ok());
    match code {
        Some(code) => {
            let character = char::from_u32(code).unwrap_or(' ');
            fold(character.encode_utf8(&mut [0; 4]), out);
            &text[5..]
        }
        None => {
            // Data has a paragraph on a line.
            out.push_str(if text.starts_with('n') { "\n" } else { "" });
            text.char_indices().nth(1).map_or("", |(at, _)| &text[at..])
        }
    }
}

/// A table of cells: a comma ends one, except in quotes.
fn cells(text: &str) -> String {
    let (mut folded, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find(['"', ',', '\n']) {
        fold(&rest[..at], &mut folded);
        let (sign, after) = rest[at..].split_at(1);
        if sign != "\"" {
            folded.push('\n');
            rest = after;
            continue;
        }
        // A quote that is written twice is none; both halves are inside.
        let (inside, behind) = after.split_once('"').unwrap_or((after, ""));
        fold(inside, &mut folded);
        rest = behind;
    }
    fold(rest, &mut folded);
    folded.push('\n');
    folded
}

#[cfg(test)]
mod tests {
    use super::file;

    fn folded(path: &str, text: &str) -> Vec<String> {
        let folded = file(path, text.as_bytes());
        folded.split('\n').filter(|it| !it.is_empty()).map(str::to_owned).collect()
    }

    #[test]
    fn every_notation_is_undone() {
        assert_eq!(
            folded("a/b.json", r#"{"Zwei\tW\u00f6rter\nx":"\"y\""}"#)[2..],
            ["zweiwörter", "x", "y"]
        );
        assert_eq!(folded("a.csv", "a b,\"c, d\n\"\"e\"\"\",f\n")[1..], ["ab", "cde", "f"]);
        assert_eq!(folded("a.md", "| a b | c |\nd\n")[1..], ["ab", "c", "d"]);
        assert_eq!(folded("a.xml", "<loc>https://a.b/C</loc>")[1..], ["httpsabc"]);
        assert_eq!(folded("a.png", "\u{0}tEXt\u{0}Two Words\u{1}")[1..], ["texttwowords"]);
        assert_eq!(folded("roles/Tech-Lead/x", ""), ["roles", "techlead", "x"]);
    }

    /// Else either of them alone would not be looked for.
    #[test]
    fn what_is_named_side_by_side_does_not_belong_together() {
        assert_eq!(folded("a.html", "<p>Ämter · M2 &#183; Zwei</p>")[1..], ["ämter", "m2", "zwei"]);
    }
}
