//! The native JSON document.

mod about;
mod map;
mod standard;

use crate::layout::keys;
use crate::model::Document;
use crate::source::SourceId;
use crate::syntax::Value;

/// The `kind` of an occupational map.
pub(super) const MAP_KIND: &str = "occupational-map";

/// Whether a document is an occupational map rather than a standard.
pub(super) fn is_map(root: Value<'_, '_>) -> bool {
    root.get("kind").and_then(Value::as_str).as_deref() == Some(MAP_KIND)
}

/// The keys that a document of this kind has.
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
