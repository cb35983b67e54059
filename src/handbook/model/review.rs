//! When somebody last held a text against how things are, and when that is due again.

use super::role::Status;
use crate::diagnostic::Span;

/// A review of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// `2026-01-31`
    pub on: String,
    /// The day by which the next is due; `None` where the handbook asks for none.
    pub due: Option<String>,
    pub span: Span,
}

/// What readers see of what Git knows of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShownHistory {
    Nothing,
    /// The day of its last change, and nobody's name.
    Days,
    #[default]
    Everything,
}

impl Review {
    /// Whether the day on which the next was due is past.
    pub fn is_overdue(&self, today: &str) -> bool {
        self.due.as_deref().is_some_and(|it| it < today)
    }
}

impl Status {
    /// Whether a text is to be reviewed from time to time: a draft does not hold yet, and what is
    /// retired no longer does.
    pub fn is_reviewed(self) -> bool {
        !matches!(self, Status::Draft | Status::Retired)
    }
}

#[cfg(test)]
mod tests {
    use super::Review;
    use crate::diagnostic::{FileId, Span};

    #[test]
    fn a_review_is_overdue_from_the_day_after_it_was_due() {
        let span = Span::start_of(FileId::of("a.md"));
        let review = |due: Option<&str>| Review {
            on: "2026-01-31".to_owned(),
            due: due.map(str::to_owned),
            span,
        };
        assert!(!review(Some("2026-11-21")).is_overdue("2026-11-21"));
        assert!(review(Some("2026-11-20")).is_overdue("2026-11-21"));
        assert!(!review(None).is_overdue("2026-11-21"));
    }
}
