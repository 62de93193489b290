use serde_json::{Value, json};

use super::*;
use crate::diagnostic::{Edit, Fix, Label, Severity};
use crate::lint::{Group, Scope};
use crate::source::{Source, SourceId, Span};

static META: RuleMeta = RuleMeta {
    aliases: &[],
    scope: Scope::Document,
    name: "some-rule",
    group: Group::Codes,
    severity: Severity::Advice,
    needs_whole: false,
    options: &[],
    docs: " # What it does\n Reports\n it. And more.\n\n # Example\n ```json,fails\n { \"a\": 1 }\n ```\n",
};

/// Line endings of three kinds, a wide character, and an empty file that could not be read.
fn log() -> Value {
    let sources: Sources =
        [Source::new(SourceId(0), "a b.json", "x\r‘🦀’ K7\r\nK8 "), Source::new(SourceId(1), "c.json", "")]
            .into_iter()
            .collect();
    let label = |source, start, end, message| Label::new(SourceId(source), Span::new(start, end), message);
    let mut fixable =
        Diagnostic::new("some-rule", Severity::Warning, "K7", "wrong", label(0, 13, 15, "this"))
            .label(label(0, 17, 19, "that"))
            .help("mend it");
    fixable.pointer = Some("/knowledge/6".to_owned());
    let edit = |start, end, text: &str| Edit { span: Span::new(start, end), replacement: text.to_owned() };
    fixable.fix = Some(Fix { safe: true, edits: vec![edit(13, 15, "K8"), edit(19, 20, "")] });
    let unread = Diagnostic::new("unreadable-file", Severity::Error, "file", "gone", label(1, 0, 0, ""));
    let diagnostics = [fixable, unread];
    let report = Report::new(&diagnostics, &sources, 2, 2);
    let log: Value = serde_json::from_str(&render(&report, &[&META])).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    log["runs"][0].clone()
}

fn region([line, column, end_line, end_column]: [u32; 4]) -> Value {
    json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column })
}

fn region_of(place: [u32; 4], text: &str) -> Value {
    let mut region = region(place);
    region["snippet"] = json!({ "text": text });
    region
}

/// A place in the first file, which is short enough for all of it to be shown as the surroundings.
fn place(at: [u32; 4], text: &str) -> Value {
    json!({
        "artifactLocation": { "uri": "a%20b.json" },
        "region": region_of(at, text),
        "contextRegion": region_of([1, 1, 3, 4], "x\r‘🦀’ K7\r\nK8 "),
    })
}

#[test]
fn a_result_has_its_places_and_its_fix() {
    let run = log();
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let result = &run["results"][0];
    assert_eq!(
        [&result["ruleId"], &result["level"], &result["message"]["text"]],
        [&json!("some-rule"), &json!("warning"), &json!("wrong\nhelp: mend it")]
    );
    assert_eq!(result["locations"][0]["physicalLocation"], place([2, 5, 2, 7], "K7"));
    assert_eq!(
        result["locations"][0]["logicalLocations"],
        json!([{ "name": "K7", "fullyQualifiedName": "/knowledge/6" }])
    );
    assert_eq!(result["relatedLocations"][0]["physicalLocation"], place([3, 1, 3, 3], "K8"));
    assert_eq!(result["relatedLocations"][0]["message"]["text"], "that");
    let change = &result["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "a%20b.json");
    assert_eq!(
        change["replacements"],
        json!([
            {
                "deletedRegion": region([2, 5, 2, 7]),
                "insertedContent": { "text": "K8" },
            },
            { "deletedRegion": region([3, 3, 3, 4]) },
        ])
    );
}

#[test]
fn rules_bring_their_pages() {
    let run = log();
    let rules = &run["tool"]["driver"]["rules"];
    assert_eq!(run["results"][0]["ruleIndex"], 0);
    assert_eq!(rules[1], json!({ "id": "unreadable-file" }));
    let rule = &rules[0];
    assert_eq!(rule["shortDescription"]["text"], "Reports it.");
    assert_eq!(rule["fullDescription"]["text"], "Reports it. And more.");
    assert_eq!(
        rule["help"]["markdown"],
        "# What it does\nReports\nit. And more.\n\n# Example\n```json\n{ \"a\": 1 }\n```\n"
    );
    assert!(rule["help"]["text"].as_str().is_some_and(|text| text.starts_with("some-rule\nadvice, codes\n")));
    assert_eq!(
        (&rule["defaultConfiguration"]["level"], &rule["properties"]["tags"][0]),
        (&json!("note"), &json!("codes"))
    );
}

#[test]
fn what_could_not_be_read_is_a_result_and_a_notification() {
    let run = log();
    let at = json!({ "artifactLocation": { "uri": "c.json" }, "region": region_of([1, 1, 1, 1], "") });
    assert_eq!(run["results"][1]["locations"][0]["physicalLocation"], at);
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notification = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notification["message"]["text"], "gone");
    assert_eq!(notification["associatedRule"], json!({ "id": "unreadable-file", "index": 1 }));
    assert_eq!(notification["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "c.json");
    assert_eq!(invocation["toolExecutionNotifications"].as_array().map(Vec::len), Some(1));
}
