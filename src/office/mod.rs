//! Documents that are not plain text: Word documents and workbooks. Each becomes a text, and a list that says where
//! each piece of it is in the document.
//!
//! Documents of both kinds are also written.
//!
//! What such a file holds is never run, and nothing outside it is opened.

mod archive;
mod beside;
mod changes;
mod comment;
mod container;
mod error;
mod letters;
mod lines;
mod package;
mod relationships;
mod replacement;
mod rewrite;
mod splice;
mod word;
mod workbook;
mod write;
mod xml;

pub use changes::TrackedChanges;
pub use comment::{Author, Comment};
pub use container::container_of;
pub use error::{MAX_UNPACKED, OfficeError};
pub use replacement::Replacement;
pub use word::{Block, Redline, Style, annotate, comments_of, write};
pub use workbook::{Annotated, CellNote, CellObstacle, CellTexts, Sheet, annotate_cells, workbook};

use crate::source::{Container, Extracted};

/// The text of a document of this kind, and where each piece of it is.
///
/// # Errors
/// [`OfficeError`] if it cannot be read as one.
pub fn extract(
    bytes: &[u8],
    container: Container,
    changes: TrackedChanges,
) -> Result<Extracted, OfficeError> {
    match container {
        Container::Word => word::extract(bytes, changes),
        Container::Workbook => workbook::extract(bytes),
    }
}
