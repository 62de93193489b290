//! A made-up catalogue with faults in it: a check finds each of them, in its record, and nothing else.
#![allow(clippy::disallowed_methods, reason = "these tests make files")]

mod generated;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ksb::check::{check, check_together};
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::lint::Extract;
use ksb::read::{Parts, parts, read};
use ksb::source::{Source, SourceId};
use serde_json::Value;

/// A record and a rule.
type Finding = (String, String);

/// What the check finds at the severities that are shown by default, and the versions that say the same, which are
/// advice.
fn found(path: &Path) -> Vec<(Finding, String)> {
    let config = Config { today: "2026-01-31".parse().ok(), ..Config::default() };
    let text = fs::read_to_string(path).expect("a catalogue");
    let Parts::Several { documents, .. } = parts(Source::new(SourceId::default(), "a.json", text)) else {
        panic!("the catalogue is an array");
    };
    let mut found: Vec<(Option<String>, Diagnostic)> = Vec::new();
    let (mut extracts, mut labels) = (Vec::new(), Vec::new());
    for source in &documents {
        let reading = read(source, None);
        let document = reading.document.as_ref().expect("a record");
        found.extend(check(&reading, &config).into_iter().map(|one| (document.label(), one)));
        extracts.push(Extract::from(document));
        labels.push(document.label());
    }
    let label = |one: &Diagnostic| labels[one.primary().source.index().expect("a document")].clone();
    found.extend(check_together(&extracts, &config).into_iter().map(|one| (label(&one), one)));
    found.retain(|(_, one)| one.severity > Severity::Advice || one.rule == "identical-versions");
    let finding = |(label, one): (Option<String>, Diagnostic)| {
        ((label.unwrap_or_default(), one.rule.to_owned()), one.severity.name().to_owned())
    };
    found.into_iter().map(finding).collect()
}

/// What the generator says a check must find.
fn planted(manifest: &Path) -> Vec<(Finding, String)> {
    let text = fs::read_to_string(manifest).expect("a manifest");
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("a line of JSON"));
    let word = |line: &Value, key: &str| line[key].as_str().expect("a text").to_owned();
    let faults = lines.filter(|line| line["rule"].is_string());
    faults.map(|line| ((word(&line, "record"), word(&line, "rule")), word(&line, "severity"))).collect()
}

#[test]
fn every_planted_fault_is_found_and_nothing_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let [catalogue, manifest] = ["catalogue.json", "manifest.jsonl"].map(|name| folder.path().join(name));
    let path = manifest.to_str().expect("a path in UTF-8");
    let arguments = ["--records", "700", "--bytes", "4000", "--faults", "--manifest", path];
    generated::catalogue(&catalogue, &arguments);
    let (found, planted) = (found(&catalogue), planted(&manifest));
    let rules: BTreeSet<&str> = planted.iter().map(|((_, rule), _)| rule.as_str()).collect();
    assert!(rules.len() > 25, "the catalogue is too small for most faults: {rules:?}");
    let besides: Vec<_> = found.iter().filter(|one| !planted.contains(one)).collect();
    let missed: Vec<_> = planted.iter().filter(|one| !found.contains(one)).collect();
    assert!(besides.is_empty() && missed.is_empty(), "found besides: {besides:#?}; not found: {missed:#?}");
    assert_eq!(found.len(), planted.len(), "a fault is found once");
}
