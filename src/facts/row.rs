//! What the program knows about a fact: a row of [`FACTS`](super::FACTS).

use super::field::{Field, List};
use super::values::{FactChangeId, FactId, Facts};
use crate::source::{Span, Spanned, Text};

/// The type of a fact: how it is read from text, written and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// A text in one line.
    Text,
    /// A text that programs may write as a number.
    Code,
    /// A text that records of the APIs write with markup.
    Prose,
    /// A day.
    Date,
    /// A number, after which pages may say what it means: `4 - Higher`.
    Number,
    /// A number of months.
    Months,
    /// A sum in pounds.
    Pounds,
    /// Yes or no.
    YesNo,
    /// A list of short texts.
    Texts,
}

impl FactKind {
    /// A number of this kind as people write it: `24 months`, `£9,000`, `4`.
    #[must_use]
    pub fn in_words(self, number: i64) -> String {
        match self {
            Self::Months => format!("{number} months"),
            Self::Pounds => pounds(number),
            _ => number.to_string(),
        }
    }
}

/// An amount with its thousands separated: `£12,000`.
fn pounds(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let sign = if amount < 0 { "-" } else { "" };
    format!("{sign}£{grouped}")
}

/// A kind of page of the site, in any format: what it never shows is not missing there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageKind {
    /// The page of a standard.
    Standard,
    /// The page of an occupation on the occupational map.
    Map,
    /// The page of a standard in the old template.
    Retired,
}

/// A key of the records of an API.
#[derive(Clone, Copy, Debug)]
pub struct RecordKey {
    /// The key, after that of the object that it is in: `mapHierarchy.routeName`.
    pub path: &'static str,
    /// Whether every record gives a value, so that an empty one is a fault. Other keys are always present too, but an
    /// empty value means that it is not stated.
    pub always_has_value: bool,
}

/// Everything that is known about a fact. Anything left out of a row of [`FACTS`](super::FACTS) is empty.
#[derive(Clone, Copy)]
pub struct FactRow {
    /// Which one it is.
    pub id: FactId,
    /// Its key in the native document, after that of the object that it is in: `dates.created`. Findings call it by
    /// this name.
    pub name: &'static str,
    /// What sort of value it has.
    pub kind: FactKind,
    /// Where the value is.
    pub place: FactPlace,
    /// The key in records of the standards API.
    pub standards_api: Option<RecordKey>,
    /// The key in records of the maps API.
    pub maps_api: Option<RecordKey>,
    /// The labels before it on pages of every format; for a number, the first label names it.
    pub labels: &'static [&'static str],
    /// More labels, on pages as text and in drafts.
    pub text_labels: &'static [&'static str],
    /// More labels, on pages in HTML.
    pub html_labels: &'static [&'static str],
    /// The pages that can show it; native documents and drafts can state all facts.
    pub pages: &'static [PageKind],
    /// What a finding calls it: `the typical duration`.
    pub in_words: &'static str,
    /// What it is called in the first column of a table: `Typical duration`.
    pub label: &'static str,
    /// The id of the change if it differs.
    pub change: FactChangeId,
}

/// How to find a value in [`Facts`], to read it or to set it.
#[derive(Clone, Copy)]
pub struct FactPlace {
    pub(super) get: for<'d, 's> fn(&'d Facts<'s>) -> FactValue<'d, 's>,
    pub(super) get_mut: for<'d, 's> fn(&'d mut Facts<'s>) -> FactValueMut<'d, 's>,
}

/// The value of a fact.
#[derive(Clone, Copy, Debug)]
pub enum FactValue<'d, 's> {
    /// A text.
    Text(&'d Field<Text<'s>>),
    /// A number.
    Number(&'d Field<Spanned<i64>>),
    /// Yes or no.
    YesNo(&'d Field<Spanned<bool>>),
    /// A list of texts.
    Texts(&'d Field<List<Text<'s>>>),
}

/// The value of a fact, to be set.
#[derive(Debug)]
pub enum FactValueMut<'d, 's> {
    /// A text.
    Text(&'d mut Field<Text<'s>>),
    /// A number.
    Number(&'d mut Field<Spanned<i64>>),
    /// Yes or no.
    YesNo(&'d mut Field<Spanned<bool>>),
    /// A list of texts.
    Texts(&'d mut Field<List<Text<'s>>>),
}

impl FactRow {
    /// Its value among `facts`.
    #[must_use]
    pub fn value<'d, 's>(&self, facts: &'d Facts<'s>) -> FactValue<'d, 's> {
        (self.place.get)(facts)
    }

    /// Whether `facts` say anything about it, even if only that it is empty.
    #[must_use]
    pub fn is_mentioned(&self, facts: &Facts<'_>) -> bool {
        match self.value(facts) {
            FactValue::Text(field) => field.is_mentioned(),
            FactValue::Number(field) => field.is_mentioned(),
            FactValue::YesNo(field) => field.is_mentioned(),
            FactValue::Texts(field) => field.is_mentioned(),
        }
    }

    /// The same, to be set.
    pub fn value_mut<'d, 's>(&self, facts: &'d mut Facts<'s>) -> FactValueMut<'d, 's> {
        (self.place.get_mut)(facts)
    }

    /// The key of the object that it is in, in the native document, if it is in one, and its own key.
    #[must_use]
    pub fn path(&self) -> (Option<&'static str>, &'static str) {
        in_object(self.name)
    }
}

impl RecordKey {
    /// The key of the object that it is in, if it is in one, and its own key.
    #[must_use]
    pub fn path(&self) -> (Option<&'static str>, &'static str) {
        in_object(self.path)
    }
}

fn in_object(path: &'static str) -> (Option<&'static str>, &'static str) {
    path.split_once('.').map_or((None, path), |(object, key)| (Some(object), key))
}

impl FactValue<'_, '_> {
    /// The place that was left empty.
    #[must_use]
    pub fn empty(&self) -> Option<Span> {
        match self {
            Self::Text(field) => field.empty(),
            Self::Number(field) => field.empty(),
            Self::YesNo(field) => field.empty(),
            Self::Texts(field) => field.empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let pounds = [900, 9000, 1_234_567, -1000].map(|amount| FactKind::Pounds.in_words(amount));
        assert_eq!(pounds, ["£900", "£9,000", "£1,234,567", "-£1,000"]);
        assert_eq!([FactKind::Months, FactKind::Number].map(|kind| kind.in_words(24)), ["24 months", "24"]);
    }
}
