//! Rules in a SARIF log.

use serde::Serialize;

use crate::diagnostic::Severity;
use crate::lint::RuleMeta;
use crate::report::rules::page;

/// A rule, with everything that is known about it.
#[derive(Serialize)]
pub(super) struct Descriptor {
    id: &'static str,
    #[serde(flatten)]
    known: Option<Known>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Known {
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: [&'static str; 1],
}

/// The description of the rule `name`; an unknown rule has only its name.
pub(super) fn descriptor(name: &'static str, meta: Option<&RuleMeta>) -> Descriptor {
    Descriptor { id: name, known: meta.map(known) }
}

fn known(meta: &RuleMeta) -> Known {
    let summary: Vec<&str> = meta.summary().split_whitespace().collect();
    let summary = summary.join(" ");
    let first = summary.split_once(". ").map_or_else(|| summary.clone(), |(first, _)| format!("{first}."));
    Known {
        short_description: Text { text: first },
        full_description: Text { text: summary },
        help: Help { text: page(meta, usize::MAX), markdown: markdown(meta) },
        default_configuration: Configuration { level: level(meta.severity) },
        properties: Properties { tags: [meta.group.name()] },
    }
}

/// The page of a rule as Markdown that every viewer can show.
fn markdown(meta: &RuleMeta) -> String {
    let mut out = String::with_capacity(meta.docs.len());
    for line in meta.page().lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()) {
        // What comes after the language of an example is for the tests.
        let fence = line.starts_with("```").then(|| line.split_once(',')).flatten();
        out.push_str(fence.map_or(line, |(language, _)| language));
        out.push('\n');
    }
    out
}

/// The SARIF word for a severity.
pub(super) fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}
