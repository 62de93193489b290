//! The rows of tables: those of statements, and those of duties.

use super::cell::Cell;
use super::grid;
use super::table::{DutyRow, Table};
use crate::model::{Code, Prefix};
use crate::read::page::codes;
use crate::read::page::kinds;
use crate::read::page::lines::Line;
use crate::source::Spanned;

impl<'s> Table<'s, '_> {
    /// A row of statements: a code and its text, or statements that begin with their codes. Without a header, the code
    /// comes first or last in the row.
    pub(super) fn statements(&mut self, cells: &[Cell<'s>]) -> bool {
        if cells.iter().any(|cell| matches!(cell, Cell::Statement(_))) {
            self.whole(cells);
            return true;
        }
        let is_of_duty = cells.iter().any(|cell| matches!(cell, Cell::Duty(..) | Cell::Codes(_)))
            || matches!(cells, [Cell::Number(..), Cell::Text(_), rest, ..] if rest.is_codes())
            || self.is_duty_table();
        let codes = cells.iter().filter(|cell| matches!(cell, Cell::Code(..))).count();
        let texts = cells.iter().filter(|cell| cell.is_text()).count();
        let first = cells.iter().position(|cell| matches!(cell, Cell::Code(..)));
        let is_beside = self.head.is_some() || first.is_some_and(|at| at <= 1 || at + 1 == cells.len());
        if is_of_duty || texts < codes || !is_beside {
            return false;
        }
        self.close();
        self.pairs(cells);
        true
    }

    /// A row of whole statements, perhaps next to the duty that they are mapped to.
    fn whole(&mut self, cells: &[Cell<'s>]) {
        self.close();
        if self.is_duty_table() && self.beside_own(cells) {
            return;
        }
        let statements: Vec<Line> = cells
            .iter()
            .filter(|cell| matches!(cell, Cell::Statement(_)))
            .flat_map(|cell| grid::lines_of(cell.line()))
            .collect();
        for cell in cells {
            match cell {
                Cell::Statement(_) => (),
                Cell::Duty(_, line) => {
                    self.out.push(*line);
                    self.out.extend(statements.iter().filter_map(|line| codes::code_alone(*line)));
                }
                _ => self.aside(cell),
            }
        }
        // Each duty may repeat the statements that are mapped to it.
        let is_listed = cells.iter().any(|cell| matches!(cell, Cell::Duty(..)));
        let new = statements.into_iter().filter(|line| !is_listed || self.is_new(*line));
        let new: Vec<Line> = new.collect();
        self.out.extend(new);
    }

    /// The whole statements of a row that begins with a duty without a code: they go after the table.
    fn beside_own(&mut self, cells: &[Cell<'s>]) -> bool {
        let is_statement = |cell: &Cell| matches!(cell, Cell::Statement(_));
        let (duty, listed) = cells.split_at(cells.iter().take_while(|cell| !is_statement(cell)).count());
        let begins = matches!(duty, [Cell::Text(_)] | [Cell::Number(..), Cell::Text(_)]);
        if !begins || !listed.iter().all(is_statement) || !self.duty(duty, listed[0].line()) {
            return false;
        }
        let statements: Vec<Line> = listed.iter().flat_map(|cell| grid::lines_of(cell.line())).collect();
        if let Some(duty) = &mut self.duty {
            duty.rows.extend(statements.iter().filter_map(|line| codes::code_alone(*line)));
        }
        for line in statements {
            if self.is_new(line) {
                self.beside.push(line);
            }
        }
        true
    }

    /// Whether a whole statement was not in any row of a duty above, and is not in another table or list in the same
    /// words.
    pub(super) fn is_new(&mut self, line: Line<'s>) -> bool {
        let Some(found) = codes::statement(line) else { return true };
        let (code, text) = (found.code.value, found.rest.text);
        self.whole.insert((code, text)) && !self.known().is_listed(self.number, code, text)
    }

    /// Gives each code of a row the text after it, or the text before it where the texts come first.
    fn pairs(&mut self, cells: &[Cell<'s>]) {
        let is_code = |cell: &Cell| matches!(cell, Cell::Code(..));
        let codes_first = cells.first().is_some_and(is_code) || !cells.last().is_some_and(is_code);
        let mut waiting: Option<&Cell> = None;
        for cell in cells {
            match (waiting.take(), cell) {
                (Some(Cell::Code(code, _)), Cell::Text(text))
                | (Some(Cell::Text(text)), Cell::Code(code, _)) => {
                    self.out.push(text.with_code(*code));
                }
                (other, Cell::Code(..) | Cell::Text(_)) if is_code(cell) == codes_first => {
                    self.alone(other);
                    waiting = Some(cell);
                }
                (other, _) => {
                    waiting = other;
                    self.alone(Some(cell));
                }
            }
        }
        self.alone(waiting);
    }

    /// The only cell of a statement.
    fn alone(&mut self, cell: Option<&Cell<'s>>) {
        match cell {
            Some(Cell::Code(_, line)) => self.out.push(*line),
            Some(cell) => self.aside(cell),
            None => (),
        }
    }

    /// A row of a duty: its number or heading, its text, its codes.
    pub(super) fn duty(&mut self, cells: &[Cell<'s>], line: Line<'s>) -> bool {
        let has_codes = cells.iter().any(Cell::is_codes);
        let is_numbered = matches!(cells, [Cell::Number(..), Cell::Text(_), ..]);
        let begins = match cells.first() {
            Some(Cell::Duty(..)) => true,
            Some(Cell::Number(..)) => {
                is_numbered && (has_codes || self.is_duty_table() || self.is_among_duties())
            }
            Some(Cell::Text(text)) => {
                let is_whole = text.unnumbered().text.starts_with(char::is_uppercase);
                let is_marked = has_codes || text.cell.is_some() && text.is_sentence();
                is_marked && is_whole && self.is_duty_table() && !self.has_number()
            }
            _ => false,
        };
        if !begins {
            return false;
        }
        let mut duty = DutyRow { texts: Vec::new(), rows: Vec::new(), last: line };
        let mut code = None;
        for cell in cells {
            match cell {
                Cell::Duty(found, line) if found.rest.text.is_empty() => code = Some((found.code, *line)),
                Cell::Duty(_, line) => duty.texts.push(*line),
                Cell::Number(number, line) if code.is_none() && duty.texts.is_empty() => {
                    code = Some((Spanned::new(Code::new(Prefix::D, *number), line.span()), *line));
                }
                Cell::Text(text) if duty.texts.is_empty() => {
                    let numbered = || {
                        let rest = text.unnumbered();
                        let number = text.before(rest.start - text.start).span();
                        cell.number_of_duty().map(|code| rest.with_code(Spanned::new(code, number)))
                    };
                    let coded = code.take().map(|(code, _)| text.with_code(code)).or_else(numbered);
                    duty.texts.push(coded.unwrap_or(Line { is_duty: true, ..*text }));
                }
                Cell::Code(_, line) | Cell::Codes(line) => duty.rows.push(*line),
                _ => self.aside(cell),
            }
        }
        duty.texts.extend(code.map(|(_, line)| line));
        self.begin(duty);
        true
    }

    /// Begins the row of a duty. A table with a row for each statement repeats the duty.
    fn begin(&mut self, new: DutyRow<'s>) {
        let is_same = |one: &Line<'_>, other: &Line<'_>| {
            let code = |line: &Line<'_>| line.code.map(|code| code.value);
            one.text == other.text && code(one) == code(other)
        };
        let is_repeated = |duty: &&mut DutyRow<'s>| {
            duty.texts.len() == new.texts.len()
                && duty.texts.iter().zip(&new.texts).all(|(one, other)| is_same(one, other))
        };
        if let Some(duty) = self.duty.as_mut().filter(is_repeated) {
            for row in new.rows {
                if duty.rows.iter().all(|own| own.text != row.text) {
                    duty.rows.push(row);
                }
            }
            duty.last = new.last;
            return;
        }
        self.close();
        self.duty = Some(new);
    }

    /// More of the duty above: text and codes.
    pub(super) fn goes_on(&mut self, cells: &[Cell<'s>], line: Line<'s>) -> bool {
        let texts = cells.iter().filter(|cell| cell.is_text()).count();
        let is_more = |duty: &&mut DutyRow<'s>| {
            let is_of_table =
                line.cell.zip(duty.last.cell).is_some_and(|(own, last)| own.table == last.table);
            line.is_below(duty.last) || texts == 0 && is_of_table
        };
        let Some(duty) = self.duty.as_mut().filter(is_more) else { return false };
        if texts > 1 || !cells.iter().all(|cell| cell.is_text() || cell.is_codes()) {
            return false;
        }
        duty.last = line;
        for cell in cells {
            if cell.is_text() { &mut duty.texts } else { &mut duty.rows }.push(cell.line());
        }
        true
    }

    /// A cell that is not part of a duty or statement. It is noted, unless it only says what kind they are, or is under
    /// a header row and its column is not clear.
    fn aside(&mut self, cell: &Cell<'s>) {
        let is_kind = kinds::kind_heading(cell.line()).is_some();
        if !is_kind && (self.head.is_none() || cell.is_text() && cell.line().cell.is_some()) {
            self.notes.unread("table", cell.line().span());
        }
    }
}
