//! Readers: one front end per format, all giving the same [`Document`] with spans into the file.
//!
//! Reading never fails on content: what cannot be read is a [`Diagnostic`].

mod detect;
pub mod encoding;
mod fields;
mod html;
mod ids;
mod json;
mod map_text;
mod maps_api;
mod native;
mod page;
mod parts;
mod record;
mod standards_api;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{Document, Format};
use crate::source::{Source, Span};
use crate::syntax::{self, Tree, Value};
pub use detect::format_of;
use encoding::unreadable;
pub use parts::{Parts, parts};

/// The rule under which a page that breaks off is reported.
const TRUNCATED_PAGE: &str = "truncated-page";

/// The longest document that is read, in bytes: a hundred times as long as any that was published. All that may be found
/// in one is kept in memory.
pub const MAX_DOCUMENT: usize = 16 << 20;

/// What a front end gives: the document, and what it could not read.
pub(crate) type Read<'s> = (Document<'s>, Vec<Diagnostic>);

/// What was read from one file.
#[derive(Debug)]
pub struct Reading<'s> {
    /// The document; none if the file is of no known format, or holds nothing that can be read.
    pub document: Option<Document<'s>>,
    /// What could not be read, and what breaks the format's own rules.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the file does not break off in the middle.
    pub whole: bool,
    tree: Option<Tree<'s>>,
    /// Where in its file the document stands, as a JSON pointer.
    pointer: String,
}

impl Reading<'_> {
    /// What is said of a file as a whole that holds several documents.
    #[must_use]
    pub fn of_file(diagnostics: Vec<Diagnostic>) -> Self {
        Self { document: None, diagnostics, whole: true, tree: None, pointer: String::new() }
    }

    /// Whether it is JSON, and none of its syntax is wrong.
    #[must_use]
    pub fn is_json(&self) -> bool {
        self.tree.is_some() && self.whole && self.diagnostics.iter().all(|found| found.rule != json::SYNTAX)
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
    let Some(format) = from.or_else(|| format_of(source.text())) else {
        return unrecognised(source);
    };
    let (document, diagnostics) = match format {
        Format::NativeJson | Format::StandardsApi | Format::MapsApi => return json(source, format),
        Format::OccupationPageHtml => html::read(source),
        Format::StandardPageText => page::standard::read(source),
        Format::MapPageText => page::map_page::read(source),
        Format::OccupationPageText => page::fragments::read(source),
        Format::RetiredPageText => page::retired::read(source),
        Format::OccupationalMapText => map_text::read(source),
    };
    let whole = diagnostics.iter().all(|found| found.rule != TRUNCATED_PAGE);
    Reading { document: Some(document), diagnostics, whole, tree: None, pointer: String::new() }
}

fn json(source: &Source, format: Format) -> Reading<'_> {
    let (tree, errors) = syntax::parse(source.text());
    let (document, diagnostics) = json::read(&tree, errors, source.id(), format);
    let whole = tree.root().is_some_and(Value::is_closed);
    let pointer = source.index_in_array().map(|index| format!("/{index}"));
    Reading { document, diagnostics, whole, tree: Some(tree), pointer: pointer.unwrap_or_default() }
}

/// What is said of a document that is none by its length.
fn too_long(source: &Source) -> Reading<'_> {
    let message = format!(
        "the document is longer than {MAX_DOCUMENT} bytes, which no standard comes near: it is not read"
    );
    let help = "a file of several documents is an array of them, or has one on each line";
    Reading::of_file(vec![unreadable(source.id(), message).help(help)])
}

/// What is said of a file that nothing here can read.
fn unrecognised(source: &Source) -> Reading<'_> {
    let text = source.text()[source.bom_len()..].trim_start();
    let message = if text.is_empty() { "the file is empty" } else { "this is no format that ksb reads" };
    let start = source.text().len() - text.len();
    let line = text.lines().next().unwrap_or_default();
    let span = Span::new(start, start + line.trim_end().len());
    let label = Label::new(source.id(), span, "nothing here tells what it is");
    let formats: Vec<&str> = Format::ALL.into_iter().map(Format::noun).collect();
    let diagnostic = Diagnostic::new("unrecognised-format", Severity::Error, "document", message, label)
        .help(format!(
            "ksb looked for {}; --from names the format of a file that it does not know",
            formats.join(", ")
        ));
    Reading::of_file(vec![diagnostic])
}
