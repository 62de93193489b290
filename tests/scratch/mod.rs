//! A scratch folder that the command is run in.
#![allow(dead_code, reason = "each test file uses a part")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// Exit code, standard output, standard error.
pub(crate) type Ran = (i32, String, String);

/// A folder that is removed after the test.
pub(crate) struct Scratch(TempDir);

impl Scratch {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let scratch = Self(TempDir::new().expect("there is room for a folder"));
        for (name, text) in files {
            scratch.write(name, text);
        }
        scratch
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path().join(name);
        fs::create_dir_all(path.parent().expect("files are in a folder")).expect("folders can be made");
        fs::write(path, text).expect("files can be written");
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_in("", arguments)
    }

    pub(crate) fn run_in(&self, folder: &str, arguments: &[&str]) -> Ran {
        run(Command::new(env!("CARGO_BIN_EXE_ksb")).current_dir(self.path().join(folder)).args(arguments))
    }

    /// `ksb check`: its exit code, and each finding as its path, severity, rule and subject.
    pub(crate) fn found(&self, arguments: &[&str]) -> (i32, Vec<String>) {
        let ran = self.run(&[&["check", "--format", "json"], arguments].concat());
        let report: Value = serde_json::from_str(&ran.1).unwrap_or_else(|error| panic!("{error}: {}", ran.2));
        let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
        let line = |one| ["path", "severity", "rule", "subject"].map(|key| text(one, key)).join(" ");
        (ran.0, report["diagnostics"].as_array().expect("a list").iter().map(line).collect())
    }
}

fn run(command: &mut Command) -> Ran {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    let output = command.output().expect("the program runs");
    (output.status.code().expect("the program is not killed"), text(output.stdout), text(output.stderr))
}

/// A document in which these behaviours, the first of which is B7, are not mapped to any duty.
pub(crate) fn with_unmapped(behaviours: &[&str]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/clean.standard.json");
    let clean = fs::read_to_string(path).expect("the sample is there");
    let start = clean.find("\"behaviours\"").expect("it has behaviours");
    let end = start + clean[start..].find("\n  ]").expect("the list ends");
    let statement = |code: &&str| {
        let words = WORDS[code.bytes().map(usize::from).sum::<usize>() % WORDS.len()];
        format!(",\n    {{ \"code\": \"{code}\", \"text\": \"{words}\" }}")
    };
    let statements: String = behaviours.iter().map(statement).collect();
    format!("{}{statements}{}", &clean[..end], &clean[end..])
}

/// Behaviours that are unlike each other.
const WORDS: [&str; 3] = [
    "Take care of tools that nobody else looks after.",
    "Admit mistakes early, whoever is listening.",
    "Stay curious about unfamiliar vegetables.",
];

/// A document with one error: B7 is not mapped to any duty.
pub(crate) fn faulty() -> String {
    with_unmapped(&["B7"])
}
