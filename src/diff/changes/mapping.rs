//! Finds the changes of the mapping.

use super::difference::Difference;
use crate::diff::id::ChangeId;
use crate::diff::item::{ItemRef, Side};
use crate::diff::mapping::{CellState, Gaps, MappingCell, MappingMatrix};
use crate::diff::pairing::Pair;
use crate::model::Kind;

/// The changes of the mapping between duties and statements that both documents have, then the new gaps in it.
pub(in crate::diff) fn of_mapping<'d>(
    mapping: &MappingMatrix,
    gaps: &Gaps,
    pairs: &[Pair],
    new: &Side<'d>,
) -> Vec<Difference<'d>> {
    let own = mapping.cells.iter().filter(|cell| !cell.follows);
    let mut changes: Vec<Difference<'d>> = own.filter_map(|cell| cell_change(cell, pairs, new)).collect();
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

/// The change of a cell whose duty and statement are in both documents.
fn cell_change<'d>(cell: &MappingCell, pairs: &[Pair], new: &Side<'d>) -> Option<Difference<'d>> {
    let id = match cell.state {
        CellState::Kept => return None,
        CellState::Added => ChangeId::MappingAdded,
        CellState::Removed => ChangeId::MappingRemoved,
    };
    let (ItemRef::New(duty), ItemRef::New(statement)) = (cell.duty, cell.statement) else { return None };
    let before = |item: usize| pairs.iter().find(|pair| pair.new.contains(&item)).map(|pair| pair.old[0]);
    Some(Difference {
        old: [before(duty)?, before(statement)?].to_vec(),
        new: vec![duty, statement],
        note: format!("{}→{}", new.items[duty].subject(), new.items[statement].subject()),
        ..Difference::new(id)
    })
}
