//! What cannot be compared is reported on standard error, and never looks like a document without changes.

use super::{NEW, OLD, diff, folder, ksb, run, sample, samples, standard};

/// The error of a run that ends with 2 and writes nothing.
fn refused(arguments: &[&str]) -> String {
    let folder = folder(&[
        ("a.json", &standard(&["The names of winds."])),
        ("map.json", &sample("land-water-heritage.occupational-map.json")),
        ("page.txt", "Wanted: someone to fly kites.\n"),
        ("broken.json", "{ \"kind\": \"apprenticeship\", \"title\": \"Kite maker\", \"duties\": [ }"),
        ("accepted.toml", "[[accept]]\nfingerprint = \"12\"\nreason = \"\"\n"),
        ("pairing.toml", "[[pair]]\nold = \"K1\"\n"),
        ("sub/b.standard.json", &standard(&["The names of winds."])),
        ("empty/notes.txt", "nothing here\n"),
    ]);
    let ran = diff(folder.path(), arguments);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {}", ran.err);
    ran.err
}

#[test]
fn sides_that_cannot_be_read() {
    for format in ["terminal", "markdown", "html", "json", "csv"] {
        let with = |side: &str| refused(&["--format", format, "a.json", side]);
        assert!(with("missing.json").contains("there is no file or folder `missing.json`"));
        assert!(with("page.txt").contains("error[unrecognised-format]"));
        assert!(
            with("map.json")
                .contains("`map.json` is an occupational map and the other document is a standard")
        );
    }
    assert!(refused(&["a.json", "HEAD:a.json"]).contains("git does not give it either"));
    assert!(refused(&["a.json", "sub"]).contains("a file cannot be compared with a folder"));
    assert!(refused(&["empty", "empty"]).contains("there are no *.standard.json"));
    assert!(refused(&["-", "-"]).contains("only one side can be standard input"));
    assert!(refused(&["a.json", "a.json", "a.json"]).contains("`a.json` is a file"));
    assert!(refused(&["nothing", "a.json", "a.json"]).contains("`nothing` is not a commit"));
}

#[test]
fn wrong_usage() {
    let wrong: [(&[&str], &str); 11] = [
        (&["a.json"], "give 2 values for `OLD` and `NEW`, not 1"),
        (&["a.json", "a.json", "--format", "xml"], "use `terminal`, `markdown`, `html`, `json` or `csv`"),
        (&["a.json", "a.json", "--stat", "--format", "json"], "cannot be used with"),
        (&["a.json", "a.json", "--pair", "K1"], "`K1` is not a pairing"),
        (&["a.json", "a.json", "--pair", "K1=K7"], "the new document has no K7"),
        (&["a.json", "a.json", "--category", "level-chnged=info"], "did you mean `level-changed`?"),
        (&["a.json", "a.json", "--category", "level-changed=big"], "unknown category `big`"),
        (&["a.json", "a.json", "--accept", "none.toml"], "`none.toml`: there is no such file"),
        (&["a.json", "a.json", "--accept", "accepted.toml"], "entry 1: `12` is not a fingerprint"),
        (&["a.json", "a.json", "--pairing", "pairing.toml"], "missing field `new`"),
        (&["a.json", "a.json", "--today", "soon"], "`soon` is not a date"),
    ];
    for (arguments, message) in wrong {
        let said = refused(arguments);
        assert!(said.contains(message), "{arguments:?}: {said}");
    }
}

#[test]
fn a_gate_does_not_pass_what_could_not_be_read_whole() {
    let folder = folder(&[
        ("a.json", &standard(&["The names of winds."])),
        ("b.json", &standard(&["The names of winds."]).replace("\"level\": 2", "\"level\": 2,, ")),
    ]);
    let open = diff(folder.path(), &["a.json", "b.json"]);
    assert_eq!(open.code, 0);
    assert!(open.err.contains("error[syntax]"), "{}", open.err);
    let gated = diff(folder.path(), &["a.json", "b.json", "--fail-on", "revision"]);
    assert_eq!(gated.code, 2);
}

#[test]
fn what_is_wrong_is_said_as_check_says_it() {
    let twice =
        standard(&["The names of winds."]).replace("\"K1\"\n      ]", "\"K1\",\n        \"K1\"\n      ]");
    let old = standard(&["The names of winds."]);
    let folder = folder(&[("a.json", &old), ("b.json", &twice)]);
    for gate in [&[][..], &["--fail-on", "info"]] {
        let ran = diff(folder.path(), &[&["a.json", "b.json"], gate].concat());
        assert!(ran.err.contains("warning[duplicate-mapping]"), "{}", ran.err);
        assert_eq!((ran.code, ran.err.contains("error[")), (0, false), "{}", ran.err);
    }
    for command in ["convert", "matrix"] {
        let ran = run(ksb(folder.path()).args([command, "b.json"]));
        assert!(ran.err.contains("warning[duplicate-mapping]"), "{}", ran.err);
        assert_eq!((ran.code, ran.err.contains("error[")), (0, false), "{}", ran.err);
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    for format in ["terminal", "json", "html"] {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_ksb"))
            .current_dir(samples())
            .args(["diff", "--format", format, OLD, NEW])
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(0), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[test]
fn the_help_shows_examples() {
    let help = run(ksb(&samples()).args(["diff", "--help"]));
    assert!(help.out.contains("ksb diff HEAD~1:a.standard.json a.standard.json"), "{}", help.out);
    assert!(help.out.contains("Only Skills England decides"));
}
