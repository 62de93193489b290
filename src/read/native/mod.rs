//! The native JSON document.

mod map;
mod standard;

use super::fields::Fields;
use crate::layout::keys;
use crate::model::{About, Document, Field, Ignore, Origin};
use crate::source::SourceId;
use crate::syntax::Value;

/// The `kind` of an occupational map.
pub(super) const MAP_KIND: &str = "occupational-map";

/// Whether a document is an occupational map rather than a standard.
pub(super) fn is_map(root: Value<'_, '_>) -> bool {
    root.get("kind").and_then(Value::as_str).as_deref() == Some(MAP_KIND)
}

/// The keys that a document of its kind has.
pub(super) fn keys(root: Value<'_, '_>) -> &'static [&'static str] {
    if is_map(root) { &keys::MAP.keys } else { &keys::STANDARD.keys }
}

/// The keys of the lists of statements.
pub(super) fn list_keys() -> impl Iterator<Item = &'static str> {
    standard::LISTS.into_iter().map(|(_, key)| key)
}

/// Reads a document.
pub(super) fn read<'s>(root: Value<'_, 's>, source: SourceId) -> Document<'s> {
    if is_map(root) {
        Document::Map(Box::new(map::read(root, source)))
    } else {
        Document::Standard(Box::new(standard::read(root, source)))
    }
}

/// What a document says of itself.
fn about<'s>(fields: &Fields<'_, 's>) -> About<'s> {
    let origin = fields.object("source", &keys::ORIGIN.keys).and_then(|origin| {
        let text = |key| origin.text(key).stated().cloned();
        Some(Origin { format: text("format")?, sha256: text("sha256")? })
    });
    let ignores = fields.objects("x-ksb-ignore", &keys::IGNORE.keys).into_iter().map(|entry| Ignore {
        rule: entry.text("rule"),
        subject: entry.text("subject"),
        pointer: entry.text("pointer"),
        reason: entry.text("reason"),
        until: entry.text("until"),
    });
    About { schema: fields.text("$schema"), origin, ignores: ignores.collect() }
}

/// A field that is there in every native document, if only as missing.
fn stated_or<T>(field: Field<T>, default: T) -> T {
    match field {
        Field::Stated(value) => value,
        _ => default,
    }
}
