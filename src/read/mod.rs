//! Readers: one front end per format, all giving the same [`Document`] with spans into the file.
//!
//! Reading never fails on content: what cannot be read is a [`Diagnostic`].

pub(crate) mod html;
pub(crate) mod map_text;

use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::source::Source;

/// What a front end gives: the document, and what it could not read.
pub(crate) type Read<'s> = (Document<'s>, Vec<Diagnostic>);

/// Reads a saved page in HTML or an occupational map; nothing if the file is neither.
#[must_use]
pub fn read_marked_up(source: &Source) -> Option<(Document<'_>, Vec<Diagnostic>)> {
    if html::looks_like(source.text()) {
        Some(html::read(source))
    } else if map_text::looks_like(source.text()) {
        Some(map_text::read(source))
    } else {
        None
    }
}
