//! Files that attack: one finding each, in little memory.

use crate::Folder;
use crate::package::{p, word, zipped};

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
        // What is left of the beginning still says what it was.
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
fn a_sheet_may_not_have_cells_without_end() {
    let cell =
        "<table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>";
    let row = format!("<table:table-row table:number-rows-repeated=\"1048576\">{cell}</table:table-row>");
    let content = format!(
        "<a><body><spreadsheet><table:table>{}</table:table></spreadsheet></body></a>",
        row.repeat(10)
    );
    let content = content.replace("<a>", "<document-content>").replace("</a>", "</document-content>");
    let bytes =
        zipped(&[("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", ""), ("content.xml", &content)]);
    assert!(refused(&bytes).contains("200,000"));
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
