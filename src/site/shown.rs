//! What a person is told of a theme's files: which there are, whose they are, and a copy of one.
//!
//! In: a [`Theme`] and the name of a file. Out: lines, or bytes to be written. Must not know where.

use super::origin::{VERSION, copy, origin};
use super::theme::{ASSETS, TEMPLATES, Theme};
use crate::diagnostic::suggest::did_you_mean;
use std::collections::BTreeSet;

/// A copy of a built-in file, to be put into the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Below `themes/`: `default/templates/role.html`.
    pub path: String,
    /// The built-in theme that has it, and the version of the program.
    pub source: String,
    pub bytes: Vec<u8>,
}

impl Theme {
    /// What the theme is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// A copy of the built-in file that `name` means: `role.html`, or `templates/role.html`. `Err`
    /// says what there is not, and what may be meant.
    pub fn copied(&self, name: &str) -> Result<Copied, String> {
        let paths = [name.to_owned(), format!("{TEMPLATES}{name}"), format!("{ASSETS}{name}")];
        let found = paths.iter().find_map(|it| Some((it, self.original(it)?)));
        let (path, (theme, bytes)) = found.ok_or_else(|| self.lacks(name))?;
        Ok(Copied {
            path: format!("{}/{path}", self.name),
            source: format!("theme `{theme}` of Rolebook {VERSION}"),
            bytes: copy(theme, path, bytes),
        })
    }

    fn lacks(&self, name: &str) -> String {
        let paths = self.originals();
        let short = paths.iter().filter_map(|it| it.split_once('/'));
        let names: Vec<&str> = match name.contains('/') {
            true => paths.iter().copied().collect(),
            false => short.map(|(_, name)| name).collect(),
        };
        let hint = did_you_mean(name, names, "");
        format!("there is no file `{name}` in the theme `{}`: {hint}", self.name)
    }

    /// A line for each file: its path, and whose it is.
    pub fn listed(&self) -> String {
        let own = self.overrides.keys().chain(&self.copies).map(String::as_str);
        let paths: BTreeSet<&str> = self.originals().into_iter().chain(own).collect();
        paths.iter().map(|it| format!("{it:32}{}\n", self.owner(it))).collect()
    }

    fn owner(&self, path: &str) -> String {
        let original = self.original(path).map(|(theme, _)| theme);
        let Some(bytes) = self.overrides.get(path) else {
            let theme = original.unwrap_or_default();
            return match self.copies.contains(path) {
                true => format!("{theme}, copied and not changed"),
                false => theme.to_owned(),
            };
        };
        match (original, origin(path, bytes)) {
            (Some(theme), Some(it)) => format!("yours, from {theme} of {}", it.version),
            (Some(theme), None) => format!("yours, in place of {theme}"),
            (None, _) => "yours".to_owned(),
        }
    }
}
