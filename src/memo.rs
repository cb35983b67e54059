//! Remembers the results of pure functions by their input, so that an edit costs only what it
//! changed. A leaf: knows nothing of what is remembered.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Results by input. Asked from many threads; swept between rounds.
pub struct Memo<K, V> {
    entries: Mutex<HashMap<K, Entry<V>>>,
}

struct Entry<V> {
    value: V,
    /// Whether this round asked for it.
    used: bool,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Memo<K, V> {
        Memo { entries: Mutex::default() }
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// What `make` gives for `key`, which must depend on nothing else.
    pub fn get_or(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        if let Some(entry) = self.lock().get_mut(&key) {
            entry.used = true;
            return entry.value.clone();
        }
        // Made without the lock: two threads may do the same work, but none waits for another.
        let value = make(&key);
        self.lock().insert(key, Entry { value: value.clone(), used: true });
        value
    }

    /// Ends a round: forgets what nobody asked for since the last sweep.
    pub fn sweep(&mut self) {
        let entries = self.entries.get_mut().unwrap_or_else(PoisonError::into_inner);
        entries.retain(|_, entry| std::mem::take(&mut entry.used));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<K, Entry<V>>> {
        // A panic elsewhere cannot leave an entry half made, so the map is sound in any case.
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_result_is_made_once_and_forgotten_when_unused() {
        let made = Cell::new(0);
        let length = |text: &&str| {
            made.set(made.get() + 1);
            text.len()
        };
        let mut memo = Memo::default();
        assert_eq!((memo.get_or("abc", length), memo.get_or("abc", length)), (3, 3));
        assert_eq!(made.get(), 1);

        memo.sweep();
        assert_eq!(memo.get_or("abc", length), 3);
        assert_eq!(made.get(), 1, "what the last round used is kept");

        memo.sweep();
        memo.sweep();
        assert_eq!(memo.get_or("abc", length), 3);
        assert_eq!(made.get(), 2, "what the last round did not use is gone");
    }
}
