//! A draft as people type or paste it, and a list of statements: text in the order of a standard page, of which any part may
//! be absent.

use super::standard;
use crate::model::{Document, Format};
use crate::read::notes::Read;
use crate::source::Source;

/// Reads such a text, or what was taken from a document of this format. What a list of statements never meant to state is
/// not shown; neither are the facts of a standard where a text states none of them.
pub(crate) fn read(source: &Source, format: Format) -> Read<'_> {
    let (mut standard, _, _, mut notes) = standard::contents(source, format);
    notes.footnotes(source.footnotes());
    standard.hide_unmeant();
    standard.hide_unshown(standard.format);
    (Document::Standard(Box::new(standard)), notes.finish())
}
