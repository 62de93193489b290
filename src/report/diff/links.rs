//! Which duty lists which statement, and which code became which, in words.

use super::lookup::Lookup;
use crate::diff::{CellState, ItemRef, MappingCell, MappingStated, Renumbering, Row};

/// A duty whose mapping differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct DutyLine {
    /// The duty: `D4 → D3`, `D5 (removed)`.
    pub(in crate::report) duty: String,
    /// What came and went: `+ K6`, `− K7 (itself removed)`. First what a reviewer has to look at, then
    /// what only follows from statements that came or went.
    pub(in crate::report) entries: Vec<(CellState, String)>,
}

/// The duties whose mapping differs, in order; none unless both documents state a mapping.
pub(in crate::report) fn mapping_lines(lookup: &Lookup<'_>) -> Vec<DutyLine> {
    let rows = lookup.comparison.mapping.cells.chunk_by(|a, b| a.duty == b.duty);
    let of = |cells: &[MappingCell]| {
        let entries = [false, true].into_iter().flat_map(|follows| entries(lookup, cells, follows)).collect();
        DutyLine { duty: duty_name(lookup, cells[0].duty), entries }
    };
    rows.map(of).filter(|line| !line.entries.is_empty()).collect()
}

/// What came and went of a duty's cells: what only follows, or what does not.
fn entries(lookup: &Lookup<'_>, cells: &[MappingCell], follows: bool) -> Vec<(CellState, String)> {
    let differs = |cell: &&MappingCell| cell.follows == follows && cell.state != CellState::Kept;
    let entry = |cell: &MappingCell| {
        let (sign, alone) = match cell.state {
            CellState::Added => ("+", " (itself added)"),
            CellState::Removed | CellState::Kept => ("−", " (itself removed)"),
        };
        let note = if is_alone(lookup, cell.statement) { alone } else { "" };
        (cell.state, format!("{sign} {}{note}", lookup.comparison.item(cell.statement).subject()))
    };
    cells.iter().filter(differs).map(entry).collect()
}

fn is_alone(lookup: &Lookup<'_>, item: ItemRef) -> bool {
    !matches!(lookup.row_of(item), Some(Row::Pair(_)))
}

/// A duty by its codes, and what happened to it if it has only one side.
fn duty_name(lookup: &Lookup<'_>, duty: ItemRef) -> String {
    let subject = lookup.comparison.item(duty).subject();
    match lookup.row_of(duty) {
        Some(row @ Row::Pair(_)) => lookup.codes(row),
        Some(Row::Added(_)) => format!("{subject} (added)"),
        Some(Row::Removed(_)) => format!("{subject} (removed)"),
        None => subject,
    }
}

/// That a mapping is not compared; nothing if it is, or if there is none at all.
pub(in crate::report) fn mapping_silence(stated: MappingStated) -> Option<&'static str> {
    match stated {
        MappingStated::Both | MappingStated::Neither => None,
        MappingStated::OnlyOld => Some("The new document states no mapping, so it is not compared."),
        MappingStated::OnlyNew => Some("The old document states no mapping, so it is not compared."),
    }
}

/// Codes that moved together: `K8–K11 → K11–K14 (+3)`; of those that only changed their kind, `K12 → S12`.
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
