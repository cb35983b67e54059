//! The types of pages as what a template may ask of them. In: their schema. Out: names, fields,
//! descriptions. With `export` the only place that names the crate which describes types.

use crate::page::Page;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Where a schema keeps the types that it refers to.
const DEFINITIONS: &str = "#/$defs/";

/// What templates call the field that tells cases apart.
const KIND: &str = "kind";

/// One type, as a template meets it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape {
    /// In words: `placed role`. Of a case: its kind.
    pub(super) name: String,
    pub(super) about: String,
    pub(super) fields: Vec<Field>,
    /// The words that it may be, and what each means.
    pub(super) words: Vec<(String, String)>,
    /// What it may be else, told apart by its `kind`.
    pub(super) cases: Vec<Shape>,
    /// The names of the types that it refers to.
    refers: BTreeSet<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: String,
    /// Text, a number, another value.
    pub(super) is: String,
    pub(super) about: String,
}

/// All types that a page holds.
pub(super) struct Shapes {
    page: Shape,
    /// By the names that the program has for them.
    values: BTreeMap<String, Shape>,
}

impl Shape {
    /// The template that shows a page of this kind.
    pub(super) fn template(&self) -> String {
        format!("{}.html", self.name)
    }
}

impl Shapes {
    /// Those of the program.
    pub(super) fn of_pages() -> Shapes {
        let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let schema = generator.into_root_schema_for::<Page>().to_value();
        let mut page = shape("page", &schema);
        page.fields.push(Field {
            name: "structured".to_owned(),
            is: "text or none".to_owned(),
            about: "What the page says to search engines, as JSON-LD that may stand in a script: print it \
                    with `\\| safe`."
                .to_owned(),
        });
        page.fields.sort_by(|one, other| one.name.cmp(&other.name));
        let definitions = schema["$defs"].as_object().into_iter().flatten();
        let values = definitions.map(|(name, it)| (name.clone(), shape(name, it)));
        Shapes { page, values: values.collect() }.with_bodies_described()
    }

    /// A page of a kind is what its body is.
    fn with_bodies_described(mut self) -> Shapes {
        let mut cases = self.values.get("Body").map(|it| it.cases.clone()).unwrap_or_default();
        for case in cases.iter_mut().filter(|it| it.about.is_empty()) {
            let body = case.refers.iter().filter_map(|it| self.values.get(it)).next();
            case.about = body.map(|it| it.about.clone()).unwrap_or_default();
        }
        if let Some(body) = self.values.get_mut("Body") {
            body.cases = cases;
        }
        self
    }

    /// What every template receives.
    pub(super) fn page(&self) -> &Shape {
        &self.page
    }

    /// The kinds of pages, each with what its template says of it.
    pub(super) fn templates(&self) -> impl Iterator<Item = &Shape> {
        self.values.get("Body").into_iter().flat_map(|it| &it.cases)
    }

    /// What the body of a kind of page holds.
    pub(super) fn body(&self, template: &Shape) -> &[Field] {
        let referred = template.refers.iter().filter_map(|it| self.values.get(it));
        referred.map(|it| it.fields.as_slice()).next().unwrap_or_default()
    }

    /// Every value but the bodies, which stand with their templates.
    pub(super) fn values(&self) -> impl Iterator<Item = &Shape> {
        let bodies: BTreeSet<&str> =
            self.templates().flat_map(|it| &it.refers).map(String::as_str).collect();
        let mut values: Vec<&Shape> = self
            .values
            .iter()
            .filter(|(name, _)| *name != "Body" && !bodies.contains(name.as_str()))
            .map(|(_, it)| it)
            .collect();
        values.sort_by(|one, other| one.name.cmp(&other.name));
        values.into_iter()
    }

    /// The names of the values that a template meets in its body, directly or in others.
    pub(super) fn reached_from(&self, template: &Shape) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut ahead: Vec<&String> = template.refers.iter().chain(&self.page.refers).collect();
        ahead.retain(|it| *it != "Body");
        while let Some(shape) = ahead.pop().and_then(|it| self.values.get(it)) {
            if reached.insert(shape.name.as_str()) {
                ahead.extend(&shape.refers);
            }
        }
        reached
    }
}

/// A type of the program.
fn shape(name: &str, schema: &Value) -> Shape {
    let mut shape = Shape { name: worded(name), about: about(schema), ..Shape::default() };
    refer(schema, &mut shape.refers);
    shape.fields = fields(schema);
    let cases = schema["oneOf"].as_array().into_iter().flatten();
    for it in cases {
        match &it["properties"][KIND]["const"] {
            Value::String(kind) => shape.cases.push(case(kind, it)),
            _ => shape.words.extend(words(it).into_iter().map(|word| (word, about(it)))),
        }
    }
    shape.words.extend(words(schema).into_iter().map(|it| (it, String::new())));
    shape
}

fn case(kind: &str, schema: &Value) -> Shape {
    let mut refers = BTreeSet::new();
    refer(schema, &mut refers);
    let about = about(schema);
    Shape { name: kind.to_owned(), about, fields: fields(schema), refers, ..Shape::default() }
}

/// The words that a value is one of.
fn words(schema: &Value) -> Vec<String> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    listed.chain(schema.get("const")).filter_map(|it| Some(it.as_str()?.to_owned())).collect()
}

fn fields(schema: &Value) -> Vec<Field> {
    let properties = schema["properties"].as_object().into_iter().flatten();
    let properties = properties.filter(|(_, it)| it.get("const").is_none());
    properties
        .map(|(name, it)| Field { name: name.clone(), is: is(it), about: about(it) })
        .collect()
}

/// What a field is, in words that lead to other values.
fn is(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|it| it.strip_prefix(DEFINITIONS)) {
        let name = worded(name);
        return format!("[{name}](#{})", name.replace(' ', "-"));
    }
    if let Some(cases) = schema["anyOf"].as_array() {
        return cases.iter().map(is).collect::<Vec<_>>().join(" or ");
    }
    match &schema["type"] {
        Value::Array(types) => {
            types.iter().map(|it| simple(it, schema)).collect::<Vec<_>>().join(" or ")
        }
        it => simple(it, schema),
    }
}

fn simple(name: &Value, schema: &Value) -> String {
    match name.as_str().unwrap_or_default() {
        "string" => "text".to_owned(),
        "integer" | "number" => "number".to_owned(),
        "boolean" => "true or false".to_owned(),
        "null" => "none".to_owned(),
        "array" => format!("list of {}", is(&schema["items"])),
        _ => "value".to_owned(),
    }
}

/// The description, as it may stand in a table.
fn about(schema: &Value) -> String {
    let text = schema["description"].as_str().unwrap_or_default();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // What is `None` in the program is what a template calls none.
    text.replace('|', "\\|").replace("`None`", "None")
}

/// Every type that a schema refers to.
fn refer(schema: &Value, into: &mut BTreeSet<String>) {
    match schema {
        Value::Object(it) => {
            it.iter().filter(|(name, _)| *name != "$defs").for_each(|(_, value)| {
                into.extend(referred(it));
                refer(value, into);
            })
        }
        Value::Array(it) => it.iter().for_each(|it| refer(it, into)),
        _ => {}
    }
}

fn referred(schema: &Map<String, Value>) -> Option<String> {
    Some(schema.get("$ref")?.as_str()?.strip_prefix(DEFINITIONS)?.to_owned())
}

/// `placed role` of `PlacedRole`, and `step` of `StepView`.
fn worded(name: &str) -> String {
    let mut words = String::new();
    for letter in name.strip_suffix("View").unwrap_or(name).chars() {
        if letter.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_and_no_two_are_alike() {
        assert_eq!(worded("PlacedRole"), "placed role");
        assert_eq!(worded("StepView"), "step");
        let shapes = Shapes::of_pages();
        let names: BTreeSet<&str> = shapes.values.values().map(|it| it.name.as_str()).collect();
        assert_eq!(names.len(), shapes.values.len());
    }

    #[test]
    fn fields_say_what_they_are() {
        let shapes = Shapes::of_pages();
        let role = shapes.templates().find(|it| it.name == "role").expect("a role's page");
        let is = |name: &str| {
            shapes.body(role).iter().find(|it| it.name == name).map(|it| it.is.as_str())
        };
        assert_eq!(is("id"), Some("text"));
        assert_eq!(is("also_known_as"), Some("list of text"));
        assert_eq!(is("next"), Some("[rung](#rung) or none"));
        assert_eq!(is("body"), Some("list of [piece](#piece)"));
        assert!(shapes.reached_from(role).contains("statement"));
        assert!(!shapes.reached_from(role).contains("letter"));
    }
}
