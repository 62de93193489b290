//! Ignores: each hides one finding, gives a reason, expires, and is reported when it is stale.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod scratch;

use scratch::{Scratch, faulty, with_unmapped};

const FINDING: &str = "a.standard.json error unmapped-ksb B7";

/// A `ksb.toml` on the last day of January 2026 that ignores B7 in one file.
fn settings(more: &str) -> String {
    format!(
        "today = \"2026-01-31\"\n[[ignore]]\npath = \"a.standard.json\"\nrule = \"unmapped-ksb\"\n\
         subject = \"B7\"\nreason = \"its duty is being written\"\n{more}"
    )
}

/// The faulty document with an ignore of its own.
fn carrying(ignore: &str) -> String {
    faulty().replacen("\"kind\":", &format!("\"x-ksb-ignore\": [{ignore}],\n  \"kind\":"), 1)
}

const OWN: &str = r#"{ "rule": "unmapped-ksb", "subject": "B7", "reason": "its duty is being written" }"#;

#[test]
fn an_ignore_hides_what_it_names_and_nothing_else() {
    let both = with_unmapped(&["B7", "B8"]);
    let scratch = Scratch::new(&[
        ("ksb.toml", &settings("")),
        ("a.standard.json", &both),
        ("b.standard.json", &faulty()),
    ]);
    let (code, found) = scratch.found(&["."]);
    assert_eq!(code, 1);
    assert_eq!(found, ["a.standard.json error unmapped-ksb B8", "b.standard.json error unmapped-ksb B7"]);
}

#[test]
fn an_ignore_may_name_a_place() {
    let text = settings("").replace("subject = \"B7\"", "pointer = \"/behaviours\"");
    let scratch = Scratch::new(&[("ksb.toml", &text), ("a.standard.json", &faulty())]);
    assert_eq!(scratch.found(&["."]), (0, vec![]));
    scratch.write("ksb.toml", &text.replace("/behaviours", "/skills"));
    let (code, found) = scratch.found(&["."]);
    assert_eq!(
        (code, found),
        (1, vec![FINDING.to_owned(), "ksb.toml warning unused-ignore unmapped-ksb /skills".to_owned()])
    );
}

#[test]
fn an_expired_ignore_comes_back() {
    let scratch = Scratch::new(&[("a.standard.json", &faulty())]);
    scratch.write("ksb.toml", &settings("until = \"2026-01-31\"\n"));
    assert_eq!(scratch.found(&["."]), (0, vec![]), "its last day is not over");
    scratch.write("ksb.toml", &settings("until = 2026-01-30\n"));
    let expired = "ksb.toml warning expired-ignore unmapped-ksb B7".to_owned();
    assert_eq!(scratch.found(&["."]), (1, vec![FINDING.to_owned(), expired]));
}

#[test]
fn without_a_day_in_the_settings_today_counts() {
    let without =
        |until: &str| settings(&format!("until = \"{until}\"\n")).replace("today = \"2026-01-31\"\n", "");
    let scratch = Scratch::new(&[("ksb.toml", &without("2000-01-01")), ("a.standard.json", &faulty())]);
    assert_eq!(scratch.found(&["."]).1.len(), 2);
    scratch.write("ksb.toml", &without("9999-12-31"));
    assert_eq!(scratch.found(&["."]), (0, vec![]));
}

#[test]
fn an_ignore_that_matches_nothing_is_reported_where_it_stands() {
    let scratch = Scratch::new(&[
        ("ksb.toml", &settings("")),
        ("a.standard.json", &with_unmapped(&[])),
        ("b.standard.json", &with_unmapped(&[])),
    ]);
    assert_eq!(scratch.found(&["."]), (0, vec!["ksb.toml warning unused-ignore unmapped-ksb B7".to_owned()]));
    let concise = scratch.run(&["check", "--format", "concise"]);
    assert!(concise.1.starts_with("ksb.toml:2:1: warning[unused-ignore]"), "{}", concise.1);
    assert_eq!(scratch.found(&["b.standard.json"]), (0, vec![]), "nobody looked at what it is about");
    assert_eq!(scratch.found(&[".", "--rule", "unmapped-ksb=off"]), (0, vec![]), "its rule did not look");
    assert_eq!(scratch.found(&[".", "--rule", "unused-ignore=off"]), (0, vec![]));
}

#[test]
fn a_document_may_ignore_findings_unless_the_settings_forbid_it() {
    let scratch = Scratch::new(&[("a.standard.json", &carrying(OWN))]);
    assert_eq!(scratch.found(&["."]), (0, vec![]));
    scratch.write("ksb.toml", "document-ignores = false\n");
    let (code, found) = scratch.found(&["."]);
    assert_eq!(code, 1);
    assert_eq!(found, ["a.standard.json warning unused-ignore unmapped-ksb B7", FINDING]);
}

#[test]
fn stale_ignores_of_a_document_are_reported_in_it() {
    let other = OWN.replace("B7", "B1");
    let ended = OWN.replace("\"rule\"", "\"until\": \"2001-01-01\", \"rule\"");
    let scratch = Scratch::new(&[("a.standard.json", &carrying(&other))]);
    assert_eq!(scratch.found(&["."]).1, ["a.standard.json warning unused-ignore unmapped-ksb B1", FINDING]);
    scratch.write("a.standard.json", &carrying(&ended));
    assert_eq!(scratch.found(&["."]).1, ["a.standard.json warning expired-ignore unmapped-ksb B7", FINDING]);
    let concise = scratch.run(&["check", "--format", "concise"]);
    assert!(concise.1.starts_with("a.standard.json:3:"), "{}", concise.1);
}

#[test]
fn an_ignore_without_a_reason_hides_nothing() {
    let without = settings("").replace("reason = \"its duty is being written\"\n", "");
    let scratch = Scratch::new(&[("ksb.toml", &without), ("a.standard.json", &faulty())]);
    assert_eq!(
        scratch.found(&["."]),
        (2, vec![FINDING.to_owned(), "ksb.toml error config reason".to_owned()])
    );
    let own = OWN.replace(", \"reason\": \"its duty is being written\"", "");
    let scratch = Scratch::new(&[("a.standard.json", &carrying(&own))]);
    let found = scratch.found(&["."]).1;
    assert!(found.contains(&FINDING.to_owned()), "{found:?}");
    assert!(found.iter().any(|one| one.contains(" schema ")), "{found:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_never_ignored() {
    let text = settings("").replace("unmapped-ksb", "unrecognised-format").replace("B7", "document");
    let scratch = Scratch::new(&[("ksb.toml", &text), ("a.standard.json", "nothing")]);
    assert_eq!(
        scratch.found(&["."]),
        (2, vec!["a.standard.json error unrecognised-format document".to_owned()])
    );
}

/// The level of a standard compared with the map: a finding between files, which both kinds of ignore can hide.
#[test]
fn findings_between_files_can_be_ignored() {
    let level = |standard: &str| standard.replacen("\"level\": 3", "\"level\": 4", 1);
    let clean = with_unmapped(&[]);
    let map = r#"{ "kind": "occupational-map", "title": "Catering", "pathways": [{ "name": "Kitchens", "clusters": [{
        "name": "Shared kitchens", "levels": [2, 3],
        "occupations": [{ "title": "Community kitchen coordinator", "levels": [3] }] }] }] }"#;
    let scratch = Scratch::new(&[("a.standard.json", &level(&clean)), ("m.occupational-map.json", map)]);
    let between = |found: Vec<String>| -> Vec<String> {
        found.into_iter().filter(|one| one.contains("level-map-mismatch") || one.contains("ignore")).collect()
    };
    let found = between(scratch.found(&["."]).1);
    assert_eq!(found.len(), 1, "{found:?}");
    let subject = found[0].split(' ').nth(3).expect("words");
    assert!(found[0].ends_with(subject), "{found:?}");
    let path = found[0].split(' ').next().expect("words");
    scratch.write(
        "ksb.toml",
        &format!("[[ignore]]\npath = {path:?}\nrule = \"level-map-mismatch\"\nsubject = {subject:?}\nreason = \"known\"\n"),
    );
    assert_eq!(between(scratch.found(&["."]).1), [""; 0]);
}
