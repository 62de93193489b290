//! Which statement is mapped to which duty, and which code became which, in words.

use std::collections::BTreeMap;

use super::lookup::Lookup;
use super::words::Tone;
use crate::diff::{CellState, ItemRef, MappingCell, MappingMove, MappingStated, Renumbering, Row};

/// A duty whose mapping differs, or a statement that moved from one duty to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct MappingLine {
    /// The duty or the statement: `D3 (was D4)`, `old D5 (removed)`.
    pub(in crate::report) subject: String,
    /// What was added and removed: `+ K6`, `− K2 (was K1)`, `− old K7 (removed)`; for a statement, `moved from D3 to
    /// D4`. First what a reviewer has to look at, then what only follows from statements that were added or removed.
    pub(in crate::report) entries: Vec<(Tone, String)>,
}

/// What differs in the mapping: the statements that moved from one duty to another, then the duties, in order. Empty
/// unless both documents state a mapping.
pub(in crate::report) fn mapping_lines(lookup: &Lookup<'_>) -> Vec<MappingLine> {
    let mapping = &lookup.comparison.mapping;
    let of_move = |one: &MappingMove| {
        let [from, to] = [one.from, one.to].map(|duty| called(lookup, duty));
        let said = format!("moved from {from} to {to}");
        MappingLine { subject: called(lookup, one.statement), entries: vec![(Tone::Changed, said)] }
    };
    let moved: BTreeMap<ItemRef, &MappingMove> =
        mapping.moves.iter().map(|one| (one.statement, one)).collect();
    let differs = |cell: &&MappingCell| {
        let is_moved = || moved.get(&cell.statement).is_some_and(|one| one.includes(cell));
        cell.state != CellState::Kept && !is_moved()
    };
    let differing: Vec<MappingCell> = mapping.cells.iter().filter(differs).copied().collect();
    let of_duty = |cells: &[MappingCell]| {
        let (follow, own): (Vec<&MappingCell>, Vec<&MappingCell>) =
            cells.iter().partition(|cell| cell.follows);
        let entries = own.into_iter().chain(follow).map(|cell| entry(lookup, cell)).collect();
        MappingLine { subject: called(lookup, cells[0].duty), entries }
    };
    let duties = differing.chunk_by(|a, b| a.duty == b.duty).map(of_duty);
    mapping.moves.iter().map(of_move).chain(duties).collect()
}

/// What became of a cell of a duty.
fn entry(lookup: &Lookup<'_>, cell: &MappingCell) -> (Tone, String) {
    let (tone, sign) =
        if cell.state == CellState::Added { (Tone::Added, '+') } else { (Tone::Removed, '−') };
    (tone, format!("{sign} {}", called(lookup, cell.statement)))
}

/// A duty or statement by its new code, so that one line never names two things by the same code: `K2`, `K2 (was K1)`,
/// `K9 (added)`. What was removed has only its old code and says so: `old K7 (removed)`.
pub(in crate::report) fn called(lookup: &Lookup<'_>, item: ItemRef) -> String {
    let subject = lookup.comparison.item(item).subject();
    match (item, lookup.row_of(item)) {
        (ItemRef::New(_), Some(Row::Pair(pair))) => {
            let old = &lookup.comparison.pairs[pair].old;
            let before: Vec<String> =
                old.iter().map(|&item| lookup.comparison.old.items[item].subject()).collect();
            if before == [subject.as_str()] {
                subject
            } else {
                format!("{subject} (was {})", before.join(" + "))
            }
        }
        (ItemRef::New(_), Some(_)) => format!("{subject} (added)"),
        (ItemRef::Old(_), Some(Row::Removed(_))) => format!("old {subject} (removed)"),
        (ItemRef::Old(_), _) => format!("old {subject}"),
        (ItemRef::New(_), None) => subject,
    }
}

/// That a mapping is not compared, or `None` if it is, or if there is no mapping at all.
pub(in crate::report) fn mapping_not_compared(stated: MappingStated) -> Option<&'static str> {
    match stated {
        MappingStated::Both | MappingStated::Neither => None,
        MappingStated::OnlyOld => {
            Some("The new document does not state a mapping, so the mapping is not compared.")
        }
        MappingStated::OnlyNew => {
            Some("The old document does not state a mapping, so the mapping is not compared.")
        }
    }
}

/// Codes that moved together: `K8–K11 → K11–K14 (+3)`; for codes that only changed their kind, `K12 → S12`.
pub(in crate::report) fn range(range: &Renumbering) -> String {
    let ends = |(first, last)| {
        if first == last { format!("{first}") } else { format!("{first}–{last}") }
    };
    let by = match range.shift {
        0 => String::new(),
        1.. => format!(" (+{})", range.shift),
        _ => format!(" (−{})", range.shift.unsigned_abs()),
    };
    format!("{} → {}{by}", ends(range.old), ends(range.new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_only_changed_their_kind_moved_nowhere() {
        let code = |text: &str| text.parse().expect("a code");
        let of = |old, new, shift| Renumbering { old, new, shift };
        let alone = of((code("K12"), code("K12")), (code("S12"), code("S12")), 0);
        assert_eq!(range(&alone), "K12 → S12");
        let moved = of((code("K8"), code("K11")), (code("K7"), code("K10")), -1);
        assert_eq!(range(&moved), "K8–K11 → K7–K10 (−1)");
    }
}
