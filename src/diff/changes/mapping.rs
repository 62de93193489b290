//! Finds the changes of the mapping.

use std::collections::BTreeMap;

use super::difference::Difference;
use crate::diff::id::ChangeId;
use crate::diff::item::{ItemRef, Side};
use crate::diff::mapping::{CellState, Gaps, MappingCell, MappingMatrix, MappingMove};
use crate::diff::pairing::Pair;
use crate::model::Kind;

/// The changes of the mapping between duties and statements that both documents have, then the new gaps in it.
pub(in crate::diff) fn of_mapping<'d>(
    mapping: &MappingMatrix,
    gaps: &Gaps,
    pairs: &[Pair],
    (old, new): (&Side<'d>, &Side<'d>),
) -> Vec<Difference<'d>> {
    let moves: BTreeMap<ItemRef, &MappingMove> =
        mapping.moves.iter().map(|one| (one.statement, one)).collect();
    let change = |cell: &MappingCell| match moves.get(&cell.statement).filter(|one| one.includes(cell)) {
        Some(one) if cell.state == CellState::Added => move_change(one, pairs, old, new),
        Some(_) => None,
        None if cell.follows => None,
        None => cell_change(cell, pairs, new),
    };
    let mut changes: Vec<Difference<'d>> = mapping.cells.iter().filter_map(change).collect();
    let orphan = |&j: &usize| Difference {
        new: vec![j],
        note: new.items[j].subject(),
        ..Difference::new(ChangeId::KsbOrphaned)
    };
    changes.extend(gaps.orphaned.iter().map(orphan));
    changes.extend(gaps.lacking.iter().map(|&(duty, section)| {
        let id = match section.kind() {
            Some(Kind::Skill) => ChangeId::DutyWithoutSkill,
            _ => ChangeId::DutyWithoutKnowledge,
        };
        Difference { new: vec![duty], note: new.items[duty].subject(), ..Difference::new(id) }
    }));
    changes
}

/// The first of the old items that became this item.
fn before(item: usize, pairs: &[Pair]) -> Option<usize> {
    pairs.iter().find(|pair| pair.new.contains(&item)).map(|pair| pair.old[0])
}

/// The change of a statement that moved from one duty to another.
fn move_change<'d>(
    one: &MappingMove,
    pairs: &[Pair],
    old: &Side<'d>,
    new: &Side<'d>,
) -> Option<Difference<'d>> {
    let (ItemRef::New(statement), ItemRef::New(to)) = (one.statement, one.to) else { return None };
    let (from, name) = match one.from {
        ItemRef::Old(from) => (from, format!("old {}", old.items[from].subject())),
        ItemRef::New(from) => (before(from, pairs)?, new.items[from].subject()),
    };
    Some(Difference {
        old: [from, before(statement, pairs)?].to_vec(),
        new: vec![to, statement],
        note: format!("{}: {name} → {}", new.items[statement].subject(), new.items[to].subject()),
        ..Difference::new(ChangeId::MappingMoved)
    })
}

/// The change of a cell whose duty and statement are in both documents.
fn cell_change<'d>(cell: &MappingCell, pairs: &[Pair], new: &Side<'d>) -> Option<Difference<'d>> {
    let id = match cell.state {
        CellState::Kept => return None,
        CellState::Added => ChangeId::MappingAdded,
        CellState::Removed => ChangeId::MappingRemoved,
    };
    let (ItemRef::New(duty), ItemRef::New(statement)) = (cell.duty, cell.statement) else { return None };
    Some(Difference {
        old: [before(duty, pairs)?, before(statement, pairs)?].to_vec(),
        new: vec![duty, statement],
        note: format!("{}→{}", new.items[duty].subject(), new.items[statement].subject()),
        ..Difference::new(id)
    })
}
