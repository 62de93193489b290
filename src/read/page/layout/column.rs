//! What the columns of tables hold.

use crate::model::Kind;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number of a duty or the code of a statement.
    Number,
    /// Of which kind a statement is, or that it is a duty.
    Type,
    /// The texts of duties.
    Duty,
    /// The texts of statements, or of duties where the head does not say which.
    Text,
    /// The codes that a duty lists, or whole statements of this kind.
    Kind(Kind),
    /// The codes that a duty lists, or the code of a statement.
    Codes,
    /// The duties that list a statement.
    Duties,
    /// The texts of the statements whose codes the column in front of it has, beside a duty.
    Wording,
    /// Something else: evidence, modules, methods.
    Aside,
    /// Nothing that is known.
    Unknown,
}
