//! The key information of an occupation page: a list of labels, each followed by its value.

use std::ops::Range;

use super::page;
use super::tree::{Element, HtmlTree};
use crate::model::{FACTS, FactId, FactKind, FactRow, FactValueMut, Facts, Field, Standard, StandardKind};
use crate::read::notes::Notes;
use crate::read::page::{options, status_len};
use crate::source::{Spanned, Text};

/// A label and what follows it.
struct KeyInformation<'s> {
    /// In lower case, without its colon.
    key: String,
    label: Text<'s>,
    value: Text<'s>,
}

/// Reads the key information and the title into `standard`.
pub(super) fn read<'s>(tree: &HtmlTree<'s>, standard: &mut Standard<'s>, notes: &mut Notes) {
    standard.facts.title = page::title(tree);
    for entry in entries(tree) {
        let is_its =
            |row: &&FactRow| row.labels.iter().chain(row.html_labels).any(|label| *label == entry.key);
        match FACTS.iter().find(is_its) {
            Some(row) if row.id == FactId::Reference => reference(standard, &entry),
            Some(row) => fact(row, &mut standard.facts, &entry, notes),
            None if entry.key == "options" && standard.options.is_missing() => {
                let options = options(entry.label.span(), &entry.value);
                standard.options = options.map_or(Field::Missing, Field::Stated);
            }
            None => {}
        }
    }
}

/// The key information: the box with that name, or what is under the heading.
fn container(tree: &HtmlTree<'_>) -> Option<Range<usize>> {
    let main = page::main(tree);
    let is_box = |element: &Element| element.has_class("keyinformation");
    if let Some(index) = tree.find(main.clone(), is_box) {
        return Some(tree.inside(index));
    }
    page::sections(tree, &main).into_iter().find(|one| one.key() == "key information").map(|one| one.range)
}

fn entries<'s>(tree: &HtmlTree<'s>) -> Vec<KeyInformation<'s>> {
    let Some(range) = container(tree) else { return Vec::new() };
    let is_label = |element: &Element| matches!(element.name(), "strong" | "b" | "dt" | "th");
    let mut labels: Vec<(usize, usize)> = Vec::new();
    let mut line_end = range.end;
    for index in page::shown(tree, range.clone()) {
        let Some(element) = tree.element(index) else { continue };
        if matches!(element.name(), "li" | "p" | "tr" | "dl") {
            line_end = tree.nodes[index].end;
        }
        let is_nested = labels.last().is_some_and(|&(last, _)| index < tree.nodes[last].end);
        if is_label(element) && !is_nested {
            let end = if index < line_end { line_end } else { range.end };
            labels.push((index, end));
        }
    }
    let nexts = labels.iter().skip(1).map(|&(index, _)| index).chain([range.end]);
    labels.iter().zip(nexts).map(|(&(index, end), next)| entry(tree, index, end.min(next))).collect()
}

fn entry<'s>(tree: &HtmlTree<'s>, index: usize, end: usize) -> KeyInformation<'s> {
    let label = tree.text_of(index);
    let key = label.trim_end_matches(':').trim_end().to_lowercase();
    let value = tree.visible(tree.nodes[index].end..end, label.span());
    let colon = value.len() - value.trim_start_matches(':').len();
    let value = value.part(colon..value.len()).trimmed();
    KeyInformation { key, label, value }
}

/// The letters of a reference say what the page is for: an occupation or an apprenticeship.
fn reference<'s>(standard: &mut Standard<'s>, entry: &KeyInformation<'s>) {
    if standard.facts.reference.stated().or(standard.facts.occupation.stated()).is_some() {
        return;
    }
    standard.kind = StandardKind::of_reference(&entry.value).unwrap_or_default();
    let facts = &mut standard.facts;
    let field = text(entry);
    (facts.occupation, facts.reference) = match standard.kind {
        StandardKind::Occupation => (field, Field::NotShown),
        _ => (Field::NotShown, field),
    };
}

/// The status without what the site says about it in brackets.
fn status<'s>(entry: &KeyInformation<'s>) -> Field<Text<'s>> {
    match text(entry) {
        Field::Stated(text) => Field::Stated(text.part(0..status_len(&text))),
        other => other,
    }
}

fn fact<'s>(row: &FactRow, facts: &mut Facts<'s>, entry: &KeyInformation<'s>, notes: &mut Notes) {
    match row.value_mut(facts) {
        FactValueMut::Text(field) if row.id == FactId::Status => set(field, || status(entry)),
        FactValueMut::Text(field) => set(field, || text(entry)),
        FactValueMut::Number(field) => set(field, || number(entry, row.kind, notes)),
        FactValueMut::YesNo(field) => set(field, || yes_or_no(entry, notes)),
        FactValueMut::Texts(_) => {}
    }
}

/// Sets what has not been set yet: the first of two identical labels counts.
fn set<T>(field: &mut Field<T>, value: impl FnOnce() -> Field<T>) {
    if matches!(field, Field::Missing | Field::NotShown) {
        *field = value();
    }
}

fn text<'s>(entry: &KeyInformation<'s>) -> Field<Text<'s>> {
    if entry.value.is_empty() { Field::Empty(entry.label.span()) } else { Field::Stated(entry.value.clone()) }
}

fn number(entry: &KeyInformation<'_>, kind: FactKind, notes: &mut Notes) -> Field<Spanned<i64>> {
    let read = match kind {
        FactKind::Months => months,
        FactKind::Pounds => pounds,
        _ => plain,
    };
    value(entry, read, "a number", notes)
}

fn yes_or_no(entry: &KeyInformation<'_>, notes: &mut Notes) -> Field<Spanned<bool>> {
    let read = |value: &str| match value.split(|c: char| !c.is_alphabetic()).next() {
        Some(word) if word.eq_ignore_ascii_case("yes") => Some(true),
        Some(word) if word.eq_ignore_ascii_case("no") => Some(false),
        _ => None,
    };
    value(entry, read, "yes or no", notes)
}

fn value<T>(
    entry: &KeyInformation<'_>,
    read: impl Fn(&str) -> Option<T>,
    wanted: &str,
    notes: &mut Notes,
) -> Field<Spanned<T>> {
    if entry.value.is_empty() {
        return Field::Empty(entry.label.span());
    }
    let span = entry.value.span();
    if let Some(value) = read(&entry.value) {
        return Field::Stated(Spanned::new(value, span));
    }
    let message = format!("the value of \"{}\" is not {wanted}", entry.label.trim_end_matches(':'));
    notes.unread_first(&entry.key, span, &message, &format!("write {wanted} here"));
    Field::Unreadable(span)
}

/// A number, ignoring whatever follows it: `6 (degree)`.
fn plain(value: &str) -> Option<i64> {
    leading_number(value).map(|(number, _)| number)
}

/// A number of months: `18 months`, or the number alone.
fn months(value: &str) -> Option<i64> {
    let (number, rest) = leading_number(value)?;
    let unit = rest.trim_start().to_lowercase();
    (unit.is_empty() || unit.starts_with("month")).then_some(number)
}

/// A sum in pounds: `£5,000`.
fn pounds(value: &str) -> Option<i64> {
    let digits = value.trim_start_matches('£').replace(',', "");
    plain(digits.trim_start())
}

fn leading_number(value: &str) -> Option<(i64, &str)> {
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    let number = value[..end].parse().ok()?;
    let rest = &value[end..];
    let is_longer = rest.starts_with(|c: char| c.is_alphanumeric() || c == '.');
    (!is_longer).then_some((number, rest))
}
