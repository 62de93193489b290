//! The report for programs, `ksb.migration/1`, described by `schemas/migration.schema.json`.

use serde::Serialize;

use super::advice::Advice;
use super::{MigrationReport, ReportedFile};
use crate::migrate::{Fate, Planned};
use crate::model::Code;
use crate::report::diff_json::written;
use crate::source::{ColumnUnit, Source, Span};

/// The name and version of this format.
pub const FORMAT: &str = "ksb.migration/1";

#[derive(Serialize)]
struct Report<'r> {
    format: &'static str,
    files: Vec<FileLine<'r>>,
    statements: Vec<StatementLine<'r>>,
    added: Vec<AddedLine<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FileLine<'r> {
    path: &'r str,
    left_alone: Option<&'r str>,
    codes: usize,
    quotes: usize,
    notes: Vec<PlaceLine<'r>>,
    left: Vec<PlaceLine<'r>>,
    versions: Vec<PlaceLine<'r>>,
}

#[derive(Serialize)]
struct PlaceLine<'r> {
    line: Option<usize>,
    column: Option<usize>,
    locator: Option<String>,
    text: &'r str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StatementLine<'r> {
    code: String,
    new: Vec<String>,
    evidence: &'static str,
    reasons: Vec<String>,
    old_text: &'r str,
    new_text: &'r str,
}

#[derive(Serialize)]
struct AddedLine<'r> {
    code: String,
    text: &'r str,
}

/// Renders the report as JSON with a final line break.
#[must_use]
pub fn render(report: &MigrationReport<'_>) -> String {
    let added = report.plan.added().map(|(code, text)| AddedLine { code: code.to_string(), text });
    written(&Report {
        format: FORMAT,
        files: report.files.iter().map(file).collect(),
        statements: report.plan.statements().map(statement).collect(),
        added: added.collect(),
    })
}

fn file<'r>(file: &'r ReportedFile<'_>) -> FileLine<'r> {
    let (path, source) = (file.source.name(), file.source);
    match &file.migration {
        Err(why) => FileLine {
            path,
            left_alone: Some(why),
            codes: 0,
            quotes: 0,
            notes: Vec::new(),
            left: Vec::new(),
            versions: Vec::new(),
        },
        Ok(done) => FileLine {
            path,
            left_alone: None,
            codes: done.codes,
            quotes: done.quotes,
            notes: done.notes.iter().map(|note| place(source, note.span, &note.text)).collect(),
            left: done.left.iter().map(|left| place(source, left.span, &left.why)).collect(),
            versions: done.labels.iter().map(|span| place(source, *span, source.slice(*span))).collect(),
        },
    }
}

fn place<'r>(source: &Source, span: Span, text: &'r str) -> PlaceLine<'r> {
    let start = span.range().start;
    let locator = source.place(start).map(ToString::to_string);
    let at = locator.is_none().then(|| source.position(start, ColumnUnit::CodePoints));
    PlaceLine { line: at.map(|at| at.line), column: at.map(|at| at.column), locator, text }
}

fn statement((code, planned): (Code, &Planned)) -> StatementLine<'_> {
    let new = match &planned.fate {
        Fate::Moves(new) => vec![new.to_string()],
        Fate::Split(new) => new.iter().map(ToString::to_string).collect(),
        Fate::Removed | Fate::Unknown => Vec::new(),
    };
    StatementLine {
        code: code.to_string(),
        new,
        evidence: Advice::of(planned).name(),
        reasons: planned.reread_reasons.iter().map(ToString::to_string).collect(),
        old_text: &planned.old_text,
        new_text: &planned.new_text,
    }
}
