//! Which part of a Word document holds the text.

use super::super::archive::Archive;
use super::super::error::OfficeError;
use super::super::relationships::relationships;

/// The part that holds the text, unless the package says another.
const USUAL: &str = "word/document.xml";

/// How a relationship to a part is typed, in both editions of the standard: what stands behind the last slash.
const TO_DOCUMENT: &str = "/officeDocument";

/// The name of the part that holds the text.
pub(super) fn document(archive: &mut Archive<'_>) -> Result<String, OfficeError> {
    let Some(text) = archive.text("_rels/.rels")? else { return Ok(USUAL.to_owned()) };
    let found = relationships(&text, "")?.into_iter().find(|one| one.kind.ends_with(TO_DOCUMENT));
    Ok(found.map_or_else(|| USUAL.to_owned(), |one| one.target))
}
