//! The code quality report for GitLab: a list of issues that a merge request shows next to its lines.

use serde::Serialize;

use super::Report;
use super::fingerprint::Fingerprints;
use super::label_position::{LabelPosition, located};
use super::text::{message, with_slashes};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Range<usize>,
    positions: Range<At>,
}

#[derive(Serialize)]
struct Range<T> {
    begin: T,
    end: T,
}

#[derive(Serialize)]
struct At {
    line: usize,
    column: usize,
}

/// Renders the report as a JSON array with a final line break; an empty one for a clean run.
///
/// An error is `critical`, a warning `minor`, advice `info`. A fingerprint stays the same when lines
/// move, so that GitLab knows which issues are new; no two are the same.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let mut fingerprints = Fingerprints::default();
    let issue = |one| issue(one, report.sources, &mut fingerprints);
    let issues: Vec<Issue<'_>> = report.diagnostics.iter().map(issue).collect();
    serde_json::to_string_pretty(&issues).expect("texts and numbers always serialise") + "\n"
}

fn issue<'a>(diagnostic: &'a Diagnostic, sources: &Sources, fingerprints: &mut Fingerprints) -> Issue<'a> {
    let place = LabelPosition::new(diagnostic.primary(), sources);
    let begin = At { line: place.line, column: place.column };
    let end = At { line: place.end_line, column: place.end_column };
    let location = Location {
        path: with_slashes(place.path),
        lines: Range { begin: place.line, end: place.end_line },
        positions: Range { begin, end },
    };
    let help = diagnostic.help.as_deref().map_or_else(String::new, |help| format!(" ({help})"));
    Issue {
        description: located(diagnostic.primary(), sources, &message(diagnostic, sources)) + &help,
        check_name: diagnostic.rule,
        fingerprint: fingerprints.next(diagnostic, sources),
        severity: match diagnostic.severity {
            Severity::Error => "critical",
            Severity::Warning => "minor",
            Severity::Advice => "info",
        },
        location,
    }
}
