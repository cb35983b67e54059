//! What templates receive and may use, as Markdown.
//!
//! In: the types of pages, and the default theme. Out: text. Nothing here is kept by hand but the
//! sentences about blocks and functions, which tests hold to what there is.

mod schema;
mod source;

use super::template::FUNCTIONS;
use super::theme::Theme;
use crate::diagnostic::suggest::did_you_mean;
use schema::{Field, Shape, Shapes};
use std::fmt::Write as _;

pub use source::{Component, blocks, components};

const INTRODUCTION: &str = "\
# What templates receive

Printed by `rolebook theme docs` from the program's own types; `rolebook theme docs role.html` prints what
concerns one template. How a theme is made stands in the README beside this file.

A *list* may be empty. *Or none* is said of what may be missing: `{% if it %}` tells. Names in the column *is*
lead to the value that is meant.
";

const BLOCKS: &str = "\
## Blocks

Of `base.html`, which every template but `moved.html` extends. Each may be overridden, and `{{ super() }}` is what
stands in it without.
";

const COMPONENTS: &str = "\
## Components

Of `components.html`: `{{ <link to={it} /> }}`. Each may be overridden alone. An argument with a value may be
left out.
";

const FUNCTIONS_AND_FILTERS: &str = "\
## Functions and filters

Besides [those of Tera](https://keats.github.io/tera/docs/#built-ins):
";

const TOKENS: &str = "\
## Custom properties

With these the style sheet of a theme begins, `assets/site.css`. A project sets them in one of its own.
";

/// Everything, for `themes/TEMPLATES.md`.
pub fn all() -> String {
    let shapes = Shapes::of_pages();
    let mut text = format!("{INTRODUCTION}\n{}", every_template(&shapes));
    text += "\n## Templates\n";
    for template in shapes.templates() {
        text += &section(template, &shapes);
    }
    text += "\n## Values\n";
    for shape in shapes.values() {
        text += &value(shape);
    }
    let _ = write!(text, "\n{BLOCKS}\n{}", block_table());
    let _ = write!(text, "\n{COMPONENTS}\n{}", component_list());
    let _ = write!(text, "\n{FUNCTIONS_AND_FILTERS}\n{}", function_list());
    let _ = write!(text, "\n{TOKENS}");
    for name in Theme::names(&[]) {
        let _ = write!(text, "\n### Of `{name}`\n\n{}", token_table(name));
    }
    text
}

/// What concerns the template `name`. `Err` says what there is not, and what may be meant.
pub fn of_template(name: &str) -> Result<String, String> {
    let name = name.strip_prefix("templates/").unwrap_or(name);
    let shapes = Shapes::of_pages();
    // What is included receives what the template around it does.
    let around = source::including(name).unwrap_or_else(|| name.to_owned());
    match around.as_str() {
        "base.html" => return Ok(format!("{BLOCKS}\n{}", block_table())),
        "components.html" => return Ok(format!("{COMPONENTS}\n{}", component_list())),
        _ => {}
    }
    let Some(template) = shapes.templates().find(|it| it.template() == around) else {
        let names: Vec<String> = shapes.templates().map(Shape::template).collect();
        let hint = did_you_mean(name, names.iter().map(String::as_str), "");
        return Err(format!("there is no template `{name}`: {hint}"));
    };
    let mut text = section(template, &shapes).trim_start().replacen("### ", "# ", 1);
    let _ = write!(text, "\n{}", every_template(&shapes));
    text += "\n## Values\n";
    let mentioned = shapes.reached_from(template);
    for shape in shapes.values().filter(|it| mentioned.contains(it.name.as_str())) {
        text += &value(shape);
    }
    Ok(text)
}

fn every_template(shapes: &Shapes) -> String {
    let page = shapes.page();
    format!("## Every template\n\n{}\n\n{}", page.about, table(&page.fields))
}

/// One template, and what its `body` holds.
fn section(template: &Shape, shapes: &Shapes) -> String {
    let name = template.template();
    let mut text = format!("\n### `{name}`\n\n{}\n", template.about);
    let others = source::included_by(&name);
    if !others.is_empty() {
        let others: Vec<String> = others.iter().map(|it| format!("`{it}`")).collect();
        let _ = write!(text, "\nIt includes {}, which receives the same.\n", others.join(", "));
    }
    let fields = shapes.body(template);
    match fields.is_empty() {
        true => text + "\nIts `body` holds nothing but `kind`.\n",
        false => text + "\n" + &table(&prefixed(fields)),
    }
}

fn prefixed(fields: &[Field]) -> Vec<Field> {
    let prefixed = |it: &Field| Field { name: format!("body.{}", it.name), ..it.clone() };
    fields.iter().map(prefixed).collect()
}

/// A value that templates meet in several places.
fn value(shape: &Shape) -> String {
    let mut text = format!("\n### {}\n\n{}\n", shape.name, shape.about);
    if !shape.words.is_empty() {
        text += "\nOne of:\n\n";
        for (word, about) in &shape.words {
            let about = if about.is_empty() { String::new() } else { format!(": {about}") };
            let _ = writeln!(text, "- `{word}`{about}");
        }
    }
    if !shape.fields.is_empty() {
        let _ = write!(text, "\n{}", table(&shape.fields));
    }
    for case in &shape.cases {
        let about = if case.about.is_empty() { String::new() } else { format!(": {}", case.about) };
        let _ = write!(text, "\nOf the kind `{}`{about}\n\n{}", case.name, table(&case.fields));
    }
    text
}

fn table(fields: &[Field]) -> String {
    let row = |it: &Field| format!("| `{}` | {} | {} |\n", it.name, it.is, it.about);
    let rows: String = fields.iter().map(row).collect();
    format!("| Name | Is | |\n|---|---|---|\n{rows}")
}

fn block_table() -> String {
    let rows = blocks().into_iter().map(|(name, about)| format!("| `{name}` | {about} |\n"));
    format!("| Name | Holds |\n|---|---|\n{}", rows.collect::<String>())
}

fn component_list() -> String {
    let line = |it: Component| match it.about.is_empty() {
        true => format!("- `{}`\n", it.signature),
        false => format!("- `{}`: {}\n", it.signature, it.about),
    };
    components().into_iter().map(line).collect()
}

fn function_list() -> String {
    FUNCTIONS.iter().map(|(call, about)| format!("- `{call}`: {about}\n")).collect()
}

fn token_table(theme: &str) -> String {
    let rows =
        source::tokens(theme).into_iter().map(|(name, it)| format!("| `{name}` | `{it}` |\n"));
    format!("| Name | Value |\n|---|---|\n{}", rows.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedded;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_of_page_has_its_template_and_every_template_is_told_of() {
        let default = embedded::themes().find(|(name, _)| *name == "default").unwrap().1;
        let there = default.iter().filter_map(|(path, _)| path.strip_prefix("templates/"));
        let there: BTreeSet<&str> = there.collect();
        let shapes = Shapes::of_pages();
        for it in shapes.templates() {
            assert!(there.contains(it.template().as_str()), "{}", it.template());
        }
        for name in there {
            assert!(of_template(name).is_ok(), "{name}");
        }
        assert_eq!(
            of_template("rol.html"),
            Err("there is no template `rol.html`: did you mean `role.html`?".to_owned())
        );
    }

    #[test]
    fn every_value_is_described() {
        let shapes = Shapes::of_pages();
        let silent = shapes.templates().chain(shapes.values()).filter(|it| it.about.is_empty());
        assert_eq!(silent.map(|it| it.name.as_str()).collect::<Vec<_>>(), [""; 0]);
    }
}
