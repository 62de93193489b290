//! What each format says about a pair of samples.

use serde_json::Value;

use super::{NEW, OLD, diff, folder, report, samples, standard};

/// The output of a run in the folder of the samples, whatever the version of the program.
fn shown(arguments: &[&str]) -> String {
    let ran = diff(&samples(), &[arguments, &[OLD, NEW]].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    ran.out.replace(concat!("ksb ", env!("CARGO_PKG_VERSION")), "ksb VERSION")
}

#[test]
fn a_narrow_terminal() {
    insta::assert_snapshot!(shown(&["--width", "80"]));
}

#[test]
fn a_wide_terminal() {
    insta::assert_snapshot!(shown(&["--width", "120"]));
}

#[test]
fn a_comment_in_markdown() {
    insta::assert_snapshot!(shown(&["--format", "markdown"]));
}

#[test]
fn a_table_of_codes() {
    insta::assert_snapshot!(shown(&["--format", "csv"]));
}

#[test]
fn one_line() {
    insta::assert_snapshot!(shown(&["--stat"]));
}

#[test]
fn prose_against_statements() {
    let ran = diff(&samples(), &["--width", "80", "pages/canal-lock-keeper-retired.txt", NEW]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("\nProse against statements\n"), "{}", ran.out);
    assert!(!ran.out.contains("+ added"), "{}", ran.out);
    let report = report(&samples(), &["pages/canal-lock-keeper-retired.txt", NEW]);
    assert_eq!(report["narrative"]["side"], "old");
}

/// The changes with an id.
fn of<'a>(report: &'a Value, id: &str) -> Vec<&'a Value> {
    report["changes"].as_array().expect("a list").iter().filter(|change| change["id"] == id).collect()
}

#[test]
fn the_json_report_keeps_its_contract() {
    let report = report(&samples(), &[OLD, NEW]);
    assert_eq!((&report["format"], &report["category"]), (&"ksb.diff/1".into(), &"revision".into()));
    assert_eq!(report["old"]["reference"], "ST9901");
    assert_eq!((&report["old"]["version"], &report["new"]["version"]), (&"1.0".into(), &"1.1".into()));
    let number = of(&report, "skill-number-changed");
    assert_eq!(number.len(), 1);
    assert_eq!((&number[0]["old"]["code"], &number[0]["new"]["code"]), (&"S10".into(), &"S11".into()));
    let words = number[0]["words"].as_array().expect("a list");
    let new: String = words.iter().map(|word| word["new"].as_str().expect("text")).collect();
    assert_eq!(number[0]["new"]["text"], new);
    let merge = of(&report, "knowledge-merged");
    assert_eq!(merge[0]["old"]["code"], "K12+K13");
    let mapping = of(&report, "mapping-added");
    assert_eq!(mapping[0]["new"]["code"], "D2→K6");
    assert_eq!(report["counts"]["skills"]["added"], 1);
    assert_eq!(report["renumbering"].as_array().map(Vec::len), Some(3));
}

#[test]
fn formats_may_be_mixed() {
    let page = report(&samples(), &["pages/canal-lock-keeper-1.0.txt", NEW]);
    let codes = |report: &Value| report["codes"].clone();
    assert_eq!(codes(&page), codes(&report(&samples(), &[OLD, NEW])));
    assert_eq!(page["old"]["read"], "standard-page-text");
    let forced = diff(&samples(), &["--from-old", "native-json", "pages/canal-lock-keeper-1.0.txt", NEW]);
    assert_eq!(forced.code, 2);
}

#[test]
fn what_does_not_differ_is_one_line() {
    let same = diff(&samples(), &[OLD, OLD]);
    assert_eq!(
        (same.code, same.out.as_str()),
        (0, "ST9901 version 1.0 → ST9901 version 1.0: no differences\n")
    );
    let markdown = diff(&samples(), &["--format", "markdown", OLD, OLD]);
    assert!(markdown.out.contains("no differences"), "{}", markdown.out);
    assert_eq!(report(&samples(), &[OLD, OLD])["category"], Value::Null);
}

#[test]
fn typography_is_shown_on_request() {
    let folder = folder(&[
        ("a.json", &standard(&["The angle of a kite's sail.", "The laws of the sky."])),
        ("b.json", &standard(&["The angle of a kite’s sail", "The laws of\u{a0}the sky."])),
    ]);
    let quiet = diff(folder.path(), &["a.json", "b.json"]);
    assert_eq!(quiet.out.lines().count(), 1, "{}", quiet.out);
    assert!(quiet.out.contains("2 texts (`--typography` shows them)"), "{}", quiet.out);
    let loud = diff(folder.path(), &["--typography", "a.json", "b.json"]);
    assert!(loud.out.contains("K1 ~ typography"), "{}", loud.out);
}

#[test]
fn a_report_can_go_to_a_file() {
    let folder = folder(&[("a.json", &standard(&["One."])), ("b.json", &standard(&["Two kites."]))]);
    let ran = diff(folder.path(), &["a.json", "b.json", "-o", "out.txt"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let written = std::fs::read_to_string(folder.path().join("out.txt")).expect("it was written");
    assert_eq!(written, diff(folder.path(), &["a.json", "b.json"]).out);
}

#[test]
fn a_side_can_be_standard_input() {
    let folder = folder(&[("a.json", &standard(&["The laws of the sky."]))]);
    let mut command = super::ksb(folder.path());
    let input = standard(&["The laws of the sky.", "The names of winds."]);
    let ran = super::run(command.args(["diff", "a.json", "-", "--stat"]).write_stdin(input));
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("1 added"), "{}", ran.out);
}
