//! What the formats for other programs say about one awkward file, and several reports in one run.

use std::fs;

use serde_json::{Value, json};

use super::output::{AWKWARD, assert_valid_by};
use super::{clean, faulty, folder, ksb, run, with_faults};

const REPORT_SCHEMA: &str = include_str!("../../schemas/check-report.schema.json");

/// What `ksb check` shows in `format` about the awkward file, under an equally awkward name, and about a missing file.
fn shown(format: &str) -> String {
    let folder = folder(&[("a b%.json", AWKWARD.as_bytes())]);
    let ran = run(ksb(folder.path()).args(["check", "--format", format, "a b%.json", "gone.json"]));
    assert_eq!((ran.code, ran.err.as_str()), (2, ""), "{format}");
    ran.out
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The elements of a list.
fn items(list: &Value) -> &[Value] {
    list.as_array().expect("a list")
}

#[test]
fn jsonl_is_a_finding_a_line() {
    let out = shown("jsonl");
    let schema = parsed(REPORT_SCHEMA);
    let line = json!({ "$ref": "#/$defs/diagnostic", "$defs": schema["$defs"] }).to_string();
    let places: Vec<Value> = out
        .lines()
        .map(|text| {
            let one = parsed(text);
            assert_valid_by(&line, &one);
            json!([one["rule"], one["span"], one["line"], one["column"], one["endLine"], one["endColumn"]])
        })
        .collect();
    assert_eq!(
        places,
        [
            json!(["schema", [64, 67], 1, 58, 1, 61]),
            json!(["duplicate-key", [89, 97], 3, 3, 3, 11]),
            json!(["syntax", [101, 101], 3, 15, 3, 15]),
            json!(["unreadable-file", [0, 0], 1, 1, 1, 1]),
        ]
    );
}

/// The SARIF schema. One pattern in it, for a language, has a stray bracket, which not every kind of regular expression
/// accepts.
fn sarif_schema() -> jsonschema::Validator {
    let text = include_str!("../../schemas/sarif-2.1.0.schema.json");
    let schema = parsed(&text.replace("-[a-zA-Z]{2}]?$", "(-[a-zA-Z]{2})?$"));
    jsonschema::options().should_validate_formats(true).build(&schema).expect("the schema is valid")
}

/// Validates a SARIF log against the SARIF schema.
fn assert_sarif(log: &Value) {
    let errors: Vec<String> = sarif_schema().iter_errors(log).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn the_schema_of_sarif_refuses_what_is_none() {
    let log = parsed(&shown("sarif"));
    let schema = sarif_schema();
    let refuses = |pointer: &str, value: Value| {
        let mut log = log.clone();
        *log.pointer_mut(pointer).expect("it is there") = value;
        !schema.is_valid(&log)
    };
    let place = "/runs/0/results/0/locations/0/physicalLocation";
    assert!(refuses("/version", json!("2.0.0")));
    assert!(refuses("/runs/0/results/0/level", json!("advice")));
    assert!(refuses(&format!("{place}/region/startColumn"), json!(0)));
    assert!(refuses(&format!("{place}/artifactLocation/uri"), json!("a b%.json")));
}

#[test]
fn sarif_is_valid_and_knows_its_places() {
    let log = parsed(&shown("sarif"));
    assert_sarif(&log);
    let run = &log["runs"][0];
    let region = |location: &Value| {
        let place = &location["physicalLocation"];
        let part = |name: &str| place["region"][name].clone();
        let numbers = ["startLine", "startColumn", "endLine", "endColumn"].map(part);
        json!([place["artifactLocation"]["uri"], numbers])
    };
    let places: Vec<Value> = run["results"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| json!([one["ruleId"], region(&one["locations"][0])]))
        .collect();
    assert_eq!(
        places,
        [
            json!(["schema", ["a%20b%25.json", [1, 58, 1, 61]]]),
            json!(["duplicate-key", ["a%20b%25.json", [3, 3, 3, 11]]]),
            json!(["syntax", ["a%20b%25.json", [3, 15, 3, 15]]]),
            json!(["unreadable-file", ["gone.json", [1, 1, 1, 1]]]),
        ]
    );
    let twice = &run["results"][1];
    assert_eq!(region(&twice["relatedLocations"][0]), json!(["a%20b%25.json", [2, 3, 2, 11]]));
    let replacement = &run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(replacement["insertedContent"]["text"], "3");
    assert_eq!(
        replacement["deletedRegion"],
        json!({ "startLine": 1, "startColumn": 58, "endLine": 1, "endColumn": 61 })
    );
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    for rule in items(&run["tool"]["driver"]["rules"]) {
        assert!(rule["help"]["markdown"].as_str().is_some_and(|page| page.contains("# Why it matters")));
    }
}

#[test]
fn a_clean_run_is_valid_sarif_and_was_successful() {
    let folder = folder(&[("a.json", clean().as_bytes())]);
    let log = parsed(&run(ksb(folder.path()).args(["check", "a.json", "--format", "sarif"])).out);
    assert_sarif(&log);
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], true);
}

#[test]
fn what_is_ignored_is_suppressed_in_sarif_and_nowhere_else() {
    let own = r#""x-ksb-ignore": [{ "rule": "unmapped-ksb", "subject": "B9", "reason": "in the \"next\" version" }],
  "kind":"#;
    let settings =
        "[[ignore]]\npath = \"b.json\"\nrule = \"unmapped-ksb\"\nsubject = \"B9\"\nreason = \"known\"\n";
    let folder = folder(&[
        ("a.json", with_faults(3).replacen("\"kind\":", own, 1).as_bytes()),
        ("b.json", with_faults(3).as_bytes()),
        ("ksb.toml", settings.as_bytes()),
    ]);
    let check = |more: &[&str]| run(ksb(folder.path()).args(["check", "a.json", "b.json"]).args(more));
    let (ran, plain) = (check(&["--format", "sarif"]), check(&["--format", "json"]));
    let log = parsed(&ran.out);
    assert_sarif(&log);
    let of = |one: &Value| {
        json!([one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], one["suppressions"]])
    };
    let results = items(&log["runs"][0]["results"]);
    let suppressed: Vec<Value> =
        results.iter().filter(|one| !one["suppressions"].is_null()).map(of).collect();
    let said =
        |kind: &str, reason: &str| json!([{ "kind": kind, "status": "accepted", "justification": reason }]);
    assert_eq!(
        suppressed,
        [
            json!(["a.json", said("inSource", "in the \"next\" version")]),
            json!(["b.json", said("external", "known")]),
        ]
    );
    assert!(
        results
            .iter()
            .all(|one| one["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64() > Some(1))
    );
    let shown = parsed(&plain.out);
    assert_eq!(items(&shown["diagnostics"]).len(), results.len() - 2);
    assert_eq!((ran.code, plain.code), (1, 1));
    let hidden =
        parsed(&check(&["--format", "sarif", "--rule", "unmapped-ksb=advice", "--severity", "error"]).out);
    assert_eq!(hidden["runs"][0]["results"], json!([]), "what would not be shown is not shown as ignored");
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let moved = format!("\n\n{}", with_faults(2));
    let fingerprints = |text: &str, format: &str| {
        let folder = folder(&[("a.json", text.as_bytes())]);
        parsed(&run(ksb(folder.path()).args(["check", "a.json", "--format", format])).out)
    };
    let sarif = |text: &str| {
        let log = fingerprints(text, "sarif");
        let results = items(&log["runs"][0]["results"]);
        results.iter().map(|one| one["partialFingerprints"].clone()).collect::<Vec<_>>()
    };
    let before = sarif(&with_faults(2));
    assert_eq!((before.len(), &before), (2, &sarif(&moved)));
    assert_ne!(before[0], before[1]);
    let gitlab = fingerprints(&moved, "gitlab");
    for (issue, expected) in items(&gitlab).iter().zip(before) {
        assert_eq!(issue["fingerprint"], expected["documentRuleSubject/v1"]);
    }
}

#[test]
fn github_gets_workflow_commands() {
    let out = shown("github");
    let places: Vec<&str> = out.lines().filter_map(|line| line.strip_prefix("::error ")).collect();
    let places: Vec<&str> =
        places.iter().filter_map(|line| line.split_once("::").map(|(place, _)| place)).collect();
    assert_eq!(
        places,
        [
            "title=schema,file=a b%25.json,line=1,endLine=1,col=58,endColumn=61",
            "title=duplicate-key,file=a b%25.json,line=3,endLine=3,col=3,endColumn=11",
            "title=syntax,file=a b%25.json,line=3,endLine=3,col=15,endColumn=15",
            "title=unreadable-file,file=gone.json,line=1,endLine=1,col=1,endColumn=1",
        ]
    );
    let folder = folder(&[("a.json", with_faults(23).as_bytes())]);
    let many = run(ksb(folder.path()).args(["check", "a.json", "--format", "github"])).out;
    assert_eq!(many.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    let last = many.lines().last().expect("a line");
    assert!(last.starts_with("::notice title=ksb check::13 more errors: "), "{last}");
}

#[test]
fn gitlab_gets_issues() {
    let issues = parsed(&shown("gitlab"));
    let place = |one: &Value| {
        let at = &one["location"]["positions"];
        let numbers =
            [&at["begin"]["line"], &at["begin"]["column"], &at["end"]["line"], &at["end"]["column"]];
        assert_eq!(one["location"]["lines"], json!({ "begin": numbers[0], "end": numbers[2] }));
        json!([one["check_name"], one["severity"], one["location"]["path"], numbers])
    };
    let places: Vec<Value> = items(&issues).iter().map(place).collect();
    assert_eq!(
        places,
        [
            json!(["schema", "critical", "a b%.json", [1, 58, 1, 61]]),
            json!(["duplicate-key", "critical", "a b%.json", [3, 3, 3, 11]]),
            json!(["syntax", "critical", "a b%.json", [3, 15, 3, 15]]),
            json!(["unreadable-file", "critical", "gone.json", [1, 1, 1, 1]]),
        ]
    );
}

#[test]
fn junit_names_places() {
    let out = shown("junit");
    for expected in [
        "<testsuites name=\"ksb check\" tests=\"4\" failures=\"4\" errors=\"0\">\n",
        "<testcase name=\"schema: level (1:58)\" classname=\"a b%.json\" file=\"a b%.json\" line=\"1\">\n",
        "<testcase name=\"duplicate-key: duties (3:3)\" classname=\"a b%.json\" file=\"a b%.json\" line=\"3\">\n",
        "\na b%.json:2:3: first used here\n",
        "<testcase name=\"syntax: document (3:15)\" classname=\"a b%.json\" file=\"a b%.json\" line=\"3\">\n",
        "<testcase name=\"unreadable-file: file (1:1)\" classname=\"gone.json\" file=\"gone.json\" line=\"1\">\n",
    ] {
        assert!(out.contains(expected), "{expected}: {out}");
    }
}

#[test]
fn markdown_has_a_row_for_each_place() {
    let out = shown("markdown");
    let rows: Vec<&str> =
        out.lines().filter(|line| line.starts_with("| ") && line.contains(" | **")).collect();
    let starts = ["| 1:58 | **error** | `schema` |", "| 3:3 | **error** | `duplicate-key` |"]
        .into_iter()
        .chain(["| 3:15 | **error** | `syntax` |", "| 1:1 | **error** | `unreadable-file` |"]);
    assert_eq!(rows.len(), 4);
    for (row, start) in rows.iter().zip(starts) {
        assert!(row.starts_with(start), "{row}");
    }
    assert!(out.contains("\n### a b%.json\n"), "{out}");
}

#[test]
fn narrated_says_where() {
    let out = shown("narrated");
    for expected in [
        "\nerror in a b%.json, line 1, column 58: `level` must",
        "\n    label at line 1, columns 58 to 60: ",
        "\nerror in a b%.json, line 3, column 3: ",
        "\n    label at line 2, columns 3 to 10: first used here\n",
        "\n    label at line 3, columns 3 to 10: repeated here\n",
        "\nerror in a b%.json, line 3, column 15: ",
        "\n    label at line 3, column 15: here\n",
        "\nerror in gone.json, line 1, column 1: there is no such file or folder\n",
    ] {
        assert!(out.contains(expected), "{expected}: {out}");
    }
}

#[test]
fn several_reports_are_written_in_one_run() {
    let folder = folder(&[("a.json", faulty().as_bytes()), ("ksb.xml", b"before")]);
    let arguments = ["check", "a.json", "--format", "concise", "--output", "junit:ksb.xml", "--output"];
    let ran = run(ksb(folder.path()).args(arguments).arg("sarif:ksb.sarif"));
    assert!(ran.code == 1 && ran.out.starts_with("a.json:"), "{}", ran.out);
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("it was written");
    assert!(read("ksb.xml").starts_with("<?xml"));
    assert_sarif(&parsed(&read("ksb.sarif")));
    let left: Vec<_> = fs::read_dir(folder.path()).expect("a folder").collect();
    assert_eq!(left.len(), 3, "no temporary file is left: {left:?}");
    let here = run(ksb(folder.path()).args(["check", "a.json", "--output", "jsonl:-"]));
    assert_eq!(here.out.lines().count(), 1, "{}", here.out);
    let nowhere = run(ksb(folder.path()).args(["check", "a.json", "--output", "json:no/such/folder.json"]));
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("cannot write `no/such/folder.json`"), "{}", nowhere.err);
}

#[cfg(unix)]
#[test]
fn a_report_keeps_links_and_permissions() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder(&[("a.json", faulty().as_bytes()), ("real.json", b"before")]);
    let (real, link) = (folder.path().join("real.json"), folder.path().join("link.json"));
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).expect("it is ours");
    symlink("real.json", &link).expect("a link can be made");
    let arguments = ["check", "a.json", "--output", "json:link.json", "--output", "jsonl:/dev/null"];
    assert_eq!(run(ksb(folder.path()).args(arguments)).code, 1);
    assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
    assert_eq!(fs::metadata(&real).expect("it is there").permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&real).expect("it was written").contains("ksb.check/1"));
}

#[test]
fn statistics_stand_below_or_alone() {
    let folder = folder(&[("a.json", with_faults(3).as_bytes())]);
    let check = |arguments: &[&str]| run(ksb(folder.path()).args(["check", "a.json"]).args(arguments)).out;
    let table = "Findings  Documents  Severity  Rule\n       3          1  error     unmapped-ksb\n";
    assert_eq!(check(&["--format", "statistics"]), format!("{table}\n3 errors in 1 document\n"));
    for format in ["full", "concise", "narrated"] {
        let out = check(&["--statistics", "--format", format]);
        assert!(out.ends_with(&format!("\n\n{table}")), "{out}");
    }
}
