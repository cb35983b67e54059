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
/// heading comes before it.
pub(super) fn outline(parsed: Parsed) -> Outline {
    let mut outline = Outline { footnotes: some_prose(parsed.footnotes), ..Outline::default() };
    let mut open: Vec<Section> = Vec::new();
    for block in parsed.blocks {
        match block {
            Block::Heading(heading) if is_title(&heading, &outline, &open) => {
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

fn is_title(heading: &Heading, outline: &Outline, open: &[Section]) -> bool {
    heading.level == 1 && outline.title.is_none() && outline.sections.is_empty() && open.is_empty()
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
