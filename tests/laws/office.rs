//! Documents that are not one text: whatever their XML is, they are read or refused, and comments do not change what they
//! say.

use std::io::{Cursor, Write};

use ksb::model::Format;
use ksb::office::{Comment, TrackedChanges, annotate, container_of, extract};
use ksb::source::{Container, Extracted, Source, SourceId};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::reading::source_is_read;

/// A Word document whose text is this XML, as is its numbering.
pub(crate) fn word_is_read(xml: &[u8]) {
    let bytes = zipped(&[("word/document.xml", xml), ("word/numbering.xml", xml), TYPES, RELATIONSHIPS]);
    for changes in [TrackedChanges::Accepted, TrackedChanges::Rejected] {
        let Ok(extracted) = extract(&bytes, Container::Word, changes) else { continue };
        holds(extracted.clone());
        comments_change_nothing(&bytes, changes, &extracted);
    }
}

/// A workbook whose sheet is this XML: one of Excel, and one of `LibreOffice`.
pub(crate) fn workbook_is_read(xml: &[u8]) {
    let excel = [
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", SHEETS),
        ("xl/worksheets/sheet1.xml", xml),
        ("xl/sharedStrings.xml", xml),
    ];
    let open: [(&str, &[u8]); 1] = [("content.xml", xml)];
    for bytes in [zipped(&excel), zipped(&open)] {
        if let Ok(extracted) = extract(&bytes, Container::Workbook, TrackedChanges::default()) {
            holds(extracted);
        }
    }
    let _known = container_of(xml);
}

/// The pieces lie in the text, in order; the text is read and checked like any other.
fn holds(extracted: Extracted) {
    let starts: Vec<usize> = extracted.pieces.iter().map(|piece| piece.start as usize).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    assert!(starts.iter().all(|start| extracted.text.is_char_boundary(*start)), "{starts:?}");
    let format = Format::of_container(extracted.container);
    source_is_read(Source::extracted(SourceId(0), "any", extracted), Some(format));
}

/// With comments the document says the same; written again, it is the same.
fn comments_change_nothing(bytes: &[u8], changes: TrackedChanges, extracted: &Extracted) {
    let ends: Vec<usize> = extracted.text.char_indices().map(|(at, _)| at).collect();
    let comment = |(number, about): (usize, &[usize])| Comment {
        about: about[0]..about[about.len() - 1],
        paragraphs: vec![format!("finding {number}")],
    };
    let comments: Vec<Comment> = ends.chunks(7).take(20).enumerate().map(comment).collect();
    let Ok(once) = annotate(bytes, changes, &comments, "2026-01-01T00:00:00Z") else { return };
    let after = extract(&once, Container::Word, changes).expect("what ksb wrote can be read");
    assert_eq!(after.text, extracted.text);
    assert_eq!(after.pieces, extracted.pieces);
    let twice = annotate(&once, changes, &comments, "2027-01-01T00:00:00Z").expect("it can be written again");
    assert!(once == twice, "the second time gives another file");
}

const TYPES: (&str, &[u8]) = ("[Content_Types].xml", b"<Types></Types>");
const RELATIONSHIPS: (&str, &[u8]) = (
    "word/_rels/document.xml.rels",
    br#"<Relationships><Relationship Id="a" Type="x/numbering" Target="numbering.xml"/></Relationships>"#,
);
const WORKBOOK: &[u8] =
    br#"<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>"#;
const SHEETS: &[u8] = br#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("a part is begun");
        zip.write_all(bytes).expect("a part is written");
    }
    zip.finish().expect("a zip is written").into_inner()
}
