//! The place of a label, in lines and columns.

use serde::Serialize;

use super::text::{name, position};
use crate::diagnostic::{Label, Severity};
use crate::source::Sources;

/// Where a label stands. Lines and columns count from 1, columns in code points; the end is the place
/// after the last character.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct LabelPosition<'a> {
    pub(super) path: &'a str,
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
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
        }
    }
}

/// The severities, the one that matters most first.
pub(super) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Advice];
