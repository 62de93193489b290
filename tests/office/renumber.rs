//! New codes as tracked changes.

use crate::Folder;
use crate::package::{changed, item, lists, p, part, tbl, word};

/// The codes of a document, and those that are mapped to its duties.
fn codes(folder: &Folder, name: &str) -> String {
    let document = folder.converted(name);
    let of = |list: &str| {
        let all = document[list].as_array().cloned().unwrap_or_default();
        all.iter()
            .map(|one| one["code"].as_str().unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let duties = document["duties"].as_array().cloned().unwrap_or_default();
    let duty = |duty: &serde_json::Value| {
        let codes = duty["ksbs"].as_array().cloned().unwrap_or_default();
        codes.iter().map(|code| code.as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>().join(" ")
    };
    let mapping: Vec<String> = duties.iter().map(duty).collect();
    format!("{} | {} | {}: {}", of("knowledge"), of("skills"), of("duties"), mapping.join("; "))
}

#[test]
fn typed_codes_become_tracked_changes() {
    let folder = Folder::new();
    let duties = tbl(&[
        &["Duty", "KSBs"],
        &["Duty 1 Moor the ferry at the pier.", "K1 K2 S1"],
        &["Duty 3 Load the ferry at the pier.", "K1-K5 S1"],
    ]);
    let split = "<w:p><w:r><w:t>K</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>5</w:t></w:r><w:r><w:t>: The lights, as in K4.</w:t></w:r></w:p>";
    let body = duties
        + &p("Knowledge")
        + &p("K1: The tides.")
        + &p("K2: The bay.")
        + &p("K4: The bells.")
        + split
        + &p("Skills")
        + &p("S1: Moor a ferry.");
    folder.file("a.docx", &word(&body, ""));
    let ran = folder.ksb(&["renumber", "a.docx", "-o", "out.docx"]);
    let told = "K4 → K3\nK5 → K4\nD3 → D2\n\
                a.docx: paragraph 5: refers to K4, which is now K3: correct it if it means this code\n\
                a.docx: table 1, row 3, column 2: no longer includes K3, which no statement has\n";
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), told));
    assert_eq!(changed(&folder.bytes("a.docx"), &folder.bytes("out.docx")), ["word/document.xml"]);
    assert_eq!(codes(&folder, "out.docx"), "K1 K2 K3 K4 | S1 | D1 D2: K1 K2 S1; K1 K2 K3 K4 S1");
    let document = part(&folder.bytes("out.docx"), "word/document.xml");
    assert!(
        document.contains(
            "<w:r><w:rPr><w:b/></w:rPr><w:delText xml:space=\"preserve\">5</w:delText></w:r></w:del>"
        ),
        "{document}"
    );
    let said = folder.ksb(&["diff", "--tracked", "out.docx"]);
    assert!(said.stdout.contains("Only codes change"), "{}", said.stdout);
    // There is nothing left to do, and a copy of it is the same file.
    folder.ksb(&["renumber", "out.docx", "-o", "again.docx"]);
    assert!(folder.bytes("out.docx") == folder.bytes("again.docx"));
    for args in [&["renumber", "a.docx"][..], &["renumber", "a.docx", "--in-place"]] {
        let ran = folder.ksb(args);
        assert!(ran.code == Some(2) && ran.stderr.contains("--output FILE.docx"), "{}", ran.stderr);
    }
}

#[test]
fn numbers_that_word_writes_itself_are_left_to_it() {
    let folder = Folder::new();
    let mark = "w:id=\"1\" w:author=\"A\" w:date=\"2026-01-01T00:00:00Z\"";
    let gone = "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del MARK/></w:rPr></w:pPr><w:del MARK><w:r><w:delText>The old bell.</w:delText></w:r></w:del></w:p>".replace("MARK", mark);
    let knowledge =
        p("Knowledge") + &item(1, "The tides of the bay.") + &gone + &item(1, "The lights of the bay.");
    let skills = p("Skills") + &p("S1: Moor a ferry.") + &p("S3: Load a ferry.");
    let duties = tbl(&[&["Duty", "KSBs"], &["Duty 1 Moor the ferry at the pier.", "K1 K2 S1 S3"]]);
    let list = lists(&["K%1:"]);
    // Word has closed its own gap; only the typed codes are left to renumber.
    folder.file("a.docx", &word(&format!("{duties}{knowledge}{skills}"), &list));
    let ran = folder.ksb(&["renumber", "a.docx", "-o", "out.docx"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), "S3 → S2\n"));
    assert_eq!(codes(&folder, "out.docx"), "K1 K2 | S1 S2 | D1: K1 K2 S1 S2");
    // A list that begins at another number is up to Word.
    let late = list.replace("w:start w:val=\"1\"", "w:start w:val=\"2\"");
    folder.file("b.docx", &word(&format!("{}{knowledge}{skills}", duties.replace("K1 K2", "K2 K3")), &late));
    let ran = folder.ksb(&["renumber", "b.docx", "-o", "out2.docx"]);
    let why = "K2 (paragraph 2) cannot be replaced: Word may number that list automatically";
    assert!(ran.code == Some(2) && ran.stderr.contains(why), "{}", ran.stderr);
    assert!(!folder.path().join("out2.docx").exists());
}

#[test]
fn a_workbook_is_refused_with_a_way_out() {
    let folder = Folder::new();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/drafts/ferry-deckhand.xlsx");
    folder.file("a.xlsx", &std::fs::read(sample).expect("the sample"));
    let ran = folder.ksb(&["renumber", "a.xlsx"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("save it as CSV"), "{}", ran.stderr);
}
