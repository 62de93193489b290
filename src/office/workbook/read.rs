//! Reads a workbook, whichever program wrote it.

use super::super::archive::Archive;
use super::super::error::OfficeError;
use super::super::lines::extracted;
use super::{open_document, xlsx};
use crate::source::{Container, Extracted};

/// The text of a workbook.
pub(crate) fn extract(bytes: &[u8]) -> Result<Extracted, OfficeError> {
    let mut archive = Archive::open(bytes)?;
    let content = archive.text("content.xml")?;
    let blocks = match content {
        Some(content) => open_document::read(&content)?,
        None => xlsx::read(bytes, archive)?,
    };
    Ok(extracted(Container::Workbook, bytes, &blocks))
}
