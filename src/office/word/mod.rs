//! Word documents (`.docx`): paragraphs, lists and tables as a reader sees them, and comments written into them.

mod annotate;
mod body;
mod comments;
mod numbering;
mod package;
mod paragraph;
mod rewrite;
mod splice;
mod styles;
mod tables;

use super::OfficeError;
use super::archive::Archive;
use super::lines::{Block, extracted};
use crate::source::{Container, Extracted};
pub use annotate::annotate;
use body::Body;
pub use comments::Comment;
use numbering::Numbering;
use styles::Styles;

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
    let part = package::document(&mut archive)?;
    let document = document(&mut archive, &part)?;
    let blocks = blocks(&mut archive, &part, &document, changes)?;
    Ok(extracted(Container::Word, bytes, &blocks))
}

/// The XML of the text.
fn document(archive: &mut Archive<'_>, part: &str) -> Result<String, OfficeError> {
    archive.text(part)?.ok_or_else(|| OfficeError::Broken(format!("it has no `{part}`")))
}

/// The blocks of the text in `document`, the XML of the part `part`.
fn blocks(
    archive: &mut Archive<'_>,
    part: &str,
    document: &str,
    changes: TrackedChanges,
) -> Result<Vec<Block>, OfficeError> {
    let mut beside = |kind: &str| -> Result<Option<String>, OfficeError> {
        let name = package::related(archive, part, kind)?;
        name.map_or(Ok(None), |name| archive.text(&name))
    };
    let styles = beside("styles")?.map_or_else(|| Ok(Styles::default()), |text| Styles::read(&text))?;
    let numbering =
        beside("numbering")?.map_or_else(|| Ok(Numbering::default()), |text| Numbering::read(&text))?;
    Body::new(document, &styles, numbering, changes).read()
}
