//! Inputs and folders that attack.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ksb::limit::MAX_FINDINGS;
use tempfile::TempDir;

use super::{Command, Ran, Value, common, ran};

/// The inputs that `hostile/make.py` makes, or `None` without the cases or without Python.
fn inputs() -> Option<TempDir> {
    let script = common::shared("cases/hostile/make.py")?;
    let folder = TempDir::new().expect("there is room for a folder");
    let program = folder.path().join("make.py");
    std::fs::write(&program, script).expect("files can be written");
    let clean = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/clean.standard.json");
    let (code, _, err) = ran(Command::new("python3").args([&program, &clean, &folder.path().join("made")]));
    assert_eq!(code, 0, "{err}");
    Some(folder)
}

fn check(folder: &TempDir, name: &str, format: &str) -> Ran {
    let file = folder.path().join("made").join(format!("{name}.standard.json"));
    ran(Command::new(env!("CARGO_BIN_EXE_ksb")).args(["check", "--format", format]).arg(file))
}

/// How often each rule has found something, by name.
fn counts(folder: &TempDir, name: &str) -> (i32, BTreeMap<String, usize>) {
    let (code, out, _) = check(folder, name, "statistics");
    let count = |line: &str| {
        let cells: Vec<&str> = line.split_whitespace().collect();
        let [count, _files, _severity, rule] = cells.as_slice() else { return None };
        Some(((*rule).to_owned(), count.parse().ok()?))
    };
    (code, out.lines().filter_map(count).collect())
}

/// No test is timed: anything that takes quadratic time hangs here. `benches/hostile.py` measures the times.
#[test]
fn inputs_that_are_made_to_cost_much_end_with_their_findings() {
    let Some(folder) = inputs() else { return };
    for (name, rule, count) in [
        ("unknown-keys-10000", "schema", 10_000),
        ("like-keys-20000", "schema", 20_000),
        ("one-line-20000", "unmapped-ksb", 20_000),
        ("many-lines-20000", "unmapped-ksb", 20_000),
        ("dangling-100000", "dangling-code", 100_000),
    ] {
        let (code, found) = counts(&folder, name);
        assert_eq!((code, found.get(rule)), (1, Some(&(MAX_FINDINGS + 1))), "{name}: {found:?}");
        let (_, out, _) = check(&folder, name, "concise");
        let others = format!("{} more findings for this rule are not listed", count - MAX_FINDINGS);
        assert!(out.contains(&others), "{name}: {others}");
    }
}

#[test]
fn a_finding_far_along_a_line_has_its_column() {
    let Some(folder) = inputs() else { return };
    let name = "one-line-20000";
    let (_, out, _) = check(&folder, name, "concise");
    let text = std::fs::read_to_string(folder.path().join(format!("made/{name}.standard.json")))
        .expect("the input is there");
    let last = out.lines().rfind(|line| line.contains("K1099 is not mapped to any duty")).expect("a finding");
    let columns =
        last.split_once(".json:1:").and_then(|(_, rest)| rest.split(':').next()?.parse::<usize>().ok());
    let before = text.find("\"K1099\"").map(|at| text[..at].chars().count() + 1);
    assert!(columns.is_some() && (columns == before || columns == before.map(|at| at + 1)), "{last}");
}

#[test]
fn statements_too_long_to_compare_word_by_word_are_compared_as_a_whole() {
    let Some(folder) = inputs() else { return };
    let side = |which: &str| folder.path().join(format!("made/long-200000-{which}.standard.json"));
    let (code, out, err) = ran(Command::new(env!("CARGO_BIN_EXE_ksb"))
        .args(["diff", "--format", "json"])
        .args(["old", "new"].map(side)));
    assert_eq!(code, 0, "{err}");
    let report: Value = serde_json::from_str(&out).expect("a report");
    let changes = report["changes"].as_array().expect("a list");
    let long = changes.iter().find(|change| change["tooLong"] == true).expect("the statement");
    assert!(long["words"].as_array().is_some_and(|words| words.len() <= 4), "{:?}", long["words"]);
}

#[test]
fn git_reaches_for_no_remote_and_runs_no_command_of_the_repository() {
    let Some(script) = common::shared("cases/hostile/partial-clone.sh") else { return };
    let folder = TempDir::new().expect("there is room for a folder");
    let program = folder.path().join("partial-clone.sh");
    std::fs::write(&program, script).expect("files can be written");
    let sample = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name);
    let sides = ["canal-lock-keeper-1.0.standard.json", "canal-lock-keeper-1.1.standard.json"].map(sample);
    let (_, out, err) = ran(Command::new("bash")
        .arg(program)
        .arg(PathBuf::from(env!("CARGO_BIN_EXE_ksb")))
        .args(sides)
        .env("TMPDIR", folder.path())
        .env("HOME", folder.path()));
    assert!(!out.contains("FAULT"), "{out}");
    assert_eq!(out.matches("exit 2").count(), 2, "{out}{err}");
    assert!(err.contains("cannot be read as it was at `HEAD~1`"), "{err}");
}
