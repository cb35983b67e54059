//! A comparison as a table for spreadsheets. The only file that names the crate which writes them.

use super::{texts, word};
use crate::page::{Sheet, StatementLine, ValueLine};

/// A row for each line: `section,id,change,from,to`.
pub fn csv(sheet: &Sheet) -> String {
    let mut rows = vec![["section", "id", "change", "from", "to"].map(str::to_owned)];
    rows.extend(sheet.facts.iter().map(|it| value("scope", it)));
    rows.extend(sheet.competencies.iter().map(|it| value("competency", it)));
    for section in &sheet.sections {
        let row = |it: &StatementLine, change: &str, from: &str, to: &str| {
            [&section.id, &it.id, change, from, to].map(str::to_owned)
        };
        rows.extend(section.added.iter().map(|it| row(it, "new", "", &it.text)));
        rows.extend(section.reworded.iter().filter_map(|it| {
            Some(row(it.to.first()?, "reworded", &texts(&it.from), &texts(&it.to)))
        }));
        rows.extend(section.dropped.iter().map(|it| row(it, "dropped", &it.text, "")));
        rows.extend(section.kept.iter().map(|it| row(it, "same", &it.text, &it.text)));
    }
    written(&rows)
}

fn value(section: &str, line: &ValueLine) -> [String; 5] {
    let ValueLine { id, from, to, change, .. } = line;
    let [from, to] = [from, to].map(|it| it.as_deref().unwrap_or_default());
    [section, id, word(*change), from, to].map(str::to_owned)
}

fn written(rows: &[[String; 5]]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Memory takes every row.
        let _ = writer.write_record(row.iter().map(|it| inert(it)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Spreadsheets take what begins like this for a formula, and run it.
/// <https://owasp.org/www-community/attacks/CSV_Injection>
fn inert(cell: &str) -> String {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}"),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{inert, written};

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_never_a_formula() {
        let row = ["a", "b, c", "say \"d\"", "=1+1", "two\nlines"].map(str::to_owned);
        assert_eq!(written(&[row]), "a,\"b, c\",\"say \"\"d\"\"\",'=1+1,\"two\nlines\"\n");
        assert_eq!(inert("1 to 2"), "1 to 2");
    }
}
