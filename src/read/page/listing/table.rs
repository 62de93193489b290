//! Finds such tables among the lines of a document.

use super::row::ListingRow;
use crate::listing::{Column, RowType};
use crate::read::notes::Notes;
use crate::read::page::kinds::kind_heading;
use crate::read::page::layout;
use crate::read::page::lines::Line;

/// The columns of a table, each with its place.
#[derive(Debug, Default)]
struct Head {
    /// The number of the table.
    table: u32,
    columns: Vec<(Column, u32)>,
    /// What all rows are, if the header of the column with their texts says it.
    of: Option<RowType>,
    /// The columns with other names.
    others: Vec<u32>,
}

impl Head {
    /// The columns that the cells of a row name, if the row is the header of such a table: it has a column for the type
    /// and one for the text; or it has one named after the type of the rows, and no column that such rows do not have.
    fn of(cells: &[Line<'_>]) -> Option<Self> {
        let mut head = Self { table: cells.first()?.cell?.table, ..Self::default() };
        let mut others = Vec::new();
        for cell in cells {
            let place = cell.cell?.column;
            match Column::of(cell.text)
                .or_else(|| other_name(*cell))
                .filter(|column| head.place(*column).is_none())
            {
                Some(column) => head.columns.push((column, place)),
                None => others.push((cell.text, place)),
            }
        }
        if head.place(Column::Type).is_some() && head.place(Column::Text).is_some() {
            head.others = others.into_iter().map(|(_, place)| place).collect();
            return Some(head);
        }
        let [(name, place)] = others[..] else { return None };
        let of = RowType::of(name)?;
        head.columns.push((Column::Text, place));
        head.of = Some(of);
        of.heads(&head.names()).then_some(head)
    }

    fn names(&self) -> Vec<Column> {
        self.columns.iter().map(|(column, _)| *column).collect()
    }

    fn place(&self, column: Column) -> Option<u32> {
        self.columns.iter().find(|(own, _)| *own == column).map(|(_, place)| *place)
    }

    /// The cell of a row that says what it is.
    fn name<'s>(&self, cells: &[Line<'s>]) -> Option<Line<'s>> {
        cells.iter().find(|cell| self.column(cell) == Some(Column::Type)).copied()
    }

    fn column(&self, cell: &Line<'_>) -> Option<Column> {
        let place = cell.cell?.column;
        self.columns.iter().find(|(_, own)| *own == place).map(|(column, _)| *column)
    }
}

/// The column of a header that says in other words what it holds.
fn other_name(cell: Line<'_>) -> Option<Column> {
    let is_of_numbers = layout::is_of_numbers(cell).then_some(Column::Code);
    is_of_numbers.or(layout::is_of_codes(cell).then_some(Column::Ksbs))
}

/// The rows of the lines: cells of one row, or a line that is not in a table.
fn rows<'l, 's>(lines: &'l [Line<'s>]) -> impl Iterator<Item = &'l [Line<'s>]> {
    let row = |line: &Line<'_>| line.cell.map(|cell| (cell.table, cell.row));
    lines.chunk_by(move |one, next| row(one).is_some() && row(one) == row(next))
}

/// Whether the cells are the header of a table with a column for the type and one for the text.
pub(in crate::read::page) fn is_head(cells: &[Line<'_>]) -> bool {
    let has = |column| cells.iter().any(|cell| Column::of(cell.text) == Some(column));
    has(Column::Type) && has(Column::Text)
}

/// Whether there is a table whose rows say what they are, most of them in known words.
pub(in crate::read::page) fn is_there(lines: &[Line<'_>]) -> bool {
    let (mut known, mut unknown) = (0_usize, 0_usize);
    let mut head: Option<Head> = None;
    for cells in rows(lines) {
        let table = cells[0].cell.map(|cell| cell.table);
        if is_head(cells) && table.is_some() {
            head = Head::of(cells);
        } else if let Some(head) = head.as_ref().filter(|head| Some(head.table) == table) {
            let is_known = head.name(cells).is_some_and(|name| type_of(name).is_some());
            if is_known { known += 1 } else { unknown += 1 }
        }
    }
    known > unknown
}

/// Takes such tables out of the lines: their rows, and the lines that are left.
pub(in crate::read::page) fn take<'s>(
    lines: &[Line<'s>],
    notes: &mut Notes,
) -> (Vec<ListingRow<'s>>, Vec<Line<'s>>) {
    let (mut taken, mut left) = (Vec::new(), Vec::with_capacity(lines.len()));
    let mut head: Option<Head> = None;
    for cells in rows(lines) {
        let table = cells[0].cell.map(|cell| cell.table);
        let current = head.take().filter(|head| Some(head.table) == table);
        // Inside a table, only a row with a column for the type counts as another header.
        let new = Head::of(cells).filter(|new| current.is_none() || new.of.is_none());
        head = match (new, current) {
            (Some(new), _) => {
                note_columns(&new, cells, notes);
                Some(new)
            }
            (None, Some(current)) => {
                taken.extend(row(&current, cells, notes));
                Some(current)
            }
            (None, None) => {
                left.extend_from_slice(cells);
                None
            }
        };
    }
    (taken, left)
}

/// Notes the columns that are not read.
fn note_columns(head: &Head, cells: &[Line<'_>], notes: &mut Notes) {
    let is_other = |cell: &&Line<'_>| cell.cell.is_some_and(|cell| head.others.contains(&cell.column));
    let others: Vec<&Line> = cells.iter().filter(is_other).collect();
    let names: Vec<&str> = others.iter().map(|cell| cell.text).collect();
    if let Some(first) = others.first() {
        notes.left_out_columns(first.span(), &names);
    }
}

/// A row of a table. A row is noted if nothing says what it is, or not in known words.
fn row<'s>(head: &Head, cells: &[Line<'s>], notes: &mut Notes) -> Option<ListingRow<'s>> {
    let known: Vec<(Column, Line)> =
        cells.iter().filter_map(|cell| Some((head.column(cell)?, *cell))).collect();
    let first = known.first().map(|(_, cell)| *cell)?;
    if let Some(of) = head.of {
        return Some(ListingRow::new(of, first, known, notes));
    }
    let Some(name) = head.name(cells) else {
        notes.unread("table", first.span());
        return None;
    };
    let of = type_of(name);
    if of.is_none() {
        notes.unread("types of rows", name.span());
    }
    Some(ListingRow::new(of?, name, known, notes))
}

/// The type that a cell names.
fn type_of(name: Line<'_>) -> Option<RowType> {
    RowType::of(name.text).or_else(|| kind_heading(name).map(RowType::Statement))
}
