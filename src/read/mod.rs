//! Readers: one front end per format, all giving the same [`Document`] with spans into the file.
//!
//! Reading never fails on content: what cannot be read is a [`Diagnostic`].

pub(crate) mod page;

use crate::diagnostic::Diagnostic;
use crate::model::{Document, Format};
use crate::source::Source;

/// What a front end gives: the document, and what it could not read.
pub(crate) type Read<'s> = (Document<'s>, Vec<Diagnostic>);

/// The format of a page saved as text; none if the text is no such page.
#[must_use]
pub fn page_format(text: &str) -> Option<Format> {
    let claims = [
        (page::standard::looks_like(text), Format::StandardPageText),
        (page::map_page::looks_like(text), Format::MapPageText),
        (page::fragments::looks_like(text), Format::OccupationPageText),
        (page::retired::looks_like(text), Format::RetiredPageText),
    ];
    claims.into_iter().find(|(claimed, _)| *claimed).map(|(_, format)| format)
}

/// Reads `source` as a page of this format; nothing if the format is none of a page as text.
#[must_use]
pub fn read_as(source: &Source, format: Format) -> Option<(Document<'_>, Vec<Diagnostic>)> {
    let read: for<'s> fn(&'s Source) -> Read<'s> = match format {
        Format::StandardPageText => page::standard::read,
        Format::MapPageText => page::map_page::read,
        Format::OccupationPageText => page::fragments::read,
        Format::RetiredPageText => page::retired::read,
        _ => return None,
    };
    Some(read(source))
}
