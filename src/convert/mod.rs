//! Writes the native document: what a document of any format states, and nothing else.

mod layout;
mod map;
mod standard;
mod value;

use crate::model::{Document, Format};
use crate::source::Source;
use layout::layout;
use value::Origin;

/// The native document of `document`, which was read from `source`: JSON with a final newline.
///
/// Converting what this gives gives the same bytes again.
#[must_use]
pub fn convert(document: &Document<'_>, source: &Source) -> String {
    let fresh = fresh_origin(document.format(), source);
    match document {
        Document::Standard(standard) => layout(&standard::native(standard, fresh)),
        Document::Map(map) => layout(&map::native(map, fresh)),
    }
}

/// What the native document says it was converted from; nothing if it was native before.
fn fresh_origin(format: Format, source: &Source) -> Option<Origin<'static>> {
    if format == Format::NativeJson {
        return None;
    }
    Some(Origin { format: format.name().into(), sha256: source.sha256().into() })
}
