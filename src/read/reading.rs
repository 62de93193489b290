//! Reads a file with the front end for its format.

use super::detect::{self, Detected, Parsed};
use super::encoding::{BYTE_ORDER_MARK, unreadable};
use super::looks_like::{self, Likeness, UNRECOGNISED};
use super::notes::TRUNCATED_PAGE;
use super::{html, json, map_text, page, transcribed};
use crate::diagnostic::{Diagnostic, Edit};
use crate::model::{Document, Format};
use crate::source::{Source, Span, Transcript};
use crate::syntax::{self, Tree, Value};

/// The longest document that is read, in bytes: a hundred times as long as any that has been published. Everything
/// found in a document is kept in memory.
pub const MAX_DOCUMENT: usize = 16 << 20;

/// What was read from one file.
#[derive(Debug)]
pub struct Reading<'s> {
    /// The document, or `None` if the file is not in a known format, or holds nothing that can be read.
    pub document: Option<Document<'s>>,
    /// What could not be read, and what breaks the format's own rules.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the file is complete, and does not break off in the middle.
    pub whole: bool,
    tree: Option<Tree<'s>>,
    /// The plain text that was read, if the file is markup or cells.
    transcript: Option<Transcript>,
    /// Where the document is in its file, as a JSON pointer.
    pointer: String,
}

impl Reading<'_> {
    /// What is reported about a file that holds several documents, as a whole.
    #[must_use]
    pub fn of_file(diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            document: None,
            diagnostics,
            whole: true,
            tree: None,
            transcript: None,
            pointer: String::new(),
        }
    }

    /// Adds the findings on the encoding of the file. If the file is not a document, the finding that says so is
    /// enough. A byte order mark in a file of cells is how Excel recognises UTF-8.
    pub fn add_encoding(&mut self, found: impl IntoIterator<Item = Diagnostic>) {
        let is_csv = self.document.as_ref().is_some_and(|document| document.format() == Format::Csv);
        if self.document.is_some() || self.diagnostics.iter().all(|one| one.rule != UNRECOGNISED) {
            let found = found.into_iter().filter(|one| !is_csv || one.rule != BYTE_ORDER_MARK);
            self.diagnostics.extend(found);
        }
    }

    /// Whether an edit changes the words of the file and nothing else: neither markup nor the end of a cell.
    #[must_use]
    pub fn takes(&self, edit: &Edit) -> bool {
        self.transcript.as_ref().is_none_or(|transcript| transcript.takes(edit.span, &edit.replacement))
    }

    /// What leads from places in the document to JSON pointers into its file, if that is JSON.
    #[must_use]
    pub fn pointers(&self) -> Option<impl Fn(Span) -> String> {
        let places = self.tree.as_ref().map(Tree::places)?;
        Some(move |span| format!("{}{}", self.pointer, places.pointer(span)))
    }
}

/// Reads a file as `from`, or as what its content shows it to be.
#[must_use]
pub fn read(source: &Source, from: Option<Format>) -> Reading<'_> {
    if source.text().len() > MAX_DOCUMENT {
        return too_long(source);
    }
    if let Some(container) = source.container() {
        return contained(source, Format::of_container(container));
    }
    let detected = match from {
        Some(format) if format.is_json() => Detected::Json(syntax::parse(source.text()), format),
        Some(format) => match detect::transcript(source.text(), format) {
            Some(transcript) => Detected::Transcribed(transcript, format),
            None => Detected::Text(format),
        },
        None => detect::detect(source.text(), source.name()),
    };
    match detected {
        Detected::Json(parsed, format) => json(source, parsed, format),
        Detected::Several(parsed, _, count) => refused(source, parsed, looks_like::several(count)),
        Detected::Text(format) => page(source, format),
        Detected::Transcribed(transcript, format) => transcribed(source, transcript, format),
        Detected::StrangeJson(parsed, likeness) => refused(source, parsed, likeness),
        Detected::Stranger(likeness) => Reading::of_file(vec![likeness.refusal(source)]),
    }
}

/// JSON that is not read, and what is reported about it.
fn refused<'s>(source: &'s Source, (tree, errors): Parsed<'s>, likeness: Likeness) -> Reading<'s> {
    Reading {
        whole: errors.is_empty(),
        tree: Some(tree),
        pointer: source.pointer().unwrap_or_default(),
        ..Reading::of_file(vec![likeness.refusal(source)])
    }
}

/// What was extracted from a document that is not plain text: a draft, if there is any sign of one.
fn contained(source: &Source, format: Format) -> Reading<'_> {
    let stranger = looks_like::plan(source.text())
        .or_else(|| (!page::is_page_or_draft(source)).then(|| looks_like::container(format, source)));
    match stranger {
        None => page(source, format),
        Some(likeness) => Reading::of_file(vec![likeness.refusal(source)]),
    }
}

/// A draft in markup or cells.
fn transcribed(source: &Source, transcript: Transcript, format: Format) -> Reading<'_> {
    let (document, diagnostics) = transcribed::read(source.id(), &transcript, format);
    let read = of_text(document, diagnostics);
    Reading { transcript: Some(transcript), ..read }
}

fn page(source: &Source, format: Format) -> Reading<'_> {
    let (document, diagnostics) = match format {
        Format::OccupationPageHtml => html::read(source),
        Format::MapPageText => page::map_page::read(source),
        Format::OccupationPageText => page::fragments::read(source),
        Format::RetiredPageText => page::retired::read(source),
        // For the last two, those whose text is already plain.
        Format::DraftText | Format::WordDocument | Format::Workbook | Format::Csv | Format::Markdown => {
            page::draft::read(source, format)
        }
        Format::OccupationalMapText => map_text::read(source),
        Format::StandardPageText | Format::NativeJson | Format::StandardsApi | Format::MapsApi => {
            page::standard::read(source)
        }
    };
    of_text(document, diagnostics)
}

/// What was read from a text.
fn of_text(mut document: Document<'_>, diagnostics: Vec<Diagnostic>) -> Reading<'_> {
    let whole = diagnostics.iter().all(|found| found.rule != TRUNCATED_PAGE);
    if let Document::Standard(standard) = &mut document {
        standard.is_cut = !whole;
    }
    Reading { document: Some(document), whole, ..Reading::of_file(diagnostics) }
}

fn json<'s>(source: &'s Source, (tree, errors): Parsed<'s>, format: Format) -> Reading<'s> {
    let (document, diagnostics) = json::read(&tree, errors, source.id(), format);
    let whole = tree.root().is_some_and(Value::is_closed);
    Reading {
        document,
        whole,
        tree: Some(tree),
        pointer: source.pointer().unwrap_or_default(),
        ..Reading::of_file(diagnostics)
    }
}

/// What is reported about a document that is too long to be one.
fn too_long(source: &Source) -> Reading<'_> {
    let message = format!(
        "the document is longer than {MAX_DOCUMENT} bytes, far longer than any standard, so ksb does not read it"
    );
    let help = "put several documents in an array, or one on each line";
    Reading::of_file(vec![unreadable(source.id(), message).help(help)])
}
