//! A JSON value that keeps the order of its keys, as in the data.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::prng::guid_text;

/// A JSON value.
#[derive(Clone, Debug)]
pub(crate) enum Json<'v> {
    Null,
    Bool(bool),
    Number(u64),
    Text(Cow<'v, str>),
    List(Vec<Json<'v>>),
    Object(Vec<(&'static str, Json<'v>)>),
}

impl<'v> Json<'v> {
    /// A list of texts.
    pub(crate) fn texts<T: AsRef<str> + 'v>(texts: &'v [T]) -> Self {
        Json::List(texts.iter().map(|text| Json::from(text.as_ref())).collect())
    }

    /// A list of GUIDs.
    pub(crate) fn guids(ids: &[u128]) -> Self {
        Json::List(ids.iter().copied().map(Json::from).collect())
    }
}

impl<'v> From<&'v str> for Json<'v> {
    fn from(text: &'v str) -> Self {
        Json::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Json::Text(Cow::Owned(text))
    }
}

impl From<u128> for Json<'_> {
    fn from(id: u128) -> Self {
        Json::from(guid_text(id))
    }
}

impl From<bool> for Json<'_> {
    fn from(value: bool) -> Self {
        Json::Bool(value)
    }
}

impl From<u64> for Json<'_> {
    fn from(value: u64) -> Self {
        Json::Number(value)
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(value) => serializer.serialize_u64(*value),
            Json::Text(text) => serializer.serialize_str(text),
            Json::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(item))?;
                list.end()
            }
            Json::Object(fields) => {
                let mut object = serializer.serialize_map(Some(fields.len()))?;
                fields.iter().try_for_each(|(key, value)| object.serialize_entry(key, value))?;
                object.end()
            }
        }
    }
}
