//! Tables with the cells of a row on one line, separated by tabs, bars or wide gaps.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::cell::{Cell, cells};
use super::column::Column;
use super::columns::{self, Head, head};
use super::grid;
use super::known::Known;
use super::left_out::LeftOutColumns;
use super::listed::listed;
use super::matrix::Matrix;
use super::sorted::Sorted;
use crate::model::{Code, Prefix};
use crate::read::notes::Notes;
use crate::read::page::codes::{self, duty_heading};
use crate::read::page::lines::Line;
use crate::read::page::links::{Link, Links};
use crate::read::page::row::row;
use crate::read::page::sections::{self, PageSection};
use crate::source::{Place, Source, Spanned};

/// The lines with the rows of tables as separate lines, and what they state about the mapping anywhere other than in
/// the rows of duties; rules between rows are left out.
pub(super) fn undo<'s>(source: &'s Source, lines: &[Line<'s>], notes: &mut Notes) -> (Vec<Line<'s>>, Links) {
    let mut table = Table {
        out: Vec::with_capacity(lines.len()),
        notes,
        head: None,
        duty: None,
        number: None,
        rows: 0,
        start: 0,
        is_log: false,
        is_across: false,
        matrix: None,
        prefix: None,
        section: None,
        sheet: None,
        beside: Vec::new(),
        left_out: LeftOutColumns::default(),
        links: Links::default(),
        all: lines,
        known: OnceCell::new(),
        whole: BTreeSet::new(),
    };
    for row in lines.chunk_by(grid::are_of_one_row) {
        match row {
            [line] if line.cell.is_none() => {
                if !is_rule(*line) {
                    table.line(*line);
                }
            }
            cells => table.row(source, cells),
        }
    }
    table.end();
    table.left_out.note(table.notes);
    (table.out, table.links)
}

/// Whether the line only draws a rule: `-----  ----`, `+---+`, `|---|---|`.
fn is_rule(line: Line<'_>) -> bool {
    let drawn = line.text.chars().filter(|c| matches!(c, '-' | '=' | '_' | '─')).count();
    drawn >= 3
        && line
            .text
            .chars()
            .all(|c| matches!(c, '-' | '=' | '_' | '─' | '+' | '|' | ':') || c.is_whitespace())
}

/// How many of the first rows of a table may be header rows.
const MOST_HEADS: u32 = 4;

/// A duty whose row is being gathered: a cell may continue on the lines below.
pub(super) struct DutyRow<'s> {
    pub(super) texts: Vec<Line<'s>>,
    pub(super) rows: Vec<Line<'s>>,
    pub(super) last: Line<'s>,
}

pub(super) struct Table<'s, 'n> {
    pub(super) out: Vec<Line<'s>>,
    pub(super) notes: &'n mut Notes,
    /// The last header.
    pub(super) head: Option<Head>,
    pub(super) duty: Option<DutyRow<'s>>,
    /// The number of the table, if the document records it.
    pub(super) number: Option<u32>,
    /// How many of its rows there were.
    pub(super) rows: u32,
    /// How many lines there were when it began.
    start: usize,
    /// Whether it is a version log, which is not read.
    is_log: bool,
    /// Whether its rows were taken together: labels above their values.
    pub(super) is_across: bool,
    /// The first row, if it is a grid of marks.
    matrix: Option<Matrix>,
    /// The letters of the statements, going by the last cell that gave their kind.
    prefix: Option<Prefix>,
    /// The section that the last heading began, or the name of the sheet.
    section: Option<PageSection>,
    /// The name of the sheet, if the document is a workbook.
    sheet: Option<&'n str>,
    /// Statements whose texts were next to duties, which go after the table.
    pub(super) beside: Vec<Line<'s>>,
    left_out: LeftOutColumns<'s>,
    pub(super) links: Links,
    /// All lines of the document, and what they state, once it is needed.
    pub(super) all: &'n [Line<'s>],
    known: OnceCell<Known<'s>>,
    /// The whole statements that were next to duties.
    pub(super) whole: BTreeSet<(Code, &'s str)>,
}

impl<'s: 'n, 'n> Table<'s, 'n> {
    fn line(&mut self, line: Line<'s>) {
        let lines = cells(line);
        match lines[..] {
            [] => return self.single(line),
            [cell] => return self.single(if cell.text.len() < line.text.len() { cell } else { line }),
            _ => (),
        }
        if !self.cells(lines, line) {
            self.end();
            self.out.push(line);
        }
    }

    /// A row of a table that the document records. Anything in it that is not about a duty or a statement becomes
    /// lines.
    fn row(&mut self, source: &'s Source, cells: &[Line<'s>]) {
        let number = cells[0].cell.map(|cell| cell.table);
        if number != self.number {
            self.end();
            self.enter(source, cells[0]);
            self.start = self.out.len();
            (self.number, self.head, self.rows, self.matrix, self.prefix) = (number, None, 0, None, None);
            self.is_log = columns::is_version_log(cells);
            self.is_across = false;
        }
        self.rows += 1;
        if self.is_across || self.rows == 1 && self.across(cells) {
            return;
        }
        if self.is_log {
            return self.notes.unread("version log", cells[0].span());
        }
        // A row above the codes may say what kind they are.
        let from = self.out.len();
        if self.is_beginning()
            && let Some(matrix) = Matrix::begun(cells, self.head.as_ref())
        {
            self.close();
            (self.head, self.matrix) = (None, Some(matrix));
            self.texts_of_columns(cells);
            return;
        }
        match (self.matrix.clone(), cells) {
            (Some(matrix), _) => self.marks(&matrix, cells),
            (None, [cell]) if self.rows == 1 && columns::lone_head(*cell).is_some() => {
                self.head = columns::lone_head(*cell);
            }
            (None, [cell]) if self.is_lone_duty(*cell) => {
                self.cells(cells.to_vec(), *cell);
            }
            (None, cells) if self.card(cells) => (),
            (None, [cell]) => self.single(*cell),
            (None, [.., last]) => {
                if !self.cells(cells.to_vec(), *last) {
                    self.close();
                    self.out.extend(grid::others(source.text(), cells));
                }
            }
            (None, []) => (),
        }
        let split = self.out.split_off(from).into_iter().flat_map(grid::lines_of);
        self.out.extend(split);
    }

    /// Whether there have been only headers and titles in the table so far.
    fn is_beginning(&self) -> bool {
        let is_entry = |line: &Line<'_>| duty_heading(*line).is_some() || codes::statement(*line).is_some();
        let has_entries = self.duty.is_some() || self.out[self.start..].iter().any(is_entry);
        self.rows <= MOST_HEADS && self.matrix.is_none() && !has_entries
    }

    /// The texts of duties or statements that are the column headers of a grid, unless they are also elsewhere.
    fn texts_of_columns(&mut self, cells: &[Line<'s>]) {
        for cell in cells {
            let found = Cell::of(*cell);
            let code = found.code().filter(|_| found.is_written());
            if code.is_some_and(|code| self.known().outside(self.number, code.value).is_none()) {
                self.out.extend(grid::lines_of(*cell));
            }
        }
    }

    /// A row of a grid of marks. The text before the marks is read unless it is also elsewhere.
    fn marks(&mut self, matrix: &Matrix, cells: &[Line<'s>]) {
        let (names, marks) = matrix.split(cells);
        let code = matrix.code(names);
        for mark in marks {
            match matrix.link(code, *mark) {
                Ok(link) => self.links.marked.extend(link),
                Err(()) => self.notes.unread("mapping", mark.span()),
            }
        }
        let Some(code) = code else {
            let is_told = !marks.is_empty() || names.iter().all(|name| sections::heading(*name).is_some());
            if !is_told {
                self.notes.unread("mapping", cells[0].span());
            }
            return;
        };
        if self.known().outside(self.number, code).is_none()
            && let Some(text) = Matrix::text(names, code)
        {
            self.single(text);
        }
    }

    /// Takes the cells of a row, if they are column headers, a duty or statements. `line` is where the row ends.
    fn cells(&mut self, lines: Vec<Line<'s>>, line: Line<'s>) -> bool {
        if let Some(head) = head(&lines) {
            self.close();
            self.left_out.begin(&lines);
            (self.head, self.prefix) = (Some(head), None);
            return true;
        }
        let sorted = Sorted::new(self.head.as_ref(), lines);
        sorted.unread.iter().for_each(|cell| self.notes.unread("mapping", cell.span()));
        sorted.unmatched.iter().for_each(|cell| self.notes.unread("table", cell.span()));
        sorted.unknown.iter().for_each(|(place, cell)| self.left_out.see(*place, *cell));
        for statement in &sorted.statements {
            if self.is_new(*statement) {
                self.beside.push(*statement);
            }
        }
        let mut cells: Vec<Cell> = sorted.cells.iter().map(|cell| Cell::of(*cell)).collect();
        if let Some(prefix) = self.prefix(&sorted, &cells) {
            cells = cells.into_iter().map(|cell| cell.numbered(prefix)).collect();
        }
        let has_links = self.link(&sorted, &cells);
        let has_texts = self.head.as_ref().is_none_or(Head::has_texts);
        if !cells.iter().any(Cell::is_written) && (has_links && self.is_of_codes() || !has_texts) {
            if !has_links {
                for cell in &cells {
                    self.notes.unread("table", cell.line().span());
                }
            }
            return true;
        }
        self.statements(&cells) || self.duty(&cells, line) || self.goes_on(&cells, line)
    }

    /// The letters that belong to a number in this row: from the cell that gives the kind, or the last one that did;
    /// from the header of the texts; or from the heading above, if no other statement of this kind has a code.
    fn prefix(&mut self, row: &Sorted<'s>, cells: &[Cell<'s>]) -> Option<Prefix> {
        if let Some(kind) = row.kind {
            self.prefix = columns::prefix(kind);
            let own = cells.iter().find_map(Cell::code).map(|code| code.value.prefix);
            if self.prefix.is_none_or(|prefix| own.is_some_and(|own| own != prefix)) {
                self.notes.unread("table", kind.span());
            }
        }
        let head = self.head.as_ref();
        if head.is_some_and(|head| head.has(Column::Type)) {
            return self.prefix.filter(|_| !head.is_some_and(Head::is_of_duties));
        }
        let is_numbered =
            matches!(cells, [Cell::Number(..), Cell::Text(_), ..]) && !head.is_some_and(Head::is_of_duties);
        let of_section = || match self.section {
            Some(PageSection::Statements(kind)) => kind,
            _ => None,
        };
        let kind = head.and_then(Head::kind).or_else(of_section).filter(|_| is_numbered)?;
        let prefix = Some(kind.prefix()).filter(|prefix| !self.known().has(*prefix))?;
        self.notes.lettered(cells[0].line().span(), prefix.letters());
        Some(prefix)
    }

    /// Takes what a row states about the mapping in separate columns. Returns whether it states any.
    fn link(&mut self, row: &Sorted<'s>, cells: &[Cell<'s>]) -> bool {
        let mut codes = cells.iter().filter_map(Cell::code);
        let own = codes.next().filter(|_| codes.next().is_none()).map(|code| code.value);
        for cell in row.duties.iter().filter(|cell| cell.text.contains(char::is_alphanumeric)) {
            let own = own.filter(|own| own.prefix != Prefix::D);
            match own.zip(listed(*cell, Prefix::D)) {
                Some((own, found)) => {
                    let link = |duty: Spanned<Code>| Link {
                        duty: duty.value,
                        statement: Spanned::new(own, duty.span),
                    };
                    self.links.of_statements.extend(found.codes.into_iter().map(link));
                }
                None => self.notes.unread("mapping", cell.span()),
            }
        }
        for (kind, cell) in &row.numbers {
            let is_duty = |code: &Code| code.prefix == Prefix::D;
            let own = cells.iter().filter_map(Cell::code).map(|code| code.value).find(is_duty);
            let own = own.or_else(|| cells.first()?.number_of_duty());
            match own.zip(listed(*cell, kind.prefix())) {
                Some((duty, found)) => {
                    self.links
                        .of_duties
                        .extend(found.codes.into_iter().map(|statement| Link { duty, statement }));
                }
                None => self.notes.unread("mapping", cell.span()),
            }
        }
        !row.duties.is_empty()
    }

    /// A line without cells ends a table, unless it continues a cell of the row above.
    fn single(&mut self, line: Line<'s>) {
        let is_new = sections::heading(line).is_some()
            || duty_heading(line).is_some()
            || codes::statement(line).is_some() && row(line).is_none();
        let goes_on = self.duty.as_ref().is_some_and(|duty| line.is_below(duty.last)) && !is_new;
        if !(goes_on && self.goes_on(&[Cell::of(line)], line)) {
            if line.cell.is_some() {
                self.close();
            } else {
                self.end();
            }
            self.out.push(line);
        }
        if let Some(section) = sections::heading(line) {
            self.section = Some(section);
            if line.cell.is_none() {
                self.head = None;
            }
        }
    }

    /// Ends the row of a duty.
    pub(super) fn close(&mut self) {
        if let Some(duty) = self.duty.take() {
            self.out.extend(duty.texts.into_iter().chain(duty.rows));
        }
    }

    /// Ends a table: what was next to its duties goes after them.
    fn end(&mut self) {
        self.close();
        self.out.append(&mut self.beside);
    }

    /// Begins a table. The name of its sheet is a heading.
    fn enter(&mut self, source: &'s Source, cell: Line<'s>) {
        if let Some(Place::Sheet { sheet, .. }) = source.place(cell.start)
            && self.sheet != Some(&**sheet)
        {
            self.sheet = Some(&**sheet);
            self.section = sections::heading(Line::of(sheet));
        }
    }

    /// Whether a row of one cell is a duty without a code.
    fn is_lone_duty(&self, cell: Line<'_>) -> bool {
        self.is_duty_table()
            && !self.has_number()
            && cell.is_sentence()
            && matches!(Cell::of(cell), Cell::Text(_))
    }

    /// Whether there may be duties here in a table without a header.
    pub(super) fn is_among_duties(&self) -> bool {
        self.head.is_none() && self.section == Some(PageSection::Duties)
    }

    /// Whether the header says that the rows are codes and what goes with them, without texts.
    fn is_of_codes(&self) -> bool {
        self.head.as_ref().is_some_and(Head::is_of_codes)
    }

    pub(super) fn known(&self) -> &Known<'s> {
        self.known.get_or_init(|| Known::new(self.all))
    }

    /// Whether the header says that the rows are duties.
    pub(super) fn is_duty_table(&self) -> bool {
        self.head.as_ref().is_some_and(Head::is_of_duties)
    }

    /// Whether the header has a column of numbers.
    pub(super) fn has_number(&self) -> bool {
        self.head.as_ref().is_some_and(|head| head.has(Column::Number))
    }
}
