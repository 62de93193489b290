//! Reads a Word document: the part with its text, and those that number its paragraphs.

use super::super::archive::Archive;
use super::super::changes::TrackedChanges;
use super::super::error::OfficeError;
use super::super::lines::{Block, extracted};
use super::super::relationships::related;
use super::beside::with_codes;
use super::body::Body;
use super::numbering::Numbering;
use super::package;
use super::styles::Styles;
use crate::source::{Container, Extracted};

/// The text of a Word document.
pub(crate) fn extract(bytes: &[u8], changes: TrackedChanges) -> Result<Extracted, OfficeError> {
    let mut archive = Archive::open(bytes)?;
    let part = package::document(&mut archive)?;
    let document = document(&mut archive, &part)?;
    let blocks = blocks(&mut archive, &part, &document, changes)?;
    let beside = with_codes(&mut archive, &part)?;
    Ok(Extracted { beside, ..extracted(Container::Word, bytes, &blocks) })
}

/// The XML of the text.
pub(super) fn document(archive: &mut Archive<'_>, part: &str) -> Result<String, OfficeError> {
    archive.text(part)?.ok_or_else(|| OfficeError::Damaged(format!("it has no `{part}`")))
}

/// The blocks of the text in `document`, the XML of the part `part`.
pub(super) fn blocks(
    archive: &mut Archive<'_>,
    part: &str,
    document: &str,
    changes: TrackedChanges,
) -> Result<Vec<Block>, OfficeError> {
    let mut beside = |kind: &str| -> Result<Option<String>, OfficeError> {
        let name = related(archive, part, kind)?;
        name.map_or(Ok(None), |name| archive.text(&name))
    };
    let styles = beside("styles")?.map_or_else(|| Ok(Styles::default()), |text| Styles::read(&text))?;
    let numbering =
        beside("numbering")?.map_or_else(|| Ok(Numbering::default()), |text| Numbering::read(&text))?;
    Body::new(document, &styles, numbering, changes).read()
}
