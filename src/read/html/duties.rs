//! The duties of an occupation page: a table with a row for each duty and the codes that are mapped to it.

use std::ops::Range;

use super::page::{HtmlSection, outermost, shown};
use super::tree::{Element, HtmlTree};
use crate::model::{Code, Duty, Field, List, Prefix};
use crate::read::notes::Notes;
use crate::source::{Span, Spanned, Text};

/// Reads the duties in `scope`.
pub(super) fn read<'s>(
    tree: &HtmlTree<'s>,
    scope: &Range<usize>,
    sections: &[HtmlSection<'s>],
    notes: &mut Notes,
) -> Field<List<Duty<'s>>> {
    let heading = sections.iter().find(|one| is_duty_heading(&one.key())).map(|one| one.heading.span());
    let mut items = Vec::new();
    let mut end = scope.start;
    for index in shown(tree, scope.clone()) {
        let is_row = index >= end && tree.element(index).is_some_and(|element| element.name() == "tr");
        if let Some(duty) = is_row.then(|| duty(tree, index, notes)).flatten() {
            items.push(duty);
            end = tree.nodes[index].end;
        }
    }
    match (items.first().map(|duty: &Duty<'_>| duty.span), heading) {
        (Some(first), _) => Field::Stated(List::new(heading.unwrap_or(first), items)),
        (None, Some(heading)) => Field::Empty(heading),
        (None, None) => Field::Missing,
    }
}

fn is_duty_heading(key: &str) -> bool {
    matches!(key, "occupation duties" | "occupational duties" | "duties")
}

/// The duty in a table row, if the row is one.
fn duty<'s>(tree: &HtmlTree<'s>, row: usize, notes: &mut Notes) -> Option<Duty<'s>> {
    let cells: Vec<usize> = cells(tree, row).collect();
    let cell = tree.text_of(*cells.first()?);
    let heading = heading(&cell);
    let is_row = tree.element(row).is_some_and(|row| row.has_class("duty-row"));
    if cell.is_empty() || !(is_row || heading.is_some()) {
        return None;
    }
    let (code, rest) = match heading {
        Some((number, code, rest)) => {
            let code = Spanned::new(Code::new(Prefix::D, number), cell.span_of(code));
            (Some(code), cell.part(rest..cell.len()).trimmed())
        }
        None => (None, cell.clone()),
    };
    let subject = code.map_or_else(|| "duties".to_owned(), |code| code.value.to_string());
    let mapping = cells.get(1).map_or(Field::Missing, |&cell| mapping(tree, cell, &subject, notes));
    Some(Duty {
        code,
        text: rest,
        span: cell.span(),
        core: None,
        mapping,
        options: Vec::new(),
        unknown_ids: Vec::new(),
    })
}

fn cells(tree: &HtmlTree<'_>, row: usize) -> impl Iterator<Item = usize> {
    outermost(tree, tree.inside(row), |element| element.name() == "td")
}

/// The number of a duty at the start of a cell, the bytes that say so, and where its text starts.
fn heading(cell: &str) -> Option<(u32, Range<usize>, usize)> {
    let after = cell.get(..4).filter(|word| word.eq_ignore_ascii_case("duty")).map(str::len)?;
    let label = cell[after..].trim_start().trim_start_matches(['D', 'd']);
    let start = cell.len() - label.len();
    let end = label.find(|c: char| !c.is_ascii_digit()).map_or(cell.len(), |length| start + length);
    let number = cell[start..end].parse().ok().filter(|_| start > after)?;
    let rest =
        cell[end..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '–' | '-'));
    Some((number, 0..end, cell.len() - rest.len()))
}

/// The codes in the second cell: those of its marked items, or otherwise those in its text.
fn mapping(tree: &HtmlTree<'_>, cell: usize, subject: &str, notes: &mut Notes) -> Field<Vec<Spanned<Code>>> {
    let is_item = |&index: &usize| tree.element(index).is_some_and(|element| element.has_class("ksb-item"));
    let items: Vec<usize> = shown(tree, tree.inside(cell)).filter(is_item).collect();
    let text = tree.text_of(cell);
    if items.is_empty() && text.is_empty() {
        return Field::Empty(tree.nodes[cell].span);
    }
    let found: Vec<Result<Spanned<Code>, Span>> = if items.is_empty() {
        words(&text).map(|word| code(&text.part(word))).collect()
    } else {
        items.into_iter().map(|item| item_code(tree, item)).collect()
    };
    if let Some(Err(span)) = found.iter().find(|one| one.is_err()) {
        let message = format!("the mapping of {subject} has something other than codes in it");
        notes.unread_first(
            subject,
            *span,
            &message,
            "write only the codes of statements here, such as K1 or S12",
        );
    }
    Field::Stated(found.into_iter().flatten().collect())
}

/// The code of an item as the page shows it, or otherwise as its attribute gives it.
fn item_code(tree: &HtmlTree<'_>, item: usize) -> Result<Spanned<Code>, Span> {
    let shown = tree.text_of(item);
    code(&shown).or_else(|span| {
        let element = tree.element(item);
        let attribute = |element: &Element| {
            let value = element.attribute("data-ksb-id")?.trim().parse().ok()?;
            Some(Spanned::new(value, element.attribute_span("data-ksb-id")?))
        };
        element.and_then(attribute).filter(|_| shown.is_empty()).ok_or(span)
    })
}

fn code(text: &Text<'_>) -> Result<Spanned<Code>, Span> {
    text.parse().map(|code| Spanned::new(code, text.span())).map_err(|_| text.span())
}

/// The places of the words in a text, which commas and similar characters may also separate.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')).filter(|word| !word.is_empty()).map(
        move |word| {
            let start = word.as_ptr().addr() - text.as_ptr().addr();
            start..start + word.len()
        },
    )
}
