//! Known findings are not shown again: those in a baseline, and those in an older version of the same file.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod scratch;

use std::process::{Command, Stdio};

use scratch::{Scratch, faulty, with_unmapped};

const A: &str = "a.standard.json";

fn unmapped(path: &str, code: &str) -> String {
    format!("{path} error unmapped-ksb {code}")
}

fn stale(code: &str) -> String {
    format!("known.json warning stale-baseline unmapped-ksb {code}")
}

/// A folder with a document in which B7 and B8 are unmapped, and a baseline that records this.
fn with_baseline() -> Scratch {
    let scratch = Scratch::new(&[(A, &with_unmapped(&["B7", "B8"]))]);
    let ran = scratch.run(&["check", "--write-baseline", "known.json"]);
    assert_eq!(
        (ran.0, ran.1.as_str()),
        (0, "2 findings are in known.json and will not be reported\n"),
        "{ran:?}"
    );
    scratch
}

fn text(scratch: &Scratch, name: &str) -> String {
    std::fs::read_to_string(scratch.path().join(name)).expect("the file is there")
}

#[test]
fn what_the_baseline_knows_is_not_shown_wherever_it_moves() {
    let scratch = with_baseline();
    assert_eq!(scratch.found(&["--baseline", "known.json"]), (0, vec![]));
    assert_eq!(scratch.found(&[]).1, [unmapped(A, "B7"), unmapped(A, "B8")]);
    scratch.write(A, &with_unmapped(&["B7", "B8"]).replacen('{', "{\n\n\n", 1));
    assert_eq!(scratch.found(&["--baseline", "known.json"]), (0, vec![]));
}

#[test]
fn one_fixed_and_one_new_is_not_the_same() {
    let scratch = with_baseline();
    scratch.write(A, &with_unmapped(&["B8", "B9"]));
    let (code, found) = scratch.found(&["--baseline", "known.json"]);
    assert!(found.contains(&unmapped(A, "B9")) && found.contains(&stale("B7")), "{found:?}");
    assert!(!found.contains(&unmapped(A, "B8")), "{found:?}");
    assert_eq!(code, 1);
}

#[test]
fn findings_are_counted() {
    let scratch = with_baseline();
    let twice = text(&scratch, "known.json").replacen("\"count\": 1", "\"count\": 2", 1);
    scratch.write("known.json", &twice);
    assert_eq!(scratch.found(&["--baseline", "known.json"]), (0, vec![stale("B7")]));
    assert_eq!(scratch.found(&["--baseline", "known.json", "--rule", "unmapped-ksb=off"]), (0, vec![]));
    let concise = scratch.run(&["check", "--baseline", "known.json", "--format", "concise"]);
    let line = twice.lines().position(|line| line.contains("\"unmapped-ksb\"")).expect("it is there");
    assert!(concise.1.starts_with(&format!("known.json:{line}:")), "{}", concise.1);
}

#[test]
fn the_same_finding_in_another_file_is_new() {
    let scratch = with_baseline();
    scratch.write("b.standard.json", &faulty());
    assert_eq!(scratch.found(&["--baseline", "known.json"]).1, [unmapped("b.standard.json", "B7")]);
    assert_eq!(
        scratch.found(&["--baseline", "known.json", "b.standard.json"]).1,
        [unmapped("b.standard.json", "B7")]
    );
}

#[test]
fn a_moved_file_is_known_by_its_reference() {
    let scratch = with_baseline();
    let moved = text(&scratch, A);
    std::fs::remove_file(scratch.path().join(A)).expect("it was there");
    scratch.write("sub/moved.standard.json", &moved);
    assert_eq!(scratch.found(&["--baseline", "known.json"]), (0, vec![]));
    scratch.write("sub/moved.standard.json", &moved.replace("ST9904", "ST9905"));
    assert_eq!(scratch.found(&["--baseline", "known.json"]).1.len(), 2);
}

#[test]
fn a_baseline_is_sorted_and_follows_its_schema() {
    let scratch = Scratch::new(&[
        ("b/b.standard.json", &with_unmapped(&["B8", "B7"])),
        ("a/a.standard.json", &faulty()),
        ("a/clean.standard.json", &with_unmapped(&[])),
    ]);
    scratch.run(&["check", "--write-baseline", "known.json", "b", "a"]);
    let first = text(&scratch, "known.json");
    scratch.run(&["check", "--write-baseline", "known.json", "a", "b"]);
    assert_eq!(text(&scratch, "known.json"), first);
    let value: serde_json::Value = serde_json::from_str(&first).expect("JSON");
    let schema: serde_json::Value = serde_json::from_str(ksb::schema::baseline().text).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &value), "{first}");
    let documents = value["documents"].as_array().expect("a list");
    let paths: Vec<_> = documents.iter().map(|one| one["path"].as_str().expect("a path")).collect();
    assert_eq!(paths, ["a/a.standard.json", "b/b.standard.json"]);
    let subjects: Vec<_> =
        documents[1]["findings"].as_array().expect("a list").iter().map(|one| &one["subject"]).collect();
    assert_eq!(subjects, ["B7", "B7", "B8"], "B7 is out of order, too");
    let below = scratch.run_in("a", &["check", "--baseline", "../known.json"]);
    assert_eq!(below.0, 0, "paths are seen from the baseline: {below:?}");
}

#[test]
fn a_broken_baseline_stops_the_run() {
    let scratch = with_baseline();
    let known = text(&scratch, "known.json");
    for (broken, rule) in
        [(known.replace("\"subject\"", "\"subjct\""), "schema"), (known.replacen('[', "", 1), "syntax")]
    {
        scratch.write("known.json", &broken);
        let (code, found) = scratch.found(&["--baseline", "known.json"]);
        assert!(code == 2 && found.iter().all(|one| one.starts_with("known.json error ")), "{found:?}");
        assert!(found.iter().any(|one| one.contains(rule)), "{found:?}");
    }
    assert_eq!(scratch.found(&["--baseline", "none.json"]).0, 2);
    let unrelated = scratch.found(&["--baseline", A]);
    assert_eq!(
        (unrelated.0, unrelated.1.len()),
        (2, 1),
        "one finding says that it is not a baseline: {unrelated:?}"
    );
    let both = scratch.run(&["check", "--baseline", "known.json", "--write-baseline", "known.json"]);
    assert_eq!(both.0, 2);
}

#[test]
fn no_baseline_is_written_of_what_cannot_be_read() {
    let scratch = Scratch::new(&[(A, "nothing")]);
    assert_eq!(scratch.run(&["check", "--write-baseline", "known.json"]).0, 2);
    assert!(!scratch.path().join("known.json").exists());
}

fn git(scratch: &Scratch, arguments: &[&str]) {
    let mut command = Command::new("git");
    command
        .current_dir(scratch.path())
        .stdout(Stdio::null())
        .env_remove("GIT_DIR")
        .env_remove("GIT_WORK_TREE");
    command.args(["-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]);
    assert!(command.args(arguments).status().expect("git runs").success(), "{arguments:?}");
}

/// Two commits: in the first B7 is unmapped, in the second B8 too.
fn repository() -> Scratch {
    let scratch = Scratch::new(&[("sub/a.standard.json", &faulty())]);
    git(&scratch, &["init", "--quiet"]);
    git(&scratch, &["add", "."]);
    git(&scratch, &["commit", "--quiet", "-m", "one"]);
    scratch.write("sub/a.standard.json", &with_unmapped(&["B7", "B8"]).replacen('{', "{\n\n", 1));
    git(&scratch, &["commit", "--quiet", "-am", "two"]);
    scratch
}

#[test]
fn since_a_revision_only_the_new_finding_is_shown() {
    let scratch = repository();
    let path = "sub/a.standard.json";
    assert_eq!(scratch.found(&["."]).1, [unmapped(path, "B7"), unmapped(path, "B8")]);
    assert_eq!(scratch.found(&["--since", "HEAD~1"]), (1, vec![unmapped(path, "B8")]));
    assert_eq!(scratch.found(&["--since", "HEAD"]), (0, vec![]));
    let below = scratch.run_in("sub", &["check", "--since", "HEAD~1", "--format", "concise"]);
    assert!(below.0 == 1 && below.1.contains("B8") && !below.1.contains("B7 "), "{below:?}");
    scratch.write("new.standard.json", &faulty());
    assert_eq!(scratch.found(&["--since", "HEAD"]).1, [unmapped("new.standard.json", "B7")]);
}

#[test]
fn since_may_name_an_older_file() {
    let scratch = repository();
    scratch.write("old.json", &with_unmapped(&["B8"]));
    let path = "sub/a.standard.json";
    assert_eq!(scratch.found(&["--since", "old.json", path]), (1, vec![unmapped(path, "B7")]));
    let several = scratch.run(&["check", "--since", "old.json", path, "old.json"]);
    assert!(several.0 == 2 && several.2.contains("name only one file to check"), "{several:?}");
    let unknown = scratch.run(&["check", "--since", "no-such-thing", path]);
    assert!(unknown.0 == 2 && unknown.2.contains("neither a file nor a revision"), "{unknown:?}");
}

#[test]
fn what_cannot_be_read_is_shown_whatever_is_known() {
    let scratch = repository();
    scratch.write("sub/a.standard.json", "nothing");
    git(&scratch, &["commit", "--quiet", "-am", "three"]);
    let (code, found) = scratch.found(&["--since", "HEAD"]);
    assert_eq!((code, found.len()), (2, 1), "{found:?}");
}

#[test]
fn an_older_version_that_is_not_a_document_is_reported() {
    let scratch = repository();
    let path = "sub/a.standard.json";
    let now = std::fs::read_to_string(scratch.path().join(path)).expect("it is there");
    scratch.write(path, "nothing");
    git(&scratch, &["commit", "--quiet", "-am", "three"]);
    scratch.write(path, &now);
    let ran = scratch.run(&["check", "--since", "HEAD", "--format", "concise", path]);
    assert_eq!((ran.0, ran.1.as_str()), (2, ""));
    assert!(ran.2.contains("the older version of `sub/a.standard.json` cannot be read"), "{}", ran.2);
}
