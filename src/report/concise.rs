//! One line for each finding: `path:line:col: severity[rule] message`.

use std::fmt::Write;

use super::Report;
use super::label_position::LabelPosition;
use super::text::{escaped, message};

/// Renders every finding as one line, and nothing else; nothing at all for a clean run.
///
/// Lines and columns count from 1, columns in code points. In a document that is not plain text, a description of the
/// place replaces them: `draft.docx: table 2, row 4, column 1: error[rule] message`.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        let place = LabelPosition::new(diagnostic.primary(), report.sources);
        let message = message(diagnostic, report.sources);
        let message = escaped(&message);
        let _infallible =
            writeln!(out, "{}: {}[{}] {message}", place.in_file(), diagnostic.severity, diagnostic.rule);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Label, Severity};
    use crate::source::{Source, SourceId, Sources, Span};

    #[test]
    fn one_line_a_finding() {
        let sources = Sources::from(Source::new(SourceId(0), "a\nb", "x\né🦀K7"));
        let at = Label::new(SourceId(0), Span::new(8, 10), "");
        let found = [Diagnostic::new("some-rule", Severity::Advice, "K7", "a\u{1b}b\nc", at)];
        let report = Report::new(&found, &sources, 1, 1);
        assert_eq!(render(&report), "a\\nb:2:3: advice[some-rule] a\\u{1b}b\\nc\n");
    }
}
