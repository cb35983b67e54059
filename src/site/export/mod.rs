//! What is published for machines: data, tables, the sitemap and `robots.txt`.
//!
//! In: pages. Out: the text of each file. Must not know where a
//! file is written, nor how a page looks.

pub mod advert;
pub mod changes;
pub mod comparison;
mod feed;
pub(super) mod handbook;
mod json;
pub(super) mod ladder;
mod ledger;
mod literal;
mod printable;
mod rows;
pub mod steps;
mod structured;

pub(super) use feed::feed;
pub use json::{Schema, json, schema};
pub(super) use json::{long_json, script};
pub use ledger::ledger;
pub(super) use structured::structured;

/// The sitemap of these addresses; `None` when there are none: a list of nothing would be a promise.
pub(super) fn sitemap<'a>(listed: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut listed = listed.peekable();
    listed.peek()?;
    Some(url_set(listed))
}

fn url_set<'a>(urls: impl Iterator<Item = &'a str>) -> String {
    let entries: String =
        urls.map(|url| format!("<url><loc>{}</loc></url>\n", escaped(url))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

/// Text as it may stand in XML. Control characters have no place there at all, nor
/// what is no character.
fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\'' => xml.push_str("&apos;"),
            _ if character.is_control() || matches!(character, '\u{fffe}' | '\u{ffff}') => {}
            _ => xml.push(character),
        }
    }
    xml
}

/// `robots.txt`: everything may be read. Pages that must not be listed say so themselves, which
/// only works when they may be read.
/// `sitemap_of` is where the site is published that has a sitemap.
pub(super) fn robots(sitemap_of: Option<&str>) -> String {
    let sitemap = sitemap_of.map(|it| format!("\nSitemap: {it}sitemap.xml\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xml_is_escaped() {
        let set = url_set(["https://x.example/?a=1&b='<\u{1}>\""].into_iter());
        assert!(
            set.contains("<loc>https://x.example/?a=1&amp;b=&apos;&lt;&gt;&quot;</loc>"),
            "{set}"
        );
    }

    #[test]
    fn robots_name_the_sitemap_when_there_is_one() {
        assert_eq!(robots(None), "User-agent: *\nAllow: /\n");
        let robots = robots(Some("https://x.example/a/"));
        assert!(robots.ends_with("\n\nSitemap: https://x.example/a/sitemap.xml\n"), "{robots}");
    }
}
