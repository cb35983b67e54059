//! What templates may say in the language of the handbook: `label(key="…")`, and what stands between
//! the items of a sentence.
//!
//! In: labels, and what a template puts into their places. Out: text that is safe to print. With
//! `template.rs` and `fault.rs` the only file that names the template engine.

use crate::diagnostic::suggest::did_you_mean;
use crate::labels::{COUNT, Category, Labels, Part};
use std::sync::Arc;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// What a template says besides places: the key, and the element that is to stand around the number.
const KEY: &str = "key";
const ELEMENT: &str = "element";

pub(super) fn register(tera: &mut Tera, labels: &Arc<Labels>) {
    let (words, language) = (labels.clone(), labels.language().clone());
    tera.register_function("label", move |arguments: Kwargs, _: &State<'_>| {
        said(&words, &arguments).map(|it| Value::safe_string(&it))
    });
    tera.register_function("joint", move |arguments: Kwargs, _: &State<'_>| {
        let (at, of) = (arguments.must_get::<usize>("at")?, arguments.must_get::<usize>("of")?);
        TeraResult::Ok(language.joint(at, of))
    });
}

/// The label with everything in its place, as HTML.
fn said(labels: &Labels, arguments: &Kwargs) -> TeraResult<String> {
    let key = arguments.must_get::<&str>(KEY)?;
    let text = labels.get(key).ok_or_else(|| unknown(labels, key))?;
    let n = arguments.get::<Value>(COUNT)?.and_then(|it| it.as_u64());
    let phrase = text.phrase(n.map_or(Category::Other, |it| labels.language().category(it)));
    for name in arguments.iter().filter_map(|(name, _)| name.as_str()) {
        if ![KEY, ELEMENT, COUNT].contains(&name) && !text.has_place(name) {
            return Err(Error::message(format!("the label `{key}` has no place `{name}`")));
        }
    }
    let mut html = String::new();
    for part in phrase.parts() {
        match part {
            Part::Words(words) => html.push_str(&escaped(words)),
            Part::Place(name) => {
                let value = arguments.get::<Value>(name)?;
                let value = value.ok_or_else(|| missing(key, name))?;
                html.push_str(&placed(labels, &value, arguments)?);
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

/// What a template puts into a place. HTML of the template's own stays HTML.
fn placed(labels: &Labels, value: &Value, arguments: &Kwargs) -> TeraResult<String> {
    match (value.as_u64(), value.as_str()) {
        (Some(n), _) => {
            let n = labels.language().number(n);
            let element = arguments.get::<&str>(ELEMENT)?;
            Ok(element.map_or(n.clone(), |it| format!("<{it}>{n}</{it}>")))
        }
        (None, Some(text)) if value.is_safe() => Ok(text.to_owned()),
        _ => Ok(escaped(&value.to_string())),
    }
}

/// As it may stand in an element or between double quotes: an apostrophe is only an apostrophe.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
