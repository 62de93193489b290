//! Documents in other formats, and templates.

use std::fs;

use super::{clean, folder, ksb, run};

#[test]
fn the_ending_of_a_file_says_its_format() {
    let folder = folder(&[("a.json", clean().as_bytes())]);
    for (name, first) in
        [("b.docx", "PK"), ("b.XLSX", "PK"), ("b.csv", "\u{feff}Type,Code,Text,KSBs"), ("b.md", "# ")]
    {
        let ran = run(ksb(folder.path()).args(["convert", "a.json", "-o", name]));
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{name}");
        let written = fs::read(folder.path().join(name)).expect("it was written");
        assert!(written.starts_with(first.as_bytes()), "{name}");
        let checked = run(ksb(folder.path()).args(["check", name]));
        assert_eq!(checked.code, 0, "{name}: {}", checked.out);
        let changes = run(ksb(folder.path()).args(["diff", "a.json", name]));
        assert!(changes.out.contains("no differences"), "{name}: {}", changes.out);
    }
    let named = run(ksb(folder.path()).args(["convert", "a.json", "--to", "csv"]));
    assert_eq!(named.out.into_bytes(), fs::read(folder.path().join("b.csv")).expect("it was written"));
}

#[test]
fn no_file_is_written_over_unasked() {
    let folder = folder(&[("a.json", clean().as_bytes()), ("b.md", b"mine"), ("c.docx", b"mine")]);
    for arguments in [&["convert", "a.json", "-o", "b.md"][..], &["new", "b.md"], &["new", "c.docx"]] {
        let ran = run(ksb(folder.path()).args(arguments));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("already exists") && ran.err.contains("--force"), "{}", ran.err);
        let file = folder.path().join(arguments[arguments.len() - 1]);
        assert!(fs::read(&file).expect("it is there") == b"mine");
        let forced = run(ksb(folder.path()).args(arguments).arg("--force"));
        assert_eq!((forced.code, forced.err.as_str()), (0, ""));
        fs::write(&file, "mine").expect("it can be written");
    }
}

#[test]
fn a_draft_begins_from_nothing() {
    let folder = folder(&[]);
    let markdown = run(ksb(folder.path()).arg("new"));
    assert!(markdown.code == 0 && markdown.out.starts_with("# [Insert the title"), "{}", markdown.out);
    let unit = run(ksb(folder.path()).args(["new", "--kind", "unit", "--format", "csv"]));
    assert!(unit.out.contains("Kind,,Apprenticeship unit,") && !unit.out.contains("Duty"), "{}", unit.out);
    let unknown = run(ksb(folder.path()).args(["new", "draft.odt"]));
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("the format of `draft.odt` is unknown"), "{}", unknown.err);
    let named = run(ksb(folder.path()).args(["new", "draft.txt", "--format", "markdown"]));
    assert_eq!((named.code, folder.path().join("draft.txt").is_file()), (0, true));
    let checked = run(ksb(folder.path()).args(["check", "draft.txt", "--format", "concise"]));
    assert!(checked.out.contains("K1 has not been written yet"), "{}", checked.out);
}

#[test]
fn no_file_gets_another_format_than_its_name_says() {
    let folder = folder(&[("a.json", clean().as_bytes())]);
    assert_eq!(run(ksb(folder.path()).args(["convert", "a.json", "-o", "a.docx"])).code, 0);
    for (arguments, file, why) in [
        (&["convert", "a.json", "-o", "b.html"][..], "b.html", "is unknown: use one of the endings"),
        (&["convert", "a.json", "--to", "csv", "-o", "b.xlsx"], "b.xlsx", "end it with .csv"),
        (&["new", "--format", "csv", "b.docx"], "b.docx", "end it with .csv"),
        (&["check", "a.docx", "--output", "comments:b.xlsx"], "b.xlsx", "end it with .docx"),
        (&["renumber", "a.json", "-o", "b.md"], "b.md", "end it with .json"),
    ] {
        let ran = run(ksb(folder.path()).args(arguments));
        assert!(ran.code == 2 && ran.err.contains(why), "{arguments:?}: {}", ran.err);
        assert!(!folder.path().join(file).exists(), "{file}");
    }
    for file in ["b.txt", "standard"] {
        let ran = run(ksb(folder.path()).args(["convert", "a.json", "--to", "md", "-o", file]));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{file}");
    }
}
