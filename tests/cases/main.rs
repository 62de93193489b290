//! Small made-up inputs for every kind of fault that real documents showed, run as a user would: what `cases/README.md`
//! in the folder of real documents says about each is a test here.
#![allow(clippy::disallowed_methods, reason = "these tests read the cases and run the program")]

#[path = "../common/mod.rs"]
mod common;

mod diff;
mod drafts;
mod hostile;
mod pages;
mod records;
mod strangers;
mod unseen;

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// What a run gave: the exit code, standard output and standard error.
pub(crate) type Ran = (i32, String, String);

/// A case as a file: `drafts/dotted-codes.txt`. It is in a folder of its own, so that no settings apply to it. `None`
/// if the cases are not available; see [`common::shared`].
pub(crate) fn case(name: &str) -> Option<Case> {
    let bytes = common::shared(&format!("cases/{name}"))?;
    let folder = TempDir::new().expect("there is room for a folder");
    let file = Path::new(name).file_name().expect("a case is a file");
    let path = folder.path().join(file);
    std::fs::write(&path, bytes).expect("files can be written");
    Some(Case { path, _folder: folder })
}

/// A file that goes with the test.
pub(crate) struct Case {
    /// Where it is.
    pub(crate) path: PathBuf,
    _folder: TempDir,
}

impl Case {
    /// Runs `ksb ARGUMENTS FILE`.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        ran(Command::new(env!("CARGO_BIN_EXE_ksb")).args(arguments).arg(&self.path))
    }

    /// `ksb check`: its exit code, and each finding as its severity, rule and subject.
    pub(crate) fn found(&self) -> (i32, Vec<String>) {
        let (code, found) = self.diagnostics();
        let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
        let line = |one| ["severity", "rule", "subject"].map(|key| text(one, key)).join(" ");
        (code, found.iter().map(line).collect())
    }

    /// `ksb check`: its exit code and the findings of its JSON report.
    pub(crate) fn diagnostics(&self) -> (i32, Vec<Value>) {
        let (code, out, err) = self.run(&["check", "--format", "json"]);
        let report: Value = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {err}"));
        (code, report["diagnostics"].as_array().expect("a list").clone())
    }

    /// `ksb convert`: the native document that it is read as.
    pub(crate) fn converted(&self) -> Value {
        let (_, out, err) = self.run(&["convert"]);
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {err}"))
    }
}

/// Runs a command.
pub(crate) fn ran(command: &mut Command) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    let output = command.output().expect("the program runs");
    (output.status.code().expect("the program is not killed"), text(output.stdout), text(output.stderr))
}
