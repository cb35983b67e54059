//! Footnotes stand at the end of a document, away from the text that mentions them: with the text
//! they go.

use crate::handbook::model::{Block, Body, Descriptor, Heading, Id, Role, Section};
use crate::markdown::{Prose, remaining_footnotes};

/// How many texts a document has, so that it shows whether any was left out.
pub(super) fn n_texts(body: &Body, steps: &[Descriptor]) -> usize {
    let sections = body.all_sections();
    let steps = steps.iter().map(|it| n_texts_of(&it.section)).sum::<usize>();
    let blocks = body.opening.iter().chain(sections.iter().flat_map(|it| &it.blocks));
    steps + sections.len() + blocks.map(n_texts_in).sum::<usize>()
}

fn n_texts_of(section: &Section) -> usize {
    let below: usize = section.sections.iter().map(n_texts_of).sum();
    1 + below + section.blocks.iter().map(n_texts_in).sum::<usize>()
}

fn n_texts_in(block: &Block) -> usize {
    block.statements().len() + usize::from(matches!(block, Block::Prose(_)))
}

/// Leaves only the footnotes that the texts mention. `role` is whose body it is: marks in what is
/// inherited belong to the footnotes of another document.
pub(super) fn recount(body: &mut Body, steps: &mut [Descriptor], role: Option<Id<Role>>) {
    let Some(footnotes) = body.footnotes.take() else { return };
    let mut texts = Vec::new();
    collect_blocks(&mut body.opening, role, &mut texts);
    steps.iter_mut().for_each(|it| collect_section(&mut it.section, role, &mut texts));
    body.sections.iter_mut().for_each(|it| collect_section(it, role, &mut texts));
    body.footnotes = remaining_footnotes(&mut texts, &footnotes);
}

fn collect_section<'a>(
    section: &'a mut Section,
    role: Option<Id<Role>>,
    texts: &mut Vec<&'a mut Prose>,
) {
    if let Heading::Written(heading) = &mut section.heading {
        texts.push(heading);
    }
    collect_blocks(&mut section.blocks, role, texts);
    section.sections.iter_mut().for_each(|it| collect_section(it, role, texts));
}

fn collect_blocks<'a>(
    blocks: &'a mut [Block],
    role: Option<Id<Role>>,
    texts: &mut Vec<&'a mut Prose>,
) {
    for block in blocks {
        match block {
            Block::Prose(prose) => texts.push(prose),
            Block::Statements(list) => {
                let own = list.items.iter_mut().filter(|it| it.stated_by == role);
                texts.extend(own.map(|it| &mut it.prose));
            }
        }
    }
}
