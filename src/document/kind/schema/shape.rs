//! What may stand somewhere in YAML, in the terms of those who read it: see `Fields`.

/// What a value may be.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// Words on one line or more; numbers and flags are words too.
    Text,
    /// Words of which the program knows more than a schema can say, as of colours; such as this.
    Judged(&'static str),
    /// One of a few words.
    Word(Vec<&'static str>),
    /// Words of one pattern, and some that have it.
    Like {
        pattern: &'static str,
        example: &'static str,
    },
    /// An amount of money.
    Amount,
    Flag,
    List(Box<Shape>),
    /// A mapping whose keys are the author's own.
    Entries(Box<Shape>),
    Mapping(Mapping),
    Either(Vec<Shape>),
    /// May be left out behind its key.
    Bare(Box<Shape>),
}

/// A mapping with fields of its own.
#[derive(Clone, Debug)]
pub(super) struct Mapping {
    pub(super) fields: Vec<Field>,
    /// Fields that may be named with an entry behind a dot as well: `scope.teams`.
    pub(super) in_parts: Vec<&'static str>,
}

#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    /// For people.
    pub(super) says: String,
    pub(super) shape: Shape,
    pub(super) presence: Presence,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    /// A field without a value is as good as none.
    Optional,
    /// With a value, if it is there.
    Filled,
    Needed,
}

pub(super) const TEXT: Shape = Shape::Text;
pub(super) const FLAG: Shape = Shape::Flag;
pub(super) const DATE: Shape = Shape::Like {
    pattern: r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$",
    example: "2026-01-31",
};
pub(super) const INTERVAL: Shape =
    Shape::Like { pattern: r"^[1-9]\d{0,2}\s+(days?|weeks?|months?|years?)$", example: "6 months" };
pub(super) const URL: Shape =
    Shape::Like { pattern: r"^https?://\S+$", example: "https://example.org" };
/// A page of this site, or a place on one.
pub(super) const ADDRESS: Shape = Shape::Like { pattern: r"^/[^ ?%\\]*$", example: "/jobs/" };

pub(super) fn texts() -> Shape {
    list(TEXT)
}

pub(super) fn word(words: &[&'static str]) -> Shape {
    Shape::Word(words.to_vec())
}

pub(super) fn list(item: Shape) -> Shape {
    Shape::List(Box::new(item))
}

pub(super) fn one_or_more(item: &Shape) -> Shape {
    Shape::Either(vec![item.clone(), list(item.clone())])
}

pub(super) fn entries(value: Shape) -> Shape {
    Shape::Entries(Box::new(value))
}

pub(super) fn bare(shape: Shape) -> Shape {
    Shape::Bare(Box::new(shape))
}

pub(super) fn mapping(fields: impl IntoIterator<Item = Field>) -> Shape {
    Shape::Mapping(Mapping { fields: fields.into_iter().collect(), in_parts: Vec::new() })
}

pub(super) fn field(name: &'static str, shape: Shape, says: impl Into<String>) -> Field {
    Field { name, says: says.into(), shape, presence: Presence::Optional }
}

impl Field {
    pub(super) fn filled(self) -> Field {
        Field { presence: Presence::Filled, ..self }
    }

    pub(super) fn needed(self) -> Field {
        Field { presence: Presence::Needed, ..self }
    }
}
