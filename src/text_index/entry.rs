//! One text of a document, with the marks found in a single scan of its bytes, so that most rules can skip it at once.

use super::scan::{Mark, Marks};
use crate::model::Subject;
use crate::source::Text;

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The title of a standard.
    Title,
    /// Prose: the overview, a paragraph of the summary or of an old profile.
    Narrative,
    /// A requirement: a duty or a statement.
    Requirement,
    /// A name, a date, a heading.
    Other,
}

impl Role {
    /// The role of what findings call `subject`.
    pub(super) fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Code(_) | Subject::Item("duties", _) => Self::Requirement,
            Subject::Field("overview") | Subject::Item("summary", _) | Subject::Nested("profile", ..) => {
                Self::Narrative
            }
            Subject::Field("title") => Self::Title,
            _ => Self::Other,
        }
    }
}

/// A text of a document.
#[derive(Clone, Debug)]
pub struct Entry<'d> {
    /// Its place among the texts of the document.
    pub index: usize,
    /// What findings call it.
    pub subject: Subject,
    /// The text.
    pub text: &'d Text<'d>,
    /// What it is for.
    pub role: Role,
    pub(super) marks: Marks,
}

impl Entry<'_> {
    /// Whether `mark` may be in it. If this is false, it certainly is not.
    #[must_use]
    pub fn has(&self, mark: Mark) -> bool {
        self.marks.has(mark)
    }

    /// Whether it is a duty or a statement.
    #[must_use]
    pub fn is_requirement(&self) -> bool {
        self.role == Role::Requirement
    }

    /// Whether it is read as sentences.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        matches!(self.role, Role::Narrative | Role::Requirement)
    }
}
