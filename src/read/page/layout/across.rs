//! Tables of facts with the labels in one row, and the value of each below it.

use super::table::Table;
use crate::read::page::labels::bare_label;
use crate::read::page::lines::Line;

impl<'s> Table<'s, '_> {
    /// Takes the first of two rows if it holds labels of facts and nothing else: each label then comes directly before
    /// the value below it.
    pub(super) fn across(&mut self, labels: &[Line<'s>]) -> bool {
        if labels.len() < 2 || labels.iter().any(|cell| bare_label(*cell).is_none()) {
            return false;
        }
        let values = self.only_row_below(labels);
        let is_value = |cell: &Line<'s>| bare_label(*cell).is_none() && column(cell).is_some();
        let are_columns =
            values.iter().all(|value| labels.iter().any(|label| column(label) == column(value)));
        if values.is_empty() || !values.iter().all(is_value) || !are_columns {
            return false;
        }
        for label in labels {
            self.out.push(*label);
            self.out.extend(values.iter().filter(|value| column(value) == column(label)));
        }
        self.is_across = true;
        true
    }

    /// The row below these cells, if it is the last one of their table.
    fn only_row_below(&self, cells: &[Line<'s>]) -> Vec<Line<'s>> {
        let Some(last) = cells.last() else { return Vec::new() };
        let from = self.all.partition_point(|line| line.start <= last.start);
        let table = |line: &Line<'s>| line.cell.map(|cell| cell.table);
        let rest: Vec<Line> =
            self.all[from..].iter().copied().take_while(|line| table(line) == table(last)).collect();
        let row = |line: &Line<'s>| line.cell.map(|cell| cell.row);
        if rest.windows(2).all(|pair| row(&pair[0]) == row(&pair[1])) { rest } else { Vec::new() }
    }
}

fn column(line: &Line<'_>) -> Option<u32> {
    line.cell.map(|cell| cell.column)
}
