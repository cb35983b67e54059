//! What a site is made from, told from everything else by a hash: content, wishes, and the program itself.
//! The same origin makes the same site, so nobody need make it to know.

#![allow(clippy::disallowed_methods, reason = "the program is a file, too")]

use serde::{Deserialize, Serialize};
use std::fs;
use std::hash::{Hash, Hasher};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin(String);

impl Origin {
    /// Of what `made_from` says, by this very program: another build of it may make another site.
    /// Its file is told by size and time, since to read it takes longer than a small handbook does. `None`
    /// where it is gone, as after an update.
    pub fn of(made_from: &impl Hash) -> Option<Origin> {
        let program = fs::metadata(std::env::current_exe().ok()?).ok()?;
        let mut all = Everything(blake3::Hasher::new());
        (program.len(), program.modified().ok()?).hash(&mut all);
        made_from.hash(&mut all);
        Some(Origin(all.0.finalize().to_hex()[..32].to_owned()))
    }
}

/// Takes what a value hashes of itself. The standard library's own hashes are short, and may be others in
/// its next version.
struct Everything(blake3::Hasher);

impl Hasher for Everything {
    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Asked by nobody: the hash is longer.
    fn finish(&self) -> u64 {
        u64::from_le_bytes(self.0.finalize().as_bytes()[..8].try_into().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn the_same_has_the_same_origin() {
        assert_eq!(Origin::of(&("a", 1)), Origin::of(&("a", 1)));
        assert_ne!(Origin::of(&("a", 1)), Origin::of(&("a", 2)));
        assert_ne!(Origin::of(&["ab", "c"]), Origin::of(&["a", "bc"]));
    }
}
