//! HTML, SVG and XML as stretches of letters and digits. In: markup. Out: the words between tags,
//! and the words of every attribute, each stretch by itself.

use super::fold::fold;

/// Tags that may stand in the middle of a word. A raised number is none: it marks a footnote; nor
/// are words that come in or fall away: they stand side by side and belong to two texts.
const INLINE: [&str; 18] = [
    "a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "strong",
    "tspan", "u", "var", "wbr",
];

pub(super) fn segments(html: &str) -> String {
    let (mut text, mut attributes) = (String::new(), String::new());
    let (mut rest, mut is_code) = (html, false);
    while let Some((before, after)) = rest.split_once('<') {
        words(before, &mut text);
        let end = end_of_tag(after);
        let tag = &after[..end];
        let name = name(tag);
        // Colours part the words of code; elsewhere a span is beside what it belongs to.
        let is_inline = INLINE.contains(&name) || (is_code && name == "span");
        if !is_inline {
            text.push('\n');
        }
        if name == "code" {
            is_code = !tag.starts_with('/');
        }
        values(tag, &mut attributes);
        rest = after[end..].strip_prefix('>').unwrap_or_default();
    }
    words(rest, &mut text);
    format!("{text}\n{attributes}\n")
}

/// Where a tag ends: at the first `>` that is in no quotes. A comment ends as comments do.
fn end_of_tag(tag: &str) -> usize {
    if tag.starts_with("!--") {
        return tag.find("-->").map_or(tag.len(), |at| at + 2);
    }
    let mut from = 0;
    while let Some(at) = tag[from..].find(['>', '"', '\'']).map(|it| from + it) {
        let sign = &tag[at..=at];
        if sign == ">" {
            return at;
        }
        let behind = tag[at + 1..].find(sign).map_or(tag.len(), |it| at + 1 + it + 1);
        from = behind;
    }
    tag.len()
}

fn name(tag: &str) -> &str {
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let end = name.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(name.len());
    &name[..end]
}

/// The value of every attribute; a comment counts as one.
fn values(tag: &str, out: &mut String) {
    if tag.starts_with('!') {
        words(tag, out);
        return out.push('\n');
    }
    let mut rest = tag;
    while let Some(at) = rest.find(['"', '\'']) {
        let (quote, inside) = (&rest[at..=at], &rest[at + 1..]);
        let (value, after) = inside.split_once(quote).unwrap_or((inside, ""));
        words(&decoded(value), out);
        out.push('\n');
        rest = after;
    }
}

/// Text with its entities.
fn words(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        fold(before, out);
        let end = after.find(';').filter(|it| *it <= 10);
        match end.and_then(|end| Some((entity(&after[..end])?, &after[end + 1..]))) {
            Some((character, behind)) => {
                fold(character.encode_utf8(&mut [0; 4]), out);
                rest = behind;
            }
            None => rest = after,
        }
    }
    fold(rest, out);
}

fn entity(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        // Those that stand for signs; a letter is written as it is, or as a number.
        let is_sign = matches!(name, "amp" | "lt" | "gt" | "quot" | "apos" | "nbsp");
        return is_sign.then_some(' ');
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    char::from_u32(code.ok()?)
}

/// An address without `%20` and its like.
fn decoded(value: &str) -> String {
    let mut parts = value.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let code = part.get(..2).and_then(|it| u8::from_str_radix(it, 16).ok());
        bytes.extend(code);
        bytes.extend_from_slice(&part.as_bytes()[if code.is_some() { 2 } else { 0 }..]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::segments;

    #[test]
    fn stretches_end_where_readers_see_an_end() {
        for (html, expected) in [
            ("<p>Un<em>believ</em>able</p>", "unbelievable"),
            ("<td>a</td><td>b</td>", "a b"),
            ("R&amp;D &#x41;&#66; &co", "rdabco"),
            ("<img alt='x > \"y\"' title=\"z\">w", "w xy z"),
            ("<a href=\"a%20b\">c</a>", "c ab"),
            ("a<!-- b > c -->d", "a d bc"),
            ("<code>a<span>b</span></code> c<span>d</span>", "abc d"),
            ("a <", "a"),
        ] {
            let folded = segments(html);
            let found: Vec<_> = folded.split('\n').filter(|it| !it.is_empty()).collect();
            assert_eq!(found.join(" "), expected, "{html}");
        }
    }
}
