//! Where values gather that several threads make. A leaf: knows nothing of what they are.

use std::sync::{Mutex, PoisonError};

/// Values in no order.
#[derive(Debug)]
pub struct Gathering<T>(Mutex<Vec<T>>);

impl<T> Default for Gathering<T> {
    fn default() -> Gathering<T> {
        Gathering(Mutex::default())
    }
}

impl<T> Gathering<T> {
    pub fn add(&self, value: T) {
        self.with(|all| all.push(value));
    }

    /// Takes one of them out.
    pub fn any(&self) -> Option<T> {
        self.with(Vec::pop)
    }

    pub fn is_empty(&self) -> bool {
        self.with(|all| all.is_empty())
    }

    pub fn into_all(self) -> Vec<T> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn with<R>(&self, work: impl FnOnce(&mut Vec<T>) -> R) -> R {
        // A panic elsewhere cannot leave a value half added.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
