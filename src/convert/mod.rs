//! Writes what a document of any format states, and nothing else: as a native document, in Word, in Markdown, as a table.

mod facts;
mod map;
mod markdown;
mod outline;
mod rows;
mod settle;
mod standard;
mod table;
mod target;
mod template;
mod unwritten;
mod value;
mod word;

use serde::Serialize;

use crate::layout::laid_out;
use crate::model::{Document, Format};
use crate::source::Source;
pub use target::Target;
pub use template::template;
pub use unwritten::Unwritten;
use value::NativeOrigin;

/// The native document of `document`, which was read from `source`: JSON with a final newline.
///
/// Converting what this gives gives the same bytes again.
#[must_use]
pub fn convert(document: &Document<'_>, source: &Source) -> String {
    let fresh = fresh_origin(document.format(), source);
    match document {
        Document::Standard(standard) => json(&standard::native(standard, fresh)),
        Document::Map(map) => json(&map::native(map, fresh)),
    }
}

/// The file that `document`, which was read from `source`, is in another format. Read again, it states the same.
///
/// # Errors
/// [`Unwritten`] if the format cannot hold what the document states.
pub fn convert_to(target: Target, document: &Document<'_>, source: &Source) -> Result<Vec<u8>, Unwritten> {
    let rows = rows::rows(document);
    match target {
        Target::Json => Ok(convert(document, source).into_bytes()),
        Target::Word => word::word(&rows),
        Target::Markdown => markdown::markdown(&rows),
        Target::Csv => Ok(table::csv(&rows)),
        Target::Workbook => Ok(table::sheet(&rows)?),
    }
}

fn json(document: &impl Serialize) -> String {
    let compact = serde_json::to_string(document).expect("native documents have only string keys");
    laid_out(&compact).expect("what was serialised is JSON")
}

/// What the native document says it was converted from; nothing if it was native before.
fn fresh_origin(format: Format, source: &Source) -> Option<NativeOrigin<'static>> {
    if format == Format::NativeJson {
        return None;
    }
    Some(NativeOrigin { format: format.name().into(), sha256: source.sha256().into() })
}
