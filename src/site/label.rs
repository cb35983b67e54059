//! What templates may say in the language of the handbook: `label(key="…")`, and what stands between
//! the items of a sentence.
//!
//! In: labels, and what a template puts into their places. Out: text that is safe to print. With
//! `template.rs` and `fault.rs` the only file that names the template engine.

use crate::diagnostic::suggest::did_you_mean;
use crate::labels::{COUNT, Category, Labels, Part, Text};
use crate::markdown::Html;
use std::collections::HashMap;
use std::sync::Arc;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// What a template says besides places: the key, and the element that is to stand around the number.
const KEY: &str = "key";
const ELEMENT: &str = "element";

pub(super) fn register(tera: &mut Tera, labels: &Arc<Labels>) {
    let (words, language) = (Words::new(labels.clone()), labels.language().clone());
    tera.register_function("label", move |arguments: Kwargs, _: &State<'_>| words.said(&arguments));
    tera.register_function("joint", move |arguments: Kwargs, _: &State<'_>| {
        let (at, of) = (arguments.must_get::<usize>("at")?, arguments.must_get::<usize>("of")?);
        TeraResult::Ok(language.joint(at, of))
    });
}

/// What templates may ask for.
struct Words {
    labels: Arc<Labels>,
    /// The texts without places, which every page asks for: as the engine takes them, made once.
    fixed: HashMap<String, Value>,
}

impl Words {
    fn new(labels: Arc<Labels>) -> Words {
        let words = |(key, text): (&str, &Text)| match text {
            Text::Plain(it) => {
                Some((key.to_owned(), Value::safe_string(Html::of_text(it.as_words()?).as_str())))
            }
            Text::Counted(_) => None,
        };
        Words { fixed: labels.iter().filter_map(words).collect(), labels }
    }

    /// The label with everything in its place, as HTML.
    fn said(&self, arguments: &Kwargs) -> TeraResult<Value> {
        let key = arguments.must_get::<&str>(KEY)?;
        match self.fixed.get(key).filter(|_| arguments.iter().nth(1).is_none()) {
            Some(words) => Ok(words.clone()),
            None => filled(&self.labels, key, arguments).map(|it| Value::safe_string(&it)),
        }
    }
}

fn filled(labels: &Labels, key: &str, arguments: &Kwargs) -> TeraResult<String> {
    let text = labels.get(key).ok_or_else(|| unknown(labels, key))?;
    let n = arguments.get::<&Value>(COUNT)?.and_then(Value::as_u64);
    let phrase = text.phrase(n.map_or(Category::Other, |it| labels.language().category(it)));
    for name in arguments.iter().filter_map(|(name, _)| name.as_str()) {
        if ![KEY, ELEMENT, COUNT].contains(&name) && !text.has_place(name) {
            return Err(Error::message(format!("the label `{key}` has no place `{name}`")));
        }
    }
    let mut html = String::new();
    for part in phrase.parts() {
        match part {
            Part::Words(words) => html.push_str(Html::of_text(words).as_str()),
            Part::Place(name) => {
                let value = arguments.get::<&Value>(name)?;
                place(labels, value.ok_or_else(|| missing(key, name))?, arguments, &mut html)?;
            }
        }
    }
    Ok(html)
}

fn unknown(labels: &Labels, key: &str) -> Error {
    let help = did_you_mean(key, labels.keys(), "");
    Error::message(format!("there is no label `{key}`. {help}"))
}

fn missing(key: &str, place: &str) -> Error {
    let way_out = format!("write `label(key=\"{key}\", {place}=…)`");
    Error::message(format!("the label `{key}` needs `{place}`. {way_out}"))
}

/// Writes what a template puts into a place. HTML of the template's own stays HTML.
fn place(labels: &Labels, value: &Value, arguments: &Kwargs, html: &mut String) -> TeraResult<()> {
    match (value.as_u64(), value.as_str()) {
        (Some(n), _) => {
            let n = labels.language().number(n);
            match arguments.get::<&str>(ELEMENT)? {
                Some(it) => html.extend(["<", it, ">", &n, "</", it, ">"]),
                None => html.push_str(&n),
            }
        }
        (None, Some(text)) if value.is_safe() => html.push_str(text),
        (None, Some(text)) => html.push_str(Html::of_text(text).as_str()),
        (None, None) => html.push_str(Html::of_text(&value.to_string()).as_str()),
    }
    Ok(())
}
