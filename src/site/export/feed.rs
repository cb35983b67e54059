//! `feed.xml`: what has changed of late, in Atom (RFC 4287). The same input gives the same bytes: it was
//! last updated when its first entry was.

use super::escaped;
use crate::page::{FEED, Feed, FeedEntry};

/// The feed as XML.
pub(in crate::site) fn feed(feed: &Feed) -> String {
    let [title, author, language] =
        [&feed.title, &feed.author, &feed.language].map(|it| escaped(it));
    let base = escaped(&feed.base_url);
    let updated = feed.entries.first().map_or("", |it| &it.at);
    let entries: String = feed.entries.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <title>{title}</title>\n\
         <id>{base}{FEED}</id>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{base}{FEED}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{base}\"/>\n\
         <updated>{}</updated>\n\
         <author><name>{author}</name></author>\n\
         {entries}</feed>\n",
        escaped(updated)
    )
}

fn entry(entry: &FeedEntry) -> String {
    let FeedEntry { title, address, at, authors, summary } = entry;
    let [title, address, at, summary] = [title, address, at, summary].map(|it| escaped(it));
    let author = |it: &String| format!("<author><name>{}</name></author>\n", escaped(it));
    let authors: String = authors.iter().map(author).collect();
    format!(
        "<entry>\n<title>{title}</title>\n<id>{address}</id>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{address}\"/>\n\
         <updated>{at}</updated>\n{authors}<summary>{summary}</summary>\n</entry>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    const ATOM: &str = "http://www.w3.org/2005/Atom";

    fn entry(title: &str, at: &str, authors: &[&str]) -> FeedEntry {
        FeedEntry {
            title: title.to_owned(),
            address: format!("https://x.example/roles/{}/", title.len()),
            at: at.to_owned(),
            authors: authors.iter().map(|it| (*it).to_owned()).collect(),
            summary: "Builds <things> & \u{b}mends \u{ffff}them".to_owned(),
        }
    }

    #[test]
    fn a_feed_has_what_atom_demands_whatever_it_says() {
        let text = feed(&Feed {
            title: "R&D \"<handbook>\"".to_owned(),
            language: "en".to_owned(),
            author: "A & B".to_owned(),
            base_url: "https://x.example/".to_owned(),
            entries: vec![
                entry("<Lead>", "2026-11-20T10:00:00Z", &["Ada <a>", "Bo"]),
                entry("Engineer", "2026-10-01T08:30:00Z", &[]),
            ],
        });
        let document =
            roxmltree::Document::parse(&text).unwrap_or_else(|it| panic!("{it}: {text}"));
        let root = document.root_element();
        let texts = |of: roxmltree::Node<'_, '_>, name: &str| -> Vec<String> {
            let found = of.children().filter(|it| it.has_tag_name((ATOM, name)));
            found
                .map(|it| {
                    it.descendants().filter(|it| it.is_text()).filter_map(|it| it.text()).collect()
                })
                .collect()
        };
        assert!(root.has_tag_name((ATOM, "feed")));
        assert_eq!(texts(root, "title"), ["R&D \"<handbook>\""]);
        assert_eq!(texts(root, "updated"), ["2026-11-20T10:00:00Z"]);
        assert_eq!(texts(root, "author").concat(), "A & B");
        let entries: Vec<_> =
            root.children().filter(|it| it.has_tag_name((ATOM, "entry"))).collect();
        let mut ids: BTreeSet<String> = texts(root, "id").into_iter().collect();
        for it in &entries {
            ids.extend(texts(*it, "id"));
            assert_eq!(texts(*it, "summary"), ["Builds <things> & mends them"]);
            assert_eq!((texts(*it, "title").len(), texts(*it, "updated").len()), (1, 1));
        }
        assert_eq!((entries.len(), ids.len()), (2, 3));
        assert_eq!(texts(entries[0], "author").len(), 2);
    }
}
