//! What could not be migrated.

use crate::source::Span;

/// Something that could not be migrated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotMoved {
    /// Where it is.
    pub span: Span,
    /// Why it stays.
    pub why: String,
}
