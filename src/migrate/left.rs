//! What could not be moved.

use crate::source::Span;

/// Something that could not be moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Where it stands.
    pub span: Span,
    /// Why it stays.
    pub why: String,
}
