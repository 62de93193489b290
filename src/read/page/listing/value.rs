//! The values of cells.

use crate::listing::{split_texts, unquoted};
use crate::model::FactKind;
use crate::read::page::lines::Line;
use crate::read::page::values::{self, months, number};
use crate::source::{Span, Spanned, Text, TextBuilder};

/// The text of a cell.
pub(super) fn text(cell: Line<'_>) -> Text<'_> {
    match unquoted(cell.text) {
        Some(text) => stands_for(&text, cell.span()),
        None => cell.verbatim(),
    }
}

/// A text that is written differently in the file.
fn stands_for<'s>(text: &str, span: Span) -> Text<'s> {
    let mut builder = TextBuilder::default();
    builder.stands_for(text, span);
    builder.finish(span)
}

/// The texts of a cell, with commas between them.
pub(super) fn texts(cell: Line<'_>) -> Vec<Text<'_>> {
    let part = |(range, value): (std::ops::Range<usize>, std::borrow::Cow<'_, str>)| {
        let part = cell.part(range.start, range.end);
        if part.text == value { part.verbatim() } else { stands_for(&value, part.span()) }
    };
    split_texts(cell.text).into_iter().map(part).collect()
}

/// The levels of a cell: `2, 3`.
pub(super) fn levels(cell: Line<'_>) -> Option<Vec<Spanned<u8>>> {
    let level = |(range, value): (std::ops::Range<usize>, std::borrow::Cow<'_, str>)| {
        let span = cell.part(range.start, range.end).span();
        Some(Spanned::new(value.parse().ok()?, span))
    };
    split_texts(cell.text).into_iter().map(level).collect()
}

/// A number of this kind: `24`, `24 months`, `£9,000`, `4 - Higher`.
pub(super) fn integer(cell: Line<'_>, kind: FactKind) -> Option<Spanned<i64>> {
    let plain: String = cell.text.chars().filter(|c| !matches!(c, '£' | ',')).collect();
    let plain = if kind == FactKind::Months { plain.trim_end_matches(" months") } else { plain.as_str() };
    let whole = plain.parse().ok().map(|number| Spanned::new(number, cell.span()));
    whole.or_else(|| match kind {
        FactKind::Months => months(cell),
        FactKind::Number => values::level(cell),
        _ => number(cell),
    })
}

/// `Yes` or `No`; also what programs write.
pub(super) fn yes_or_no(cell: Line<'_>) -> Option<Spanned<bool>> {
    let is_any = |words: [&str; 3]| words.iter().any(|word| cell.is(word));
    let value = is_any(["yes", "true", "y"]);
    (value || is_any(["no", "false", "n"])).then(|| Spanned::new(value, cell.span()))
}
