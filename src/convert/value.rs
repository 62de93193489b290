//! The parts of the native document that standards and maps share, as they are written.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{About, Field, List};
use crate::source::{Spanned, Text};

/// A text that may be stated, stated as empty (`""`), or left out.
pub(super) type Words<'a> = Option<&'a str>;

/// What a document was converted from.
#[derive(Serialize)]
pub(super) struct Origin<'a> {
    pub(super) format: Cow<'a, str>,
    pub(super) sha256: Cow<'a, str>,
}

/// What a document says it was converted from, or what it has just been converted from.
pub(super) fn origin<'a>(about: &'a About<'_>, fresh: Option<Origin<'a>>) -> Option<Origin<'a>> {
    let stated = about.origin.as_ref().map(|origin| Origin {
        format: Cow::Borrowed(origin.format.as_str()),
        sha256: Cow::Borrowed(origin.sha256.as_str()),
    });
    stated.or(fresh)
}

/// The text of a field.
pub(super) fn words<'a>(field: &'a Field<Text<'_>>) -> Words<'a> {
    match field {
        Field::Stated(text) => Some(text.as_str()),
        Field::Empty(_) => Some(""),
        Field::NotShown | Field::Missing | Field::Unreadable(_) => None,
    }
}

/// A number or a boolean, or `null` where its place was left empty.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Scalar<T> {
    Value(T),
    Null,
}

/// The number or boolean of a field.
pub(super) fn scalar<T: Copy>(field: &Field<Spanned<T>>) -> Option<Scalar<T>> {
    match field {
        Field::Stated(value) => Some(Scalar::Value(value.value)),
        Field::Empty(_) => Some(Scalar::Null),
        Field::NotShown | Field::Missing | Field::Unreadable(_) => None,
    }
}

/// The texts of a list; `[]` where its place was left empty.
pub(super) fn texts<'a>(field: &'a Field<List<Text<'_>>>) -> Option<Vec<&'a str>> {
    list(field, Text::as_str)
}

/// A list, each item written by `write`.
pub(super) fn list<'a, T, W>(field: &'a Field<List<T>>, write: impl Fn(&'a T) -> W) -> Option<Vec<W>> {
    match field {
        Field::Stated(list) => Some(list.items.iter().map(write).collect()),
        Field::Empty(_) => Some(Vec::new()),
        Field::NotShown | Field::Missing | Field::Unreadable(_) => None,
    }
}

/// A date as `YYYY-MM-DD`, where it was read as that or as the pages' `DD/MM/YYYY`.
pub(super) fn date<'a>(field: &'a Field<Text<'_>>) -> Option<Cow<'a, str>> {
    words(field).map(|text| british_date(text).map_or(Cow::Borrowed(text), Cow::Owned))
}

fn british_date(text: &str) -> Option<String> {
    let digits = |part: &str, len: usize| part.len() <= len && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split('/');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = digits(day, 2) && digits(month, 2) && digits(year, 4) && year.len() == 4;
    (fits && parts.next().is_none()).then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_pages_are_turned_round() {
        assert_eq!(british_date("4/02/2024").as_deref(), Some("2024-02-04"));
        for other in ["2024-02-04", "04/02/24", "04/02/2024/1", "x/02/2024", ""] {
            assert_eq!(british_date(other), None, "{other}");
        }
    }
}
