//! Word documents (`.docx`): paragraphs, lists and tables as a reader sees them.

mod body;
mod numbering;
mod paragraph;
mod styles;
mod tables;

use super::OfficeError;
use super::archive::Archive;
use super::lines::extracted;
use crate::source::{Container, Extracted};
use body::Body;
use numbering::Numbering;
use styles::Styles;

/// The part that holds the text.
const DOCUMENT: &str = "word/document.xml";

/// Which state of a document with tracked changes is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TrackedChanges {
    /// As if all of them were accepted.
    #[default]
    Accepted,
    /// As if all of them were rejected.
    Rejected,
}

/// The text of a Word document.
pub(super) fn extract(bytes: &[u8], changes: TrackedChanges) -> Result<Extracted, OfficeError> {
    let mut archive = Archive::open(bytes)?;
    let document = archive.text(DOCUMENT)?;
    let document = document.ok_or_else(|| OfficeError::Broken(format!("it has no `{DOCUMENT}`")))?;
    let styles = match archive.text("word/styles.xml")? {
        Some(text) => Styles::read(&text)?,
        None => Styles::default(),
    };
    let numbering = match archive.text("word/numbering.xml")? {
        Some(text) => Numbering::read(&text)?,
        None => Numbering::default(),
    };
    let blocks = Body::new(&document, &styles, numbering, changes).read()?;
    Ok(extracted(Container::Word, bytes, &blocks))
}
