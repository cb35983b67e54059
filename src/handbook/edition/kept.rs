//! Which things of one kind are left, and by which ids.

use crate::handbook::model::{Arena, Id};

/// New ids by old ones.
pub(super) struct Kept<T>(Vec<Option<Id<T>>>);

impl<T> Kept<T> {
    pub(super) fn new(arena: &Arena<T>, is_kept: impl Fn(Id<T>, &T) -> bool) -> Kept<T> {
        let mut n_kept = 0;
        let next = |(id, it): (Id<T>, &T)| {
            is_kept(id, it).then(|| {
                n_kept += 1;
                Id::new(n_kept - 1)
            })
        };
        Kept(arena.iter().map(next).collect())
    }

    /// The new id; `None` for what is left out.
    pub(super) fn id(&self, old: Id<T>) -> Option<Id<T>> {
        self.0.get(old.index()).copied().flatten()
    }

    pub(super) fn has(&self, old: Id<T>) -> bool {
        self.id(old).is_some()
    }

    /// Those that are left, each as `change` makes it.
    pub(super) fn arena(
        &self,
        arena: &Arena<T>,
        change: impl Fn(Id<T>, &T) -> Option<T>,
    ) -> Arena<T> {
        arena.iter().filter(|(id, _)| self.has(*id)).filter_map(|(id, it)| change(id, it)).collect()
    }
}
