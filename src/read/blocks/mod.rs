//! Any document as a person sees it: paragraphs, headings and cells, whatever it is about. Documents that cite a
//! standard are read in this way.

mod html;
mod json;
mod keys;
mod plain;
mod rows;

use super::markdown;
use super::notes::Notes;
use crate::citing::Block;
use crate::diagnostic::Diagnostic;
use crate::source::{LeftOut, Source};

/// The form in which a document was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A document that is not plain text.
    Office,
    /// HTML.
    Html,
    /// JSON.
    Json,
    /// Markdown.
    Markdown,
    /// Rows of cells.
    Cells,
    /// Text without markup.
    Plain,
}

/// The paragraphs, headings and cells of a document, in order. For JSON, its strings.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block<'_>> {
    blocks_and_form(source).0
}

/// The same, and what the document was read as.
#[must_use]
pub fn blocks_and_form(source: &Source) -> (Vec<Block<'_>>, Form) {
    if source.container().is_some() {
        return (plain::of_pieces(source), Form::Office);
    }
    let text = source.text();
    if super::html::is_markup(text) {
        return (html::blocks(text), Form::Html);
    }
    if let Some(blocks) = json::blocks(text) {
        return (blocks, Form::Json);
    }
    let (blocks, form) = if is_named(source, &MARKDOWN) {
        (of_markdown(source), Form::Markdown)
    } else if is_named(source, &CELLS) {
        (rows::blocks(source), Form::Cells)
    } else if is_yaml(source) {
        (Some(keys::of_yaml(plain::of_lines(source, 0..text.len()), &[])), Form::Plain)
    } else {
        (None, Form::Plain)
    };
    blocks.map_or_else(|| (plain::of_lines(source, 0..text.len()), Form::Plain), |blocks| (blocks, form))
}

/// The blocks of Markdown. Its front matter is YAML.
fn of_markdown(source: &Source) -> Option<Vec<Block<'_>>> {
    let transcript = markdown::citing_transcript(source.text())?;
    let below = plain::of_transcript(source, &transcript);
    let Some(front_matter) = markdown::front_matter(source.text()) else { return Some(below) };
    let mut blocks = keys::of_yaml(plain::of_lines(source, front_matter), &below);
    blocks.extend(below);
    Some(blocks)
}

/// What a reader of blocks does not see although it may cite: formulas without a stored value, and parts beside the text
/// that may have codes.
#[must_use]
pub fn unread_parts(source: &Source) -> Vec<Diagnostic> {
    let mut notes = Notes::new(source.id());
    let formulas = source.left_out().iter().filter(|(what, _)| *what == LeftOut::Formula);
    notes.left_out_of_text(&formulas.copied().collect::<Vec<_>>());
    notes.codes_beside_text(source.beside());
    notes.finish()
}

/// Whether a file is YAML by its name.
#[must_use]
pub fn is_yaml(source: &Source) -> bool {
    is_named(source, &YAML)
}

fn is_named(source: &Source, ends: &[&str]) -> bool {
    ends.iter().any(|end| source.name().to_ascii_lowercase().ends_with(end))
}

/// The endings of the names of YAML files.
const YAML: [&str; 2] = [".yaml", ".yml"];

/// The endings of the names of Markdown files.
const MARKDOWN: [&str; 2] = [".md", ".markdown"];

/// The endings of the names of files of cells.
const CELLS: [&str; 2] = [".csv", ".tsv"];
