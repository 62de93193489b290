//! `--fail-on`, accepted changes, and the user's own categories and pairings.

use serde_json::Value;
use tempfile::TempDir;

use super::{diff, folder, report, standard, write};

/// A statement that is edited and one that is added.
fn documents() -> TempDir {
    let old = ["The rules of the air over towns.", "How paper and glue behave in the rain."];
    let new = [
        "The rules of air over towns.",
        "How paper and glue behave in the rain.",
        "Names of knots for tails.",
    ];
    folder(&[("a.json", &standard(&old)), ("b.json", &standard(&new))])
}

fn code(folder: &TempDir, arguments: &[&str]) -> i32 {
    diff(folder.path(), &[&["a.json", "b.json"], arguments].concat()).code
}

#[test]
fn the_exit_code_follows_the_category() {
    let folder = documents();
    assert_eq!(code(&folder, &[]), 0);
    assert_eq!(code(&folder, &["--fail-on", "never"]), 0);
    for category in ["revision", "adjustment", "correction", "info"] {
        assert_eq!(code(&folder, &["--fail-on", category]), 1, "{category}");
        for format in ["terminal", "markdown", "html", "json", "csv"] {
            assert_eq!(code(&folder, &["--fail-on", category, "--format", format]), 1);
        }
    }
    let lower = ["--category", "knowledge-added=correction", "--fail-on"];
    assert_eq!(code(&folder, &[&lower[..], &["adjustment"]].concat()), 0);
    assert_eq!(code(&folder, &[&lower[..], &["correction"]].concat()), 1);
    let same = diff(folder.path(), &["a.json", "a.json", "--fail-on", "info"]);
    assert_eq!((same.code, same.err.as_str()), (0, ""));
}

#[test]
fn what_fails_a_run_is_named_with_its_fingerprint() {
    let folder = documents();
    let ran = diff(folder.path(), &["a.json", "b.json", "--fail-on", "revision"]);
    let fingerprint = fingerprint(&folder, "knowledge-added");
    assert_eq!(
        ran.err,
        format!("1 change is at or above revision:\n  {fingerprint} revision[knowledge-added] K3\n")
    );
}

fn fingerprint(folder: &TempDir, id: &str) -> String {
    let report = report(folder.path(), &["a.json", "b.json"]);
    let changes = report["changes"].as_array().expect("a list");
    let change = changes.iter().find(|change| change["id"] == id).expect("it changed");
    change["fingerprint"].as_str().expect("text").to_owned()
}

/// A file that accepts the statement that was added, plus these lines.
fn accept(folder: &TempDir, more: &str) {
    let fingerprint = fingerprint(folder, "knowledge-added");
    let entry = format!("[[accept]]\nfingerprint = \"{fingerprint}\"\nreason = \"agreed\"\n{more}\n");
    write(folder.path(), "accepted.toml", &entry);
}

#[test]
fn accepted_changes_do_not_fail_a_run_until_they_expire() {
    let folder = documents();
    let gated = |today: &str| {
        let arguments = ["--fail-on", "revision", "--accept", "accepted.toml", "--today", today];
        diff(folder.path(), &[&["a.json", "b.json"], &arguments[..]].concat())
    };
    accept(&folder, "");
    assert_eq!((gated("2030-01-01").code, gated("2030-01-01").err.as_str()), (0, ""));
    accept(&folder, "until = \"2026-08-31\"");
    assert_eq!((gated("2026-08-31").code, gated("2026-08-31").err.as_str()), (0, ""));
    let expired = gated("2026-09-01");
    assert_eq!(expired.code, 1);
    assert!(expired.err.contains("expired at the end of 31 August 2026: review it again"), "{}", expired.err);
    accept(&folder, "id = \"knowledge-removed\"");
    let other = gated("2026-08-31");
    assert_eq!(other.code, 1);
    assert!(other.err.contains("this fingerprint belongs to knowledge-added"), "{}", other.err);
}

#[test]
fn entries_that_match_nothing_are_reported() {
    let folder = documents();
    let entry = "[[accept]]\nfingerprint = \"0123456789abcdef\"\nreason = \"long gone\"\n";
    write(folder.path(), "accepted.toml", entry);
    let ran = diff(folder.path(), &["a.json", "b.json", "--accept", "accepted.toml"]);
    let said = "warning: `accepted.toml`: the entry for 0123456789abcdef (long gone) does not match any change: remove it\n";
    assert_eq!((ran.code, ran.err.as_str()), (0, said));
}

/// What K1 of the old document became.
fn partner(folder: &TempDir, arguments: &[&str]) -> Value {
    let report = report(folder.path(), &[&["a.json", "b.json"], arguments].concat());
    let pairs = report["pairs"].as_array().expect("a list").clone();
    pairs.into_iter().find(|pair| pair["old"][0] == "K1").unwrap_or(Value::Null)
}

#[test]
fn a_reviewer_has_the_last_word_on_the_pairing() {
    let folder = documents();
    assert_eq!(partner(&folder, &[])["new"][0], "K1");
    let paired = partner(&folder, &["--pair", "K1=K3"]);
    assert_eq!((&paired["new"][0], &paired["pairedBy"]), (&"K3".into(), &"override".into()));
    assert_ne!(partner(&folder, &["--no-pair", "K1=K1"])["new"][0], "K1");
    write(
        folder.path(),
        "pairing.toml",
        "[[pair]]\nold = \"K1\"\nnew = \"K3\"\nreason = \"same thing\"\n\n[[no-pair]]\nold = \"K2\"\nnew = \"K2\"\n",
    );
    assert_eq!(partner(&folder, &["--pairing", "pairing.toml"])["new"][0], "K3");
    let said = diff(folder.path(), &["a.json", "b.json", "--pairing", "pairing.toml"]).out;
    assert!(said.contains("Paired as you asked: K1 = K3."), "{said}");
}
