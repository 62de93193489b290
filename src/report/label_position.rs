//! The place of a label, in lines and columns.

use std::fmt;

use serde::Serialize;

use super::locator::Locator;
use super::text::{escaped, name, position};
use crate::diagnostic::{Label, Severity};
use crate::source::{Source, Sources};

/// Where a label is. Lines and columns count from 1, columns in code points; the end is the place after the last
/// character. In a document that is not plain text they belong to the extracted text, which nobody sees: the locator is
/// shown instead.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LabelPosition<'a> {
    pub(super) path: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) locator: Option<Locator<'a>>,
}

impl<'a> LabelPosition<'a> {
    /// The place of `label`; the start of its file if that was not kept.
    pub(super) fn new(label: &Label, sources: &'a Sources) -> Self {
        let start = position(sources, label.source, label.span.start);
        let end = position(sources, label.source, label.span.end);
        Self {
            path: name(sources, label.source),
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            locator: locator(label, sources),
        }
    }
}

impl LabelPosition<'_> {
    /// The place with its file, in which nothing acts on a terminal: `a.json:12:5`, or
    /// `a.docx: table 2, row 4, column 1`.
    pub(super) fn in_file(&self) -> String {
        let gap = if self.locator.is_some() { " " } else { "" };
        format!("{}:{gap}{}", escaped(self.path), escaped(&self.to_string()))
    }
}

impl fmt::Display for LabelPosition<'_> {
    /// The place in its file, for people: `12:5`, or `table 2, row 4, column 1`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.locator {
            Some(locator) => locator.fmt(f),
            None => write!(f, "{}:{}", self.line, self.column),
        }
    }
}

/// Where a label is in a document that is not plain text; `None` in plain text.
pub(super) fn locator<'a>(label: &Label, sources: &'a Sources) -> Option<Locator<'a>> {
    let source: &Source = sources.get(label.source)?;
    source.place(label.span.range().start).map(Locator)
}

/// A message with the place before it, where the place cannot be given as a line and a column.
pub(super) fn located(label: &Label, sources: &Sources, message: &str) -> String {
    locator(label, sources).map_or_else(|| message.to_owned(), |locator| format!("{locator}: {message}"))
}

/// The severities, the one that matters most first.
pub(super) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];
