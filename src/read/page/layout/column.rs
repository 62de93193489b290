//! What the columns of tables hold.

use crate::model::Kind;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The number of a duty or the code of a statement.
    Number,
    /// What kind a statement is, or that it is a duty.
    Type,
    /// The texts of duties.
    Duty,
    /// The texts of statements, or of duties if the header does not say which.
    Text,
    /// The codes that are mapped to a duty, or whole statements of this kind.
    Kind(Kind),
    /// The codes that are mapped to a duty, or the code of a statement.
    Codes,
    /// The duties that a statement is mapped to.
    Duties,
    /// The texts of the statements whose codes are in the column before it, in the row of a duty.
    Wording,
    /// Something else: evidence, modules, methods.
    Aside,
    /// Nothing known.
    Unknown,
}
