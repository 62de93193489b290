//! Which duty lists which statement, and which code became which.

use super::screen::{INDENT, Screen};
use super::wrap::Paint;
use crate::diff::{CellState, Comparison, MappingCell, MappingStated, Place, Renumbering};
use crate::report::diff::{Lookup, Row};
use crate::report::text::counted;

/// The duties whose mapping differs, each with what came and went.
pub(super) fn mapping(screen: &mut Screen, lookup: &Lookup<'_>) {
    let mapping = &lookup.comparison.mapping;
    match mapping.stated {
        MappingStated::Both => {}
        MappingStated::Neither => return,
        MappingStated::OnlyOld | MappingStated::OnlyNew => {
            let silent = if mapping.stated == MappingStated::OnlyOld { "new" } else { "old" };
            screen.heading("Mapping of duties");
            screen.say(INDENT, &format!("The {silent} document states none, so it is not compared."));
            return;
        }
    }
    screen.heading("Mapping of duties");
    let kept = mapping.cells.iter().filter(|cell| cell.state == CellState::Kept).count();
    for duty in &mapping.rows {
        let cells: Vec<&MappingCell> =
            mapping.cells.iter().filter(|cell| cell.duty == *duty && cell.state != CellState::Kept).collect();
        if !cells.is_empty() {
            duty_line(screen, lookup, *duty, &cells);
        }
    }
    let kept = counted(kept, "entry is", "entries are").unwrap_or_else(|| "0 entries are".to_owned());
    screen.say(INDENT, &format!("{kept} the same, followed through the renumbering."));
}

/// One duty: first what a reviewer has to look at, then what only follows from statements that came
/// or went.
fn duty_line(screen: &mut Screen, lookup: &Lookup<'_>, duty: Place, cells: &[&MappingCell]) {
    let codes = name(screen, lookup, duty);
    let mut parts: Vec<(Paint, String)> = Vec::new();
    for follows in [false, true] {
        for cell in cells.iter().filter(|cell| cell.follows == follows) {
            let (sign, paint) = match cell.state {
                CellState::Added => ("+", Paint::Added),
                CellState::Removed | CellState::Kept => ("−", Paint::Removed),
            };
            let note = if follows { " (itself added)" } else { "" };
            let note =
                if follows && matches!(cell.state, CellState::Removed) { " (itself removed)" } else { note };
            let text = screen.own(&format!("{sign} {}", lookup.comparison.item(cell.statement).subject()));
            parts.push((paint, format!("{text}{note}")));
        }
    }
    let mut pieces = vec![(Paint::Strong, codes.as_str())];
    for (index, (paint, text)) in parts.iter().enumerate() {
        pieces.push((Paint::Plain, if index == 0 { ": " } else { ", " }));
        pieces.push((*paint, text));
    }
    screen.pieces(INDENT, 2 * INDENT, &pieces);
}

/// A duty by its codes, and what happened to it if it has only one side.
fn name(screen: &Screen, lookup: &Lookup<'_>, duty: Place) -> String {
    let subject = lookup.comparison.item(duty).subject();
    let text = match lookup.row_of(duty) {
        Some(row @ Row::Pair(_)) => lookup.codes(row),
        Some(Row::Added(_)) => format!("{subject} (added)"),
        Some(Row::Removed(_)) => format!("{subject} (removed)"),
        None => subject,
    };
    screen.own(&text)
}

/// The renumbering as ranges, one paragraph for each kind of code.
pub(super) fn renumbering(screen: &mut Screen, comparison: &Comparison<'_>) {
    if comparison.renumbering.is_empty() {
        return;
    }
    screen.heading("Renumbering");
    for ranges in comparison.renumbering.chunk_by(|a, b| a.old.0.prefix == b.old.0.prefix) {
        let ranges: Vec<String> = ranges.iter().map(range).collect();
        // A range is never broken: its spaces are no-break spaces while it is wrapped.
        let text = screen.own(&ranges.join(", "));
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Plain, &text)]);
    }
}

/// Codes that moved together: `K8–K11 → K11–K14 (+3)`.
pub(in crate::report) fn range(range: &Renumbering) -> String {
    let ends = |(first, last)| {
        if first == last { format!("{first}") } else { format!("{first}–{last}") }
    };
    let sign = if range.shift < 0 { "−" } else { "+" };
    format!("{} → {} ({sign}{})", ends(range.old), ends(range.new), range.shift.unsigned_abs())
}
