//! A picture as HTML writes it. In: a tag. Out: what Markdown would say of it, if the tag says nothing else.

/// The attributes of a picture that Markdown can say, or that a page knows better.
const SAID: [&str; 6] = ["src", "alt", "title", "width", "height", "align"];

/// `<img src="…" alt="…">`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ImageTag {
    pub(super) src: String,
    pub(super) alt: String,
    pub(super) title: String,
}

/// Reads `html`; `None` where it is anything but one such tag.
pub(super) fn image_tag(html: &str) -> Option<ImageTag> {
    let tag = html.trim().strip_prefix("<img")?.strip_suffix('>')?;
    let mut rest = tag.strip_suffix('/').unwrap_or(tag);
    let mut found = ImageTag::default();
    while !rest.trim().is_empty() {
        let attribute = rest.strip_prefix(char::is_whitespace)?.trim_start();
        let (name, value) = attribute.split_once('=')?;
        let quote = value.chars().next().filter(|it| matches!(it, '"' | '\''))?;
        let (value, after) = value[1..].split_once(quote)?;
        let text = value.replace("&quot;", "\"").replace("&lt;", "<").replace("&amp;", "&");
        match *SAID.iter().find(|it| **it == name)? {
            "src" => found.src = text,
            "alt" => found.alt = text,
            "title" => found.title = text,
            _ => {}
        }
        rest = after;
    }
    Some(found).filter(|it| !it.src.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_that_says_nothing_else_is_a_picture() {
        let picture = |src: &str, alt: &str, title: &str| {
            let [src, alt, title] = [src, alt, title].map(str::to_owned);
            Some(ImageTag { src, alt, title })
        };
        assert_eq!(image_tag("<img src=\"a.png\" alt=\"\">"), picture("a.png", "", ""));
        let tag = "<img\n width='1' alt='a &quot;b&quot; &amp;lt;' title='c' src='d?e&amp;f' />\n";
        assert_eq!(image_tag(tag), picture("d?e&f", "a \"b\" &lt;", "c"));
        for other in [
            "<img>",
            "<img alt=\"\">",
            "<img src=a>",
            "<img src=\"a\" onerror=\"x\">",
            "<img src=\"a\"onerror=\"x\">",
            "<img src=\"a\" style=\"x\">",
            "<imgs src=\"a\">",
            "<img src=\"a\"><img src=\"b\">",
            "<img src=\"a\"> b",
            "<img src=\"a\" é>",
        ] {
            assert_eq!(image_tag(other), None, "{other}");
        }
    }
}
