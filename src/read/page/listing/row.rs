//! A row of the table.

use super::value;
use crate::listing::{Column, NOT_STATED, RowType};
use crate::model::Field;
use crate::read::notes::Notes;
use crate::read::page::lines::Line;
use crate::source::{Span, Spanned, Text};

/// A row whose type is known.
#[derive(Clone, Debug)]
pub(in crate::read::page) struct ListingRow<'s> {
    pub(super) of: RowType,
    /// The cell that says what it is.
    pub(super) name: Line<'s>,
    /// The cells that say something, each with its column.
    cells: Vec<(Column, Line<'s>)>,
}

impl<'s> ListingRow<'s> {
    /// A row; anything in a column that such a row does not use is noted.
    pub(super) fn new(
        of: RowType,
        name: Line<'s>,
        mut cells: Vec<(Column, Line<'s>)>,
        notes: &mut Notes,
    ) -> Self {
        cells.retain(|(column, cell)| {
            let is_known = of.columns().contains(column);
            if !is_known && *column != Column::Type {
                notes.unread("table", cell.span());
            }
            is_known
        });
        Self { of, name, cells }
    }

    /// Whether there is nothing after the type.
    pub(super) fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }

    /// Where it is, from its first cell to its last.
    pub(super) fn span(&self) -> Span {
        self.cells.iter().fold(self.name.span(), |span, (_, cell)| {
            let own = cell.span();
            Span { start: span.start.min(own.start), end: span.end.max(own.end) }
        })
    }

    /// The cell in a column.
    pub(super) fn cell(&self, column: Column) -> Option<Line<'s>> {
        self.cells.iter().find(|(own, _)| *own == column).map(|(_, cell)| *cell)
    }

    /// The text in a column, if the cell states one.
    pub(super) fn text(&self, column: Column) -> Option<Text<'s>> {
        self.cell(column).filter(|cell| cell.text != NOT_STATED).map(value::text)
    }

    /// The text of the row; if there is none, an empty text after its last cell.
    pub(super) fn own_text(&self) -> Text<'s> {
        self.text(Column::Text).unwrap_or_else(|| Text::verbatim("", self.span().range().end))
    }

    /// The text in a column, as a field that may be left out.
    pub(super) fn field(&self, column: Column) -> Field<Text<'s>> {
        self.text(column).map_or(Field::Missing, Field::from)
    }

    /// Yes or No in a column.
    pub(super) fn answer(&self, column: Column, notes: &mut Notes) -> Option<Spanned<bool>> {
        let cell = self.cell(column)?;
        let answer = value::yes_or_no(cell);
        if answer.is_none() {
            notes.value("table", cell.span(), "`Yes` or `No`");
        }
        answer
    }
}
