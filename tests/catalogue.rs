//! A whole catalogue: the same findings whatever the order of its records, the number of threads and the form of the
//! input.
#![allow(clippy::disallowed_methods, reason = "these tests run programs on files")]

mod generated;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// What a finding says, wherever it is.
type Said = (String, String, String, String);

/// How often each thing is said.
type Findings = BTreeMap<Said, usize>;

fn faulty(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("catalogue.jsonl");
    generated::catalogue(&path, &["--records", "300", "--layout", "lines", "--faults"]);
    path
}

/// What `ksb check --format jsonl` prints about a file, or about one that is piped in.
fn output(file: &Path, piped: bool, options: &[&str], threads: &str) -> String {
    let mut ksb = Command::new(env!("CARGO_BIN_EXE_ksb"));
    ksb.args(["check", "--format", "jsonl", "--severity", "advice"]).args(options);
    ksb.env("RAYON_NUM_THREADS", threads);
    if piped {
        ksb.arg("-").stdin(Stdio::from(fs::File::open(file).expect("the file is there")));
    } else {
        ksb.arg(file);
    }
    let ran = ksb.output().expect("ksb runs");
    String::from_utf8(ran.stdout).expect("findings are text")
}

fn findings(output: &str) -> Findings {
    let mut found = Findings::new();
    for line in output.lines() {
        let finding: Value = serde_json::from_str(line).expect("a finding is JSON");
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        *found.entry((text("document"), text("rule"), text("subject"), text("message"))).or_default() += 1;
    }
    found
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = faulty(&folder);
    let one = output(&file, false, &[], "1");
    assert!(findings(&one).len() > 20, "there are findings: {one}");
    assert_eq!(one, output(&file, false, &[], "2"));
}

#[test]
fn the_order_of_the_records_changes_nothing() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = faulty(&folder);
    let text = fs::read_to_string(&file).expect("the file is there");
    // A stride that has no factor in common with the number of lines visits each of them once.
    let lines: Vec<&str> = text.lines().collect();
    let stride = [7, 11, 13, 17, 19].into_iter().find(|prime| !lines.len().is_multiple_of(*prime));
    let stride = stride.expect("their product is larger than the number of lines");
    let shuffled: Vec<&str> = (0..lines.len()).map(|index| lines[index * stride % lines.len()]).collect();
    let reversed: Vec<&str> = lines.iter().rev().copied().collect();
    let wanted = findings(&output(&file, false, &[], "2"));
    for order in [shuffled, reversed] {
        let other = folder.path().join("other.jsonl");
        fs::write(&other, order.join("\n")).expect("files can be written");
        assert_eq!(findings(&output(&other, false, &[], "2")), wanted);
    }
}

#[test]
fn an_array_lines_and_a_stream_say_the_same() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = faulty(&folder);
    let text = fs::read_to_string(&file).expect("the file is there");
    let array = folder.path().join("array.json");
    let lines: Vec<&str> = text.lines().collect();
    fs::write(&array, format!("[{}]\n", lines.join(",\n"))).expect("files can be written");
    let wanted = findings(&output(&file, false, &[], "2"));
    assert_eq!(findings(&output(&array, false, &[], "2")), wanted);
    let streamed = output(&file, true, &["--stdin-filename", "x"], "2");
    assert_eq!(findings(&streamed), wanted);
}

#[test]
fn pieces_and_extracts_say_what_the_whole_says() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = faulty(&folder);
    let whole = output(&file, true, &["--stdin-filename", "x"], "2");
    let text = fs::read_to_string(&file).expect("the file is there");
    let (mut pieces, mut extracts) = (String::new(), String::new());
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (mut line, mut bytes) = (1, 0);
    for piece in lines.chunks(lines.len() / 3) {
        let path = folder.path().join("piece.jsonl");
        fs::write(&path, piece.concat()).expect("files can be written");
        let begins = format!("{line}:{bytes}");
        let options = ["--stdin-filename", "x", "--starts-at", &begins];
        pieces += &output(&path, true, &[&options[..], &["--scope", "document"]].concat(), "2");
        extracts += &extracted(&path, &options);
        line += piece.len();
        bytes += piece.iter().map(|line| line.len()).sum::<usize>();
    }
    let path = folder.path().join("extracts.jsonl");
    fs::write(&path, extracts).expect("files can be written");
    pieces += &output(&path, true, &["--stdin-filename", "x", "--scope", "catalogue"], "2");
    let sorted = |text: &str| {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(sorted(&pieces), sorted(&whole));
}

fn extracted(file: &Path, options: &[&str]) -> String {
    let stdin = Stdio::from(fs::File::open(file).expect("the file is there"));
    let ran = Command::new(env!("CARGO_BIN_EXE_ksb"))
        .args(["extract", "-"])
        .args(options)
        .stdin(stdin)
        .output()
        .expect("ksb runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).expect("extracts are text")
}

#[test]
fn ignores_in_a_stream_keep_their_places() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = folder.path().join("two.jsonl");
    let document = |reference: &str, more: &str| {
        format!(
            "{{\"kind\":\"apprenticeship\",\"title\":\"Cooper\",\"level\":3,\"reference\":\"{reference}\"{more}}}\n"
        )
    };
    let ignore = r#","x-ksb-ignore":[{"rule":"code-gap","subject":"K3","reason":"there is none"}]"#;
    fs::write(&file, document("ST9901", "") + &document("ST9902", ignore)).expect("files can be written");
    let streamed = output(&file, true, &["--stdin-filename", "x"], "2");
    let stale = streamed.lines().map(|line| serde_json::from_str::<Value>(line).expect("a finding is JSON"));
    let stale: Vec<Value> = stale.filter(|finding| finding["rule"] == "unused-ignore").collect();
    let column = document("ST9902", ignore).find("code-gap").map(|at| at + 1);
    assert_eq!(stale.len(), 1, "{streamed}");
    assert_eq!(
        (stale[0]["line"].as_u64(), stale[0]["column"].as_u64()),
        (Some(2), column.map(|at| at as u64))
    );
}

#[test]
fn a_line_that_is_too_long_is_told_of() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = folder.path().join("long.jsonl");
    let title = |length| format!("{{\"kind\":\"occupation\",\"title\":\"{}\"}}\n", "o".repeat(length));
    for lines in [title(5000), title(9) + &title(5000) + &title(9)] {
        fs::write(&file, &lines).expect("files can be written");
        for piped in [false, true] {
            let said = output(&file, piped, &["--max-size", "4096"], "2");
            let unreadable = said.lines().filter(|line| line.contains("\"unreadable-file\"")).count();
            assert_eq!(unreadable, 1, "{said}");
        }
    }
}

#[test]
fn extracts_are_read_for_every_format() {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = faulty(&folder);
    let path = folder.path().join("extracts.jsonl");
    fs::write(&path, extracted(&file, &["--stdin-filename", "x"])).expect("files can be written");
    let found = output(&path, false, &["--scope", "catalogue"], "2");
    let lines = found.lines().count();
    for finding in found.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")) {
        let pointer = finding["pointer"].as_str().unwrap_or_else(|| panic!("{finding}"));
        assert!(pointer.starts_with('/'), "{finding}");
    }
    let concise = Command::new(env!("CARGO_BIN_EXE_ksb"))
        .args(["check", "--format", "concise", "--severity", "advice", "--scope", "catalogue"])
        .arg(&path)
        .output()
        .expect("ksb runs");
    let shown = String::from_utf8(concise.stdout).expect("findings are text");
    assert!(lines > 3 && shown.lines().count() == lines, "{lines}: {shown}");
    assert_eq!(concise.status.code(), Some(1), "{shown}");
}

#[test]
fn extracts_follow_their_schema() {
    let schema = ksb::schema::ALL.iter().find(|schema| schema.name == "extract").expect("it is published");
    let schema: Value = serde_json::from_str(schema.text).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is valid");
    let folder = TempDir::new().expect("there is room for a folder");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut files = vec![faulty(&folder)];
    for name in ["canal-lock-keeper-1.1.standard.json", "land-water-heritage.occupational-map.json"] {
        files.push(samples.join(name));
    }
    files.push(samples.join("pages").join("canal-lock-keeper-1.0.txt"));
    for file in files {
        let lines = extracted(&file, &["--stdin-filename", "x"]);
        assert!(!lines.is_empty(), "{}", file.display());
        for line in lines.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")) {
            let errors: Vec<String> = validator.iter_errors(&line).map(|error| error.to_string()).collect();
            assert_eq!(errors, [""; 0], "{line}");
        }
    }
    let mut line: Value =
        serde_json::from_str(extracted(&samples.join("canal-lock-keeper-1.1.standard.json"), &[]).trim())
            .expect("JSON");
    line["level"] = Value::from(3);
    assert!(!validator.is_valid(&line), "the schema refuses what is no extract");
}
