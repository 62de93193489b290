//! Malicious files: one finding each, in little memory.

use crate::Folder;
use crate::package::{item, list, p, word, zipped};

/// The one finding about a file that cannot be read.
fn refused(bytes: &[u8]) -> String {
    let folder = Folder::new();
    folder.file("a.docx", bytes);
    let ran = folder.ksb(&["check", "--format", "concise", "a.docx"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (Some(2), 1), "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("unreadable-file"), "{}", ran.stdout);
    ran.stdout
}

#[test]
fn what_unpacks_to_too_much_is_refused() {
    let spaces = " ".repeat(300 << 20);
    assert!(refused(&zipped(&[("word/document.xml", &spaces)])).contains("256 MiB"));
}

#[test]
fn damaged_archives_are_refused() {
    let whole = word(&p("K1: The tides."), "");
    for end in [10, whole.len() / 2, whole.len() - 5] {
        // What is left of the beginning still shows what it was.
        let cut: Vec<u8> = whole[..end].iter().copied().chain(*b"word/document.xml").collect();
        assert!(refused(&cut).contains("damaged"), "{end}");
    }
}

#[test]
fn xml_that_is_none_is_refused() {
    for document in [
        "",
        "<w:document><w:body><w:p>",
        "<w:document><w:body></w:document>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>",
        "<w:document><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>",
    ] {
        let bytes = zipped(&[("word/document.xml", document)]);
        if document.is_empty() {
            continue;
        }
        assert!(refused(&bytes).contains("damaged"), "{document}");
    }
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(5_000);
    let document = format!("<w:document><w:body>{deep}");
    assert!(refused(&zipped(&[("word/document.xml", &document)])).contains("nested"));
}

#[test]
fn encrypted_documents_are_named() {
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    let bytes = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 64], &name].concat();
    assert!(refused(&bytes).contains("encrypted"));
}

#[test]
fn a_document_may_not_have_paragraphs_without_end() {
    assert!(refused(&word(&"<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(200_001), "")).contains("400,000"));
    let runs = "<w:r><w:t>x</w:t></w:r>".repeat(400_001);
    assert!(refused(&word(&format!("<w:p>{runs}</w:p>"), "")).contains("400,000"));
}

#[test]
fn a_number_may_not_be_a_text_without_end() {
    let (definition, list) = list(1, &"K%1".repeat(100_000));
    let folder = Folder::new();
    folder.file("a.docx", &word(&(p("K1: The tides.") + &item(1, "x").repeat(50)), &(definition + &list)));
    let ran = folder.ksb(&["check", "--format", "jsonl", "a.docx"]);
    assert!(ran.stdout.len() < 200_000, "{}", ran.stdout.len());
}

/// An `OpenDocument` workbook with these rows.
fn sheet(rows: &str) -> Vec<u8> {
    let content = format!(
        "<document-content><body><spreadsheet><table:table>{rows}</table:table></spreadsheet></body></document-content>"
    );
    zipped(&[("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ""), ("content.xml", &content)])
}

#[test]
fn a_sheet_may_not_repeat_texts_without_end() {
    let text = "x".repeat(100_000);
    let cell = format!(
        "<table:table-cell table:number-columns-repeated=\"1000\"><text:p>{text}</text:p></table:table-cell>"
    );
    assert!(refused(&sheet(&format!("<table:table-row>{cell}</table:table-row>"))).contains("64 MiB"));
}

#[test]
fn a_sheet_may_not_have_cells_without_end() {
    let cell =
        "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let row = format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    assert!(refused(&sheet(&row.repeat(10))).contains("200,000"));
}

#[test]
fn a_document_inside_another_does_not_say_what_the_other_is() {
    let inner = word(&p("K1: The tides."), "");
    let parts = |names: [&str; 2]| {
        use std::io::{Cursor, Write};
        let stored =
            zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        let mut outer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            outer.start_file(name, stored).expect("a part is begun");
            outer.write_all(&inner).expect("a part is written");
        }
        outer.finish().expect("a zip is written").into_inner()
    };
    let kind = |names| ksb::office::container_of(&parts(names));
    assert_eq!(kind(["a.docx", "b.docx"]), Ok(None));
    assert_eq!(kind(["xl/workbook.xml", "xl/embeddings/a.docx"]), Ok(Some(ksb::source::Container::Workbook)));
}
