//! Splits a body at its headings into sections that hold one another.

use crate::markdown::{Block, Heading, Parsed, Prose};

/// A Markdown body as an outline.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// The heading that names the whole document.
    pub title: Option<Heading>,
    /// What stands before the first section.
    pub opening: Vec<Block>,
    pub sections: Vec<Section>,
    pub footnotes: Option<Prose>,
}

/// A heading, what stands under it, and the sections below.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    pub heading: Heading,
    /// Prose and lists, no headings.
    pub blocks: Vec<Block>,
    pub sections: Vec<Section>,
}

/// The outline of a parsed body. Its first `#` heading is the document's title, unless another
/// heading comes before it. Where nothing else gives a title, a body that is all below one `##` has
/// that for a title.
pub(super) fn outline(parsed: Parsed, has_title: bool) -> Outline {
    let highest = if has_title { 1 } else { level_of_title(&parsed.blocks) };
    let mut outline = Outline { footnotes: some_prose(parsed.footnotes), ..Outline::default() };
    let mut open: Vec<Section> = Vec::new();
    for block in parsed.blocks {
        match block {
            Block::Heading(heading) if heading.level == highest && is_first(&outline, &open) => {
                outline.title = Some(heading);
            }
            Block::Heading(heading) => {
                close(&mut open, &mut outline.sections, heading.level);
                open.push(Section { heading, blocks: Vec::new(), sections: Vec::new() });
            }
            other => match open.last_mut() {
                Some(section) => section.blocks.push(other),
                None => outline.opening.push(other),
            },
        }
    }
    close(&mut open, &mut outline.sections, 0);
    outline
}

fn is_first(outline: &Outline, open: &[Section]) -> bool {
    outline.title.is_none() && outline.sections.is_empty() && open.is_empty()
}

/// The level of the heading that begins the body, when all others are below it; else 1.
fn level_of_title(blocks: &[Block]) -> u8 {
    let mut levels = blocks.iter().filter_map(|it| match it {
        Block::Heading(heading) => Some(heading.level),
        _ => None,
    });
    let first = levels.next().filter(|_| matches!(blocks.first(), Some(Block::Heading(_))));
    let mut others = levels.peekable();
    let is_above = |first: &u8| others.peek().is_some() && others.all(|it| it > *first);
    first.filter(is_above).unwrap_or(1)
}

/// Ends every open section that a heading of `level` does not belong into.
fn close(open: &mut Vec<Section>, finished: &mut Vec<Section>, level: u8) {
    while let Some(section) = open.pop_if(|it| it.heading.level >= level) {
        match open.last_mut() {
            Some(above) => above.sections.push(section),
            None => finished.push(section),
        }
    }
}

fn some_prose(prose: Prose) -> Option<Prose> {
    (!prose.is_empty()).then_some(prose)
}

#[cfg(test)]
mod tests {
    use super::outline;
    use crate::diagnostic::FileId;
    use crate::markdown;

    fn title(text: &str, has_title: bool) -> Option<String> {
        let parsed = markdown::parse(FileId::of("a.md"), text, 0).value;
        outline(parsed, has_title).title.map(|it| it.text)
    }

    #[test]
    fn the_title_is_the_heading_above_all_others() {
        let found = |text: &str| title(text, false);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(found("# A\n\n## B\n\n# C\n"), some("A"));
        assert_eq!(found("Text\n\n# A\n"), some("A"));
        assert_eq!(found("## A\n\n### B\n\n### C\n"), some("A"));
        assert_eq!(found("## A\n\n## B\n"), None);
        assert_eq!(found("## A\n\nText\n"), None);
        assert_eq!(found("Text\n\n## A\n\n### B\n"), None);
        assert_eq!(title("## A\n\n### B\n", true), None);
    }
}
