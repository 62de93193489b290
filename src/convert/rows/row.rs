//! A row of the table, to be written.

use crate::listing::{Column, RowType, quoted};

/// A row: what it is, and what it says in its columns. Cells are as they are written; a missing one is blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) of: RowType,
    cells: Vec<(Column, String)>,
}

impl Row {
    /// A row without cells: what it names is stated as empty.
    pub(crate) fn empty(of: RowType) -> Self {
        Self { of, cells: Vec::new() }
    }

    /// A row with a text.
    pub(crate) fn text(of: RowType, text: &str) -> Self {
        Self::empty(of).with(Column::Text, Some(text))
    }

    /// The row with a text in a column, if there is any.
    pub(crate) fn with(self, column: Column, text: Option<&str>) -> Self {
        self.with_cell(column, text.map(|text| quoted(text).into_owned()))
    }

    /// The row with exactly this cell in a column, if there is one.
    pub(crate) fn with_cell(mut self, column: Column, cell: Option<String>) -> Self {
        self.cells.extend(cell.map(|cell| (column, cell)));
        self
    }

    /// The row with Yes or No in a column, if it is known.
    pub(crate) fn with_answer(self, column: Column, answer: Option<bool>) -> Self {
        self.with_cell(column, answer.map(|answer| yes_or_no(answer).to_owned()))
    }

    /// What is in a column; empty if it is blank.
    pub(crate) fn cell(&self, column: Column) -> &str {
        let found = self.cells.iter().find(|(own, _)| *own == column);
        found.map_or("", |(_, cell)| cell.as_str())
    }

    /// For a statement with an identifier, a row that says nothing else about it.
    pub(crate) fn identifier(&self) -> Option<Self> {
        let cell = |column| (column, self.cell(column).to_owned());
        let cells = vec![cell(Column::Code), cell(Column::Id)];
        self.has(Column::Id).then_some(Self { of: self.of, cells })
    }

    /// Whether it has any cells.
    pub(crate) fn is_filled(&self) -> bool {
        !self.cells.is_empty()
    }

    /// Whether it has a cell in a column.
    pub(crate) fn has(&self, column: Column) -> bool {
        self.cells.iter().any(|(own, _)| *own == column)
    }
}

/// An answer in words.
pub(crate) fn yes_or_no(answer: bool) -> &'static str {
    if answer { "Yes" } else { "No" }
}
