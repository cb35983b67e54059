//! Remembers the results of pure functions by their input, so that an edit costs only what it
//! changed. A leaf: knows nothing of what is remembered.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Results by input. Asked from many threads; swept between rounds.
pub struct Memo<K, V> {
    /// `None` where nobody will ask a second time: then nothing is kept, and no key is made.
    entries: Option<Mutex<HashMap<K, Entry<V>>>>,
}

struct Entry<V> {
    value: V,
    /// Whether this round asked for it.
    used: bool,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Memo<K, V> {
        Memo { entries: Some(Mutex::default()) }
    }
}

impl<K, V> Memo<K, V> {
    /// One that remembers nothing, for a single round.
    pub fn forgetful() -> Memo<K, V> {
        Memo { entries: None }
    }

    /// Forgets everything.
    pub fn forget(&mut self) {
        if let Some(entries) = &mut self.entries {
            entries.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }
}

impl<K: Eq + Hash, V: Clone> Memo<K, V> {
    /// What `make` gives, which must depend on nothing but what `key` tells apart.
    pub fn get_or(&self, key: impl FnOnce() -> K, make: impl FnOnce() -> V) -> V {
        let Some(entries) = &self.entries else { return make() };
        let key = key();
        if let Some(entry) = lock(entries).get_mut(&key) {
            entry.used = true;
            return entry.value.clone();
        }
        // Made without the lock: two threads may do the same work, but none waits for another.
        let value = make();
        lock(entries).insert(key, Entry { value: value.clone(), used: true });
        value
    }

    /// Ends a round: forgets what nobody asked for since the last sweep.
    pub fn sweep(&mut self) {
        if let Some(entries) = &mut self.entries {
            let entries = entries.get_mut().unwrap_or_else(PoisonError::into_inner);
            entries.retain(|_, entry| std::mem::take(&mut entry.used));
        }
    }
}

// A panic elsewhere cannot leave an entry half made, so the map is sound in any case.
fn lock<T>(entries: &Mutex<T>) -> MutexGuard<'_, T> {
    entries.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn a_result_is_made_once_and_forgotten_when_unused() {
        let made = Cell::new(0);
        let length = || {
            made.set(made.get() + 1);
            3
        };
        let mut memo = Memo::default();
        let key = || "abc";
        assert_eq!((memo.get_or(key, length), memo.get_or(key, length)), (3, 3));
        assert_eq!(made.get(), 1);

        memo.sweep();
        assert_eq!(memo.get_or(key, length), 3);
        assert_eq!(made.get(), 1, "what the last round used is kept");

        memo.sweep();
        memo.sweep();
        assert_eq!(memo.get_or(key, length), 3);
        assert_eq!(made.get(), 2, "what the last round did not use is gone");
    }

    #[test]
    fn a_forgetful_one_makes_no_key() {
        let memo: Memo<&str, i32> = Memo::forgetful();
        assert_eq!(memo.get_or(|| panic!("a key"), || 3), 3);
    }
}
