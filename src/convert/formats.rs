//! A document in any of the formats that are written.

use super::native::convert;
use super::target::Target;
use super::unwritten::NotConverted;
use super::{markdown, rows, table, word};
use crate::model::Document;
use crate::source::Source;

/// The file for `document`, which was read from `source`, in another format. When it is read again, it states the same.
///
/// # Errors
/// [`NotConverted`] if the format cannot hold what the document states.
pub fn convert_to(target: Target, document: &Document<'_>, source: &Source) -> Result<Vec<u8>, NotConverted> {
    let rows = rows::rows(document);
    match target {
        Target::Json => Ok(convert(document, source).into_bytes()),
        Target::Word => word::word(&rows),
        Target::Markdown => markdown::markdown(&rows),
        Target::Csv => Ok(table::csv(&rows)),
        Target::Workbook => Ok(table::sheet(&rows)?),
    }
}
