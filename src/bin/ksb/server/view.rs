//! The document in a file that a request is about.

use super::finding::shifted;
use ksb::model::{Document, Format, Standard};
use ksb::project::Input;
use ksb::read::Reading;
use ksb::source::{Source, SourceId, Span};

use super::open::Open;
use super::outgoing::range;
use super::protocol::{Range, TextEdit};
use super::session::Session;
use ksb::diagnostic::Edit;

/// The documents of a file.
pub(super) struct Documents(Vec<Source>);

impl Documents {
    /// Those of an open file.
    pub(super) fn of(session: &Session<'_>, open: &Open) -> Self {
        Self::read(session, &Input::file(&open.path))
    }

    /// Those of a file.
    pub(super) fn read(session: &Session<'_>, input: &Input) -> Self {
        let opened = session.reader().documents(input, SourceId::of_file(0));
        Self(opened.all.into_iter().filter(|one| one.is_read).map(|one| one.source).collect())
    }

    /// All of them.
    pub(super) fn all(&self) -> &[Source] {
        &self.0
    }

    /// The same, to keep.
    pub(super) fn into_all(self) -> Vec<Source> {
        self.0
    }

    /// The one that an offset of the file is in, or that ends before it.
    pub(super) fn at(&self, offset: usize) -> Option<&Source> {
        let begins =
            |source: &&Source| usize::try_from(source.file_offset(0)).is_ok_and(|start| start <= offset);
        self.0.iter().rev().find(begins).or(self.0.first())
    }
}

/// An offset in the file as an offset in its document.
pub(super) fn inside(source: &Source, offset: usize) -> usize {
    let start = usize::try_from(source.file_offset(0)).unwrap_or(usize::MAX);
    offset.saturating_sub(start).min(source.text().len())
}

/// A span of a document in the units of the editor.
pub(super) fn range_of(open: &Open, source: &Source, span: Span) -> Range {
    range(&open.buffer, shifted(span, source))
}

/// Edits of a document in the form that an editor applies.
pub(super) fn text_edits(open: &Open, source: &Source, edits: &[Edit]) -> Vec<TextEdit> {
    let edit = |edit: &Edit| TextEdit {
        range: range_of(open, source, edit.span),
        new_text: edit.replacement.clone(),
    };
    edits.iter().map(edit).collect()
}

/// The standard that was read.
pub(super) fn standard<'r, 's>(reading: &'r Reading<'s>) -> Option<&'r Standard<'s>> {
    reading.document.as_ref()?.standard()
}

/// What a document was read as.
pub(super) fn format(reading: &Reading<'_>) -> Option<Format> {
    reading.document.as_ref().map(Document::format)
}
