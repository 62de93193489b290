//! The mapping of duties to statements, followed through the pairing of both.

use super::comparison::Place;

/// Which of the documents state a mapping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MappingStated {
    /// Both: they are compared.
    Both,
    /// Only the new one.
    OnlyNew,
    /// Only the old one.
    OnlyOld,
    /// Neither.
    #[default]
    Neither,
}

/// Whether a duty lists a statement before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CellState {
    /// Before and after, whatever the codes are.
    Kept,
    /// Only after.
    Added,
    /// Only before.
    Removed,
}

/// A duty and a statement that it lists in at least one of the documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MappingCell {
    /// The duty: the new one, or the old one if it was removed.
    pub duty: Place,
    /// The statement: the new one, or the old one if it was removed.
    pub statement: Place,
    /// Before, after or both.
    pub state: CellState,
    /// Whether the duty or the statement itself was added or removed, so that this only follows.
    pub follows: bool,
}

/// The duty × statement matrix. It has rows, columns and cells only if both documents state a mapping.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Which documents state a mapping.
    pub stated: MappingStated,
    /// The duties in the new document's order, removed ones behind their old neighbour.
    pub rows: Vec<Place>,
    /// The statements likewise, kind by kind.
    pub columns: Vec<Place>,
    /// The cells that are not blank, by row, then by column.
    pub cells: Vec<MappingCell>,
}
