//! What a drawn table holds.

/// A drawn table.
#[derive(Debug)]
pub(in crate::read) struct DrawnTable {
    /// The bytes of its lines.
    pub(in crate::read) start: usize,
    pub(in crate::read) end: usize,
    /// Its rows, without empty cells.
    pub(in crate::read) rows: Vec<Vec<DrawnCell>>,
}

/// A cell of such a table.
#[derive(Clone, Debug)]
pub(in crate::read) struct DrawnCell {
    pub(in crate::read) column: u32,
    /// The bytes of each of its lines.
    pub(in crate::read) lines: Vec<(usize, usize)>,
}

/// The cells of a row whose lines are being gathered.
#[derive(Debug, Default)]
pub(super) struct Row(Vec<DrawnCell>);

impl Row {
    /// Adds a part of a line to the cell of a column.
    pub(super) fn add(&mut self, column: usize, part: (usize, usize)) {
        let column = u32::try_from(column).unwrap_or(u32::MAX);
        match self.0.binary_search_by_key(&column, |cell| cell.column) {
            Ok(at) => self.0[at].lines.push(part),
            Err(at) => self.0.insert(at, DrawnCell { column, lines: vec![part] }),
        }
    }

    /// Ends the row. `None` if it is empty.
    pub(super) fn take(&mut self) -> Option<Vec<DrawnCell>> {
        Some(std::mem::take(&mut self.0)).filter(|cells| !cells.is_empty())
    }
}
