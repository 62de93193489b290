//! Codes in cells.

use crate::listing::{NONE, NOT_STATED};
use crate::model::{Code, Field, Kind, Prefix};
use crate::read::notes::Notes;
use crate::read::page::codes;
use crate::read::page::lines::Line;
use crate::read::page::row;
use crate::source::{Spanned, Text};

/// The code of a statement: as it is, or a number if only the type says what kind it is.
pub(super) fn of_statement(cell: Line<'_>, kind: Kind) -> Option<Spanned<Code>> {
    let text = cell.text.trim_end_matches([':', '.']);
    let own: Option<Code> = text.parse().ok();
    let code = own.or_else(|| Some(Code::new(kind.prefix(), text.parse().ok()?)))?;
    Some(Spanned::new(code, cell.before(text.len()).span()))
}

/// The code of a duty: `D3`, `Duty 3`, `3`.
pub(super) fn of_duty(cell: Line<'_>) -> Option<Spanned<Code>> {
    let text = cell.text.trim_end_matches([':', '.']);
    let cell = cell.before(text.len());
    let own: Option<Code> = text.parse().ok();
    let numbered = || text.parse().ok().map(|number| Code::new(Prefix::D, number));
    let whole = own.or_else(numbered).map(|code| Spanned::new(code, cell.span()));
    whole.or_else(|| codes::duty_heading(cell).filter(|duty| duty.rest.text.is_empty()).map(|duty| duty.code))
}

/// The code that a text of a statement begins with, and the text without it.
pub(super) fn before_text(text: Line<'_>) -> Option<(Spanned<Code>, Text<'_>)> {
    codes::statement(text).filter(|found| found.separated).map(|found| (found.code, found.rest.verbatim()))
}

/// The codes mapped to a duty. A blank cell is not reported here.
pub(super) fn listed(cell: Line<'_>, notes: &mut Notes) -> Field<Vec<Spanned<Code>>> {
    match cell.text {
        NOT_STATED => return Field::Missing,
        NONE => return Field::Stated(Vec::new()),
        _ => (),
    }
    let is_between = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|');
    let mut found = Vec::new();
    let mut from = 0;
    for part in cell.text.split(is_between) {
        let place = cell.part(from, from + part.len());
        from += part.len() + cell.text[from + part.len()..].chars().next().map_or(0, char::len_utf8);
        match part.parse() {
            _ if part.is_empty() => (),
            Ok(code) => found.push(Spanned::new(code, place.span())),
            Err(_) => return as_typed(cell, notes),
        }
    }
    Field::Stated(found)
}

/// Codes separated by more than commas: `K1 to K4`, `K1 and S2`.
fn as_typed(cell: Line<'_>, notes: &mut Notes) -> Field<Vec<Spanned<Code>>> {
    let Some(row) = row::row(cell) else {
        notes.unread("mapping", cell.span());
        return Field::Unreadable(cell.span());
    };
    row.unread.iter().for_each(|span| notes.unread("mapping", *span));
    Field::Stated(row.codes)
}
