//! What many entries have in common, by number.

use serde::Serialize;
use std::collections::HashMap;
use std::hash::Hash;

/// Values, and for each entry which of them it has.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Column<T> {
    /// In the order of first use.
    values: Vec<T>,
    /// From 1; 0 for none. What the last entries lack is left out.
    of: Vec<usize>,
}

impl<T: Clone + Eq + Hash> Column<T> {
    pub(super) fn new<'a>(cells: impl Iterator<Item = Option<&'a T>>) -> Column<T>
    where
        T: 'a,
    {
        let (mut values, mut numbers) = (Vec::new(), HashMap::new());
        let mut number = |it: &'a T| {
            *numbers.entry(it).or_insert_with(|| {
                values.push(it.clone());
                values.len()
            })
        };
        let mut of: Vec<usize> = cells.map(|it| it.map_or(0, &mut number)).collect();
        let n_used = of.iter().rposition(|it| *it > 0).map_or(0, |it| it + 1);
        of.truncate(n_used);
        Column { values, of }
    }
}

#[cfg(test)]
mod tests {
    use super::Column;

    #[test]
    fn values_are_said_once() {
        let cells = [None, Some(&"b"), Some(&"a"), Some(&"b"), None];
        let Column { values, of } = Column::new(cells.into_iter());
        assert_eq!((values, of), (vec!["b", "a"], vec![0, 1, 2, 1]));
    }
}
