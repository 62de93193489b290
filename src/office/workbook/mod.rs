//! Workbooks: the cells of each visible sheet, row by row.

mod cells;
mod names;
mod open_document;
mod write;
mod xlsx;

pub use write::{Sheet, workbook};

use super::archive::Archive;
use super::error::OfficeError;
use super::lines::extracted;
use crate::source::{Container, Extracted};

/// The text of a workbook.
pub(super) fn extract(bytes: &[u8]) -> Result<Extracted, OfficeError> {
    let mut archive = Archive::open(bytes)?;
    let content = archive.text("content.xml")?;
    let blocks = match content {
        Some(content) => open_document::read(&content)?,
        None => xlsx::read(bytes, archive)?,
    };
    Ok(extracted(Container::Workbook, bytes, &blocks))
}
