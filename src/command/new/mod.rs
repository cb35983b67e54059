//! `rolebook new`: a handbook to begin with, and all around it that checks and publishes it. It has two
//! roles to be written over, and builds without a warning; or it has the texts of a folder that is
//! there already.

mod adopt;

pub(super) use adopt::from;

use super::console::say;
use super::count::Count;
use crate::content::RelPath;
use crate::document::Written;
use crate::{embedded, write};
use std::path::Path;

/// The folder of the texts.
const CONTENT: &str = "content/";
/// The root document, which names all that is not prose.
const ROOT: &str = "content/handbook.yml";

/// A file to be written.
type New = (RelPath, Vec<u8>);

pub(super) fn new(dir: &Path) -> anyhow::Result<()> {
    let mut files = starter();
    files.extend(schemas());
    write::create(dir, &files)?;
    say(format_args!("wrote {} into {}", Count::of(files.len(), "file"), dir.display()));
    lead_on(dir);
    Ok(())
}

/// What somebody who has just begun wants to do.
fn lead_on(dir: &Path) {
    let dir = dir.display();
    say(format_args!("\nWhat leads on:"));
    say(format_args!("  rolebook serve --project {dir} --open    shows it while you write"));
    say(format_args!(
        "  rolebook build --project {dir}           writes the site into {dir}/public"
    ));
    say(format_args!("  {dir}/README.md tells authors how it is changed, checked and published"));
}

fn starter() -> Vec<New> {
    let files = embedded::starter();
    files.filter_map(|(path, bytes)| Some((RelPath::new(path)?, bytes.to_vec()))).collect()
}

/// What editors know of the fields, which is this version's.
fn schemas() -> Vec<New> {
    let file = |it: Written| {
        let path = RelPath::new(&format!(".rolebook/schemas/{}.json", it.name()))?;
        Some((path, it.schema().into_bytes()))
    };
    Written::ALL.into_iter().filter_map(file).collect()
}
