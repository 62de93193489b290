//! The machine-readable report, `ksb.check/1`: its own types, described by `schemas/check-report.schema.json`.

use serde::Serialize;

use super::Report;
use super::label_position::LabelPosition;
use super::text::{bytes, document};
use crate::diagnostic::{Diagnostic, Edit, Fix, Label, Severity};
use crate::source::{SourceId, Sources};

/// The name and version of this format.
pub const FORMAT: &str = "ksb.check/1";

#[derive(Serialize)]
struct CheckReport<'a> {
    format: &'static str,
    summary: Summary,
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    documents: usize,
    errors: usize,
    warnings: usize,
    advice: usize,
}

#[derive(Serialize)]
pub(super) struct Finding<'a> {
    rule: &'a str,
    severity: &'static str,
    document: Option<&'a str>,
    subject: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    pointer: Option<&'a str>,
    #[serde(flatten)]
    place: LabelPosition<'a>,
    span: (u64, u64),
    labels: Vec<Note<'a>>,
    fix: Option<Repair<'a>>,
}

#[derive(Serialize)]
struct Note<'a> {
    #[serde(flatten)]
    place: LabelPosition<'a>,
    message: &'a str,
}

#[derive(Serialize)]
struct Repair<'a> {
    safe: bool,
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
    span: (u64, u64),
    replacement: &'a str,
}

/// Renders the report as JSON with a final line break.
///
/// Lines and columns count from 1, columns in code points; spans are bytes.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let summary = Summary {
        files: report.files,
        documents: report.documents,
        errors: report.count(Severity::Error),
        warnings: report.count(Severity::Warning),
        advice: report.count(Severity::Advice),
    };
    let finding = |diagnostic| finding(diagnostic, report.sources);
    let diagnostics = report.diagnostics.iter().map(finding).collect();
    let output = CheckReport { format: FORMAT, summary, diagnostics };
    let json = serde_json::to_string_pretty(&output).expect("texts and numbers always serialise");
    json + "\n"
}

/// A finding as it appears in the report, and on its own on a line of `jsonl`.
pub(super) fn finding<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Finding<'a> {
    let primary = diagnostic.primary();
    Finding {
        rule: diagnostic.rule,
        severity: diagnostic.severity.name(),
        document: document(diagnostic, sources),
        subject: &diagnostic.subject,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        pointer: diagnostic.pointer.as_deref(),
        place: LabelPosition::new(primary, sources),
        span: bytes(sources, primary.source, primary.span),
        labels: diagnostic.labels.iter().map(|label| note(label, sources)).collect(),
        fix: diagnostic.fix.as_ref().map(|fix| repair(fix, primary.source, sources)),
    }
}

fn note<'a>(label: &'a Label, sources: &'a Sources) -> Note<'a> {
    Note { place: LabelPosition::new(label, sources), message: &label.message }
}

fn repair<'a>(fix: &'a Fix, source: SourceId, sources: &Sources) -> Repair<'a> {
    let replacement = |edit: &'a Edit| Replacement {
        span: bytes(sources, source, edit.span),
        replacement: &edit.replacement,
    };
    Repair { safe: fix.safe, edits: fix.edits.iter().map(replacement).collect() }
}
