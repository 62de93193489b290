//! Any document as what a person sees of it: paragraphs, headings and cells, whatever it is about. Documents that cite a
//! standard are read so.

mod html;
mod json;
mod plain;

use super::{cells, markdown};
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
    if let Some(blocks) = json::blocks(text) {
        return blocks;
    }
    let is_named = |ends: &[&str]| ends.iter().any(|end| source.name().to_ascii_lowercase().ends_with(end));
    let transcript = if is_named(&MARKDOWN) {
        markdown::transcript(text)
    } else if is_named(&CELLS) {
        cells::transcript(text)
    } else {
        None
    };
    match transcript {
        Some(transcript) => plain::of_transcript(source, &transcript),
        None => plain::of_lines(source),
    }
}

/// How the names of files in Markdown end.
const MARKDOWN: [&str; 2] = [".md", ".markdown"];

/// How the names of files of cells end.
const CELLS: [&str; 2] = [".csv", ".tsv"];
