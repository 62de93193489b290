//! Any document as what a person sees of it: paragraphs, headings and cells, whatever it is about. Documents that cite a
//! standard are read so.

mod html;
mod json;
mod plain;

use crate::citing::Block;
use crate::source::Source;

/// The paragraphs, headings and cells of a document, in order. Of JSON, the strings.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block<'_>> {
    if source.container().is_some() {
        return plain::of_pieces(source);
    }
    let text = source.text();
    if super::html::is_markup(text) {
        return html::blocks(text);
    }
    json::blocks(text).unwrap_or_else(|| plain::of_lines(source))
}
