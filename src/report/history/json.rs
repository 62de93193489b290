//! The history for programs, `ksb.history/1`, described by `schemas/history.schema.json`.

use serde::Serialize;

use super::versions::{HistoryReport, Version};
use crate::report::diff::DiffReport;
use crate::report::diff_json::{Differences, differences, written};

/// The name and version of this format.
pub const FORMAT: &str = "ksb.history/1";

#[derive(Serialize)]
struct History<'a> {
    format: &'static str,
    reference: &'a str,
    title: &'a str,
    versions: Vec<VersionLine<'a>>,
    steps: Vec<StepLine<'a>>,
    remarks: &'a [String],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VersionLine<'a> {
    version: &'a str,
    path: &'a str,
    document: Option<&'a str>,
    sha256: &'a str,
    title: Option<&'a str>,
    status: Option<&'a str>,
    earliest_start: Option<&'a str>,
    latest_start: Option<&'a str>,
    stated: Option<&'a str>,
}

#[derive(Serialize)]
struct StepLine<'a> {
    old: &'a str,
    new: &'a str,
    stated: Option<&'a str>,
    #[serde(flatten)]
    differences: Differences<'a>,
}

/// Renders the history as JSON with a final line break.
#[must_use]
pub fn render(history: &HistoryReport<'_>) -> String {
    written(&History {
        format: FORMAT,
        reference: history.reference,
        title: history.title(),
        versions: history.versions.iter().map(version).collect(),
        steps: history.steps().map(|(old, new, report)| step(old, new, report)).collect(),
        remarks: &history.remarks,
    })
}

fn step<'a>(old: &Version<'a>, new: &Version<'a>, report: &DiffReport<'a>) -> StepLine<'a> {
    StepLine { old: old.number, new: new.number, stated: new.stated, differences: differences(report) }
}

fn version<'a>(version: &Version<'a>) -> VersionLine<'a> {
    VersionLine {
        version: version.number,
        path: version.input.name,
        document: version.input.document,
        sha256: version.input.sha256,
        title: version.title,
        status: version.status,
        earliest_start: version.earliest_start,
        latest_start: version.latest_start,
        stated: version.stated,
    }
}
