//! One finding on each line, as JSON: for logs, and for programs that read while a run is in progress.

use super::Report;
use super::json::finding;

/// Renders each finding as one line of JSON, and nothing else; nothing at all for a clean run.
///
/// A line is a `diagnostic` of `schemas/check-report.schema.json`.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    for diagnostic in report.diagnostics {
        let line = finding(diagnostic, report.sources);
        out.push_str(&serde_json::to_string(&line).expect("texts and numbers always serialise"));
        out.push('\n');
    }
    out
}
