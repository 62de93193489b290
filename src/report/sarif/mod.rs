//! SARIF 2.1.0, for code scanning and for viewers of results.

mod location;
mod message;
mod region;
mod result;
mod rule;
mod uri;

use std::collections::BTreeMap;

use serde::Serialize;

use self::location::{Location, locations};
use self::message::Message;
use self::result::{Outcome, outcome};
use self::rule::{Descriptor, descriptor, level};
use super::Report;
use super::fingerprint::Fingerprints;
use crate::diagnostic::Diagnostic;
use crate::lint::RuleMeta;
use crate::report::text::message;
use crate::source::Sources;

/// The schema that the log names and follows.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The rules that say that an input could not be read at all. Their findings are results, so that every viewer shows
/// them, and also notifications of the run, so that the run does not look complete.
const NOT_READ: [&str; 2] = ["unreadable-file", "unrecognised-format"];

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    invocations: [Invocation<'a>; 1],
    column_kind: &'static str,
    newline_sequences: [&'static str; 3],
    results: Vec<Outcome<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    version: &'static str,
    semantic_version: &'static str,
    rules: Vec<Descriptor>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Notification<'a> {
    level: &'static str,
    message: Message<'a>,
    locations: Vec<Location<'a>>,
    associated_rule: Reference<'a>,
}

/// A rule, by its name and its index among the rules of the log.
#[derive(Clone, Copy, Serialize)]
struct Reference<'a> {
    id: &'a str,
    index: usize,
}

/// Renders the report as a SARIF log with one run and a final line break. `rules` are all rules; the log describes
/// those that found something.
///
/// Lines and columns count from 1, columns in code points. Ignored findings come after all others, with `suppressions`
/// that give the reason: `inSource` if it is in the document, otherwise `external`.
#[must_use]
pub fn render(report: &Report<'_>, rules: &[&RuleMeta]) -> String {
    let ignored = report.ignored.iter().map(|one| (&one.diagnostic, Some(one)));
    let all = report.diagnostics.iter().map(|one| (one, None)).chain(ignored);
    let indices = indices(all.clone().map(|(one, _)| one));
    let mut fingerprints = Fingerprints::default();
    let results = all.map(|(one, ignored)| {
        let fingerprint = fingerprints.next(one, report.sources);
        let result = outcome(one, indices[one.rule], fingerprint, report.sources);
        match ignored {
            Some(ignored) => result.suppressed(ignored),
            None => result,
        }
    });
    let notifications: Vec<_> = report
        .diagnostics
        .iter()
        .filter(|one| NOT_READ.contains(&one.rule))
        .map(|one| notification(one, indices[one.rule], report.sources))
        .collect();
    let run = Run {
        results: results.collect(),
        tool: Tool { driver: driver(&indices, rules) },
        invocations: [Invocation {
            execution_successful: notifications.is_empty(),
            tool_execution_notifications: notifications,
        }],
        column_kind: "unicodeCodePoints",
        newline_sequences: ["\r\n", "\n", "\r"],
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_string_pretty(&log).expect("texts and numbers always serialise") + "\n"
}

/// The rules that found something, in the order of their names, each with its number.
fn indices<'a>(diagnostics: impl Iterator<Item = &'a Diagnostic>) -> BTreeMap<&'static str, usize> {
    let mut indices: BTreeMap<&str, usize> = diagnostics.map(|one| (one.rule, 0)).collect();
    for (index, place) in indices.values_mut().enumerate() {
        *place = index;
    }
    indices
}

fn driver(indices: &BTreeMap<&'static str, usize>, rules: &[&RuleMeta]) -> Driver {
    let described =
        |name: &&'static str| descriptor(name, rules.iter().find(|meta| meta.name == *name).copied());
    Driver {
        name: "ksb",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: indices.keys().map(described).collect(),
    }
}

fn notification<'a>(diagnostic: &'a Diagnostic, index: usize, sources: &'a Sources) -> Notification<'a> {
    Notification {
        level: level(diagnostic.severity),
        message: Message { text: message(diagnostic, sources) },
        locations: locations(&diagnostic.labels[..1], None, sources),
        associated_rule: Reference { id: diagnostic.rule, index },
    }
}

#[cfg(test)]
mod tests;
