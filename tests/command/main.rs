//! The command, run as a user runs it: exit codes, bad input, folders, output.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod attack;
mod bad_input;
mod folders;
mod formats;
mod help;
mod look;
mod matrix;
mod output;
mod rules;
mod spared;
mod written;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A document without findings.
pub(crate) fn clean() -> String {
    fs::read_to_string(sample("clean.standard.json")).expect("the sample is there")
}

pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)
}

/// The clean document with a statement that is not mapped to any duty, which is an error.
pub(crate) fn faulty() -> String {
    let (before, after) = clean_parts();
    let statement = r#"{ "code": "B7", "text": "Take care of tools that nobody else looks after." }"#;
    format!("{before},\n    {statement}{after}")
}

/// The clean document before and after the end of its last list of statements, the behaviours B1 to B6.
pub(crate) fn clean_parts() -> (String, String) {
    let document = clean();
    let behaviours = document.find("\"behaviours\"").expect("it has behaviours");
    let end = behaviours + document[behaviours..].find("\n  ]").expect("the list ends");
    (document[..end].to_owned(), document[end..].to_owned())
}

/// The clean document with this many more statements that are not mapped to any duty.
pub(crate) fn with_faults(count: usize) -> String {
    let (before, after) = clean_parts();
    let statement = |n: usize| format!(",\n    {{ \"code\": \"B{n}\", \"text\": \"Behave in way {n}.\" }}");
    let statements: String = (7..7 + count).map(statement).collect();
    before + &statements + &after
}

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("files are in a folder")).expect("folders can be made");
        fs::write(path, content).expect("files can be written");
    }
    folder
}

/// The command, with only as much of the environment as it needs.
pub(crate) fn ksb(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ksb"));
    command.current_dir(folder).env_clear();
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

/// `ksb check` of `path` in `folder`: its exit code and the findings of the JSON report, which is
/// validated against its schema.
pub(crate) fn findings(folder: &Path, arguments: &[&str]) -> (i32, Vec<Value>) {
    let ran = run(ksb(folder).args(["check", "--format", "json"]).args(arguments));
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err));
    output::assert_valid(&report);
    (ran.code, report["diagnostics"].as_array().expect("a list").clone())
}

/// The rules of findings, each with its line and column.
pub(crate) fn places(findings: &[Value]) -> Vec<(&str, u64, u64)> {
    let number = |value: &Value| value.as_u64().expect("a number");
    let place = |one: &'_ Value| (number(&one["line"]), number(&one["column"]));
    let one = |one| {
        let (line, column) = place(one);
        (one["rule"].as_str().expect("a name"), line, column)
    };
    findings.iter().map(one).collect()
}

#[test]
fn the_exit_code_says_how_a_run_ended() {
    let folder = folder(&[("good.json", clean().as_bytes()), ("bad.json", faulty().as_bytes())]);
    let code = |arguments: &[&str]| run(ksb(folder.path()).args(arguments)).code;
    assert_eq!(code(&["check", "good.json"]), 0);
    assert_eq!(code(&["check", "bad.json"]), 1);
    assert_eq!(code(&["check", "good.json", "bad.json"]), 1);
    let formats =
        ["full", "concise", "json", "narrated", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"];
    for format in formats.into_iter().chain(["html", "statistics"]) {
        assert_eq!(code(&["check", "--format", format, "bad.json", "missing.json"]), 2);
        assert_eq!(code(&["check", "--format", format, "bad.json"]), 1);
        assert_eq!(code(&["check", "--format", format, "bad.json", "--fail-on", "never"]), 0);
    }
    assert_eq!(code(&["check", "bad.json", "--rule", "unmapped-ksb=warning"]), 0);
    let warning = ["check", "bad.json", "--rule", "unmapped-ksb=warning", "--fail-on"];
    assert_eq!(code(&[&warning[..], &["warning"]].concat()), 1);
    assert_eq!(code(&[&warning[..], &["warning", "--severity", "error"]].concat()), 1);
}

#[test]
fn wrong_usage_is_said_on_standard_error() {
    let folder = folder(&[("good.json", clean().as_bytes())]);
    let wrong: [(&[&str], &str); 13] = [
        (&["check", "--format", "xml"], "use `full`, `concise`, `narrated`, `json`, `jsonl`,"),
        (&["check", "--output", "json"], "write a format, a colon and a file, such as json:findings.json"),
        (&["check", "--output", "xml:a"], "unknown format `xml`: the formats are full, concise,"),
        (&["check", "--output", "json:-", "--format", "full"], "two reports go to standard output"),
        (&["check", "--output", "json:a", "--output", "sarif:a"], "two reports go to a"),
        (&["check", "--statistics", "--format", "json"], "for statistics only, use `--format statistics`"),
        (&["check", "--rule", "unmaped-ksb=off"], "did you mean `unmapped-ksb`?"),
        (&["check", "--rule", "unmapped-ksb=loud"], "write `off`, `advice`, `warning` or `error`"),
        (
            &["check", "--rule", "unmapped-ksb"],
            "write the rule, `=` and a severity: `off`, `advice`, `warning` or `error`, as in `code-gap=warning`",
        ),
        (&["check", "--max-size", "big"], "write a number of bytes"),
        (&["check", "--stdin-filename", "a.json", "good.json"], "add the path `-`"),
        (&["explain", "unmaped-ksb"], "did you mean `unmapped-ksb`?"),
        (&["schema", "standart"], "did you mean `standard`?"),
    ];
    for (arguments, message) in wrong {
        let ran = run(ksb(folder.path()).args(arguments));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.contains(message), "{}", ran.err);
    }
}

#[test]
fn schemas_are_listed_and_written() {
    let folder = folder(&[]);
    let list = run(ksb(folder.path()).arg("schema"));
    assert!(list.out.lines().any(|name| name == "check-report"), "{}", list.out);
    for name in list.out.lines() {
        let schema: Value =
            serde_json::from_str(&run(ksb(folder.path()).args(["schema", name])).out).expect("JSON");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}

#[test]
fn a_document_is_converted() {
    let folder = folder(&[("a.json", clean().as_bytes()), ("bad.json", b"{\"kind\": \"apprenticeship\", }")]);
    let written = run(ksb(folder.path()).args(["convert", "a.json"]));
    assert_eq!((written.code, written.err.as_str()), (0, ""));
    let saved =
        run(ksb(folder.path()).args(["convert", "-", "-o", "b.json"]).write_stdin(written.out.clone()));
    assert_eq!((saved.code, saved.out.as_str()), (0, ""));
    assert_eq!(fs::read_to_string(folder.path().join("b.json")).expect("it was written"), written.out);
    let missing = run(ksb(folder.path()).args(["convert", "missing.json"]));
    assert_eq!((missing.code, missing.out.as_str()), (2, ""));
    assert!(missing.err.contains("no such file"), "{}", missing.err);
    let bad = run(ksb(folder.path()).args(["convert", "bad.json"]));
    assert_eq!(bad.code, 1);
    assert!(bad.err.contains("error[syntax]") && bad.out.contains("\"kind\""), "{}", bad.err);
    let unwritable = run(ksb(folder.path()).args(["convert", "a.json", "-o", "no/such/folder.json"]));
    assert_eq!(unwritable.code, 2);
}
