//! Which part of a Word document holds the text.

use super::super::archive::Archive;
use super::super::error::OfficeError;
use super::super::relationships::relationships;

/// The part that holds the text, unless the package names another.
const USUAL: &str = "word/document.xml";

/// The type of the relationship to the document part, in both versions of the file format: what comes after the last
/// slash.
const TO_DOCUMENT: &str = "/officeDocument";

/// The name of the part that holds the text.
pub(super) fn document(archive: &mut Archive<'_>) -> Result<String, OfficeError> {
    let Some(text) = archive.text("_rels/.rels")? else { return Ok(USUAL.to_owned()) };
    let found = relationships(&text, "")?.into_iter().find(|one| one.kind.ends_with(TO_DOCUMENT));
    Ok(found.map_or_else(|| USUAL.to_owned(), |one| one.target))
}
