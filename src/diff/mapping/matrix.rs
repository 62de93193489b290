//! The mapping of duties to statements, followed through the pairing of both.

use std::collections::BTreeSet;

use crate::diff::item::ItemRef;
use crate::diff::pairing::Pair;

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
    pub duty: ItemRef,
    /// The statement: the new one, or the old one if it was removed.
    pub statement: ItemRef,
    /// Before, after or both.
    pub state: CellState,
    /// Whether this only follows from the duty or the statement itself being added or removed.
    pub follows: bool,
}

/// A statement that one duty no longer lists and another one now does: one change rather than two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MappingMove {
    /// The statement: the new one.
    pub statement: ItemRef,
    /// The duty that listed it, as in the cell that says so.
    pub from: ItemRef,
    /// The duty that lists it now, as in the cell that says so.
    pub to: ItemRef,
}

impl MappingMove {
    /// Whether a cell is one of the two that the move is made of.
    #[must_use]
    pub fn includes(&self, cell: &MappingCell) -> bool {
        let duty = if cell.state == CellState::Removed { self.from } else { self.to };
        cell.state != CellState::Kept && cell.statement == self.statement && cell.duty == duty
    }
}

/// The duty × statement matrix. It has rows, columns and cells only if both documents state a mapping.
#[derive(Clone, Debug, Default)]
pub struct MappingMatrix {
    /// Which documents state a mapping.
    pub stated: MappingStated,
    /// The duties in the new document's order, removed ones after their old neighbour.
    pub rows: Vec<ItemRef>,
    /// The statements likewise, kind by kind.
    pub columns: Vec<ItemRef>,
    /// The cells that are not blank, by row, then by column.
    pub cells: Vec<MappingCell>,
    /// The statements that moved from one duty to another, in the order of the columns. The two cells of each are in
    /// `cells` as well.
    pub moves: Vec<MappingMove>,
    /// The duties and statements whose mapping differs, other than through added or removed items.
    pub differing: BTreeSet<ItemRef>,
}

impl MappingMatrix {
    /// Whether the mapping of a pair of duties or of statements differs.
    #[must_use]
    pub fn differs(&self, pair: &Pair) -> bool {
        pair.new.iter().any(|&item| self.differing.contains(&ItemRef::New(item)))
    }
}
