//! What real programs make of the files: `LibreOffice` opens a document with comments and keeps each at its words. Without it
//! the test says that it is skipped, unless `KSB_REQUIRE_CLIENTS` is set.

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
