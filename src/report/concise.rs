//! One line a finding: `path:line:col: severity[rule] message`.

use std::fmt::Write;

use super::Report;
use super::text::{escaped, message, name, position};

/// Renders every finding as one line, and nothing else; nothing at all for a clean run.
///
/// Lines and columns count from 1, columns in code points.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        let place = diagnostic.primary();
        let at = position(report.sources, place.source, place.span.start);
        let path = escaped(name(report.sources, place.source));
        let message = message(diagnostic, report.sources);
        let message = escaped(&message);
        let _infallible = writeln!(
            out,
            "{path}:{}:{}: {}[{}] {message}",
            at.line, at.column, diagnostic.severity, diagnostic.rule
        );
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
