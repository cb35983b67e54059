//! Findings for editors and scripts: a JSON array, one object a line.
//!
//! In: findings and their files. Out: the text to print. The shape is a promise to its readers:
//! fields are added, never renamed.
//!
//! ```json
//! {"code":"unknown-role","severity":"error","message":"unknown role `cto`","help":null,
//!  "file":"content/roles/a.md","line":4,"column":13,"end_line":4,"end_column":16,
//!  "labels":[{"file":"content/roles/a.md","line":4,"column":13,"end_line":4,"end_column":16,
//!             "text":""}]}
//! ```
//!
//! Lines and columns count from 1, columns in characters; `end_column` is the first behind the
//! place. The place is `null` where there is no file. The first label is the place itself.

use super::place::Places;
use super::{Diagnostic, Label, Severity, Sources, Span};
use serde::Serialize;

/// All findings as one JSON array, ending with a line break.
pub fn json(diagnostics: &[Diagnostic], sources: &dyn Sources) -> String {
    let mut places = Places::new(sources);
    let lines: Vec<String> = diagnostics
        .iter()
        .map(|it| serde_json::to_string(&Record::of(it, &mut places)))
        .map(|it| it.expect("text and numbers always become JSON"))
        .collect();
    match lines.is_empty() {
        true => "[]\n".to_owned(),
        false => format!("[\n{}\n]\n", lines.join(",\n")),
    }
}

#[derive(Serialize)]
struct Record<'a> {
    code: &'a str,
    severity: &'static str,
    message: &'a str,
    help: Option<&'a str>,
    #[serde(flatten)]
    place: PlaceRecord<'a>,
    labels: Vec<LabelRecord<'a>>,
}

#[derive(Serialize)]
struct LabelRecord<'a> {
    #[serde(flatten)]
    place: PlaceRecord<'a>,
    text: &'a str,
}

#[derive(Default, Serialize)]
struct PlaceRecord<'a> {
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

impl<'a> Record<'a> {
    fn of(diagnostic: &'a Diagnostic, places: &mut Places<'a>) -> Record<'a> {
        Record {
            code: diagnostic.code.as_str(),
            severity: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            place: PlaceRecord::of(diagnostic.span(), places),
            labels: diagnostic.labels.iter().map(|it| LabelRecord::of(it, places)).collect(),
        }
    }
}

impl<'a> LabelRecord<'a> {
    fn of(label: &'a Label, places: &mut Places<'a>) -> LabelRecord<'a> {
        LabelRecord { place: PlaceRecord::of(label.span, places), text: &label.text }
    }
}

impl<'a> PlaceRecord<'a> {
    fn of(span: Span, places: &mut Places<'a>) -> PlaceRecord<'a> {
        places.find(span).map_or_else(PlaceRecord::default, |place| PlaceRecord {
            file: Some(place.path),
            line: Some(place.start.line),
            column: Some(place.start.column),
            end_line: Some(place.end.line),
            end_column: Some(place.end.column),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::diagnostic::code::{MISSING_LEVEL, UNKNOWN_EDITION};
    use crate::diagnostic::place::tests::Files;

    #[test]
    fn the_shape_is_a_promise() {
        let files = Files(&[("a.md", "one\ntwo"), ("handbook.yml", "levels:")]);
        let at = Span::new(FileId::of("a.md"), 4, 7);
        let levels = Span::new(FileId::of("handbook.yml"), 0, 6);
        let nowhere = Span::start_of(FileId::of("--edition"));
        let diagnostics = [
            Diagnostic::new(MISSING_LEVEL, at, "say \"when\"").label(levels, "the levels"),
            Diagnostic::new(UNKNOWN_EDITION, nowhere, "unknown edition `x`").help("try `y`"),
        ];
        let expected = r#"[
{"code":"missing-level","severity":"warning","message":"say \"when\"","help":null,"file":"a.md","line":2,"column":1,"end_line":2,"end_column":4,"labels":[{"file":"a.md","line":2,"column":1,"end_line":2,"end_column":4,"text":""},{"file":"handbook.yml","line":1,"column":1,"end_line":1,"end_column":7,"text":"the levels"}]},
{"code":"unknown-edition","severity":"error","message":"unknown edition `x`","help":"try `y`","file":null,"line":null,"column":null,"end_line":null,"end_column":null,"labels":[{"file":null,"line":null,"column":null,"end_line":null,"end_column":null,"text":""}]}
]
"#;
        assert_eq!(json(&diagnostics, &files), expected);
        assert_eq!(json(&[], &files), "[]\n");
    }
}
