//! The cells of a row of a table, and what each holds.

use crate::model::{Code, Prefix};
use crate::read::page::codes::{self, duty_heading};
use crate::read::page::lines::Line;
use crate::read::page::row::{CodeRow, row};
use crate::source::Spanned;

/// How many spaces separate two cells.
const GAP: usize = 3;

/// The cells of a line, without those that are empty.
pub(super) fn cells(line: Line<'_>) -> Vec<Line<'_>> {
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

/// What a cell holds.
pub(super) enum Cell<'s> {
    /// One code of a statement.
    Code(Spanned<Code>, Line<'s>),
    /// Several codes.
    Codes(Line<'s>),
    /// The heading of a duty, perhaps with its text.
    Duty(codes::Coded<'s>, Line<'s>),
    /// A number.
    Number(u32, Line<'s>),
    /// A statement with its code first.
    Statement(Line<'s>),
    Text(Line<'s>),
}

impl<'s> Cell<'s> {
    pub(super) fn of(line: Line<'s>) -> Self {
        let codes = row(line);
        if let Some(code) = codes.as_ref().and_then(CodeRow::only) {
            Self::Code(code, line)
        } else if codes.is_some() {
            Self::Codes(line)
        } else if let Some(found) = duty_heading(line).or_else(|| codes::lone_duty(line)) {
            Self::Duty(found, line)
        } else if let Ok(number) = line.text.trim_end_matches('.').parse() {
            Self::Number(number, line)
        } else if let Some(found) = codes::statement(line) {
            if found.rest.text.is_empty() { Self::Code(found.code, line) } else { Self::Statement(line) }
        } else {
            Self::Text(line)
        }
    }

    pub(super) fn line(&self) -> Line<'s> {
        match self {
            Self::Code(_, line)
            | Self::Codes(line)
            | Self::Duty(_, line)
            | Self::Number(_, line)
            | Self::Statement(line)
            | Self::Text(line) => *line,
        }
    }

    pub(super) fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    /// The code of the duty or the statement that the cell begins.
    pub(super) fn code(&self) -> Option<Spanned<Code>> {
        match self {
            Self::Code(code, _) => Some(*code),
            Self::Duty(found, _) => Some(found.code),
            Self::Statement(line) => codes::statement(*line).map(|found| found.code),
            Self::Codes(_) | Self::Number(..) | Self::Text(_) => None,
        }
    }

    /// The code of the duty whose number the cell holds, or its text begins with.
    pub(super) fn number_of_duty(&self) -> Option<Code> {
        let digits = |line: &Line<'_>| line.text.bytes().take_while(u8::is_ascii_digit).count();
        let number = match self {
            Self::Number(number, _) => Some(*number),
            Self::Text(line) if line.unnumbered().start > line.start => {
                line.text[..digits(line)].parse().ok()
            }
            _ => None,
        };
        number.map(|number| Code::new(Prefix::D, number))
    }

    /// Whether the cell has words of a duty or a statement.
    pub(super) fn is_written(&self) -> bool {
        match self {
            Self::Text(_) | Self::Statement(_) => true,
            Self::Duty(found, _) => !found.rest.text.is_empty(),
            Self::Code(..) | Self::Codes(_) | Self::Number(..) => false,
        }
    }

    /// The cell with its number turned into the code of a statement or a duty.
    pub(super) fn numbered(self, prefix: Prefix) -> Self {
        let Self::Number(number, line) = self else { return self };
        let code = Spanned::new(Code::new(prefix, number), line.span());
        if prefix == Prefix::D {
            let rest = line.rest(line.text.len());
            return Self::Duty(codes::Coded { code, rest, separated: true }, line);
        }
        Self::Code(code, line)
    }

    pub(super) fn is_codes(&self) -> bool {
        matches!(self, Self::Code(..) | Self::Codes(_))
    }
}
