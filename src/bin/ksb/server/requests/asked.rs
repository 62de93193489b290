//! The place that actions are asked for.

use ksb::model::{Document, Format};
use ksb::read::Reading;
use ksb::source::{Source, Span};

use super::super::finding::Finding;
use super::super::open::Open;

/// What a request is about.
pub(super) struct Asked<'a> {
    pub(super) uri: &'a str,
    /// The place in the file.
    pub(super) span: Span,
    /// The document there.
    pub(super) source: &'a Source,
    /// The kinds that are wanted; if empty, all of them.
    pub(super) only: Vec<String>,
}

impl Asked<'_> {
    /// Whether actions of a kind are wanted.
    pub(super) fn wants(&self, kind: &str) -> bool {
        let holds = |only: &String| only.is_empty() || kind == only || kind.starts_with(&format!("{only}."));
        self.only.is_empty() || self.only.iter().any(holds)
    }
}

/// The findings at the place.
pub(super) fn touched<'o>(open: &'o Open, asked: &Asked<'_>) -> Vec<&'o Finding> {
    let touches = |one: &&Finding| one.span().start <= asked.span.end && asked.span.start <= one.span().end;
    open.findings().into_iter().filter(touches).collect()
}

/// Whether a document is native, and so can hold ignores.
pub(super) fn is_native(reading: &Reading<'_>) -> bool {
    reading.document.as_ref().map(Document::format) == Some(Format::NativeJson)
}
