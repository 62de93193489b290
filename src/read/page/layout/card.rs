//! Tables of one duty, as on a card: what is mapped to the duty is below it, in separate rows.

use super::grid;
use super::listed::listed;
use super::table::Table;
use crate::model::{Code, Prefix};
use crate::read::page::codes;
use crate::read::page::kinds;
use crate::read::page::lines::Line;
use crate::read::page::links::Link;
use crate::read::page::row::row;

impl<'s> Table<'s, '_> {
    /// Takes a row in the table of one duty with what is mapped to it: codes next to a label (`Skills | S1, S2`), or
    /// whole statements.
    pub(super) fn card(&mut self, cells: &[Line<'s>]) -> bool {
        let is_labelled = match cells {
            [_] => true,
            [label, _] => is_label(*label),
            _ => false,
        };
        let may_be = self.head.is_none() && is_labelled;
        let Some(duty) = Some(cells[0]).filter(|_| may_be).and_then(|cell| self.only_duty(cell)) else {
            return false;
        };
        match cells {
            [label, codes] => self.labelled(duty, *label, *codes),
            [cell] => self.listed(*cell),
            _ => false,
        }
    }

    /// The code of the only duty in the table that this cell is in, if it was above.
    fn only_duty(&self, cell: Line<'s>) -> Option<Code> {
        let (start, code) = self.known().only_duty(cell.cell?.table)?;
        (start < cell.start).then_some(code)
    }

    fn labelled(&mut self, duty: Code, label: Line<'s>, cell: Line<'s>) -> bool {
        let numbers = || listed(cell, kinds::kind_heading(label)?.prefix());
        if row(cell).is_some() {
            self.close();
            self.out.extend(grid::lines_of(cell));
        } else if let Some(found) = numbers() {
            let links = found.codes.into_iter().map(|statement| Link { duty, statement });
            self.links.of_duties.extend(links);
        } else {
            let is_listed = has_statements(cell);
            return is_listed && self.listed(cell);
        }
        true
    }

    /// Takes whole statements: they are mapped to the duty, and their texts go after the table.
    fn listed(&mut self, cell: Line<'s>) -> bool {
        if !has_statements(cell) {
            return false;
        }
        self.close();
        let statements = grid::lines_of(cell).into_iter().filter(|line| codes::code_alone(*line).is_some());
        for line in statements.collect::<Vec<_>>() {
            self.out.extend(codes::code_alone(line));
            if self.is_new(line) {
                self.beside.push(line);
            }
        }
        true
    }
}

/// Whether a cell says what is next to it: `Skills`, `KSBs`.
fn is_label(cell: Line<'_>) -> bool {
    let is_of_any = ["ksbs", "ksb", "mapped ksbs", "linked ksbs", "related ksbs"];
    let name = cell.text.trim_end_matches(':').trim_end();
    kinds::kind_heading(cell).is_some() || is_of_any.iter().any(|known| name.eq_ignore_ascii_case(known))
}

/// Whether each line of a cell is a statement with its text, apart from a heading of their kind above them.
fn has_statements(cell: Line<'_>) -> bool {
    let lines = grid::lines_of(cell);
    let is_headed = lines.first().is_some_and(|first| kinds::kind_heading(*first).is_some());
    let rest = &lines[usize::from(is_headed)..];
    let is_statement = |line: &Line<'_>| {
        let found =
            codes::statement(*line).filter(|found| !found.rest.text.is_empty() && row(*line).is_none());
        found.is_some_and(|found| found.code.value.prefix != Prefix::D)
    };
    !rest.is_empty() && rest.iter().all(is_statement)
}
