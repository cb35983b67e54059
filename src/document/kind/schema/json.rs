//! A shape as JSON Schema. In: shapes. Out: text of draft 7, the newest that editors know in full; what
//! is used of it means the same in later ones.

use super::shape::{Field, Mapping, Presence, Shape};
use serde_json::{Map, Value, json};

/// A whole schema.
pub(super) fn document(title: &str, shape: &Shape) -> String {
    let mut root = value(shape);
    root["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    root["title"] = title.into();
    // What is made of words and lists alone can always be written.
    serde_json::to_string_pretty(&root).unwrap_or_default() + "\n"
}

fn value(shape: &Shape) -> Value {
    match shape {
        Shape::Text => json!({ "type": ["string", "number", "boolean"] }),
        Shape::Judged(example) => {
            json!({ "type": ["string", "number", "boolean"], "examples": [example] })
        }
        Shape::Word(words) => json!({ "enum": words }),
        Shape::Like { pattern, example } => {
            json!({ "type": "string", "pattern": pattern, "examples": [example] })
        }
        Shape::Amount => json!({ "anyOf": [
            { "type": "number", "minimum": 0 },
            { "type": "string", "pattern": r"^\d+(\.\d{1,2})?$" },
        ] }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::List(item) => json!({ "type": "array", "items": value(item) }),
        Shape::Entries(one) => json!({ "type": "object", "additionalProperties": value(one) }),
        Shape::Mapping(it) => mapping(it),
        Shape::Either(shapes) => {
            json!({ "anyOf": shapes.iter().map(value).collect::<Vec<_>>() })
        }
        Shape::Bare(shape) => or_nothing(value(shape)),
    }
}

fn mapping(mapping: &Mapping) -> Value {
    let properties: Map<String, Value> =
        mapping.fields.iter().map(|it| (it.name.to_owned(), property(it))).collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    let needed = mapping.fields.iter().filter(|it| it.presence == Presence::Needed);
    let needed: Vec<&str> = needed.map(|it| it.name).collect();
    if !needed.is_empty() {
        schema["required"] = json!(needed);
    }
    if !mapping.in_parts.is_empty() {
        let pattern = format!(r"^({})\.", mapping.in_parts.join("|"));
        schema["patternProperties"] = json!({ pattern: value(&Shape::Text) });
    }
    schema
}

fn property(field: &Field) -> Value {
    let mut schema = value(&field.shape);
    if field.presence == Presence::Optional {
        schema = or_nothing(schema);
    }
    schema["description"] = field.says.as_str().into();
    schema
}

/// The same, or no value behind the key.
fn or_nothing(mut schema: Value) -> Value {
    if let Some(words) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        words.push(Value::Null);
    } else if let Some(shapes) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        shapes.push(json!({ "type": "null" }));
    } else if let Some(types) = schema["type"].as_array_mut() {
        types.push("null".into());
    } else {
        schema["type"] = json!([schema["type"].clone(), "null"]);
    }
    schema
}
