//! Which files are ours: what the last run wrote, and a fingerprint of each. The only file that
//! names the hash.

use crate::content::RelPath;
use crate::site::{OutputFile, Payload};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Another version means another format, and such a folder is treated as not ours.
const VERSION: u32 = 1;

/// Every file we wrote, and what it was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest(pub BTreeMap<RelPath, Fingerprint>);

/// What tells a file from its other versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Fingerprint {
    /// The hash of its bytes.
    Bytes(String),
    /// The hash of the recipe it was drawn from, which is known without drawing it again; and how
    /// long it was.
    Drawn { from: String, length: u64 },
}

/// The manifest as JSON.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    files: BTreeMap<String, Fingerprint>,
}

impl Manifest {
    /// `None` for what we did not write. A path that leads out of the folder makes the whole
    /// manifest somebody else's: it decides what is deleted.
    pub fn parse(json: &str) -> Option<Manifest> {
        let stored: Stored = serde_json::from_str(json).ok()?;
        let files = stored.files.into_iter().map(|(path, hash)| Some((RelPath::new(&path)?, hash)));
        let files = files.collect::<Option<_>>()?;
        (stored.version == VERSION).then_some(Manifest(files))
    }

    pub fn to_json(&self) -> String {
        let files = self.0.iter().map(|(path, hash)| (path.to_string(), hash.clone())).collect();
        let stored = Stored { version: VERSION, files };
        serde_json::to_string_pretty(&stored).expect("strings and numbers are JSON") + "\n"
    }
}

impl Fingerprint {
    pub(super) fn of(file: &OutputFile, bytes: &[u8]) -> Fingerprint {
        match &file.payload {
            Payload::Bytes(_) => Fingerprint::Bytes(hash(bytes)),
            Payload::Card(poster) => {
                let from = hash(poster.recipe().as_bytes());
                Fingerprint::Drawn { from, length: bytes.len() as u64 }
            }
        }
    }

    /// Whether it is that of `file`; draws nothing.
    pub(super) fn is_of(&self, file: &OutputFile) -> bool {
        match (self, &file.payload) {
            (Fingerprint::Bytes(it), Payload::Bytes(bytes)) => *it == hash(bytes),
            (Fingerprint::Drawn { from, .. }, Payload::Card(poster)) => {
                *from == hash(poster.recipe().as_bytes())
            }
            _ => false,
        }
    }

    /// How long `file` is, as far as that is known without drawing it.
    pub(super) fn length(&self, file: &OutputFile) -> Option<u64> {
        match (self, &file.payload) {
            (_, Payload::Bytes(bytes)) => Some(bytes.len() as u64),
            (Fingerprint::Drawn { length, .. }, Payload::Card(_)) => Some(*length),
            (Fingerprint::Bytes(_), Payload::Card(_)) => None,
        }
    }

    /// Of bytes whose hash nobody knows, equal to none.
    pub(super) fn uncertain() -> Fingerprint {
        Fingerprint::Bytes(String::new())
    }
}

fn hash(bytes: &[u8]) -> String {
    // Half of it is plenty to tell versions of one file apart.
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manifest_survives_the_disk() {
        let path = RelPath::new("roles/a/index.html").unwrap();
        let manifest = Manifest([(path, Fingerprint::Bytes("ab".to_owned()))].into());
        assert_eq!(Manifest::parse(&manifest.to_json()), Some(manifest));
    }

    #[test]
    fn a_manifest_that_reaches_out_of_its_folder_is_not_ours() {
        assert_eq!(Manifest::parse(r#"{"version":1,"files":{"../passwd":"ab"}}"#), None);
        assert_eq!(Manifest::parse(r#"{"version":1,"files":{"/etc/passwd":"ab"}}"#), None);
        assert_eq!(Manifest::parse(r#"{"version":2,"files":{}}"#), None);
        assert_eq!(Manifest::parse("<<<<<<< HEAD"), None);
    }
}
