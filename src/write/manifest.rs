//! Which files are ours: what the last run wrote, and a fingerprint of each. The only file that
//! names the hash.

use crate::content::RelPath;
use crate::site::Site;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Another version means another format, and such a folder is treated as not ours.
const VERSION: u32 = 1;

/// Every file we wrote, with the hash of its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest(pub BTreeMap<RelPath, String>);

/// The manifest as JSON.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u32,
    files: BTreeMap<String, String>,
}

impl Manifest {
    /// The manifest of a folder that holds exactly `site`.
    pub fn of(site: &Site) -> Manifest {
        let row = |path: &RelPath, bytes: &[u8]| (path.clone(), hash(bytes));
        Manifest(site.files.iter().map(|it| row(&it.path, &it.bytes)).collect())
    }

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
        let manifest = Manifest([(path, "ab".to_owned())].into());
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
