//! Sheets as JSON, and the schema that describes them. In: a sheet. Out: an object with the version
//! of the format and the fields of the sheet.

use super::changes::ChangesReport;
use crate::page::{ComparisonSheet, HandbookSheet, LadderSheet, RoleSheet, VERSION};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;
use std::io::{self, Write};

/// A sheet as it is published.
#[derive(Serialize, JsonSchema)]
struct Versioned<T> {
    #[schemars(extend("const" = VERSION))]
    version: u32,
    #[serde(flatten)]
    sheet: T,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// `handbook.json`
    Handbook,
    /// `roles/<id>/index.json`
    Role,
    /// `compare/<id>/<id>/index.json`, and what `compare --format json` prints.
    Comparison,
    /// `families/<id>/index.json`
    Ladder,
    /// What `changes --format json` prints.
    Changes,
}

/// One object.
pub fn json(sheet: &impl Serialize) -> String {
    // Text in fields can always be written.
    let text = serde_json::to_string_pretty(&Versioned { version: VERSION, sheet });
    text.unwrap_or_default() + "\n"
}

/// The same of a sheet as large as a handbook's: in memory of just its length, since text that grows is
/// copied into new memory again and again.
pub(in crate::site) fn long_json(sheet: &impl Serialize) -> String {
    let sheet = Versioned { version: VERSION, sheet };
    let mut length = Length(0);
    // Text in fields can always be written, and memory written to.
    let _ = serde_json::to_writer_pretty(&mut length, &sheet);
    let mut text = Vec::with_capacity(length.0 + 1);
    let _ = serde_json::to_writer_pretty(&mut text, &sheet);
    text.push(b'\n');
    String::from_utf8(text).unwrap_or_default()
}

/// How much was written.
struct Length(usize);

impl Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The same as a call, for a script that cannot read data: from a disk none can.
pub(in crate::site) fn script(sheet: &impl Serialize) -> String {
    format!("rolebookData({});\n", json(sheet).trim_end())
}

/// The JSON Schema, of draft 2020-12, that each published file of that kind fulfils.
pub fn schema(of: Schema) -> String {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let (title, mut schema) = match of {
        Schema::Handbook => {
            ("A handbook", generator.into_root_schema_for::<Versioned<HandbookSheet>>())
        }
        Schema::Role => ("A role", generator.into_root_schema_for::<Versioned<RoleSheet>>()),
        Schema::Comparison => {
            ("A comparison", generator.into_root_schema_for::<Versioned<ComparisonSheet>>())
        }
        Schema::Ladder => ("A ladder", generator.into_root_schema_for::<Versioned<LadderSheet>>()),
        Schema::Changes => {
            ("What changes", generator.into_root_schema_for::<Versioned<ChangesReport>>())
        }
    };
    let title = format!("{title}, as Rolebook publishes it: version {VERSION} of the format");
    schema.insert("title".to_owned(), title.into());
    schema.remove("description");
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}
