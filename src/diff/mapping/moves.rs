//! Statements that moved from one duty to another.

use std::collections::BTreeMap;

use super::matrix::{CellState, MappingCell, MappingMove};
use crate::diff::item::ItemRef;

/// The statements that exactly one duty no longer lists and exactly one other now does. If more duties are involved,
/// nothing shows which of them took the statement over from which. If both duties were added or removed, the statement
/// only followed them.
pub(super) fn moves(cells: &[MappingCell], columns: &BTreeMap<ItemRef, usize>) -> Vec<MappingMove> {
    let mut differing: BTreeMap<Option<&usize>, Vec<&MappingCell>> = BTreeMap::new();
    for cell in cells.iter().filter(|cell| cell.state != CellState::Kept) {
        differing.entry(columns.get(&cell.statement)).or_default().push(cell);
    }
    differing.into_values().filter_map(|cells| one_move(&cells)).collect()
}

/// The move that the differing cells of a statement amount to.
fn one_move(cells: &[&MappingCell]) -> Option<MappingMove> {
    let [one, other] = cells else { return None };
    let (gone, come) = if one.state == CellState::Removed { (one, other) } else { (other, one) };
    let is_move =
        gone.state == CellState::Removed && come.state == CellState::Added && !(gone.follows && come.follows);
    is_move.then_some(MappingMove { statement: come.statement, from: gone.duty, to: come.duty })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATEMENT: ItemRef = ItemRef::New(9);

    fn cell(duty: usize, state: CellState, follows: bool) -> MappingCell {
        MappingCell { duty: ItemRef::New(duty), statement: STATEMENT, state, follows }
    }

    fn found(cells: &[MappingCell]) -> Vec<(ItemRef, ItemRef)> {
        let columns = BTreeMap::from([(STATEMENT, 0)]);
        moves(cells, &columns).into_iter().map(|one| (one.from, one.to)).collect()
    }

    #[test]
    fn one_duty_loses_what_another_gains() {
        use CellState::{Added, Kept, Removed};
        let pair = vec![(ItemRef::New(1), ItemRef::New(2))];
        assert_eq!(found(&[cell(1, Removed, false), cell(2, Added, false)]), pair);
        assert_eq!(found(&[cell(0, Kept, false), cell(2, Added, false), cell(1, Removed, true)]), pair);
        let nothing = [
            vec![cell(1, Removed, false)],
            vec![cell(1, Removed, false), cell(2, Removed, false)],
            vec![cell(1, Removed, false), cell(2, Added, false), cell(3, Added, false)],
            vec![cell(1, Removed, true), cell(2, Added, true)],
        ];
        assert!(nothing.iter().all(|cells| found(cells).is_empty()));
    }
}
