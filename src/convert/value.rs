//! The parts of the native document that standards and maps share, as they are written.

use std::borrow::Cow;

use serde::Serialize;

use crate::date::Date;
use crate::model::{About, Field, List};
use crate::source::{Spanned, Text};

/// A text that may be stated, stated as empty (`""`), or left out.
pub(super) type OptionalText<'a> = Option<&'a str>;

/// What a document was converted from.
#[derive(Serialize)]
pub(super) struct NativeOrigin<'a> {
    pub(super) format: Cow<'a, str>,
    pub(super) sha256: Cow<'a, str>,
}

/// What a document says it was converted from, or what it has just been converted from.
pub(super) fn origin<'a>(about: &'a About<'_>, fresh: Option<NativeOrigin<'a>>) -> Option<NativeOrigin<'a>> {
    let stated = about.origin.as_ref().map(|origin| NativeOrigin {
        format: Cow::Borrowed(origin.format.as_str()),
        sha256: Cow::Borrowed(origin.sha256.as_str()),
    });
    stated.or(fresh)
}

/// The text of a field.
pub(super) fn words<'a>(field: &'a Field<Text<'_>>) -> OptionalText<'a> {
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

/// A date as `YYYY-MM-DD`, however the document writes it; unchanged if it is not a real date.
pub(super) fn date<'a>(field: &'a Field<Text<'_>>) -> Option<Cow<'a, str>> {
    words(field).map(|text| Date::of(text).map_or(Cow::Borrowed(text), |date| Cow::Owned(date.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_pages_are_turned_round() {
        let written = |text: &'static str| date(&Field::Stated(Text::verbatim(text, 0))).map(Cow::into_owned);
        for text in ["4/02/2024", "2024-02-04", "4 February 2024"] {
            assert_eq!(written(text).as_deref(), Some("2024-02-04"), "{text}");
        }
        for other in ["04/02/24", "04/02/2024/1", "31/02/2024", "x/02/2024"] {
            assert_eq!(written(other).as_deref(), Some(other));
        }
    }
}
