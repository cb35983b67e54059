//! Labels as an author writes them. In: labels. Out: a block of YAML for `handbook.yml`.

use super::language::Category;
use super::text::Text;
use super::{Labels, Language};

/// `labels:` with every key, and with a line for each form that the language needs of a plural.
pub fn block(labels: &Labels) -> String {
    let lines = labels.iter().map(|(key, text)| match text {
        Text::Plain(phrase) => format!("  {key}: {}\n", quoted(&phrase.to_string())),
        Text::Counted(_) => format!("  {key}:\n{}", forms(labels.language(), text)),
    });
    std::iter::once("labels:\n".to_owned()).chain(lines).collect()
}

fn forms(language: &Language, text: &Text) -> String {
    let form =
        |it: Category| format!("    {}: {}\n", it.name(), quoted(&text.phrase(it).to_string()));
    language.categories().into_iter().map(form).collect()
}

/// Between quotes nothing but these two has a meaning.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
