//! What may stand in a declaration of a style sheet. An author's words are put there as they are, so
//! they must not end it, begin another, or fetch anything.

/// Signs that would end the declaration or mean something else than they show, and a way out.
const SIGNS: [(&str, &str); 9] = [
    (";", ALONE),
    ("{", ALONE),
    ("}", ALONE),
    ("@", ALONE),
    ("<", ALONE),
    ("!", "what is said for paper and for more contrast has to win"),
    ("\\", "write the sign itself: files are UTF-8"),
    ("/*", COMMENT),
    ("*/", COMMENT),
];

const ALONE: &str = "write the value alone, as it stands behind the colon in a style sheet";
const COMMENT: &str = "write comments behind `#`";
const FETCHED: &str = "load files in a style sheet of the theme; `themes/README.md` says how";

/// Functions that fetch a file, which pages allow from the site itself only.
const FETCHING: [&str; 6] = ["url(", "src(", "image(", "image-set(", "cross-fade(", "element("];

/// Why a value may not be a token's: what stands in it, and why not that.
pub(super) fn fault(value: &str) -> Option<(String, &'static str)> {
    let lower = value.to_ascii_lowercase();
    let sign = SIGNS.iter().find(|(sign, _)| value.contains(sign));
    let sign = sign.map(|(sign, help)| (format!("`{sign}` in it"), *help));
    let control =
        value.contains(char::is_control).then_some("a line break or a control sign in it");
    let control = control.map(|it| (it.to_owned(), "write it on one line"));
    let fetching = FETCHING.iter().find(|it| lower.contains(**it));
    let fetching = fetching.map(|it| (format!("`{it}…)` in it"), FETCHED));
    let open = (!is_closed(value)).then_some("a bracket or quote without its other half");
    let open = open.map(|it| (it.to_owned(), "write both halves"));
    sign.or(control).or(fetching).or(open)
}

/// Whether every bracket and every quote has its other half.
fn is_closed(value: &str) -> bool {
    let (mut open, mut quote) = (Vec::new(), None);
    for sign in value.chars() {
        match (quote, sign) {
            (Some(it), _) if it == sign => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(sign),
            (None, '(') => open.push(')'),
            (None, '[') => open.push(']'),
            (None, ')' | ']') if open.pop() != Some(sign) => return false,
            (None, _) => {}
        }
    }
    quote.is_none() && open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::stylesheet::Stylesheet;
    use super::fault;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn what_css_says_of_measures_and_letters_is_fine() {
        for value in [
            "4px",
            "clamp(1rem, 4vw, 2.5rem)",
            "Inter, \"Noto Sans\", 'Ärger (neu)', sans-serif",
            "var(--sans)",
            "minmax([a] 0, 1fr)",
        ] {
            assert_eq!(fault(value), None, "{value}");
        }
    }

    #[test]
    fn what_would_break_out_is_refused() {
        for value in [
            "red; } body { display: none",
            "a}b",
            "@import x",
            "URL(//evil.example/x)",
            "image-set('a.png' 1x)",
            "</style>",
            "1px /* a",
            "a */ b",
            "1px\n2px",
            "u\\72l(x)",
            "0 !important",
            "\"open",
            "calc(1px",
            "1px)",
            "([)]",
        ] {
            assert!(fault(value).is_some(), "{value}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_let_through_stays_one_value(value in "[a-z:;{}()\\[\\]\"'/*!@<#. ,\\\\-]{1,20}") {
            if fault(&value).is_none() {
                let sheet = format!(":root{{--a:{value};--b:1}}c{{}}");
                let read: Vec<_> = Stylesheet::read(&sheet).values().map(|it| it.1.to_owned()).collect();
                prop_assert_eq!(read, [value.trim().to_owned(), "1".to_owned()]);
            }
        }
    }
}
