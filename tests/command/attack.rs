//! Files and texts that were made to harm the person who checks them.

use std::fs::{self, OpenOptions};
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;

use super::{clean, faulty, folder, ksb, run, sample, with_faults};

/// A document that can be laid out again and has something to fix.
fn fixable() -> String {
    clean().replacen("\"kind\": ", "\"kind\":  ", 1).replacen("Plan menus", "Plan  menus", 1)
}

#[cfg(unix)]
#[test]
fn a_file_that_is_written_keeps_its_rights_and_never_those_of_somebody_else() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let folder = folder(&[("a.standard.json", b"")]);
    let path = folder.path().join("a.standard.json");
    for (before, after) in [(0o600, 0o600), (0o640, 0o640), (0o4755, 0o755), (0o2775, 0o775), (0o666, 0o666)]
    {
        fs::write(&path, fixable()).expect("it can be written");
        // If this user is allowed to, it gives the file to somebody else.
        let _for_root_alone = std::os::unix::fs::chown(&path, Some(4242), Some(4242));
        fs::set_permissions(&path, fs::Permissions::from_mode(before)).expect("rights");
        let old = fs::metadata(&path).expect("it is there");
        assert_eq!(run(ksb(folder.path()).args(["fmt", "a.standard.json"])).code, 0);
        let new = fs::metadata(&path).expect("it is there");
        assert_ne!(fs::read_to_string(&path).expect("a text"), fixable());
        assert_eq!((new.mode() & 0o7777, new.uid(), new.gid()), (after, old.uid(), old.gid()), "{before:o}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_a_folder_is_read_and_not_written() {
    let outside = folder(&[("real.json", fixable().as_bytes())]);
    let folder = folder(&[("in/real.json", fixable().as_bytes())]);
    let link = |target: &Path, name: &str| {
        std::os::unix::fs::symlink(target, folder.path().join("in").join(name)).expect("links can be made");
    };
    link(&outside.path().join("real.json"), "out.standard.json");
    link(Path::new("real.json"), "inside.standard.json");
    for command in [&["fmt", "in"][..], &["check", "--fix", "--unsafe-fixes", "in"]] {
        let ran = run(ksb(folder.path()).args(command));
        assert_eq!(ran.code, 2, "{}", ran.out);
        assert!(
            ran.err.contains("`in/out.standard.json` is a link to a file outside the folder"),
            "{}",
            ran.err
        );
        assert_eq!(fs::read_to_string(outside.path().join("real.json")).expect("a text"), fixable());
        assert_ne!(fs::read_to_string(folder.path().join("in/real.json")).expect("a text"), fixable());
    }
    assert_eq!(run(ksb(folder.path()).args(["fmt", "in/out.standard.json"])).code, 0);
    assert_ne!(fs::read_to_string(outside.path().join("real.json")).expect("a text"), fixable());
}

#[cfg(unix)]
#[test]
fn a_pipe_in_a_folder_is_skipped_and_reported() {
    let folder = folder(&[("in/a.standard.json", clean().as_bytes())]);
    let pipe = folder.path().join("in/pipe.standard.json");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    for command in ["check", "fmt"] {
        let ran = run(ksb(folder.path()).args([command, "in"]));
        let said = ran.out + &ran.err;
        assert_eq!(ran.code, 2, "{said}");
        assert!(said.contains("pipe.standard.json") && said.contains("skipped"), "{said}");
    }
    // A pipe that is named is read, so something has to write to it.
    let writer = std::thread::spawn(move || fs::write(pipe, clean()));
    assert_eq!(run(ksb(folder.path()).args(["check", "in/pipe.standard.json"])).code, 0);
    writer.join().expect("no panic").expect("it was read");
}

#[test]
fn what_a_killed_run_has_left_goes_with_the_next_one() {
    let folder = folder(&[("a.standard.json", fixable().as_bytes()), (".ksb-0123456789ab.tmp", b"half")]);
    assert_eq!(run(ksb(folder.path()).args(["fmt", "a.standard.json"])).code, 0);
    let names =
        fs::read_dir(folder.path()).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    assert_eq!(names.collect::<Vec<_>>(), ["a.standard.json"]);
}

#[cfg(unix)]
#[test]
fn why_a_file_cannot_be_written_names_no_file_of_ours() {
    let folder = folder(&[("a.json", clean().as_bytes())]);
    let ran = run(ksb(folder.path()).args(["convert", "a.json", "-o", "none/b.json"]));
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot write `none/b.json`: there is no such file or folder"), "{}", ran.err);
    assert!(!ran.err.contains("os error") && !ran.err.contains(".ksb-"), "{}", ran.err);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_fails() {
    let folder = folder(&[("a.json", faulty().as_bytes())]);
    for command in [
        &["--help"][..],
        &["-h"],
        &["--version"],
        &["check", "--help"],
        &["help", "diff"],
        &["rules"],
        &["explain", "dangling-code"],
        &["schema", "standard"],
        &["completions", "bash"],
        &["man"],
        &["check", "a.json"],
        &["convert", "a.json"],
        &["matrix", "a.json"],
    ] {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("it is there");
        let mut full = std::process::Command::new(env!("CARGO_BIN_EXE_ksb"))
            .current_dir(folder.path())
            .args(command)
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut said = String::new();
        std::io::Read::read_to_string(&mut full.stderr.take().expect("a pipe"), &mut said).expect("a text");
        assert_eq!(full.wait().expect("it ends").code(), Some(2), "{command:?}");
        assert!(
            said.contains("error: cannot write to standard output: no space left"),
            "{command:?}: {said}"
        );
    }
}

#[test]
fn a_document_longer_than_any_is_refused_and_an_array_as_long_is_read() {
    let long = format!("{}, \"x\": \"{}\"}}", clean().trim_end().trim_end_matches('}'), "a".repeat(16 << 20));
    let array = format!("[{}]", vec![clean(); (17 << 20) / clean().len()].join(","));
    let folder = folder(&[("long.json", long.as_bytes()), ("array.json", array.as_bytes())]);
    for command in ["check", "convert", "fmt", "matrix"] {
        let ran = run(ksb(folder.path()).args([command, "long.json"]));
        let said = (ran.out + &ran.err).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(ran.code, 2, "{command}: {said}");
        assert!(said.contains("the document is longer than 16777216 bytes"), "{command}: {said}");
    }
    let ran = run(ksb(folder.path()).args([
        "check",
        "--format",
        "statistics",
        "--scope",
        "document",
        "array.json",
    ]));
    assert_eq!(ran.code, 0, "{}", ran.out);
}

#[test]
fn files_beside_the_documents_have_the_same_limit() {
    let folder = folder(&[
        ("a.standard.json", clean().as_bytes()),
        ("b.standard.json", faulty().as_bytes()),
        ("long.toml", &vec![b'#'; 100_000]),
    ]);
    for command in [
        &["check", "--config", "long.toml"][..],
        &["check", "--baseline", "long.toml"],
        &["diff", "--pairing=long.toml", "b.standard.json"],
        &["diff", "--accept=long.toml", "b.standard.json"],
    ] {
        let ran = run(ksb(folder.path()).args(command).args(["a.standard.json", "--max-size", "50K"]));
        let said = ran.out + &ran.err;
        assert_eq!(ran.code, 2, "{command:?}: {said}");
        assert!(said.contains("is larger than 51200 bytes"), "{command:?}: {said}");
    }
}

/// The document with characters that act on a screen, and text that a workflow runner takes for a command, in all its
/// texts.
fn acting(value: &mut Value) {
    const ACTS: &str =
        "\n::error::X\u{1b}[31m\u{7}\u{202e}\u{2066}\u{200b}\u{85}\u{9b}\u{e0041} ##[error]X ::warning::X";
    match value {
        Value::String(text) if text.contains(' ') => text.push_str(ACTS),
        Value::Array(items) => items.iter_mut().for_each(acting),
        Value::Object(members) => members.values_mut().for_each(acting),
        _ => {}
    }
}

fn assert_harmless(text: &str, by: &str) {
    let acts = |character: char| {
        let is_seen = !character.is_control() || "\n\r\t".contains(character);
        !is_seen || matches!(character, '\u{202e}' | '\u{2066}' | '\u{200b}' | '\u{e0041}')
    };
    assert_eq!(text.find(acts).map(|at| &text[at..text.ceil_char_boundary(at + 40)]), None, "{by}");
    let is_command = |line: &&str| {
        let named = line.trim_start().strip_prefix("::");
        line.contains("##[") || named.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    // A page is for browsers: no runner reads it as a log.
    let is_page = text.starts_with("<!DOCTYPE html>");
    assert_eq!(text.lines().find(is_command).filter(|_| !is_page), None, "{by}");
}

#[cfg(unix)]
#[test]
fn no_report_for_people_acts_on_a_screen_or_a_workflow() {
    let mut old: Value = serde_json::from_str(&with_faults(3)).expect("JSON");
    acting(&mut old);
    let mut new: Value = serde_json::from_str(&clean()).expect("JSON");
    new["duties"][0]["text"] = "Plan \u{1b}[1mmenus\n::error::Y that are\u{202e} good.".into();
    let name = "::error::a\u{1b}[1m\u{202e}\n::warning::b.standard.json";
    let folder = folder(&[(name, old.to_string().as_bytes()), ("new.json", new.to_string().as_bytes())]);
    let check = ["full", "concise", "narrated", "markdown", "html", "statistics"]
        .map(|one| ["check", "--format", one]);
    let matrix = ["text", "markdown", "csv", "html"].map(|one| ["matrix", "--format", one]);
    for command in check.iter().chain(&matrix) {
        let ran = run(ksb(folder.path()).args(command).arg(name));
        assert_harmless(&ran.out, &format!("{command:?}"));
        assert_harmless(&ran.err, &format!("{command:?}"));
    }
    for format in ["terminal", "markdown", "html", "csv", "stat"] {
        for sides in [[name, "new.json"], ["new.json", name]] {
            let ran = run(ksb(folder.path()).args(["diff", "--format", format]).args(sides));
            assert_harmless(&ran.out, &format!("diff {format}"));
            assert_harmless(&ran.err, &format!("diff {format}"));
        }
    }
    for format in ["terminal", "markdown", "html"] {
        let ran = run(ksb(folder.path()).args(["history", "ST9904", "--format", format, name]));
        assert_harmless(&ran.out, &format!("history {format}"));
        assert_harmless(&ran.err, &format!("history {format}"));
    }
    for command in [
        &["fmt", "--check"][..],
        &["check", "--show-files"],
        &["history", "ST1"],
        &["convert", "-o", "no/no"],
    ] {
        let ran = run(ksb(folder.path()).args(command).arg(name));
        assert_harmless(&ran.out, &format!("{command:?}"));
        assert_harmless(&ran.err, &format!("{command:?}"));
    }
}

#[test]
fn a_history_says_why_a_file_was_not_read() {
    let shop = fs::read(sample("pages/not-a-standard.txt")).expect("the sample is there");
    let folder = folder(&[("shop.txt", &shop), ("a.json", clean().as_bytes())]);
    for (files, code) in [(&["shop.txt"][..], 2), (&["missing.json"], 2), (&["a.json", "shop.txt"], 2)] {
        let ran = run(ksb(folder.path()).args(["history", "ST9904"]).args(files));
        assert_eq!(ran.code, code);
        let why = if files.contains(&"shop.txt") { "unrecognised-format" } else { "there is no such file" };
        assert!(ran.err.contains(why), "{files:?}: {}", ran.err);
    }
}
