//! Findings in a SARIF log.

use serde::Serialize;

use super::location::{Artifact, FindingSubject, Location, artifact, locations};
use super::message::Message;
use super::region::Region;
use super::rule::level;
use crate::diagnostic::{Diagnostic, Edit, Fix, Ignored, Label, StatedIn};
use crate::report::text;
use crate::source::Sources;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Outcome<'a> {
    rule_id: &'a str,
    rule_index: usize,
    level: &'static str,
    message: Message<'a>,
    locations: Vec<Location<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'a>>,
    partial_fingerprints: Fingerprint,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Repair<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suppressions: Option<[Suppression<'a>; 1]>,
}

/// That somebody wants the finding to be ignored.
#[derive(Serialize)]
struct Suppression<'a> {
    kind: &'static str,
    status: &'static str,
    justification: &'a str,
}

/// What identifies the finding when its lines have moved.
#[derive(Serialize)]
struct Fingerprint {
    #[serde(rename = "documentRuleSubject/v1")]
    document_rule_subject: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Repair<'a> {
    description: Message<'a>,
    artifact_changes: [Change<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change<'a> {
    artifact_location: Artifact,
    replacements: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'a> {
    deleted_region: Region<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    inserted_content: Option<Message<'a>>,
}

/// The result for a finding of the rule at `rule_index` of the log.
pub(super) fn outcome<'a>(
    diagnostic: &'a Diagnostic,
    rule_index: usize,
    fingerprint: String,
    sources: &'a Sources,
) -> Outcome<'a> {
    let about = FindingSubject { subject: &diagnostic.subject, pointer: diagnostic.pointer.as_deref() };
    let (primary, others) = diagnostic.labels.split_at(1);
    Outcome {
        rule_id: diagnostic.rule,
        rule_index,
        level: level(diagnostic.severity),
        message: message(diagnostic, sources),
        locations: locations(primary, Some(about), sources),
        related_locations: locations(others, None, sources),
        partial_fingerprints: Fingerprint { document_rule_subject: fingerprint },
        fixes: diagnostic.fix.iter().map(|fix| repair(diagnostic, fix, sources)).collect(),
        suppressions: None,
    }
}

impl<'a> Outcome<'a> {
    /// The result as one that is ignored.
    pub(super) fn suppressed(self, ignored: &'a Ignored) -> Self {
        let kind = match ignored.stated_in {
            StatedIn::Document => "inSource",
            StatedIn::Settings => "external",
        };
        let suppression = Suppression { kind, status: "accepted", justification: &ignored.reason };
        Self { suppressions: Some([suppression]), ..self }
    }
}

/// What is wrong and what to do: viewers show nothing else of a finding.
fn message<'d>(diagnostic: &'d Diagnostic, sources: &Sources) -> Message<'d> {
    let message = text::message(diagnostic, sources);
    let text = match &diagnostic.help {
        None => message,
        Some(help) => format!("{message}\nhelp: {help}").into(),
    };
    Message { text }
}

fn repair<'a>(diagnostic: &'a Diagnostic, fix: &'a Fix, sources: &'a Sources) -> Repair<'a> {
    let primary = diagnostic.primary();
    let replacement = |edit: &'a Edit| Replacement {
        deleted_region: Region::bare(&Label::new(primary.source, edit.span, ""), sources),
        inserted_content: (!edit.replacement.is_empty())
            .then(|| Message { text: (&*edit.replacement).into() }),
    };
    let what = diagnostic.help.as_deref().unwrap_or("fix it");
    let care =
        if fix.safe { "safe: does not change the meaning" } else { "check it first: may change the meaning" };
    Repair {
        description: Message { text: format!("{what} ({care})").into() },
        artifact_changes: [Change {
            artifact_location: artifact(primary, sources),
            replacements: fix.edits.iter().map(replacement).collect(),
        }],
    }
}
