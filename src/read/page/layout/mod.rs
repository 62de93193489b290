//! Undoes the layout of a text: whatever people wrote as a table, as a list on one line or under column headers becomes
//! lines that begin with what they are. A line may get its code from another column ([`Line::with_code`]).
//!
//! Three steps, each from lines to lines: rules and tables, whose cells the document records ([`grid`]) or has on one
//! line ([`table`]); tables with a line for each cell ([`stacked`]); and lines that hold several entries ([`split`]).

mod across;
mod beside;
mod card;
mod cell;
mod column;
mod columns;
mod criteria;
mod grid;
mod known;
mod left_out;
mod listed;
mod matrix;
mod named;
mod rows;
mod sorted;
mod split;
mod stacked;
mod table;
#[cfg(test)]
mod tests;

pub(super) use grid::are_of_one_row;

use self::column::Column;
use super::lines::Line;
use super::links::Links;
use crate::read::notes::Notes;
use crate::source::Source;

/// Whether the line is the header of a column and nothing more: `Ref`.
pub(super) fn is_column_head(line: Line<'_>) -> bool {
    columns::column(line).is_some()
}

/// Whether the line is the header of a column of numbers or codes, one for each row.
pub(super) fn is_of_numbers(line: Line<'_>) -> bool {
    columns::column(line) == Some(Column::Number)
}

/// Whether the line is the header of a column of the codes that are mapped to a duty.
pub(super) fn is_of_codes(line: Line<'_>) -> bool {
    columns::column(line) == Some(Column::Codes)
}

/// Whether cells are the header row of a table.
pub(super) fn is_head(cells: &[Line<'_>]) -> bool {
    columns::head(cells).is_some()
}

/// The lines of `source`, each beginning with what it is, and the mapping that is given anywhere other than in the
/// lines below a duty. What is in a table and cannot be placed is noted.
pub(super) fn undo<'s>(source: &'s Source, lines: &[Line<'s>], notes: &mut Notes) -> (Vec<Line<'s>>, Links) {
    let (lines, mapped) = table::undo(source, lines, notes);
    let lines = stacked::undo(&lines);
    let lines = lines.into_iter().flat_map(split::entries).collect();
    (criteria::undo(lines, notes), mapped)
}
