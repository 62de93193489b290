//! Which statement is mapped to which duty, and which code became which.

use super::screen::{INDENT, Screen};
use super::wrap::Paint;
use crate::diff::{CellState, Comparison, MappingStated};
use crate::report::diff::{Lookup, MappingLine, mapping_lines, mapping_not_compared, range};
use crate::report::text::counted;

/// What differs in the mapping, line by line.
pub(super) fn mapping(screen: &mut Screen, lookup: &Lookup<'_>) {
    let mapping = &lookup.comparison.mapping;
    if let Some(silence) = mapping_not_compared(mapping.stated) {
        screen.heading("Mapping of duties");
        screen.say(INDENT, silence);
    }
    if mapping.stated != MappingStated::Both {
        return;
    }
    screen.heading("Mapping of duties");
    for one in mapping_lines(lookup) {
        line(screen, &one);
    }
    let kept = mapping.cells.iter().filter(|cell| cell.state == CellState::Kept).count();
    let kept = counted(kept, "mapping is", "mappings are").unwrap_or_else(|| "0 mappings are".to_owned());
    screen.say(INDENT, &format!("{kept} the same once codes are followed through the renumbering."));
}

fn line(screen: &mut Screen, line: &MappingLine) {
    let subject = screen.own(&line.subject);
    let entries: Vec<(Paint, String)> =
        line.entries.iter().map(|(tone, text)| ((*tone).into(), screen.own(text))).collect();
    let mut pieces = vec![(Paint::Strong, subject.as_str())];
    for (index, (paint, text)) in entries.iter().enumerate() {
        pieces.extend([(Paint::Plain, if index == 0 { ": " } else { ", " }), (*paint, text.as_str())]);
    }
    screen.pieces(INDENT, 2 * INDENT, &pieces);
}

/// The renumbering as ranges, one paragraph for each kind of code.
pub(super) fn renumbering(screen: &mut Screen, comparison: &Comparison<'_>) {
    if comparison.renumbering.is_empty() {
        return;
    }
    screen.heading("Renumbering");
    for ranges in comparison.renumbering.chunk_by(|a, b| a.old.0.prefix == b.old.0.prefix) {
        let ranges: Vec<String> = ranges.iter().map(range).collect();
        let text = screen.own(&ranges.join(", "));
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Plain, &text)]);
    }
}
