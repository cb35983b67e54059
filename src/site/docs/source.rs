//! What the default theme's own files say of themselves: blocks, components, custom properties.
//!
//! In: the built-in files, whose manner is known. Out: names and comments.

use crate::embedded;

/// The blocks of `base.html` that are promised to projects.
const BLOCKS: [(&str, &str); 3] = [
    ("head", "what is added to `<head>`: a style sheet, a script; empty in `base.html`"),
    ("breadcrumbs", "the way from the home page to this one"),
    ("main", "all that `<main>` holds but places that have moved"),
];

/// A component of `components.html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    pub name: String,
    /// As it is called: `heading(text: string, id: string, level: integer = 2)`.
    pub signature: String,
    /// As it is defined, arguments that are taken from the page included.
    pub definition: String,
    pub about: String,
}

/// The promised blocks, and what each holds.
pub fn blocks() -> [(&'static str, &'static str); 3] {
    BLOCKS
}

/// The promised components: all of them.
pub fn components() -> Vec<Component> {
    let text = template("components.html");
    let starts = text.match_indices("{% component ");
    starts.filter_map(|(at, it)| component(&text[..at], &text[at + it.len()..])).collect()
}

/// The component whose definition begins with `after`, behind a comment about it, if any.
fn component(before: &str, after: &str) -> Option<Component> {
    let definition = after[..after.find("%}")?].trim_end_matches(['-', ' ']);
    let (name, arguments) = definition.split_once('(')?;
    let arguments = arguments.trim_end_matches(')').split(", ").filter(|it| !it.starts_with('@'));
    let comment = before.trim_end().strip_suffix("#}").and_then(|it| it.rsplit_once("{#"));
    let comment = comment.map_or("", |(_, it)| it.trim_matches(['-', ' ', '\n']));
    Some(Component {
        name: name.to_owned(),
        signature: format!("{name}({})", arguments.collect::<Vec<_>>().join(", ")),
        definition: definition.to_owned(),
        about: comment.split_whitespace().collect::<Vec<_>>().join(" "),
    })
}

/// The custom properties that the style sheet of a built-in theme begins with, and their values.
pub(super) fn tokens(theme: &str) -> Vec<(&'static str, &'static str)> {
    let style = file(theme, "assets/site.css");
    let block = style.split_once(":root {").and_then(|(_, it)| it.split_once('}'));
    let lines = block.map_or("", |(it, _)| it).split(';');
    let tokens = lines.filter_map(|it| it.rsplit("*/").next()?.split_once(':'));
    tokens
        .map(|(name, it)| (name.trim(), it.trim()))
        .filter(|(it, _)| it.starts_with("--"))
        .collect()
}

/// The templates that a template includes.
pub(super) fn included_by(name: &str) -> Vec<&'static str> {
    let parts = template(name).split("{% include \"").skip(1);
    parts.filter_map(|it| Some(it.split_once('"')?.0)).collect()
}

/// The template that includes `name`.
pub(super) fn including(name: &str) -> Option<String> {
    let files = embedded::themes().flat_map(|(_, files)| files);
    let names = files.filter_map(|(path, _)| path.strip_prefix("templates/"));
    names.filter(|it| included_by(it).contains(&name)).map(str::to_owned).next()
}

fn template(name: &str) -> &'static str {
    file("default", &format!("templates/{name}"))
}

fn file(theme: &str, path: &str) -> &'static str {
    let files = embedded::themes().filter(|(name, _)| *name == theme).flat_map(|(_, it)| it);
    let found = files.filter(|(it, _)| *it == path).map(|(_, bytes)| bytes).next();
    found.and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_promised_blocks_are_those_that_there_are() {
        let text = template("base.html");
        let parts = text.split("{% block ").skip(1);
        let mut there: Vec<_> = parts.filter_map(|it| it.split([' ', '%']).next()).collect();
        let mut promised: Vec<_> = BLOCKS.iter().map(|(name, _)| *name).collect();
        there.sort_unstable();
        promised.sort_unstable();
        assert_eq!(there, promised);
    }

    #[test]
    fn a_component_says_how_it_is_called() {
        let found = components();
        let heading = found.iter().find(|it| it.name == "heading").expect("a heading");
        assert_eq!(heading.signature, "heading(text: string, id: string, level: integer = 2)");
        assert_eq!(heading.about, "A heading of the page's own.");
        let link = found.iter().find(|it| it.name == "link").expect("a link");
        assert_eq!(
            (&*link.signature, &*link.definition),
            ("link(to, class: string = \"\")", "link(to, class: string = \"\", @root)")
        );
        let downloads = found.iter().find(|it| it.name == "downloads").expect("downloads");
        assert_eq!(downloads.signature, "downloads()");
    }

    #[test]
    fn custom_properties_have_values() {
        let tokens = tokens("default");
        assert!(
            tokens.iter().any(|(name, it)| *name == "--accent" && !it.is_empty()),
            "{tokens:?}"
        );
    }
}
