//! Word documents and workbooks: what is read from them, where findings in them are, and comments and tracked changes
//! written into them.
#![allow(clippy::disallowed_methods, reason = "the tests run the command on files")]

mod cells;
mod clients;
mod comments;
mod documents;
mod hostile;
mod layouts;
mod mistakes;
mod package;
mod redline;
mod renumber;
mod tracked;
mod word;
mod workbooks;

#[path = "../common/skipped.rs"]
mod skipped;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A folder for the files of a test.
pub(crate) struct Folder(tempfile::TempDir);

/// The result of a run of the command.
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("there is room for a folder"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file, and returns its path.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path().join(name);
        std::fs::write(&path, bytes).expect("a file is written");
        path
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path().join(name)).expect("a file is read")
    }

    pub(crate) fn ksb(&self, args: &[&str]) -> Ran {
        self.ksb_at(args, "1700000000")
    }

    /// Runs the command at this second since 1970.
    pub(crate) fn ksb_at(&self, args: &[&str], second: &str) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ksb"));
        command.current_dir(self.path()).env("SOURCE_DATE_EPOCH", second).args(args);
        let output = command.output().expect("ksb runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is text");
        Ran { code: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) }
    }

    /// The findings in a file, of all severities: `place: rule`.
    pub(crate) fn found(&self, name: &str) -> Vec<String> {
        let ran = self.ksb(&["check", "--severity", "advice", "--format", "jsonl", name]);
        let one = |line: &str| {
            let found: Value = serde_json::from_str(line).expect("JSON");
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            format!("{}: {}", text(&found["locator"]["text"]), text(&found["rule"]))
        };
        ran.stdout.lines().map(one).collect()
    }

    /// What a file states, as the native document without its source.
    pub(crate) fn converted(&self, name: &str) -> Value {
        let ran = self.ksb(&["convert", name]);
        let mut document: Value =
            serde_json::from_str(&ran.stdout).unwrap_or_else(|error| panic!("{error}: {}", ran.stderr));
        document.as_object_mut().expect("a document").remove("source");
        document
    }
}
