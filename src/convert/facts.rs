//! The facts of a standard as the native document has them.

use std::borrow::Cow;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::value::{Scalar, date, scalar, texts, words};
use crate::model::{FACTS, FactKind, FactRow, FactValue, Facts};

/// The facts of a standard, in the order of their table.
pub(super) struct NativeFacts<'a>(pub(super) &'a Facts<'a>);

/// A value as it is written.
#[derive(Serialize)]
#[serde(untagged)]
enum NativeValue<'a> {
    Text(Cow<'a, str>),
    Number(Scalar<i64>),
    YesNo(Scalar<bool>),
    Texts(Vec<&'a str>),
}

/// The facts that are in one object.
struct JsonObject<'a>(Vec<(&'static str, NativeValue<'a>)>);

impl Serialize for NativeFacts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let together =
            |one: &FactRow, next: &FactRow| one.path().0.is_some() && one.path().0 == next.path().0;
        for rows in FACTS.chunk_by(together) {
            let written = rows.iter().filter_map(|row| Some((row.path().1, value(row, self.0)?)));
            let written = JsonObject(written.collect());
            match rows[0].path().0 {
                Some(object) if !written.0.is_empty() => map.serialize_entry(object, &written)?,
                Some(_) => {}
                None => written.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?,
            }
        }
        map.end()
    }
}

impl Serialize for JsonObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// What is written of a fact; none if the document does not state it.
fn value<'a>(row: &FactRow, facts: &'a Facts<'_>) -> Option<NativeValue<'a>> {
    match row.value(facts) {
        FactValue::Text(field) if row.kind == FactKind::Date => date(field).map(NativeValue::Text),
        FactValue::Text(field) if row.kind == FactKind::Code => words(field).map(code),
        FactValue::Text(field) => words(field).map(|text| NativeValue::Text(text.into())),
        FactValue::Number(field) => scalar(field).map(NativeValue::Number),
        FactValue::YesNo(field) => scalar(field).map(NativeValue::YesNo),
        FactValue::Texts(field) => texts(field).map(NativeValue::Texts),
    }
}

/// A code: a number where it is one, `null` where it is left empty.
fn code(text: &str) -> NativeValue<'_> {
    match text.parse() {
        Ok(number) => NativeValue::Number(Scalar::Value(number)),
        Err(_) if text.is_empty() => NativeValue::Number(Scalar::Null),
        Err(_) => NativeValue::Text(text.into()),
    }
}
