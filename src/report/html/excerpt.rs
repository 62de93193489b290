//! A line of a file, for findings that are not about any line of the document as it is shown.

use maud::{Markup, html};

use crate::diagnostic::Diagnostic;
use crate::report::html_page::seen;
use crate::source::Source;

/// How many bytes of the line are shown after the start of the place; half as many are shown before it.
const LENGTH: usize = 160;

/// The first line of the file that a finding points to, with its place marked, or `None` if there is nothing to read in
/// it.
pub(super) fn excerpt(source: &Source, finding: &Diagnostic) -> Option<Markup> {
    let bound = |offset: usize| source.text().floor_char_boundary(offset);
    let span = finding.primary().span;
    let at = bound(span.start as usize);
    let line = source.line_index(at);
    let (begin, end) = (source.line_start(line), source.line_start(line + 1));
    let from = bound(begin.max(at.saturating_sub(LENGTH / 2)));
    let to = bound(end.min(at + LENGTH));
    let stop = bound((span.end as usize).min(to)).max(at);
    let text = |from: usize, to: usize| seen(source.text()[from..to].trim_matches(['\n', '\r']));
    source.text()[from..to].contains(char::is_alphanumeric).then(|| {
        html! {
            code {
                @if from > begin { "…" }
                (text(from, at))
                @if stop > at { mark class=(finding.severity.name()) { (text(at, stop)) } }
                (text(stop, to))
                @if to < end { "…" }
            }
        }
    })
}
