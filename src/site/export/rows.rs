//! Rows of cells for spreadsheets. In: text. Out: CSV that opens as text. The only file that names
//! the crate which writes it.

use std::borrow::Cow;

/// The rows in the form of RFC 4180.
pub(super) fn csv<R, C>(rows: impl IntoIterator<Item = R>) -> String
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Memory takes every row.
        for cell in row {
            let _ = writer.write_field(inert(cell.as_ref()).as_bytes());
        }
        let _ = writer.write_record(None::<&[u8]>);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Spreadsheets take what begins like this for a formula, and run it.
/// <https://owasp.org/www-community/attacks/CSV_Injection>
fn inert(cell: &str) -> Cow<'_, str> {
    match cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{cell}").into(),
        false => cell.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::csv;

    #[test]
    fn a_cell_is_quoted_where_it_must_be_and_never_a_formula() {
        let row = ["a", "b, c", "say \"d\"", "=1+1", "two\nlines", "1 to 2"];
        let text = "a,\"b, c\",\"say \"\"d\"\"\",'=1+1,\"two\nlines\",1 to 2\n";
        assert_eq!(csv([row]), text);
    }
}
