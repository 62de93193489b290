//! Follows the mapping of duties to statements through the pairing of both.

use std::collections::{BTreeMap, BTreeSet};

use super::links::Links;
use super::matrix::{CellState, MappingCell, MappingMatrix, MappingStated};
use super::moves::moves;
use crate::diff::item::{ItemRef, Section, Side, Sides};
use crate::diff::pairing::{Pair, item_refs};

/// The mapping of both sides as one matrix, for the duties and statements of the sections that are compared.
pub(in crate::diff) fn follow(sides: &Sides<'_>, pairs: &[Pair]) -> MappingMatrix {
    let Sides { old, new, sections, .. } = sides;
    let stated = match (old.states_mapping, new.states_mapping) {
        (true, true) => MappingStated::Both,
        (true, false) => MappingStated::OnlyOld,
        (false, true) => MappingStated::OnlyNew,
        (false, false) => MappingStated::Neither,
    };
    if stated != MappingStated::Both {
        return MappingMatrix { stated, ..MappingMatrix::default() };
    }
    let rows = item_refs(Section::Duties, (old, new), pairs);
    let statements = sections.iter().filter(|section| section.kind().is_some());
    let columns: Vec<ItemRef> =
        statements.flat_map(|section| item_refs(*section, (old, new), pairs)).collect();
    let mut cells = cells(old, new, &Links::of(pairs, old.items.len(), new.items.len()));
    let section_of = |item: ItemRef| match item {
        ItemRef::Old(i) => old.items[i].section,
        ItemRef::New(j) => new.items[j].section,
    };
    let is_compared = |item: ItemRef| sections.contains(&section_of(item));
    cells.retain(|cell| is_compared(cell.duty) && is_compared(cell.statement));
    let order = |all: &[ItemRef]| all.iter().enumerate().map(|(at, item)| (*item, at)).collect();
    let (row_of, column_of): (BTreeMap<ItemRef, usize>, BTreeMap<ItemRef, usize>) =
        (order(&rows), order(&columns));
    cells.sort_by_key(|cell| (row_of.get(&cell.duty), column_of.get(&cell.statement)));
    let (moves, differing) = (moves(&cells, &column_of), differing(&cells));
    MappingMatrix { stated, rows, columns, cells, moves, differing }
}

fn cells(old: &Side<'_>, new: &Side<'_>, links: &Links) -> Vec<MappingCell> {
    let mut cells = BTreeMap::new();
    for (duty, lists) in new.lists.iter().enumerate() {
        let befores: BTreeSet<usize> =
            links.back[duty].iter().flat_map(|&i| &old.lists[i]).copied().collect();
        for &statement in lists {
            let kept = links.back[statement].iter().any(|i| befores.contains(i));
            let follows = !kept && (links.back[duty].is_empty() || links.back[statement].is_empty());
            let state = if kept { CellState::Kept } else { CellState::Added };
            cells.insert((ItemRef::New(duty), ItemRef::New(statement)), (state, follows));
        }
    }
    for (duty, lists) in old.lists.iter().enumerate() {
        let afters: BTreeSet<usize> =
            links.forth[duty].iter().flat_map(|&j| &new.lists[j]).copied().collect();
        for &statement in lists {
            if links.forth[statement].iter().any(|j| afters.contains(j)) {
                continue;
            }
            let now =
                |item: usize| links.forth[item].first().map_or(ItemRef::Old(item), |&j| ItemRef::New(j));
            let key = (now(duty), now(statement));
            let follows = matches!(key.0, ItemRef::Old(_)) || matches!(key.1, ItemRef::Old(_));
            cells.entry(key).or_insert((CellState::Removed, follows));
        }
    }
    let cell = |((duty, statement), (state, follows))| MappingCell { duty, statement, state, follows };
    cells.into_iter().map(cell).collect()
}

/// The duties and statements of cells that differ in themselves, rather than because an item was added or removed.
fn differing(cells: &[MappingCell]) -> BTreeSet<ItemRef> {
    let differs = cells.iter().filter(|cell| cell.state != CellState::Kept && !cell.follows);
    differs.flat_map(|cell| [cell.duty, cell.statement]).collect()
}
