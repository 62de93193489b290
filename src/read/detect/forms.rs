//! The forms that values of a standard have.

use crate::syntax::{Value, ValueKind};

/// What a key is worth if other documents hardly ever have it in this form.
pub(super) const TELLS: usize = 2;

pub(super) fn is_text(value: Value<'_, '_>) -> bool {
    value.kind() == ValueKind::String
}

pub(super) fn is_number(value: Value<'_, '_>) -> bool {
    value.kind() == ValueKind::Number
}

pub(super) fn is_object(value: Value<'_, '_>) -> bool {
    value.kind() == ValueKind::Object
}

/// Whether it is a text with this beginning.
pub(super) fn starts_with(value: Value<'_, '_>, beginning: &str) -> bool {
    value.as_str().is_some_and(|text| text.starts_with(beginning))
}

/// Whether it is an object with one of these keys.
pub(super) fn has_any(value: Value<'_, '_>, keys: &[&str]) -> bool {
    is_object(value) && keys.iter().any(|key| value.get(key).is_some())
}

/// Whether it is an object with a text under this key.
pub(super) fn has_text(value: Value<'_, '_>, key: &str) -> bool {
    is_object(value) && value.get(key).is_some_and(is_text)
}

/// Whether it is a list that begins with a text.
pub(super) fn texts(value: Value<'_, '_>) -> bool {
    value.kind() == ValueKind::Array && value.elements().next().is_some_and(is_text)
}

/// What a list is worth: a lot if one of its elements has the form that it has in a standard. An empty list is no
/// evidence.
pub(super) fn list(value: Value<'_, '_>, is_item: impl Fn(Value<'_, '_>) -> bool) -> usize {
    match value.kind() {
        ValueKind::Array if value.elements().any(is_item) => TELLS,
        _ => 0,
    }
}

/// Whether it is a reference: some of these letters and four digits, which a letter may follow for an occupation.
pub(super) fn reference(value: Value<'_, '_>, letters: &[&str]) -> bool {
    let Some(text) = value.as_str() else { return false };
    let text = text.trim().to_ascii_uppercase();
    letters.iter().filter_map(|letters| text.strip_prefix(letters)).any(|rest| {
        let digits = rest.trim_end_matches(|c: char| c.is_ascii_uppercase());
        digits.len() == 4 && rest.len() <= 5 && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}
