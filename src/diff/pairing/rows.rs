//! The order in which reports list the items of both documents.

use super::pair::Pair;
use crate::diff::item::{ItemRef, Section, Side};

/// A line of a section's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// A pair or group, as an index into [`Comparison::pairs`](crate::diff::Comparison::pairs).
    Pair(usize),
    /// A new item without a counterpart.
    Added(usize),
    /// An old item without a counterpart.
    Removed(usize),
}

/// The items of a section in the new document's order, removed ones after their old neighbour. An item that moved from
/// another section is listed in the section that it moved to.
pub(in crate::diff) fn rows(
    section: Section,
    (old, new): (&Side<'_>, &Side<'_>),
    pairs: &[Pair],
) -> Vec<Row> {
    let partner = partners(old.items.len(), pairs);
    let mut paired = vec![false; new.items.len()];
    let mut rows: Vec<((usize, bool, usize), Row)> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        pair.new.iter().for_each(|&j| paired[j] = true);
        if pair.section == section {
            rows.push(((pair.new[0] + 1, false, 0), Row::Pair(at)));
        }
    }
    for (j, _) in new.section(section).filter(|(j, _)| !paired[*j]) {
        rows.push(((j + 1, false, 0), Row::Added(j)));
    }
    let mut neighbour = 0;
    for (i, _) in old.section(section) {
        match partner[i] {
            Some(j) if new.items[j].section == section => neighbour = j + 1,
            Some(_) => {}
            None => rows.push(((neighbour, true, i), Row::Removed(i))),
        }
    }
    rows.sort_unstable();
    rows.into_iter().map(|(_, row)| row).collect()
}

/// For each old item, the first new one of its pair.
fn partners(old: usize, pairs: &[Pair]) -> Vec<Option<usize>> {
    let mut partner = vec![None; old];
    for pair in pairs {
        pair.old.iter().for_each(|&i| partner[i] = Some(pair.new[0]));
    }
    partner
}

/// References to the items of a section in the order of its rows: new items, and old ones that were removed.
pub(in crate::diff) fn item_refs(
    section: Section,
    sides: (&Side<'_>, &Side<'_>),
    pairs: &[Pair],
) -> Vec<ItemRef> {
    let of_row = |row: Row| match row {
        Row::Pair(at) => pairs[at].new.iter().map(|&j| ItemRef::New(j)).collect(),
        Row::Added(j) => vec![ItemRef::New(j)],
        Row::Removed(i) => vec![ItemRef::Old(i)],
    };
    rows(section, sides, pairs).into_iter().flat_map(of_row).collect()
}
