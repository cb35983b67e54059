//! What authors may write in front matter and settings, told to their editors as JSON Schema.
//!
//! In: which kind of file. Out: the text of its schema. Says what the language is and never what a
//! handbook has: its levels, roles and competencies are names that only a check can know. The readers
//! beside this folder decide; `tests.rs` holds every [`Shape`] to what they accept, at every depth.

mod handbook;
mod json;
mod page;
mod role;
mod shape;
#[cfg(test)]
mod tests;

use shape::Shape;

/// A kind of file that authors write fields in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Role,
    Competency,
    Family,
    Guide,
    Handbook,
    Glossary,
}

impl Written {
    pub const ALL: [Written; 6] = [
        Written::Role,
        Written::Competency,
        Written::Family,
        Written::Guide,
        Written::Handbook,
        Written::Glossary,
    ];

    /// In one word: `role`.
    pub fn name(self) -> &'static str {
        match self {
            Written::Role => "role",
            Written::Competency => "competency",
            Written::Family => "family",
            Written::Guide => "guide",
            Written::Handbook => "handbook",
            Written::Glossary => "glossary",
        }
    }

    /// The JSON Schema, of draft 7, of what stands in such a file.
    pub fn schema(self) -> String {
        json::document(self.title(), &self.shape())
    }

    fn title(self) -> &'static str {
        match self {
            Written::Role => "Front matter of a role, content/roles/**/*.md",
            Written::Competency => "Front matter of a competency, content/competencies/**/*.md",
            Written::Family => "Front matter of a job family, content/families/*.md",
            Written::Guide => "Front matter of a guide, content/guides/**/*.md",
            Written::Handbook => "The root document of a handbook, content/handbook.yml",
            Written::Glossary => "Terms of a handbook, content/glossary.yml",
        }
    }

    fn shape(self) -> Shape {
        match self {
            Written::Role => role::role(),
            Written::Competency => page::competency(),
            Written::Family | Written::Guide => page::page(),
            Written::Handbook => handbook::handbook(),
            Written::Glossary => page::glossary(),
        }
    }
}
