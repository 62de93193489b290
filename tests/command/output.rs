//! What is written where: positions, the JSON contract, standard input, closed pipes.

use std::process::Stdio;

use serde_json::{Value, json};

use super::{clean, faulty, findings, folder, ksb, run, sample, with_faults};

/// Windows line endings, curly quotes, an emoji, a repeated key, and faults in the first line and at the last byte.
pub(crate) const AWKWARD: &str = "{ \"kind\": \"apprenticeship\", \"title\": \"“A” 🦀 b\", \"level\": \"3\",\r\n  \"duties\": [],\r\n  \"duties\": []";

/// Validates a JSON report against its schema.
pub(crate) fn assert_valid(report: &Value) {
    assert_valid_by(include_str!("../../schemas/check-report.schema.json"), report);
}

pub(crate) fn assert_valid_by(schema: &str, report: &Value) {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is valid");
    let errors: Vec<String> = validator.iter_errors(report).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn the_schema_of_the_report_refuses_what_is_not_in_the_contract() {
    let schema: Value =
        serde_json::from_str(include_str!("../../schemas/check-report.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is valid");
    let mut report = schema["examples"][0].clone();
    assert!(validator.is_valid(&report));
    report["diagnostics"][0]["colour"] = json!("red");
    assert!(!validator.is_valid(&report));
}

#[test]
fn positions_of_an_awkward_file() {
    let folder = folder(&[("a.json", AWKWARD.as_bytes())]);
    let concise = run(ksb(folder.path()).args(["check", "a.json", "--format", "concise"]));
    let starts: Vec<&str> =
        concise.out.lines().filter_map(|line| line.split_once(']').map(|(start, _)| start)).collect();
    for expected in
        ["a.json:1:58: error[schema", "a.json:3:3: error[duplicate-key", "a.json:3:15: error[syntax"]
    {
        assert!(starts.contains(&expected), "{expected}: {}", concise.out);
    }
    let (_, found) = findings(folder.path(), &["a.json"]);
    let place = |rule: &str| {
        let one = found.iter().find(|one| one["rule"] == rule).expect("the rule reports");
        json!([one["span"], one["line"], one["column"], one["endLine"], one["endColumn"]])
    };
    assert_eq!(place("schema"), json!([[64, 67], 1, 58, 1, 61]));
    assert_eq!(place("duplicate-key"), json!([[89, 97], 3, 3, 3, 11]));
    assert_eq!(place("syntax"), json!([[101, 101], 3, 15, 3, 15]));
    assert_eq!(AWKWARD.len(), 101);
    let twice = found.iter().find(|one| one["rule"] == "duplicate-key").expect("reported");
    let first = twice["labels"].as_array().expect("a list").iter().find(|label| label["line"] == 2);
    assert_eq!(first.expect("the first place is labelled")["column"], 3);
}

#[test]
fn the_report_counts_what_it_lists() {
    let folder = folder(&[("a.json", faulty().as_bytes()), ("b.json", clean().as_bytes())]);
    let ran = run(ksb(folder.path()).args(["check", "--format", "json", "a.json", "b.json", "missing.json"]));
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_valid(&report);
    assert_eq!(
        report["summary"],
        json!({ "files": 3, "documents": 2, "errors": 2, "warnings": 0, "advice": 0 })
    );
    assert_eq!(report["diagnostics"][0]["pointer"], "/behaviours/6/code");
    assert!(report["diagnostics"][1]["message"].as_str().expect("text").contains("no such file"));
}

#[test]
fn a_finding_between_files_shows_both_of_them() {
    let standard = std::fs::read_to_string(sample("canal-lock-keeper-1.1.standard.json")).expect("a sample");
    let map = std::fs::read(sample("land-water-heritage.occupational-map.json")).expect("a sample");
    let standard = standard.replacen("\"level\": 2,", "\"level\": 3,", 1);
    let folder = folder(&[("a.standard.json", standard.as_bytes()), ("b.occupational-map.json", &map)]);
    // Nothing else about the map should be shown, so that its text is dropped after its own check.
    let quiet = ["--severity", "warning", "--rule", "empty-cluster=off"];
    let (code, found) = findings(folder.path(), &quiet);
    assert_eq!((code, found.len()), (0, 1), "{found:?}");
    assert_eq!(
        (&found[0]["rule"], &found[0]["path"]),
        (&json!("level-map-mismatch"), &json!("a.standard.json"))
    );
    let there = &found[0]["labels"][1];
    assert_eq!(there["path"], "b.occupational-map.json");
    assert_ne!(there["line"], 1, "the map was read again, so that the place in it is known");
    let full = run(ksb(folder.path()).arg("check").args(quiet));
    let header = |label: &Value| {
        format!("[{}:{}:{}]", label["path"].as_str().expect("a path"), label["line"], label["column"])
    };
    for label in found[0]["labels"].as_array().expect("a list") {
        assert!(full.out.contains(&header(label)), "{}", full.out);
    }
    assert!(full.out.contains("\n1 warning in 1 of 2 documents ("), "{}", full.out);
}

#[test]
fn findings_below_a_severity_are_only_counted() {
    let folder = folder(&[("a.json", format!("\u{feff}{}", faulty()).as_bytes())]);
    let full = run(ksb(folder.path()).args(["check", "a.json"]));
    assert!(full.out.ends_with("\n1 error and 1 warning in 1 document\n"), "{}", full.out);
    let errors = run(ksb(folder.path()).args(["check", "a.json", "--severity", "error"]));
    assert!(
        errors.out.ends_with(
            "\n1 error in 1 document (1 more is not shown: use `--severity advice` to show all)\n"
        ),
        "{}",
        errors.out
    );
    assert!(!errors.out.contains("byte-order-mark"));
}

#[test]
fn standard_input_goes_by_the_name_that_is_given() {
    let folder = folder(&[]);
    let check = |arguments: &[&str]| {
        let mut command = ksb(folder.path());
        run(command.args(["check", "--format", "concise", "-"]).args(arguments).write_stdin(faulty()))
    };
    let plain = check(&[]);
    assert_eq!(plain.code, 1);
    assert!(plain.out.starts_with("<stdin>:"), "{}", plain.out);
    assert!(check(&["--stdin-filename", "docs/a.json"]).out.starts_with("docs/a.json:"));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let folder = folder(&[("a.json", with_faults(1_500).as_bytes())]);
    for format in ["full", "concise", "json", "narrated", "jsonl", "sarif", "github", "junit", "markdown"] {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_ksb"))
            .current_dir(folder.path())
            .args(["check", "a.json", "--limit", "0", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = folder(&[("a.json", clean().as_bytes())]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_ksb"))
        .current_dir(folder.path())
        .args(["check", "a.json"])
        .stdout(full)
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write to standard output"));
}
