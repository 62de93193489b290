//! Reads a workbook, whichever program wrote it.

use super::super::archive::Archive;
use super::super::error::OfficeError;
use super::super::lines::extracted;
use super::{open_document, xlsx};
use crate::source::{Beside, Container, Extracted};

/// The text of a workbook.
pub(crate) fn extract(bytes: &[u8]) -> Result<Extracted, OfficeError> {
    let mut archive = Archive::open(bytes)?;
    let content = archive.text("content.xml")?;
    let (blocks, has_hidden_codes) = match content {
        Some(content) => open_document::read(&content)?,
        None => xlsx::read(bytes, archive)?,
    };
    let beside = has_hidden_codes.then_some(Beside::HiddenSheets).into_iter().collect();
    Ok(Extracted { beside, ..extracted(Container::Workbook, bytes, &blocks) })
}
