//! `ksb fmt`, `ksb completions` and `ksb man`.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use ksb::convert::convert;
use ksb::layout::canonical;
use ksb::read::read;
use ksb::source::{Source, SourceId};
use proptest::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

const BIN: &str = env!("CARGO_BIN_EXE_ksb");

/// A document out of order, with unknown keys and a number that no program would write.
const MIXED: &str = "{\"x-note\": {\"b\": 1, \"a\": 2},\r\n \"level\": 3e0, \"title\": \"Lock \\u0026 weir keeper\", \
    \"kind\": \"occupation\",\r\n \"knowledge\": [{\"text\": \"How locks work.\", \"x\": [], \"code\": \"K1\"}]}";
const LAID_OUT: &str = r#"{
  "kind": "occupation",
  "title": "Lock \u0026 weir keeper",
  "level": 3e0,
  "knowledge": [
    { "code": "K1", "text": "How locks work.", "x": [] }
  ],
  "x-note": { "b": 1, "a": 2 }
}
"#;

struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

fn ksb(folder: &Path, arguments: &[&str], stdin: &str) -> Ran {
    let output = Command::new(BIN).current_dir(folder).args(arguments).write_stdin(stdin).output();
    let output = output.expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    for (name, content) in files {
        fs::write(folder.path().join(name), content).expect("files can be written");
    }
    folder
}

fn content(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).expect("it is there")
}

fn samples() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let folders = [root.clone(), root.join("broken"), root.join("pages")];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("samples are there"));
    let paths = entries.map(|entry| entry.expect("it is readable").path()).filter(|path| path.is_file());
    paths.map(|path| (path.clone(), fs::read_to_string(path).expect("samples are text"))).collect()
}

/// A document as `serde_json` reads it, which ignores order.
fn meaning(json: &str) -> Value {
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn the_layout_is_that_of_convert() {
    let mut documents = 0;
    for (path, text) in samples() {
        let source = Source::new(SourceId(0), "x", text);
        let Some(document) = read(&source, None).document else { continue };
        let converted = convert(&document, &source);
        assert_eq!(canonical(&converted), Ok(converted), "{}", path.display());
        documents += 1;
    }
    assert!(documents > 10);
}

#[test]
fn the_meaning_of_every_sample_stays() {
    let mut documents = 0;
    for (path, text) in samples().into_iter().filter(|(path, _)| path.to_string_lossy().ends_with(".json")) {
        let Ok(formatted) = canonical(&text) else {
            assert!(path.ends_with("syntax.standard.json"), "{}", path.display());
            continue;
        };
        assert_eq!(meaning(&formatted), meaning(&text), "{}", path.display());
        assert_eq!(canonical(&formatted).as_ref(), Ok(&formatted), "{}", path.display());
        documents += 1;
    }
    assert!(documents > 10);
}

#[test]
fn files_are_laid_out_in_place() {
    let folder = folder(&[("a.standard.json", MIXED), ("b.standard.json", LAID_OUT), ("c.json", MIXED)]);
    let ran = ksb(folder.path(), &["fmt"], "");
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), "", "1 of 2 files reformatted\n"));
    assert_eq!(content(&folder, "a.standard.json"), LAID_OUT);
    assert_eq!(content(&folder, "c.json"), MIXED, "a folder gives documents by their names only");
    let ran = ksb(folder.path(), &["fmt", "c.json", "a.standard.json"], "");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), "1 of 2 files reformatted\n"));
    assert_eq!(content(&folder, "c.json"), LAID_OUT);
}

#[test]
fn check_and_diff_write_nothing() {
    let folder = folder(&[("a.standard.json", MIXED), ("b.standard.json", LAID_OUT)]);
    let ran = ksb(folder.path(), &["fmt", "--check"], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), "a.standard.json\n"));
    let ran = ksb(folder.path(), &["fmt", "--diff"], "");
    assert_eq!(ran.code, Some(1));
    assert!(ran.out.starts_with("--- a/a.standard.json\n+++ b/a.standard.json\n"), "{}", ran.out);
    assert!(ran.out.contains("\n+  \"kind\": \"occupation\",\n"), "{}", ran.out);
    assert_eq!(content(&folder, "a.standard.json"), MIXED);
    for option in ["--check", "--diff"] {
        let ran = ksb(folder.path(), &["fmt", option, "b.standard.json"], "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    }
}

#[test]
fn standard_input_goes_to_standard_output() {
    let folder = folder(&[]);
    for text in [MIXED, LAID_OUT] {
        let ran = ksb(folder.path(), &["fmt", "-"], text);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (Some(0), LAID_OUT, ""));
    }
    let ran = ksb(folder.path(), &["fmt", "--check", "-"], MIXED);
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), "<stdin>\n"));
    assert_eq!(ksb(folder.path(), &["fmt", "--check", "-"], LAID_OUT).code, Some(0));
}

#[test]
fn what_is_no_json_is_refused_and_stops_no_other() {
    let comment = MIXED.replacen('{', "{ // why\n", 1);
    let folder =
        folder(&[("a.json", &comment), ("b.json", MIXED), ("c.json", "{\"kind\": }"), ("d.json", "")]);
    fs::write(folder.path().join("e.json"), b"{\"title\": \"\xff\"}").expect("it can be written");
    fs::write(folder.path().join("f.html"), "<!DOCTYPE html>\n<p>No JSON</p>").expect("it can be written");
    let names = ["a.json", "c.json", "d.json", "e.json", "f.html", "gone.json"];
    for name in names {
        let ran = ksb(folder.path(), &["fmt", "--color=never", name], "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{name}");
        assert!(ran.err.contains("error[") && ran.err.contains(name), "{name}: {}", ran.err);
    }
    assert!(ksb(folder.path(), &["fmt", "a.json"], "").err.contains("JSON cannot have comments"));
    let ran = ksb(folder.path(), &[&["fmt", "b.json"][..], &names].concat(), "");
    assert_eq!(ran.code, Some(2));
    assert_eq!((content(&folder, "a.json"), content(&folder, "b.json")), (comment, LAID_OUT.to_owned()));
}

#[test]
fn every_shell_has_completions() {
    let folder = folder(&[]);
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = ksb(folder.path(), &["completions", shell], "");
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
        assert!(ran.out.contains("unsafe-fixes") && ran.out.contains("explain"), "{shell}");
    }
    assert_eq!(ksb(folder.path(), &["completions", "tcsh"], "").code, Some(2));
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = folder(&[]);
    let whole = ksb(folder.path(), &["man"], "");
    assert!(whole.code == Some(0) && whole.out.contains(".SH SUBCOMMANDS"), "{}", whole.out);
    let help = ksb(folder.path(), &["--help"], "").out;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands = commands.take_while(|line| !line.is_empty());
    let commands: Vec<&str> = commands
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|name| !name.is_empty()))
        .collect();
    assert!(commands.contains(&"check") && commands.contains(&"man"), "{commands:?}");
    for command in commands {
        let ran = ksb(folder.path(), &["man", command], "");
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{command}");
        assert!(ran.out.contains(&format!(".TH ksb-{command} 1")), "{command}: {}", ran.out);
        assert!(whole.out.contains(&format!("ksb\\-{}(1)", command.replace('-', "\\-"))), "{command}");
    }
    let ran = ksb(folder.path(), &["man", "chekc"], "");
    assert!(ran.code == Some(2) && ran.err.contains("did you mean `check`?"), "{}", ran.err);
}

/// Any JSON value a few levels deep, with keys of documents among its keys.
fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,60}".prop_map(Value::from),
        "[KSB][1-9]".prop_map(Value::from),
    ];
    let key = prop_oneof![
        prop::sample::select(vec!["kind", "title", "duties", "knowledge", "code", "text", "ksbs", "source"])
            .prop_map(str::to_owned),
        ".{0,8}",
    ];
    leaf.prop_recursive(5, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn laying_out_changes_no_meaning_and_is_its_own_layout(value in json()) {
        let text = canonical(&value.to_string()).expect("JSON");
        prop_assert_eq!(meaning(&text), value);
        prop_assert_eq!(canonical(&text), Ok(text.clone()));
    }
}
