//! Which files are ours: what the last run wrote, a fingerprint of each, and what they were made from.

use super::Origin;
use crate::content::RelPath;
use crate::site::{OutputFile, Payload};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::json;
use std::collections::BTreeMap;

/// Another version means another format, and such a folder is treated as not ours, but for the one
/// before: that is known to be ours, and nothing else of it.
const VERSION: u32 = 2;
const BEFORE: u32 = 1;

/// Every file we wrote, what it was, and what all of them were made from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    pub files: BTreeMap<RelPath, Fingerprint>,
    /// `None` where something was to be said of the pages, which only making them again says again.
    pub origin: Option<Origin>,
}

/// What tells a file from its other versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// Of its bytes, or of the recipe it was drawn from, which is known without drawing it again.
    pub hash: String,
    /// In bytes.
    pub length: u64,
}

/// The manifest as JSON.
#[derive(Deserialize)]
struct Stored {
    version: u32,
    origin: Option<Origin>,
    files: BTreeMap<String, StoredFile>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum StoredFile {
    Now(String, u64),
    Before(IgnoredAny),
}

impl Manifest {
    /// `None` for what we did not write. A path that leads out of the folder makes the whole
    /// manifest somebody else's: it decides what is deleted.
    pub fn parse(json: &str) -> Option<Manifest> {
        let stored: Stored = serde_json::from_str(json).ok()?;
        let file = |(path, it): (String, _)| {
            let fingerprint = match it {
                StoredFile::Now(hash, length) => Fingerprint { hash, length },
                StoredFile::Before(_) => Fingerprint::uncertain(),
            };
            Some((RelPath::new(&path)?, fingerprint))
        };
        let files = stored.files.into_iter().map(file).collect::<Option<_>>()?;
        let is_ours = [BEFORE, VERSION].contains(&stored.version);
        is_ours.then_some(Manifest { files, origin: stored.origin })
    }

    /// A line for each file, so that a repository that keeps the site shows what changed.
    pub fn to_json(&self) -> String {
        let line = |(path, it): (&RelPath, &Fingerprint)| {
            format!("{}: {}", json!(path.as_str()), json!([it.hash, it.length]))
        };
        let files: Vec<_> = self.files.iter().map(line).collect();
        let (origin, files) = (json!(self.origin), files.join(",\n"));
        format!(
            "{{\n\"version\": {VERSION},\n\"origin\": {origin},\n\"files\": {{\n{files}\n}}\n}}\n"
        )
    }
}

impl Fingerprint {
    /// `bytes` are those of the file.
    pub(super) fn of(file: &OutputFile, bytes: &[u8]) -> Fingerprint {
        Fingerprint { hash: hash_of(file), length: bytes.len() as u64 }
    }

    /// Whether it is that of `file`; draws nothing.
    pub(super) fn is_of(&self, file: &OutputFile) -> bool {
        self.hash == hash_of(file)
    }

    /// Of bytes whose hash nobody knows, equal to none.
    pub(super) fn uncertain() -> Fingerprint {
        Fingerprint { hash: String::new(), length: 0 }
    }
}

fn hash_of(file: &OutputFile) -> String {
    match &file.payload {
        Payload::Bytes(bytes) => hash(bytes),
        // Never that of bytes, which are hashed without a mark.
        Payload::Card(poster) => hash(poster.recipe().as_bytes()) + "d",
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
        let of = |origin| {
            let fingerprint = Fingerprint { hash: "ab".to_owned(), length: 7 };
            Manifest { files: [(path.clone(), fingerprint)].into(), origin }
        };
        for manifest in [Manifest::default(), of(None), of(Origin::of(&1))] {
            assert_eq!(Manifest::parse(&manifest.to_json()), Some(manifest));
        }
    }

    #[test]
    fn of_the_format_before_paths_are_known() {
        let drawn = r#"{"from":"ab","length":7}"#;
        let json = format!(r#"{{"version":1,"files":{{"a.html":"ab","b.png":{drawn}}}}}"#);
        let manifest = Manifest::parse(&json).unwrap();
        let known = manifest.files.iter().map(|(path, it)| (path.as_str(), it.clone()));
        let uncertain = Fingerprint::uncertain;
        assert!(known.eq([("a.html", uncertain()), ("b.png", uncertain())]));
        assert_eq!(manifest.origin, None);
    }

    #[test]
    fn a_manifest_that_reaches_out_of_its_folder_is_not_ours() {
        assert_eq!(Manifest::parse(r#"{"version":2,"files":{"../passwd":["ab",1]}}"#), None);
        assert_eq!(Manifest::parse(r#"{"version":2,"files":{"/etc/passwd":["ab",1]}}"#), None);
        assert_eq!(Manifest::parse(r#"{"version":3,"files":{}}"#), None);
        assert_eq!(Manifest::parse("<<<<<<< HEAD"), None);
    }
}
