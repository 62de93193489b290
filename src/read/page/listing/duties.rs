//! Duties.

use super::codes;
use super::row::ListingRow;
use super::value;
use crate::listing::Column;
use crate::model::{Code, Duty, Field};
use crate::read::notes::Notes;
use crate::source::{Spanned, Text};

/// The duties of the rows. If codes are mapped to any of them, a blank cell means that none are mapped to that duty.
pub(super) fn read<'s>(rows: &[&ListingRow<'s>], notes: &mut Notes) -> Vec<Duty<'s>> {
    let mut are_listed = false;
    let mut duties: Vec<(Duty, bool)> = Vec::with_capacity(rows.len());
    for row in rows {
        let cell = row.cell(Column::Ksbs);
        let mapping = cell.map_or(Field::Missing, |cell| codes::listed(cell, notes));
        are_listed |= mapping.stated().is_some_and(|codes| !codes.is_empty());
        duties.push((duty(row, mapping, notes), cell.is_none()));
    }
    let with_mapping = |(mut duty, is_blank): (Duty<'s>, bool)| {
        if is_blank && are_listed {
            duty.mapping = Field::Stated(Vec::new());
        }
        duty
    };
    duties.into_iter().map(with_mapping).collect()
}

fn duty<'s>(row: &ListingRow<'s>, mapping: Field<Vec<Spanned<Code>>>, notes: &mut Notes) -> Duty<'s> {
    let cell = row.cell(Column::Code);
    let code = cell.and_then(codes::of_duty);
    if let Some(cell) = cell.filter(|_| code.is_none()) {
        notes.unread("duties", cell.span());
    }
    let text: Text = row.own_text();
    Duty {
        code,
        span: code.map_or(text.span(), |code| code.span.to(text.span())),
        text,
        core: row.answer(Column::Core, notes).map(|answer| answer.value),
        mapping,
        options: row.cell(Column::Options).map(value::texts).unwrap_or_default(),
        unknown_ids: Vec::new(),
    }
}
