//! Statements.

use super::codes;
use super::row::ListingRow;
use crate::listing::{Column, RowType};
use crate::model::{Code, Kind, Statement};
use crate::read::notes::Notes;
use crate::source::{Span, Spanned, Text};

/// The statements of a kind. If none of them has a code, they are numbered in order; if some have one, any without is
/// noted.
pub(super) fn read<'s>(rows: &[&ListingRow<'s>], kind: Kind, notes: &mut Notes) -> Vec<Statement<'s>> {
    let own = rows.iter().filter(|row| row.of == RowType::Statement(kind) && !row.is_blank());
    let found: Vec<(Option<Spanned<Code>>, Text, &ListingRow)> =
        own.map(|row| (coded(row, kind), *row)).map(|((code, text), row)| (code, text, row)).collect();
    let are_coded = found.iter().any(|(code, ..)| code.is_some());
    let mut statements = Vec::with_capacity(found.len());
    for (number, (code, text, row)) in (1..).zip(found) {
        let numbered = || Spanned::new(Code::new(kind.prefix(), number), Span::at(text.span().range().start));
        let code = code.or_else(|| (!are_coded).then(numbered));
        match code {
            Some(code) => statements.push(Statement { kind, code, text, id: row.text(Column::Id) }),
            None => notes.unread("statements", row.span()),
        }
    }
    statements
}

/// Whether a row only gives the identifier of a statement in `others`; if so, the statement now has it.
pub(super) fn identifies<'s>(row: &ListingRow<'s>, kind: Kind, others: &mut [Statement<'s>]) -> bool {
    let Some(id) = row.text(Column::Id).filter(|_| row.cell(Column::Text).is_none()) else { return false };
    let code = row.cell(Column::Code).and_then(|cell| codes::of_statement(cell, kind));
    let is_it = |one: &&mut Statement<'_>| {
        one.kind == kind && one.id.is_none() && code.is_some_and(|code| code.value == one.code.value)
    };
    others.iter_mut().find(is_it).map(|one| one.id = Some(id)).is_some()
}

/// The code of a statement, in its own column or before the text, and the text.
fn coded<'s>(row: &ListingRow<'s>, kind: Kind) -> (Option<Spanned<Code>>, Text<'s>) {
    if let Some(cell) = row.cell(Column::Code) {
        return (codes::of_statement(cell, kind), row.own_text());
    }
    let before_text = row.cell(Column::Text).and_then(codes::before_text);
    before_text.map_or_else(|| (None, row.own_text()), |(code, text)| (Some(code), text))
}
