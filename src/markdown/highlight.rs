//! Colours for code, as classes that a stylesheet gives a colour to.
//!
//! In: code and the name of its language. Out: HTML with a `<span class="s-string">` around every
//! word of interest. One class per word keeps pages small; finer ones would not be told apart.

use super::html::{escape, escaped};
use std::sync::LazyLock;
use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

/// Beyond this size, colours cost more time than they are worth.
const LONGEST: usize = 100_000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// The kinds of words that get a class.
static KINDS: LazyLock<Vec<(Scope, &str)>> = LazyLock::new(|| {
    let names = [
        "comment", "string", "constant", "entity", "invalid", "keyword", "storage", "support",
        "variable",
    ];
    names.into_iter().filter_map(|name| Some((Scope::new(name).ok()?, name))).collect()
});

/// `text` as HTML. A language we do not know is shown without colours.
pub(super) fn highlighted(language: &str, text: &str) -> String {
    let syntax = match language {
        "" | "text" | "txt" | "plain" => None,
        _ if text.len() > LONGEST => None,
        _ => SYNTAXES.find_syntax_by_token(language),
    };
    syntax.and_then(|it| coloured(it, text)).unwrap_or_else(|| escaped(text))
}

fn coloured(syntax: &SyntaxReference, text: &str) -> Option<String> {
    let mut state = ParseState::new(syntax);
    let mut scopes = ScopeStack::new();
    let mut spans = Spans::default();
    for line in LinesWithEndings::from(text) {
        let mut done = 0;
        for (at, change) in state.parse_line(line, &SYNTAXES).ok()? {
            spans.add(kind(&scopes), line.get(done..at)?);
            scopes.apply(&change).ok()?;
            done = at;
        }
        spans.add(kind(&scopes), line.get(done..)?);
    }
    Some(spans.finish())
}

/// What the innermost scope of interest is. Punctuation is coloured like what it belongs to.
fn kind(scopes: &ScopeStack) -> Option<&'static str> {
    let known = |scope: &Scope| KINDS.iter().find(|(kind, _)| kind.is_prefix_of(*scope));
    scopes.as_slice().iter().rev().find_map(known).map(|(_, name)| *name)
}

/// HTML in which neighbours of the same kind share a span.
#[derive(Default)]
struct Spans {
    html: String,
    open: Option<&'static str>,
}

impl Spans {
    fn add(&mut self, kind: Option<&'static str>, text: &str) {
        if text.is_empty() {
            return;
        }
        // Space has no colour, so it need not end a span.
        if kind != self.open && !text.trim().is_empty() {
            self.turn_to(kind);
        }
        escape(text, &mut self.html);
    }

    fn turn_to(&mut self, kind: Option<&'static str>) {
        if self.open.is_some() {
            self.html.push_str("</span>");
        }
        if let Some(kind) = kind {
            self.html.push_str(&format!("<span class=\"s-{kind}\">"));
        }
        self.open = kind;
    }

    fn finish(mut self) -> String {
        self.turn_to(None);
        self.html
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, highlighted};

    #[test]
    fn words_of_interest_have_one_class() {
        assert_eq!(
            highlighted("rust", "let x = \"<\"; // y\n"),
            "<span class=\"s-storage\">let</span> x <span class=\"s-keyword\">= </span>\
             <span class=\"s-string\">&quot;&lt;&quot;</span>; \
             <span class=\"s-comment\">// y\n</span>"
        );
    }

    #[test]
    fn common_languages_are_known() {
        for (language, code) in [
            ("yaml", "a: 1"),
            ("bash", "echo \"a\""),
            ("json", "[1]"),
            ("python", "def a(): pass"),
            ("sql", "select 1"),
            ("html", "<b>"),
        ] {
            assert!(highlighted(language, code).contains("<span class=\"s-"), "{language}");
        }
    }

    #[test]
    fn other_code_is_plain() {
        assert_eq!(highlighted("", "a<b"), "a&lt;b");
        assert_eq!(highlighted("nope", "a<b"), "a&lt;b");
        assert!(!highlighted("rust", &"fn ".repeat(LONGEST)).contains("span"));
    }
}
