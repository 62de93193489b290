//! Folders compared with folders.

use tempfile::TempDir;

use super::{NEW, OLD, diff, folder, report, sample, standard};

/// Two folders, with one standard that is the same, one that is revised under another name, one
/// that is edited, one that is only in the old folder and one that is only in the new one.
fn folders() -> TempDir {
    let kite = |reference: &str, texts: &[&str]| standard(texts).replace("ST9990", reference);
    let same = kite("ST9981", &["The names of winds."]);
    folder(&[
        ("2023/same.standard.json", &same),
        ("2024/same.standard.json", &same),
        ("2023/canal.standard.json", &sample(OLD)),
        ("2024/lock-keeper.standard.json", &sample(NEW)),
        ("2023/edited.standard.json", &kite("ST9982", &["The rules of the air over towns."])),
        ("2024/edited.standard.json", &kite("ST9982", &["The rules of air over towns."])),
        ("2023/gone.standard.json", &kite("ST9983", &["How to land a kite."])),
        ("2024/deep/came.standard.json", &kite("ST9984", &["How to start a kite."])),
        ("2024/notes.txt", "not a standard"),
    ])
}

#[test]
fn documents_are_matched_by_reference_the_weightiest_first() {
    let folder = folders();
    let ran = diff(folder.path(), &["2023", "2024", "--stat"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let starts: Vec<&str> = ran.out.lines().map(|line| line.split('.').next().unwrap_or(line)).collect();
    assert_eq!(ran.out.lines().count(), 5, "{starts:?}");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(lines[0].starts_with("ST9901 version 1.0 → ST9901 version 1.1: revision."), "{}", lines[0]);
    assert!(lines[1].contains("ST9982") && lines[1].contains(": correction."), "{}", lines[1]);
    assert!(lines[2].ends_with(": no differences"), "{}", lines[2]);
    assert!(lines[3].starts_with("2023/gone.standard.json: removed"), "{}", lines[3]);
    assert!(lines[4].starts_with("2024/deep/came.standard.json: added"), "{}", lines[4]);
}

#[test]
fn every_format_holds_all_of_them() {
    let folder = folders();
    let terminal = diff(folder.path(), &["2023", "2024"]).out;
    assert!(
        terminal.contains("\n== 2023/canal.standard.json → 2024/lock-keeper.standard.json\n"),
        "{terminal}"
    );
    assert!(terminal.starts_with("2023 → 2024\n2 documents changed, "), "{terminal}");
    assert!(terminal.contains("1 document is the same on both sides."), "{terminal}");
    let markdown = diff(folder.path(), &["--format", "markdown", "2023", "2024"]).out;
    assert!(markdown.contains("### 2023 → 2024\n\n**2 documents changed, "), "{markdown}");
    let csv = diff(folder.path(), &["--format", "csv", "2023", "2024"]).out;
    assert!(csv.starts_with("document,old code,new code,what,old text,new text,why paired\n"), "{csv}");
    let json = report(folder.path(), &["2023", "2024"]);
    assert_eq!((&json["format"], &json["category"]), (&"ksb.diffs/1".into(), &"revision".into()));
    assert_eq!(json["comparisons"].as_array().map(Vec::len), Some(3));
    assert_eq!(json["onlyOld"][0], "2023/gone.standard.json");
}

#[test]
fn a_gate_counts_whole_documents_too() {
    let folder = folder(&[
        ("a/x.standard.json", &standard(&["The names of winds."])),
        ("b/x.standard.json", &standard(&["The names of winds."])),
        ("b/y.standard.json", &standard(&["How to start a kite."]).replace("ST9990", "ST9991")),
    ]);
    let ran = diff(folder.path(), &["a", "b", "--fail-on", "revision"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("b/y.standard.json: a whole standard was added or removed"), "{}", ran.err);
    assert_eq!(diff(folder.path(), &["a", "a", "--fail-on", "info"]).code, 0);
}

#[test]
fn a_document_that_cannot_be_read_is_not_passed_over() {
    let folder = folder(&[
        ("a/x.standard.json", &standard(&["The names of winds."])),
        ("b/x.standard.json", &standard(&["The names of winds."])),
        ("b/y.standard.json", "no standard at all"),
    ]);
    let ran = diff(folder.path(), &["a", "b", "--stat"]);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("no differences") && ran.err.contains("b/y.standard.json"), "{}", ran.err);
}
