//! `ksb diff`, run as a user runs it: sides, formats, gates, git.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod catalogues;
mod errors;
mod folders;
mod formats;
mod gate;
mod git;
mod hostile;
mod maps;
#[path = "../page/mod.rs"]
mod page;
mod remote;
mod seeds;
mod widths;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Two versions of one standard, which differ once in every way.
pub(crate) const OLD: &str = "canal-lock-keeper-1.0.standard.json";
pub(crate) const NEW: &str = "canal-lock-keeper-1.1.standard.json";

pub(crate) fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples")
}

pub(crate) fn sample(name: &str) -> String {
    fs::read_to_string(samples().join(name)).expect("the sample is there")
}

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    for (name, content) in files {
        write(folder.path(), name, content);
    }
    folder
}

pub(crate) fn write(folder: &Path, name: &str, content: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("files are in a folder")).expect("folders can be made");
    fs::write(path, content).expect("files can be written");
}

/// `ksb`, with only as much of the environment as it needs.
pub(crate) fn ksb(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ksb"));
    command.current_dir(folder).env_clear().env("LC_ALL", "C.UTF-8");
    if let Some(path) = std::env::var_os("PATH") {
        command.env("PATH", path);
    }
    command
}

/// What a run gave: the exit code, standard output and standard error.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn run(command: &mut Command) -> Ran {
    let output = command.output().expect("the program runs");
    Ran {
        code: output.status.code().expect("the program is not killed"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("output is UTF-8"),
    }
}

pub(crate) fn diff(folder: &Path, arguments: &[&str]) -> Ran {
    run(ksb(folder).arg("diff").args(arguments))
}

/// A JSON report, validated against its schema.
pub(crate) fn report(folder: &Path, arguments: &[&str]) -> Value {
    let ran = diff(folder, &[&["--format", "json"], arguments].concat());
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err));
    let schema = include_str!("../../schemas/diff-report.schema.json");
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is valid");
    let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    report
}

/// A small standard with these knowledge statements, from K1 on, all mapped to D1.
pub(crate) fn standard(knowledge: &[&str]) -> String {
    let statement =
        |(index, text): (usize, &&str)| json!({ "code": format!("K{}", index + 1), "text": text });
    let codes: Vec<String> = (1..=knowledge.len()).map(|number| format!("K{number}")).collect();
    let document = json!({
        "kind": "apprenticeship",
        "reference": "ST9990",
        "version": "1.0",
        "title": "Kite maker",
        "level": 2,
        "duties": [{ "code": "D1", "text": "Make kites that fly.", "ksbs": codes }],
        "knowledge": knowledge.iter().enumerate().map(statement).collect::<Vec<_>>(),
        "skills": [],
        "behaviours": [],
    });
    serde_json::to_string_pretty(&document).expect("it is JSON")
}
