//! What real programs make of the files: `LibreOffice` and `python-docx` open a document with comments, and have each at its
//! words. Without them a test says that it is skipped, unless `KSB_REQUIRE_CLIENTS` is set.

use std::process::Command;

use crate::Folder;
use crate::package::{p, tbl, word};
use crate::skipped::{Want, skip};

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
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let run = Command::new("soffice")
        .current_dir(folder.path())
        .args([&*profile, "--headless", "--convert-to", "fodt", "out.docx"])
        .output()
        .expect("LibreOffice runs");
    let text = String::from_utf8(folder.bytes("out.fodt")).expect("text");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let annotation = text.find("<office:annotation ").expect("a comment");
    let end = text.find("<office:annotation-end").expect("the end of its range");
    assert!(text[annotation..end].contains("<dc:creator>ksb</dc:creator>"), "{}", &text[annotation..end]);
    let about = text[annotation..end].rsplit("</office:annotation>").next().unwrap_or_default();
    assert_eq!(about, "the");
    let cell = text[..annotation].rfind("table:name=\"").map(|at| &text[at..annotation]).unwrap_or_default();
    assert!(cell.contains("The tides and the "), "{cell}");
}

/// Prints the author of each comment, its first paragraph and the words that it is anchored at.
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
    let sample = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/office/ferry-deckhand.docx");
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
