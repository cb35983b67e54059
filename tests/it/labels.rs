//! What the program says on pages: that every key has a text in every language, that nobody asks for
//! one that there is none of, and that a handbook in another language has no English word on it.

use crate::support::Project;
use crate::support::fixture::TODAY;
use crate::support::site::{Files, files};
use rolebook::handbook::built_in_labels;
use rolebook::labels::{Labels, Language, Part, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const LANGUAGES: [&str; 3] = ["ar", "de", "en"];

/// The files of the themes that name labels, and the source, by their path.
fn sources() -> BTreeMap<String, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let themes = ["themes/default", "themes/plain"].map(|it| (it, files(&root.join(it))));
    let themes = themes.into_iter();
    let theme = themes
        .flat_map(|(at, it)| it.into_iter().map(move |(path, it)| (format!("{at}/{path}"), it)));
    let theme = theme.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()));
    let keys = fs::read_to_string(root.join("src/labels/key.rs")).unwrap();
    theme.chain([("key.rs".to_owned(), keys)]).collect()
}

/// What `text` has between `start` and `end`, each time.
fn between<'a>(text: &'a str, start: &'a str, end: &'a [char]) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |it| it.split(end).next())
}

fn labels(language: &str) -> Labels {
    built_in_labels(Language::named(language).unwrap())
}

#[test]
fn every_key_that_somebody_asks_for_has_a_text_and_every_text_is_asked_for() {
    let (mut asked, mut beginnings) = (BTreeSet::new(), BTreeSet::new());
    for (path, text) in &sources() {
        if path.ends_with(".html") {
            let calls = text.split("label(key=").skip(1).filter_map(|it| it.split(')').next());
            asked.extend(calls.clone().flat_map(|it| between(it, "\"", &['"'])).map(str::to_owned));
            let begun = calls.filter_map(|it| it.strip_prefix('"')?.split_once("\" ~"));
            beginnings.extend(begun.map(|(it, _)| it.to_owned()));
            let words = between(text, "\"", &['"']);
            let is_key = |it: &str| it.chars().all(|it| it.is_ascii_lowercase() || it == '-');
            asked.extend(words.filter(|it| is_key(it)).map(str::to_owned));
        } else if path == "key.rs" {
            asked.extend(between(text, " = \"", &['"']).map(str::to_owned));
        } else {
            for sign in ["\"@", "`@", "`@@"] {
                asked.extend(between(text, sign, &['"', ' ', '`']).map(str::to_owned));
            }
        }
    }
    // Said by the status of a role, as in `draft-notice`, and by what became of something.
    beginnings.insert("n-".to_owned());
    let is_notice = |it: &str| it.ends_with("-notice");
    let is_asked = |it: &str| {
        asked.contains(it) || is_notice(it) || beginnings.iter().any(|start| it.starts_with(start))
    };
    let english = labels("en");
    let unused: Vec<&str> = english.keys().filter(|it| !is_asked(it)).collect();
    assert_eq!(unused, [""; 0], "texts that nobody asks for");
}

#[test]
fn no_template_asks_for_a_key_that_there_is_none_of() {
    let english = labels("en");
    let known: BTreeSet<&str> = english.keys().collect();
    for (path, text) in sources().iter().filter(|(path, _)| path.ends_with(".html")) {
        for call in between(text, "label(key=\"", &['\n']) {
            let (key, rest) = call.split_once('"').unwrap();
            let is_there = match rest.starts_with(" ~") {
                true => known.iter().any(|it| it.starts_with(key)),
                false => known.contains(key),
            };
            assert!(is_there || key.is_empty(), "{path} asks for `{key}`");
        }
    }
}

#[test]
fn every_language_says_everything_as_an_author_would_write_it() {
    for language in LANGUAGES {
        let all: Vec<_> = labels(language).keys().map(str::to_owned).collect();
        assert_eq!(all, labels("en").keys().collect::<Vec<_>>(), "{language}");
        let block = Project::new().run(&["theme", "labels", "--language", language]).ends_with(0);
        let root = format!("title: A handbook\nlanguage: {language}\n{}", block.out);
        let project = Project::new().file("content/handbook.yml", &root);
        let told = project.run(&["theme", "labels"]).ends_with(0);
        assert_eq!(told.out, block.out, "{language}");
    }
    for language in ["ar", "de"] {
        let (english, own) = (labels("en"), labels(language));
        let same = english.iter().filter(|(key, text)| own.get(key) == Some(text));
        let same: Vec<_> = same.map(|(key, _)| key).collect();
        let alike = ["changes-counted", "comma", "counts-of-roles", "status"];
        let other: Vec<_> = same.into_iter().filter(|it| !alike.contains(it)).collect();
        assert_eq!(other, [""; 0], "left English in {language}");
    }
}

#[test]
fn a_language_without_words_is_printed_in_its_forms() {
    let told = Project::new().run(&["theme", "labels", "--language", "pl"]).ends_with(0).out;
    let forms = "  n-roles:\n    one: \"{n} roles\"\n    few: \"{n} roles\"\n    many: ";
    assert!(told.starts_with("labels:\n") && told.contains("  a-move: \""), "{told}");
    assert!(told.contains(&forms.replace("one: \"{n} roles\"", "one: \"{n} role\"")), "{told}");
    let told = Project::new().run(&["theme", "labels", "--language", "Polish!"]).ends_with(2).err;
    assert!(told.contains("`Polish!` is not a language tag"), "{told}");
}

#[test]
fn the_authors_words_stand_on_the_pages_and_in_the_scripts() {
    let root = "title: A handbook\nlabels:\n  skip: \"Over <here>\"\n  close: \"Shut\\\"\"\n";
    let project = Project::new().file("content/handbook.yml", root);
    project.run(&["build"]).ends_with(0);
    let site = files(&project.path("public"));
    let text = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    assert!(
        text("index.html").contains("href=\"#_main\">Over &lt;here&gt;<"),
        "{}",
        text("index.html")
    );
    let search = site.keys().find(|it| it.starts_with("assets/search.")).unwrap();
    assert!(text(search).contains("\"Shut\\\"\""), "{}", text(search));
}

/// What a person reads or hears of a page.
fn spoken(html: &str) -> String {
    let mut said = String::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        if tag.starts_with("script") {
            continue;
        }
        for attribute in ["aria-label", "title", "alt", "placeholder"] {
            said.extend(
                between(tag, &format!(" {attribute}=\""), &['"']).map(|it| format!("{it}\n")),
            );
        }
        if tag.contains("\"description\"") || tag.contains("og:image:alt") {
            said.extend(between(tag, "content=\"", &['"']).map(|it| format!("{it}\n")));
        }
        said.push_str(text);
        said.push('\n');
    }
    said
}

/// Every English text, in pieces, that the language says otherwise.
fn english_words(language: &str) -> Vec<String> {
    let (english, own) = (labels("en"), labels(language));
    let mut found = BTreeSet::new();
    for (key, text) in english.iter().filter(|(key, text)| own.get(key) != Some(text)) {
        let phrases = match text {
            Text::Plain(it) => vec![it.clone()],
            Text::Counted(forms) => forms.values().cloned().collect(),
        };
        for part in phrases.iter().flat_map(|it| it.parts()) {
            let Part::Words(words) = part else { continue };
            let words = words.trim_matches(|it: char| !it.is_alphanumeric());
            if words.chars().count() >= 4 || key.starts_with("mark-") {
                found.insert(words.to_owned());
            }
        }
    }
    found.into_iter().collect()
}

fn says(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let ends = [text[..at].chars().next_back(), text[at + words.len()..].chars().next()];
        !ends.into_iter().flatten().any(char::is_alphanumeric)
    })
}

#[track_caller]
fn has_no_english(site: &Files, language: &str) {
    let words = english_words(language);
    let said = |path: &str, bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes);
        if path.ends_with(".html") { spoken(&text) } else { text.into_owned() }
    };
    let mut found = Vec::new();
    for (path, bytes) in site {
        // Of scripts and styles only what cannot be a name in them.
        let least = match path.rsplit('.').next() {
            Some("html" | "md") => 1,
            Some("js" | "css") => 14,
            _ => continue,
        };
        let text = said(path, bytes);
        let english = words.iter().filter(|it| it.chars().count() >= least && says(&text, it));
        found.extend(english.map(|it| format!("{path}: {it}")));
    }
    assert_eq!(found, [""; 0]);
}

fn built(name: &str) -> Files {
    let project = Project::of_fixture(&format!("sites/{name}"));
    project.run(&["build", "--deny", "warnings", "--date", TODAY]).ends_with(0);
    files(&project.path("public"))
}

#[test]
fn a_german_site_has_no_english_word() {
    let site = built("german");
    has_no_english(&site, "de");
    let page = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    let role = page("roles/erste-maschinistin/index.html");
    assert!(role.contains("<html lang=\"de-AT\">"), "{role}");
    assert!(role.contains("Diese Rolle gilt ab dem 31. Jänner 2027."), "{role}");
    assert!(page("vacancies/talstation/index.html").contains("42\u{a0}000 bis"), "a salary");
    assert!(
        page("index.html").contains("4 Aufgabenprofile und 2 Kompetenzen."),
        "the author's words"
    );
}

#[test]
fn an_arabic_site_is_read_from_the_right_and_has_no_english_word() {
    let site = built("arabic");
    has_no_english(&site, "ar");
    let page = |path: &str| String::from_utf8(site[path].clone()).unwrap();
    for path in site.keys().filter(|it| it.ends_with(".html")) {
        assert!(page(path).contains("<html lang=\"ar-EG\" dir=\"rtl\">"), "{path}");
    }
    let role = page("roles/librarian/index.html");
    assert!(role.contains("يسري هذا الدور اعتبارًا من ٣١ يناير ٢٠٢٧."), "{role}");
    assert!(page("index.html").contains("٣ أدوار وكفاءتان."), "counts");
}
