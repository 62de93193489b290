//! Records of the two APIs.

use serde_json::{Value, json};

use super::{case, ran};

#[test]
fn a_record_that_states_everything_is_clean() {
    let Some(case) = case("records/api-base.json") else { return };
    assert_eq!(case.found(), (0, vec![]));
}

#[test]
fn markup_that_the_feed_escaped_is_decoded() {
    let (Some(escaped), Some(base)) =
        (case("records/api-escaped-summary.json"), case("records/api-base.json"))
    else {
        return;
    };
    let summary = escaped.converted()["summary"].clone();
    assert_eq!(summary, base.converted()["summary"]);
    let paragraphs: Vec<&str> = summary.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    assert_eq!(paragraphs.len(), 4);
    assert!(paragraphs.iter().all(|text| !text.contains(['<', '&', '\u{a0}'])), "{paragraphs:?}");
    assert_eq!(escaped.found(), (0, vec![]));
    let mut diff = assert_cmd::Command::new(env!("CARGO_BIN_EXE_ksb"));
    let (code, out, _) = ran(diff.args(["diff", "--format", "json"]).args([&base.path, &escaped.path]));
    let report: Value = serde_json::from_str(&out).expect("a report");
    assert_eq!((code, &report["changes"]), (0, &json!([])));
}

#[test]
fn records_inside_an_object_are_read() {
    let (Some(listed), Some(base)) = (case("records/api-list-wrapper.json"), case("records/api-base.json"))
    else {
        return;
    };
    assert_eq!(listed.found(), (0, vec![]));
    assert_eq!(listed.converted()["title"], base.converted()["title"]);
    let record = std::fs::read_to_string(&base.path).expect("the case was written");
    let faulty = record.replace("\"Lay a hedge.\"", "\"\"");
    for (text, pointer) in [
        (format!("{{\"standards\": [{record}, {faulty}]}}"), "/standards/1/skills/0/detail"),
        (format!("{{\"ST9980\": {record}, \"ST9981\": {faulty}}}"), "/ST9981/skills/0/detail"),
        (format!("{{\"ok\": true, \"data\": {{\"items\": [{faulty}]}}}}"), "/data/items/0/skills/0/detail"),
    ] {
        std::fs::write(&listed.path, text).expect("files can be written");
        let (code, found) = listed.diagnostics();
        let empty = found.iter().find(|one| one["rule"] == "empty-statement");
        assert_eq!((code, empty.map(|one| &one["pointer"])), (1, Some(&json!(pointer))), "{found:?}");
    }
}

#[test]
fn a_part_of_a_record_is_one_finding() {
    let Some(case) = case("records/api-subset-record.json") else { return };
    let (_, found) = case.diagnostics();
    let above_advice: Vec<&Value> = found.iter().filter(|one| one["severity"] != "advice").collect();
    assert_eq!(above_advice.len(), 1, "{found:?}");
    let message = above_advice[0]["message"].as_str().expect("a message");
    assert!(message.contains("22 of 35 keys"), "{message}");
    assert!(
        ["status", "referenceNumber", "versionNumber"].iter().all(|key| message.contains(key)),
        "{message}"
    );
}

#[test]
fn an_occupation_that_was_not_expanded_is_one_warning() {
    let Some(case) = case("records/maps-api-not-expanded.json") else { return };
    assert_eq!(case.found(), (0, vec!["warning not-expanded record".to_owned()]));
}

#[test]
fn options_are_told_apart_by_their_titles() {
    let Some(case) = case("records/api-option-titles-same.json") else { return };
    let (_, found) = case.found();
    assert!(found.contains(&"error duplicate-option options[1]".to_owned()), "{found:?}");
}

#[test]
fn options_without_a_duty_are_told() {
    let Some(case) = case("records/api-option-without-duty.json") else { return };
    let (_, found) = case.found();
    let about: Vec<_> = found.iter().filter(|one| !one.starts_with("advice")).collect();
    assert_eq!(about, ["warning option-without-duty options"]);
}

#[test]
fn an_empty_overview_is_an_empty_field() {
    let Some(case) = case("records/api-empty-overview.json") else { return };
    let (_, found) = case.found();
    let about: Vec<_> = found.iter().filter(|one| !one.starts_with("advice")).collect();
    assert_eq!(about, ["warning empty-field overview"]);
}
