//! The native document.

use serde::Serialize;

use super::value::NativeOrigin;
use super::{map, standard};
use crate::layout::formatted;
use crate::model::{Document, Format};
use crate::source::Source;

/// The native document of `document`, which was read from `source`: JSON with a final newline.
///
/// Converting the result gives the same bytes again.
#[must_use]
pub fn convert(document: &Document<'_>, source: &Source) -> String {
    let fresh = fresh_origin(document.format(), source);
    match document {
        Document::Standard(standard) => json(&standard::native(standard, fresh)),
        Document::Map(map) => json(&map::native(map, fresh)),
    }
}

fn json(document: &impl Serialize) -> String {
    let compact = serde_json::to_string(document).expect("native documents have only string keys");
    formatted(&compact).expect("what was serialised is JSON")
}

/// What the native document says it was converted from; nothing if it was native before.
fn fresh_origin(format: Format, source: &Source) -> Option<NativeOrigin<'static>> {
    if format == Format::NativeJson {
        return None;
    }
    Some(NativeOrigin { format: format.name().into(), sha256: source.sha256().into() })
}
