//! Competencies under their areas.

use crate::handbook::model::{Competency, Handbook, Id};
use crate::labels::key;

pub(super) struct AreaGroup<'a> {
    pub(super) title: &'a str,
    pub(super) key: &'a str,
    pub(super) competencies: Vec<Id<Competency>>,
}

/// `competencies` by area, in the order of areas; those without one come last. No group is empty.
pub(super) fn by_area<'a>(
    handbook: &'a Handbook,
    competencies: &[Id<Competency>],
) -> Vec<AreaGroup<'a>> {
    let (title, slug) = match handbook.areas.is_empty() {
        true => (key::COMPETENCIES, "competencies"),
        false => (key::OTHER_AREA, "other"),
    };
    let rest = (None, handbook.settings.labels.word(title), slug);
    let areas = handbook.areas.iter();
    let areas = areas.map(|(id, it)| (Some(id), it.title.as_str(), it.slug.as_str()));
    let group = |(area, title, key)| AreaGroup {
        title,
        key,
        competencies: competencies
            .iter()
            .copied()
            .filter(|it| handbook.competencies[*it].area == area)
            .collect(),
    };
    areas.chain([rest]).map(group).filter(|it| !it.competencies.is_empty()).collect()
}
