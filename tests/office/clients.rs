//! What real programs make of the files: `LibreOffice` and `python-docx` open a document with comments, and show each
//! at its words, and a document with tracked changes, and show each as one; `LibreOffice` and `openpyxl` show the
//! comments of a workbook in their cells. Without them, a test says that it is skipped, unless `KSB_REQUIRE_CLIENTS` is
//! set.

use std::process::Command;

use crate::Folder;
use crate::package::{p, tbl, word};
use crate::skipped::{Want, skip};

/// What `LibreOffice` makes of a file called `out`, as its own XML.
fn as_open_document(folder: &Folder, file: &str, ending: &str) -> String {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let run = Command::new("soffice")
        .current_dir(folder.path())
        .args([&*profile, "--headless", "--convert-to", ending, file])
        .output()
        .expect("LibreOffice runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(folder.bytes(&format!("out.{ending}"))).expect("text")
}

#[test]
fn libreoffice_has_the_tracked_changes() {
    if Command::new("soffice").arg("--version").output().is_err() {
        skip(Want::Clients, "there is no LibreOffice (soffice) here");
        return;
    }
    let folder = Folder::new();
    let mark = "w:author=\"Ana\" w:date=\"2026-01-01T00:00:00Z\"";
    let inserted = format!("<w:ins w:id=\"1\" {mark}><w:r><w:t>They recieve it.</w:t></w:r></w:ins>");
    let body = p("Knowledge")
        + &tbl(&[&["K1", "The tides and the the currents."]])
        + &p("K2: ").replace("</w:p>", &(inserted + "</w:p>"));
    folder.file("a.docx", &word(&body, ""));
    folder.ksb(&["check", "a.docx", "--output", "tracked:out.docx"]);
    let text = as_open_document(&folder, "out.docx", "fodt");
    let regions = text.split("<text:changed-region").skip(1);
    let of = |author: &str, kind: &str| {
        let by = |region: &&str| region.contains(&format!("<dc:creator>{author}</dc:creator>"));
        let is = |region: &&str| region.contains(&format!("<text:{kind}>"));
        regions.clone().filter(by).filter(is).count()
    };
    assert_eq!(of("ksb", "deletion"), 2, "{text}");
    assert!(of("ksb", "insertion") > 0 && of("Ana", "insertion") > 0, "{text}");
    assert!(text.contains("receive"), "{text}");
}

#[test]
fn libreoffice_keeps_the_comments_at_their_words() {
    if Command::new("soffice").arg("--version").output().is_err() {
        skip(Want::Clients, "there is no LibreOffice (soffice) here");
        return;
    }
    let folder = Folder::new();
    let body = p("Knowledge") + &tbl(&[&["K1", "The tides and the the currents."]]);
    folder.file("a.docx", &word(&body, ""));
    folder.ksb(&["check", "a.docx", "--output", "comments:out.docx"]);
    let text = as_open_document(&folder, "out.docx", "fodt");
    let annotation = text.find("<office:annotation ").expect("a comment");
    let end = text.find("<office:annotation-end").expect("the end of its range");
    assert!(text[annotation..end].contains("<dc:creator>ksb</dc:creator>"), "{}", &text[annotation..end]);
    let about = text[annotation..end].rsplit("</office:annotation>").next().unwrap_or_default();
    assert_eq!(about, "the");
    let cell = text[..annotation].rfind("table:name=\"").map(|at| &text[at..annotation]).unwrap_or_default();
    assert!(cell.contains("The tides and the "), "{cell}");
}

/// Prints the author of each comment, its first paragraph and the words that it is anchored to.
const SCRIPT: &str = r#"
import docx
document = docx.Document("out.docx")
w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
for comment in document.comments:
    words, inside = "", False
    for element in document.element.body.iter():
        if element.get(w + "id") == str(comment.comment_id):
            inside = element.tag == w + "commentRangeStart"
        elif inside and element.tag == w + "t":
            words += element.text
    print(f"{comment.author}|{comment.paragraphs[0].text}|{words}")
"#;

#[test]
fn python_docx_has_the_comments_at_their_words() {
    if !Command::new("python3").args(["-c", "import docx"]).output().is_ok_and(|ran| ran.status.success()) {
        skip(Want::Clients, "there is no python3 with python-docx here");
        return;
    }
    let folder = Folder::new();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/drafts/ferry-deckhand.docx");
    folder.file("a.docx", &std::fs::read(sample).expect("the sample"));
    folder.ksb(&["check", "a.docx", "--output", "comments:out.docx"]);
    let run =
        Command::new("python3").current_dir(folder.path()).args(["-c", SCRIPT]).output().expect("it runs");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let expected = [
        "ksb|duty-without-ksbs (error)|Duty 5 Report the state of the vessel at the end of a shift.",
        "ksb|repeated-word (warning)|and",
        "ksb|unmapped-ksb (error)|K6",
    ];
    assert_eq!(said.lines().collect::<Vec<_>>(), expected, "{}", String::from_utf8_lossy(&run.stderr));
}

/// Prints the author of each tracked change, what it is, and its words.
const CHANGES: &str = r#"
import docx
document = docx.Document("out.docx")
w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
for change in document.element.body.iter(w + "ins", w + "del"):
    words = "".join(text.text for text in change.iter(w + "t", w + "delText"))
    print(f"{change.get(w + 'author')}|{change.tag[len(w):]}|{words}")
"#;

#[test]
fn python_docx_has_the_tracked_changes() {
    if !Command::new("python3").args(["-c", "import docx"]).output().is_ok_and(|ran| ran.status.success()) {
        skip(Want::Clients, "there is no python3 with python-docx here");
        return;
    }
    let folder = Folder::new();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/drafts/ferry-deckhand.docx");
    folder.file("a.docx", &std::fs::read(sample).expect("the sample"));
    folder.ksb(&["check", "a.docx", "--output", "tracked:out.docx"]);
    let run =
        Command::new("python3").current_dir(folder.path()).args(["-c", CHANGES]).output().expect("it runs");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert_eq!(said.lines().next(), Some("ksb|del| and"), "{said}{}", String::from_utf8_lossy(&run.stderr));
}

/// Prints the author of each comment, its cell and its first line.
const CELLS: &str = r#"
import openpyxl
for sheet in openpyxl.load_workbook("out.xlsx"):
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment:
                print(f"{cell.comment.author}|{sheet.title}!{cell.coordinate}|{cell.comment.text.splitlines()[0]}")
"#;

/// A folder in which `out.xlsx` has the findings of a workbook as comments.
fn workbook_with_comments() -> Folder {
    let folder = Folder::new();
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/drafts/ferry-deckhand.xlsx");
    folder.file("a.xlsx", &std::fs::read(sample).expect("the sample"));
    folder.ksb(&["check", "a.xlsx", "--output", "comments:out.xlsx"]);
    folder
}

#[test]
fn openpyxl_has_the_comments_in_their_cells() {
    if !Command::new("python3").args(["-c", "import openpyxl"]).output().is_ok_and(|ran| ran.status.success())
    {
        skip(Want::Clients, "there is no python3 with openpyxl here");
        return;
    }
    let folder = workbook_with_comments();
    let run =
        Command::new("python3").current_dir(folder.path()).args(["-c", CELLS]).output().expect("it runs");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let expected = [
        "ksb|Duties!A6|duty-without-ksbs (error)",
        "ksb|KSBs!B4|repeated-word (warning)",
        "ksb|KSBs!A7|unmapped-ksb (error)",
    ];
    assert_eq!(said.lines().collect::<Vec<_>>(), expected, "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn libreoffice_has_the_comments_in_their_cells() {
    if Command::new("soffice").arg("--version").output().is_err() {
        skip(Want::Clients, "there is no LibreOffice (soffice) here");
        return;
    }
    let folder = workbook_with_comments();
    let text = as_open_document(&folder, "out.xlsx", "fods");
    let cells = text.split("<table:table-cell").filter(|cell| cell.contains("<office:annotation "));
    let words = |cell: &str| cell.contains("and and") || cell.contains("<text:p>K6</text:p>");
    assert_eq!((cells.clone().count(), cells.filter(|cell| words(cell)).count()), (3, 2), "{text}");
}
