//! Documents that other programs wrote, each in a different layout: each states exactly what `documents/standard.json`
//! does, and anything that is not read is reported. `documents/make.py` wrote them with python-docx, openpyxl,
//! `LibreOffice` and Pandoc.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::Folder;

const CRITERIA: &str = "the section \"Criteria for measuring performance\" is not read";
const NUMBERS: &str = "statements have numbers without letters: they are read as K1, K2 and so on";
const SECTIONS: &str = "2 sections are not read: Who may apply, Glossary";

/// The documents, and what is reported about them.
const DOCUMENTS: [(&str, Option<&str>); 41] = [
    ("a-sheet-a-part.xlsx", None),
    ("columns-of-codes.docx", None),
    ("columns-of-codes.xlsx", None),
    ("columns-of-numbers.docx", None),
    ("columns-of-numbers.xlsx", None),
    ("criteria-column.docx", None),
    ("duty-table.docx", None),
    ("labelled-table-a-duty.docx", Some(CRITERIA)),
    ("libreoffice-columns.docx", None),
    ("libreoffice-html.docx", Some(NUMBERS)),
    ("libreoffice-matrix.ods", None),
    ("libreoffice-moved-cells.xlsx", None),
    ("libreoffice-paragraphs.docx", None),
    ("libreoffice-sections.docx", Some(SECTIONS)),
    ("libreoffice-sheets.ods", None),
    ("libreoffice-table-a-duty.docx", Some(CRITERIA)),
    ("mapped-to-duties.docx", None),
    ("mapped-to-duties.xlsx", None),
    ("matrix-of-duties.docx", None),
    ("matrix-of-statements.docx", None),
    ("matrix-of-statements.xlsx", None),
    ("matrix.xlsx", None),
    ("merged-rows.docx", None),
    ("moved-cells.xlsx", None),
    ("nested-table.docx", None),
    ("numbers-without-letters.docx", Some(NUMBERS)),
    ("one-sheet.xlsx", None),
    ("one-table.docx", None),
    ("pandoc-asides.docx", None),
    ("pandoc-bullets.docx", None),
    ("pandoc-headings.docx", None),
    ("pandoc-numbers.docx", Some(NUMBERS)),
    ("pandoc-paragraphs.docx", None),
    ("pandoc-tables.docx", None),
    ("paragraphs.docx", None),
    ("split-runs.docx", None),
    ("statements-with-asides.docx", None),
    ("table-a-duty.docx", Some(CRITERIA)),
    ("typed.docx", None),
    ("typed.xlsx", None),
    ("unknown-sections.docx", Some(SECTIONS)),
];

/// The rule and the subject of each finding in a file, and what is not read, in words.
fn found(folder: &Folder, name: &str) -> (BTreeSet<(String, String)>, Vec<String>) {
    let ran = folder.ksb(&["check", "--severity", "advice", "--format", "jsonl", name]);
    let (mut findings, mut unread) = (BTreeSet::new(), Vec::new());
    for line in ran.stdout.lines() {
        let finding: Value = serde_json::from_str(line).expect("JSON");
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        if text("rule") == "unread-content" {
            unread.push(text("message"));
        } else {
            findings.insert((text("rule"), text("subject")));
        }
    }
    (findings, unread)
}

#[test]
fn documents_of_other_programs_are_read_exactly() {
    let documents = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/office/documents");
    let folder = Folder::new();
    let copy = |name: &str| folder.file(name, &std::fs::read(documents.join(name)).expect("a document"));
    copy("standard.json");
    let expected = folder.converted("standard.json");
    let (findings, _) = found(&folder, "standard.json");
    for (name, note) in DOCUMENTS {
        copy(name);
        assert_eq!(folder.converted(name), expected, "{name}");
        assert_eq!(
            found(&folder, name),
            (findings.clone(), Vec::from_iter(note.map(str::to_owned))),
            "{name}"
        );
    }
    let others =
        std::fs::read_dir(documents).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let others = others.filter(|name| DOCUMENTS.iter().all(|(own, _)| name != *own));
    assert_eq!(others.collect::<BTreeSet<_>>(), ["make.py", "standard.json"].map(Into::into).into());
}
