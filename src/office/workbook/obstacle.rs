//! Why the text of a cell cannot be changed.

/// Why the text of a cell cannot be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellObstacle {
    /// It is not in the file letter by letter, or it is the result of a formula.
    Hidden,
    /// It is a number that is not shown by its digits alone.
    Format,
    /// It is a number, and would not be one afterwards.
    Number,
    /// It is a heading of a table, whose columns cannot be renamed.
    Heading,
}
