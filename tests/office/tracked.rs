//! Tracked changes: either state of the document can be read.

use crate::Folder;
use crate::package::{p, tc, word};

const MARK: &str = "w:id=\"1\" w:author=\"A\" w:date=\"2026-01-01T00:00:00Z\"";

fn inserted(text: &str) -> String {
    format!("<w:ins {MARK}><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:ins>")
}

fn deleted(text: &str) -> String {
    format!("<w:del {MARK}><w:r><w:delText xml:space=\"preserve\">{text}</w:delText></w:r></w:del>")
}

/// A paragraph whose end is also deleted or inserted.
fn whole(mark: &str, content: &str) -> String {
    format!("<w:p><w:pPr><w:rPr><w:{mark} {MARK}/></w:rPr></w:pPr>{content}</w:p>")
}

/// The knowledge statements with all changes accepted, and with all rejected.
fn states(body: &str) -> [Vec<String>; 2] {
    let folder = Folder::new();
    folder.file("a.docx", &word(&(p("Knowledge") + body + &p("Skills") + &p("S1: Moor a ferry.")), ""));
    ["accepted", "original"].map(|state| {
        let ran =
            folder.ksb(&["check", "--tracked", state, "--format", "json", "--severity", "advice", "a.docx"]);
        let report: serde_json::Value = serde_json::from_str(&ran.stdout).expect("JSON");
        let found = report["diagnostics"].as_array().expect("findings").iter();
        let unmapped = found.filter(|one| one["rule"] == "stub-statement" || one["rule"] == "repeated-word");
        unmapped.map(|one| one["subject"].as_str().unwrap_or_default().to_owned()).collect()
    })
}

#[test]
fn words_come_and_go() {
    let body = format!(
        "<w:p><w:r><w:t>K1: The </w:t></w:r>{}{}<w:r><w:t> of the bay.</w:t></w:r></w:p>",
        deleted("tides tides"),
        inserted("currents")
    );
    assert_eq!(states(&body), [vec![], vec!["K1".to_owned()]]);
}

#[test]
fn whole_paragraphs_come_and_go() {
    let gone = whole("del", &deleted("K1: The the old tides."));
    let new = whole("ins", &inserted("K2: The the new tides."));
    assert_eq!(states(&(gone + &p("K3: The bay.") + &new)), [vec!["K2".to_owned()], vec!["K1".to_owned()]]);
}

#[test]
fn paragraphs_are_joined_and_parted() {
    let joined =
        whole("del", "<w:r><w:t xml:space=\"preserve\">K1: The tides of </w:t></w:r>") + &p("of the bay.");
    assert_eq!(states(&joined), [vec!["K1".to_owned()], vec![]]);
}

#[test]
fn cells_of_tables_come_and_go() {
    let cell =
        |mark: &str, text: &str| format!("<w:tc><w:tcPr><w:{mark} {MARK}/></w:tcPr>{}</w:tc>", p(text));
    let row = |cells: String| format!("<w:tbl><w:tr>{}{cells}</w:tr></w:tbl>", tc(&["K1"]));
    let body = row(cell("cellDel", "The the tides of the bay.") + &cell("cellIns", "The tides of the bay."));
    assert_eq!(states(&body), [vec![], vec!["K1".to_owned()]]);
}

#[test]
fn rows_of_tables_come_and_go() {
    let row = |mark: &str, code: &str| {
        let properties =
            if mark.is_empty() { String::new() } else { format!("<w:trPr><w:{mark} {MARK}/></w:trPr>") };
        format!("<w:tr>{properties}{}{}</w:tr>", tc(&[code]), tc(&["The the tides of the bay."]))
    };
    let body = format!("<w:tbl>{}{}{}</w:tbl>", row("", "K1"), row("ins", "K2"), row("del", "K3"));
    let codes = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    assert_eq!(states(&body), [codes(&["K1", "K2"]), codes(&["K1", "K3"])]);
}

#[test]
fn a_document_is_compared_with_what_it_was() {
    let folder = Folder::new();
    let body = p("Knowledge")
        + &format!(
            "<w:p><w:r><w:t xml:space=\"preserve\">K1: Keep records for </w:t></w:r>{}{}<w:r><w:t> months.</w:t></w:r></w:p>",
            deleted("6"),
            inserted("12")
        )
        + &whole("ins", &inserted("K2: The tides of the bay."))
        + &p("Skills")
        + &p("S1: Moor a ferry at the pier.");
    folder.file("a.docx", &word(&body, ""));
    let ran = folder.ksb(&["diff", "--tracked", "a.docx"]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    for expected in ["number changed: 6 → 12", "K2 + added", "a.docx before its tracked changes"] {
        assert!(ran.stdout.contains(expected), "{expected}: {}", ran.stdout);
    }
    folder.file("a.txt", b"K1: The tides.");
    let refused = folder.ksb(&["diff", "--tracked", "a.txt"]);
    assert!(refused.code == Some(2) && refused.stderr.contains("not a Word document"), "{}", refused.stderr);
    let both = folder.ksb(&["diff", "--tracked", "a.docx", "a.txt", "a.docx"]);
    assert_eq!(both.code, Some(2));
}
