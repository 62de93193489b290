//! The versions that are open for starts on a date, for programs: `ksb.starts/1`, described by
//! `schemas/starts.schema.json`.

use serde::Serialize;

use super::{StandardLine, StartsReport};
use crate::report::diff_json::written;

/// The name and version of this format.
pub const FORMAT: &str = "ksb.starts/1";

#[derive(Serialize)]
struct Starts<'a> {
    format: &'static str,
    on: String,
    standards: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    reference: &'a str,
    title: Option<&'a str>,
    version: Option<VersionLine<'a>>,
    reason: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VersionLine<'a> {
    version: &'a str,
    status: Option<&'a str>,
    earliest_start: Option<String>,
    latest_start: Option<String>,
    path: &'a str,
    document: Option<&'a str>,
}

/// Renders the report as JSON with a final line break.
#[must_use]
pub fn render(report: &StartsReport<'_>) -> String {
    written(&Starts {
        format: FORMAT,
        on: report.day.to_string(),
        standards: report.standards.iter().map(line).collect(),
    })
}

fn line<'a>(line: &StandardLine<'a>) -> Line<'a> {
    let version = line.version.map(|version| VersionLine {
        version: version.number,
        status: version.status,
        earliest_start: version.earliest_start.map(|day| day.to_string()),
        latest_start: version.latest_start.map(|day| day.to_string()),
        path: version.path,
        document: version.document,
    });
    Line { reference: line.reference, title: line.title, version, reason: line.reason }
}
