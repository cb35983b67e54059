//! `rolebook new --from`: a handbook that begins with a folder of Markdown, which stays as it is.
//!
//! The texts are copied byte by byte. What they lack is a root document: it is called as the front page
//! is, and lets pass for now, as warnings, what old texts have and a handbook should not.

use super::{CONTENT, New, ROOT, lead_on, schemas, starter};
use crate::command::console::say;
use crate::command::count::{Count, Tally};
use crate::command::{Console, Outcome, today};
use crate::content::{self, AssetFile, Content, RelPath, TextFile};
use crate::diagnostic::code::Code;
use crate::diagnostic::{Diagnostic, Severity, has_errors};
use crate::document::{is_index, scalar};
use crate::pipeline::{Options, Pipeline};
use crate::write;
use anyhow::ensure;
use std::collections::BTreeSet;
use std::path::Path;

pub(in crate::command) fn from(
    old: &Path,
    dir: &Path,
    console: Console,
) -> anyhow::Result<Outcome> {
    write::apart(dir, old)?;
    let originals = content::originals(old)?;
    let shown = old.display();
    ensure!(
        originals.assets.iter().any(|it| is_page(&it.path)),
        "there is no Markdown in `{shown}` to begin with"
    );
    console.show_in_short(&originals.diagnostics, &originals)?;

    let copied = copies(&originals);
    let (n_copied, mut files) = (copied.len(), copied);
    files.extend(surroundings());
    write::create(dir, &files)?;
    let is_settled = files.iter().any(|(path, _)| is_root(path));
    if !is_settled {
        write::add(&dir.join(ROOT), root_document(dir)?.as_bytes())?;
    }
    let (copied, n_more) = (Count::of(n_copied, "file"), files.len() - n_copied);
    let more = Count::of(n_more + usize::from(!is_settled), "file");
    say(format_args!(
        "copied {copied} of {shown} into {}, and wrote {more} around them",
        dir.display()
    ));
    show(dir, console)
}

/// What is copied, with its new path. A front page that a code host shows, `README.md`, is one that
/// explains the folder to authors in a handbook, so the front page is called `index.md`.
fn copies(originals: &Content) -> Vec<New> {
    let is_plain = originals.prefix.is_empty();
    let is_readme = |it: &RelPath| it.as_str().eq_ignore_ascii_case("readme.md");
    let is_front = |it: &RelPath| it.folder().is_empty() && is_index(it) && is_page(it);
    let mut fronts = originals.assets.iter().filter(|it| is_front(&it.path));
    let is_alone = is_plain && fronts.all(|it| is_readme(&it.path));
    let renamed = |it: &RelPath| match is_alone && is_readme(it) {
        true => format!("{CONTENT}index.md"),
        false => format!("{CONTENT}{it}"),
    };
    let texts = originals.assets.iter();
    let texts = texts.map(|it| (renamed(&it.path), it));
    let themes = originals.themes.iter().map(|it| (format!("themes/{}", it.path), it));
    let new =
        |(path, file): (String, &AssetFile)| Some((RelPath::new(&path)?, file.bytes.to_vec()));
    texts.chain(themes).filter_map(new).collect()
}

/// Whether it is a file of prose.
fn is_page(path: &RelPath) -> bool {
    matches!(path.extension().to_ascii_lowercase().as_str(), "md" | "markdown")
}

/// Whether it is the root document, by either ending.
fn is_root(path: &RelPath) -> bool {
    matches!(path.as_str(), ROOT | "content/handbook.yaml")
}

/// All that a new handbook has but its texts.
fn surroundings() -> impl Iterator<Item = New> {
    let is_around = |it: &New| !it.0.as_str().starts_with(CONTENT);
    starter().into_iter().filter(is_around).chain(schemas())
}

fn options() -> Options {
    Options { today: today(), ..Options::default() }
}

/// The root document of the texts in `dir`, which have none.
fn root_document(dir: &Path) -> anyhow::Result<String> {
    let mut content = content::read(dir, &dir.join("public"))?;
    let mut pipeline = Pipeline::default();
    let title = pipeline.title(&content, &options());
    let begun = written(&title, &BTreeSet::new());
    // A relative path of plain letters is one.
    content.texts.extend(RelPath::new("handbook.yml").map(|it| TextFile::new(it, begun)));
    let found = pipeline.check(&content, &options()).diagnostics;
    Ok(written(&title, &tolerable(&found)))
}

/// What would stand against a build, and may be let pass.
fn tolerable(found: &[Diagnostic]) -> BTreeSet<Code> {
    let errors = found.iter().filter(|it| it.severity == Severity::Error);
    errors.map(|it| it.code).filter(|it| !it.is_fixed()).collect()
}

fn written(title: &str, tolerated: &BTreeSet<Code>) -> String {
    let mut text =
        String::from("# yaml-language-server: $schema=../.rolebook/schemas/handbook.json\n");
    text.push_str(&format!("title: {}\nlanguage: en\n", scalar(title)));
    if !tolerated.is_empty() {
        text.push_str("\nrules: # what the old texts need for now: mend what is reported, then remove the line\n");
        text.extend(tolerated.iter().map(|it| format!("  {it}: warn\n")));
    }
    text.push_str("\n# With levels there is a ladder: take out the signs, and write `level: ic1` into a role.\n#\n");
    text.push_str(&example());
    text
}

/// The part of the starter's root document that a ladder needs, as a comment.
fn example() -> String {
    let files = starter();
    let root = files.iter().find(|(path, _)| path.as_str() == ROOT);
    let text =
        root.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    let lines = text.lines().skip_while(|it| !it.starts_with("scale:"));
    lines.map(|it| format!("# {it}").trim_end().to_owned() + "\n").collect()
}

/// What is to be mended, as a build would say it.
fn show(dir: &Path, console: Console) -> anyhow::Result<Outcome> {
    let content = content::read(dir, &dir.join("public"))?;
    let found = Pipeline::default().check(&content, &options()).diagnostics;
    console.show_in_short(&found, &content)?;
    let (tally, shown) = (Tally::of(&found), dir.display());
    if has_errors(&found) {
        say(format_args!("{tally}: mend the errors, and it builds; the copy is yours to change"));
    } else if tally.is_empty() {
        say(format_args!("no problems: it builds as it is"));
    } else {
        say(format_args!(
            "it builds as it is; what would make it better ({tally}) is shown in full by \
             `rolebook check --project {shown}`"
        ));
    }
    lead_on(dir);
    Ok(if has_errors(&found) { Outcome::Problems } else { Outcome::Fine })
}
