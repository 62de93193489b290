//! What is said about a row, and about rows and sections that are not shown.

use super::lookup::Lookup;
use super::words::{Badge, many, side_word};
use crate::diff::{BeyondCut, Comparison, Outcome, Row, Section, Which};
use crate::report::text::{counted, listed};

/// The codes of a row; a row with only one side is named after that side.
pub(in crate::report) fn codes(lookup: &Lookup<'_>, row: Row) -> String {
    match row {
        Row::Pair(_) => lookup.codes(row),
        Row::Added(item) => lookup.comparison.new.items[item].subject(),
        Row::Removed(item) => lookup.comparison.old.items[item].subject(),
    }
}

/// A badge as text.
pub(in crate::report) fn badge_text(badge: &Badge) -> String {
    if badge.note.is_empty() {
        format!("{} {}", badge.sign, badge.word)
    } else {
        format!("{} {}: {}", badge.sign, badge.word, badge.note)
    }
}

/// That a section is not compared, which says nothing about whether it changed.
pub(in crate::report) fn not_compared_note(
    comparison: &Comparison<'_>,
    section: Section,
    silent: Which,
) -> String {
    let stated = match silent {
        Which::Old => comparison.new.section(section).count(),
        Which::New => comparison.old.section(section).count(),
    };
    let verb = if stated == 1 { "is" } else { "are" };
    let silent = side_word(silent);
    format!(
        "The {silent} document does not state any, so {} in the other {verb} not compared.",
        many(section, stated)
    )
}

/// What became of the rows of a section that are not shown, and which parts of it are not compared.
pub(in crate::report) fn rest(lookup: &Lookup<'_>, section: Section, rows: &[Row]) -> Option<String> {
    let behind = lookup.comparison.beyond_cut.iter().filter(|one| one.section == section).map(beyond_cut);
    let parts: Vec<String> = folded(lookup, rows).into_iter().chain(behind).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// That items come where the other document has broken off.
pub(in crate::report) fn beyond_cut(behind: &BeyondCut) -> String {
    let verb = if behind.count == 1 { "is" } else { "are" };
    format!(
        "The {} document is cut off here, so {} in the other {verb} not compared.",
        side_word(behind.which),
        many(behind.section, behind.count)
    )
}

/// What became of the rows that are not shown.
fn folded(lookup: &Lookup<'_>, rows: &[Row]) -> Option<String> {
    let of = |wanted: Outcome| -> Vec<Row> {
        let is =
            |row: &Row| matches!(row, Row::Pair(index) if lookup.comparison.pairs[*index].outcome == wanted);
        rows.iter().copied().filter(is).collect()
    };
    let moved = of(Outcome::Moved);
    let codes: Vec<String> = moved.iter().map(|row| lookup.codes(*row)).collect();
    let parts = [
        counted(of(Outcome::Unchanged).len(), "unchanged", "unchanged"),
        counted(of(Outcome::Renumbered).len(), "only renumbered", "only renumbered"),
        counted(moved.len(), "moved", "moved").map(|text| format!("{text} ({})", codes.join(", "))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", listed(&parts)))
}
