//! Any file as stretches of lower-case letters and digits, so that no notation hides a word. In: a
//! path and bytes. Out: stretches, with a line end between what does not belong together.

use super::html;

/// Adds the letters and digits of `text`, without anything between them.
pub(super) fn fold(text: &str, out: &mut String) {
    out.extend(text.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase));
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
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => folded.push('\n'),
            '\\' => escape(&mut characters, &mut folded),
            it => fold(it.encode_utf8(&mut [0; 4]), &mut folded),
        }
    }
    folded.push('\n');
    folded
}

/// What follows a backslash: `n` is the end of a line, and no letter.
fn escape(characters: &mut std::str::Chars<'_>, out: &mut String) {
    if characters.next() != Some('u') {
        return;
    }
    let digits: String = characters.by_ref().take(4).collect();
    let code = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
    out.extend(code.filter(|it| it.is_alphanumeric()).into_iter().flat_map(char::to_lowercase));
}

/// A table of cells: a comma ends one, except in quotes.
fn cells(text: &str) -> String {
    let (mut folded, mut is_quoted) = (String::with_capacity(text.len()), false);
    for character in text.chars() {
        match character {
            '"' => is_quoted = !is_quoted,
            ',' | '\n' if !is_quoted => folded.push('\n'),
            it => fold(it.encode_utf8(&mut [0; 4]), &mut folded),
        }
    }
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
            folded("a/b.json", r#"{"Zwei\nW\u00f6rter":"\"x\""}"#)[2..],
            ["zweiwörter", "x"]
        );
        assert_eq!(folded("a.csv", "a b,\"c, d\n\"\"e\"\"\",f\n")[1..], ["ab", "cde", "f"]);
        assert_eq!(folded("a.md", "| a b | c |\nd\n")[1..], ["ab", "c", "d"]);
        assert_eq!(folded("a.xml", "<loc>https://a.b/C</loc>")[1..], ["httpsabc"]);
        assert_eq!(folded("a.png", "\u{0}tEXt\u{0}Two Words\u{1}")[1..], ["texttwowords"]);
        assert_eq!(folded("roles/Tech-Lead/x", ""), ["roles", "techlead", "x"]);
    }
}
