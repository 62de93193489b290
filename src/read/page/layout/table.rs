//! Tables with the cells of a row in one line, parted by tabs, bars or wide gaps.

use super::columns::{self, Column, Head, head};
use super::grid;
use crate::model::{Code, Prefix};
use crate::read::notes::Notes;
use crate::read::page::codes::{self, duty_heading};
use crate::read::page::lines::Line;
use crate::read::page::row::{CodeRow, row};
use crate::read::page::sections;
use crate::source::Spanned;

/// How many spaces part two cells.
const GAP: usize = 3;

/// The lines with the rows of tables as lines of their own; rules between rows are left out.
pub(super) fn undo<'s>(text: &'s str, lines: &[Line<'s>], notes: &mut Notes) -> Vec<Line<'s>> {
    let mut table = Table {
        out: Vec::with_capacity(lines.len()),
        notes,
        head: None,
        duty: None,
        number: None,
        unread: None,
    };
    for row in lines.chunk_by(grid::are_of_one_row) {
        match row {
            [line] if line.cell.is_none() => {
                if !is_rule(*line) {
                    table.line(*line);
                }
            }
            cells => table.row(text, cells),
        }
    }
    table.close();
    table.out
}

/// Whether the line only draws: `-----  ----`, `+---+`, `|---|---|`.
fn is_rule(line: Line<'_>) -> bool {
    let drawn = line.text.chars().filter(|c| matches!(c, '-' | '=' | '_' | '─')).count();
    drawn >= 3
        && line
            .text
            .chars()
            .all(|c| matches!(c, '-' | '=' | '_' | '─' | '+' | '|' | ':') || c.is_whitespace())
}

/// The cells of a line, without those that are empty.
fn cells(line: Line<'_>) -> Vec<Line<'_>> {
    let mut cells = Vec::new();
    let line = Line { is_cell: true, ..line };
    let (mut from, mut spaces) = (0, 0);
    for (at, byte) in line.text.bytes().enumerate() {
        let is_mark = matches!(byte, b'\t' | b'|');
        if is_mark || (byte != b' ' && spaces >= GAP) {
            cells.push(line.part(from, at));
            from = at + usize::from(is_mark);
        }
        spaces = if byte == b' ' { spaces + 1 } else { 0 };
    }
    cells.push(line.rest(from));
    cells.retain(|cell| !cell.text.is_empty() && !cell.is_bullet());
    cells
}

/// Whether a cell holds the codes of duties and nothing else: `D1, D2`.
fn lists_duties(cell: Line<'_>) -> bool {
    let mut words = cell.text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| word.parse::<Code>().is_ok_and(|code| code.prefix == Prefix::D))
}

/// What a cell holds.
enum Cell<'s> {
    /// One code of a statement.
    Code(Spanned<Code>, Line<'s>),
    /// Several codes.
    Codes(Line<'s>),
    /// The heading of a duty, perhaps with its text.
    Duty(codes::Coded<'s>, Line<'s>),
    /// A number.
    Number(u32, Line<'s>),
    /// A statement with its code in front.
    Statement(Line<'s>),
    Text(Line<'s>),
}

impl<'s> Cell<'s> {
    fn of(line: Line<'s>) -> Self {
        let codes = row(line);
        if let Some(code) = codes.as_ref().and_then(CodeRow::only) {
            Self::Code(code, line)
        } else if codes.is_some() {
            Self::Codes(line)
        } else if let Some(found) = duty_heading(line).or_else(|| codes::lone_duty(line)) {
            Self::Duty(found, line)
        } else if let Ok(number) = line.text.trim_end_matches('.').parse() {
            Self::Number(number, line)
        } else if codes::statement(line).is_some() {
            Self::Statement(line)
        } else {
            Self::Text(line)
        }
    }

    fn line(&self) -> Line<'s> {
        match self {
            Self::Code(_, line)
            | Self::Codes(line)
            | Self::Duty(_, line)
            | Self::Number(_, line)
            | Self::Statement(line)
            | Self::Text(line) => *line,
        }
    }

    fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    fn is_codes(&self) -> bool {
        matches!(self, Self::Code(..) | Self::Codes(_))
    }
}

/// A duty whose row is being gathered: a cell may go on in the lines below.
struct DutyRow<'s> {
    texts: Vec<Line<'s>>,
    rows: Vec<Line<'s>>,
    last: Line<'s>,
}

struct Table<'s, 'n> {
    out: Vec<Line<'s>>,
    notes: &'n mut Notes,
    /// The last head.
    head: Option<Head>,
    duty: Option<DutyRow<'s>>,
    /// The number of the table, if the document has it as such.
    number: Option<u32>,
    /// What it holds if it is of a kind that is not read.
    unread: Option<&'static str>,
}

impl<'s> Table<'s, '_> {
    fn line(&mut self, line: Line<'s>) {
        let lines = cells(line);
        match lines[..] {
            [] => return self.single(line),
            [cell] => return self.single(if cell.text.len() < line.text.len() { cell } else { line }),
            _ => (),
        }
        if !self.cells(lines, line) {
            self.close();
            self.out.push(line);
        }
    }

    /// A row of a table that the document has as such. What it says of no duty and no statement becomes lines.
    fn row(&mut self, text: &'s str, cells: &[Line<'s>]) {
        let number = cells[0].cell.map(|cell| cell.table);
        if number != self.number {
            self.close();
            (self.number, self.head) = (number, None);
            self.unread = columns::unread(cells);
        }
        if let Some(subject) = self.unread {
            return self.notes.unread(subject, cells[0].span());
        }
        let from = self.out.len();
        match *cells {
            [cell] => self.single(cell),
            [.., last] => {
                if !self.cells(cells.to_vec(), last) {
                    self.close();
                    self.out.extend(grid::others(text, cells));
                }
            }
            [] => (),
        }
        let split = self.out.split_off(from).into_iter().flat_map(grid::lines_of);
        self.out.extend(split);
    }

    /// Takes the cells of a row, if they are the heads of columns, a duty or statements. `line` is where it ends.
    fn cells(&mut self, lines: Vec<Line<'s>>, line: Line<'s>) -> bool {
        if let Some(head) = head(&lines) {
            self.close();
            self.head = Some(head);
            return true;
        }
        let cells: Vec<Cell> = self.without_asides(lines).into_iter().map(Cell::of).collect();
        self.statements(&cells) || self.duty(&cells, line) || self.goes_on(&cells, line)
    }

    /// The cells that the head does not say to be something else, if the row has a cell in each column. Codes in such a cell,
    /// the duties of a statement, and numbers without a letter in a column for codes are a mapping that is not read, and noted.
    fn without_asides(&mut self, cells: Vec<Line<'s>>) -> Vec<Line<'s>> {
        let Some(head) = &self.head else { return cells };
        let count = cells.len();
        let mut kept = Vec::with_capacity(count);
        for (index, cell) in cells.into_iter().enumerate() {
            let is_mapping = match head.of(cell, (index, count)) {
                Some(Column::Aside) => lists_duties(cell) || row(cell).is_some(),
                Some(Column::Duty) if head.is_of_statements() => true,
                Some(Column::Kind(_)) if grid::is_numbers(cell) => true,
                _ => {
                    kept.push(cell);
                    false
                }
            };
            if is_mapping {
                self.notes.unread("mapping", cell.span());
            }
        }
        kept
    }

    /// A line without cells ends a table, unless it goes on with a cell of the row above.
    fn single(&mut self, line: Line<'s>) {
        let is_new = sections::heading(line).is_some()
            || duty_heading(line).is_some()
            || codes::statement(line).is_some() && row(line).is_none();
        let goes_on = self.duty.as_ref().is_some_and(|duty| line.is_below(duty.last)) && !is_new;
        if !(goes_on && self.goes_on(&[Cell::of(line)], line)) {
            self.close();
            self.out.push(line);
        }
        if sections::heading(line).is_some() && line.cell.is_none() {
            self.head = None;
        }
    }

    /// Ends the row of a duty.
    fn close(&mut self) {
        if let Some(duty) = self.duty.take() {
            self.out.extend(duty.texts.into_iter().chain(duty.rows));
        }
    }

    /// A row of statements: a code and its text, or statements that begin with their codes. Without a head, the code stands
    /// in front of the row or behind it.
    fn statements(&mut self, cells: &[Cell<'s>]) -> bool {
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

    /// A row of whole statements, perhaps beside the duty that lists them.
    fn whole(&mut self, cells: &[Cell<'s>]) {
        self.close();
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
        self.out.extend(statements);
    }

    /// Gives each code of a row the text behind it, or the one before it where the texts come first.
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

    /// A cell of a statement that has no other one.
    fn alone(&mut self, cell: Option<&Cell<'s>>) {
        match cell {
            Some(Cell::Code(_, line)) => self.out.push(*line),
            Some(cell) => self.aside(cell),
            None => (),
        }
    }

    /// A row of a duty: its number or heading, its text, its codes.
    fn duty(&mut self, cells: &[Cell<'s>], line: Line<'s>) -> bool {
        let has_codes = cells.iter().any(Cell::is_codes);
        let is_numbered = matches!(cells, [Cell::Number(..), Cell::Text(_), ..]);
        let begins = match cells.first() {
            Some(Cell::Duty(..)) => true,
            Some(Cell::Number(..)) => is_numbered && (has_codes || self.is_duty_table()),
            Some(Cell::Text(text)) => {
                let is_whole = text.unnumbered().text.starts_with(char::is_uppercase);
                has_codes && is_whole && self.is_duty_table() && !self.has_number()
            }
            _ => false,
        };
        if !begins {
            return false;
        }
        self.close();
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
                    duty.texts.push(code.take().map_or(*text, |(code, _)| text.with_code(code)));
                }
                Cell::Code(_, line) | Cell::Codes(line) => duty.rows.push(*line),
                _ => self.aside(cell),
            }
        }
        duty.texts.extend(code.map(|(_, line)| line));
        self.duty = Some(duty);
        true
    }

    /// More of the duty above: text, and codes.
    fn goes_on(&mut self, cells: &[Cell<'s>], line: Line<'s>) -> bool {
        let Some(duty) = self.duty.as_mut().filter(|duty| line.is_below(duty.last)) else { return false };
        let texts = cells.iter().filter(|cell| cell.is_text()).count();
        if texts > 1 || !cells.iter().all(|cell| cell.is_text() || cell.is_codes()) {
            return false;
        }
        duty.last = line;
        for cell in cells {
            if cell.is_text() { &mut duty.texts } else { &mut duty.rows }.push(cell.line());
        }
        true
    }

    /// Whether the head says that the rows are duties.
    fn is_duty_table(&self) -> bool {
        if self.head.as_ref().is_some_and(Head::is_of_statements) {
            return false;
        }
        let columns = || self.head.iter().flat_map(Head::columns);
        let kinds = columns().filter(|column| matches!(column, Column::Kind(_))).count();
        let has = |wanted| columns().any(|column| column == wanted);
        has(Column::Duty) || kinds >= 2 && has(Column::Text)
    }

    /// Whether the head has a column of numbers.
    fn has_number(&self) -> bool {
        self.head.iter().flat_map(Head::columns).any(|column| column == Column::Number)
    }

    /// A cell that is no part of a duty or statement. It is noted, unless it only says of which kind they are, or stands
    /// under a head where nothing tells its column.
    fn aside(&mut self, cell: &Cell<'s>) {
        let is_kind = sections::kind_heading(cell.line()).is_some();
        if !is_kind && (self.head.is_none() || cell.is_text() && cell.line().cell.is_some()) {
            self.notes.unread("table", cell.line().span());
        }
    }
}
