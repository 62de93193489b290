//! Documents that are not plain text: whatever their XML is, they are read or refused; comments do not change what they
//! say, and tracked changes change it only when they are accepted.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use ksb::config::Config;
use ksb::fix::{Fixes, track};
use ksb::model::Format;
use ksb::office::{
    Author, Comment, Redline, Replacement, TrackedChanges, annotate, annotate_cells, container_of, extract,
};
use ksb::source::{Container, Extracted, Piece, Source, SourceId};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::reading::source_is_read;

/// A Word document whose text and numbering are this XML.
pub(crate) fn word_is_read(xml: &[u8]) {
    let bytes = zipped(&[("word/document.xml", xml), ("word/numbering.xml", xml), TYPES, RELATIONSHIPS]);
    for changes in [TrackedChanges::Accepted, TrackedChanges::Rejected] {
        let Ok(extracted) = extract(&bytes, Container::Word, changes) else { continue };
        holds(extracted.clone());
        comments_change_nothing(&bytes, changes, &extracted);
    }
    changes_are_accepted_or_rejected(&bytes);
    fixes_are_tracked_once(&bytes);
}

/// A workbook whose sheet is this XML: an Excel workbook and a `LibreOffice` workbook.
pub(crate) fn workbook_is_read(xml: &[u8]) {
    let excel = [
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", SHEETS),
        ("xl/worksheets/sheet1.xml", xml),
        ("xl/sharedStrings.xml", xml),
        TYPES,
    ];
    let open: [(&str, &[u8]); 1] = [("content.xml", xml)];
    for bytes in [zipped(&excel), zipped(&open)] {
        if let Ok(extracted) = extract(&bytes, Container::Workbook, TrackedChanges::default()) {
            holds(extracted.clone());
            cells_stay(&bytes, &extracted);
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

/// With comments in its cells, a workbook says the same; written again, it is the same.
fn cells_stay(bytes: &[u8], extracted: &Extracted) {
    let comment = |about: &Piece| Comment {
        about: about.start as usize..about.start as usize + 1,
        paragraphs: vec!["finding".to_owned()],
    };
    let comments: Vec<Comment> = extracted.pieces.iter().take(20).map(comment).collect();
    let Ok(Some(once)) = annotate_cells(bytes, &comments) else { return };
    let after = extract(&once.document, Container::Workbook, TrackedChanges::default());
    let after = after.expect("what ksb wrote can be read");
    assert_eq!((after.text, after.pieces), (extracted.text.clone(), extracted.pieces.clone()));
    let twice = annotate_cells(&once.document, &comments).expect("it can be written again");
    let twice = twice.expect("it is still a workbook of Excel");
    assert!(once.document == twice.document, "the second time gives another file");
}

/// With comments, the document says the same; written again, it is the same.
fn comments_change_nothing(bytes: &[u8], changes: TrackedChanges, extracted: &Extracted) {
    let ends: Vec<usize> = extracted.text.char_indices().map(|(at, _)| at).collect();
    let comment = |(number, about): (usize, &[usize])| Comment {
        about: about[0]..about[about.len() - 1],
        paragraphs: vec![format!("finding {number}")],
    };
    let comments: Vec<Comment> = ends.chunks(7).take(20).enumerate().map(comment).collect();
    let Ok(once) = annotate(bytes, changes, Author::Check, &comments, "2026-01-01T00:00:00Z") else { return };
    let after = extract(&once, Container::Word, changes).expect("what ksb wrote can be read");
    assert_eq!(after.text, extracted.text);
    assert_eq!(after.pieces, extracted.pieces);
    let twice = annotate(&once, changes, Author::Check, &comments, "2027-01-01T00:00:00Z")
        .expect("it can be written again");
    assert!(once == twice, "the second time gives another file");
}

/// With its tracked changes accepted, the document says what the changed text says; with them rejected, it says what it
/// said before.
fn changes_are_accepted_or_rejected(bytes: &[u8]) {
    let Ok(document) = Redline::open(bytes) else { return };
    let text = &document.extracted().text;
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let change = |(number, about): (usize, &[usize])| Replacement {
        about: about[0]..if number % 3 == 0 { about[0] } else { about[about.len() - 1] },
        text: if number % 4 == 1 { String::new() } else { "<new> ".to_owned() },
    };
    let changes = ends.chunks(5).take(60).enumerate().map(change);
    let changes: Vec<Replacement> = changes.filter(|change| document.can_apply(change)).collect();
    let Ok(written) = document.write(&changes, "2026-01-01T00:00:00Z") else { return };
    let mut expected = text.clone();
    for Replacement { about, text } in changes.iter().rev() {
        expected.replace_range(about.clone(), text);
    }
    let said = |bytes: &[u8], changes| {
        let extracted = extract(bytes, Container::Word, changes).expect("what ksb wrote can be read");
        worded(&extracted.text)
    };
    assert_eq!(said(&written, TrackedChanges::Accepted), worded(&expected));
    if extract(bytes, Container::Word, TrackedChanges::Rejected).is_ok() {
        assert_eq!(said(&written, TrackedChanges::Rejected), said(bytes, TrackedChanges::Rejected));
    }
    ids_are_unique(bytes, &written);
}

/// A text without empty lines: a paragraph whose words are all deleted makes no line.
fn worded(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).flat_map(|line| [line, "\n"]).collect()
}

/// Each change that was written has a unique id; what was in the document before may have any ids.
fn ids_are_unique(before: &[u8], after: &[u8]) {
    let (before, after) = (text_part(before), text_part(after));
    let earlier: BTreeSet<&str> = own_tags(&before).collect();
    let mut seen = BTreeSet::new();
    for tag in own_tags(&after).filter(|tag| !earlier.contains(tag)) {
        let id = tag.split("id=\"").nth(1).and_then(|rest| rest.split('"').next());
        assert!(seen.insert(id), "{tag}");
    }
}

/// The tags that begin a change by ksb.
fn own_tags(xml: &str) -> impl Iterator<Item = &str> {
    let tags = xml.split('<').filter_map(|rest| rest.split('>').next());
    tags.filter(|tag| !tag.starts_with('/') && tag.contains("author=\"ksb\""))
}

/// The part with the text; what has not changed may still be UTF-16.
fn text_part(bytes: &[u8]) -> String {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut xml = Vec::new();
    zip.by_name("word/document.xml").expect("the text").read_to_end(&mut xml).expect("a part");
    String::from_utf8_lossy(&xml).into_owned()
}

/// Fixes made as tracked changes are made once: the second time, nothing changes.
fn fixes_are_tracked_once(bytes: &[u8]) {
    let fixed = |bytes: &[u8], date| track(bytes, Fixes::All, &Config::default(), date, |_, found| found);
    let Ok(once) = fixed(bytes, "2026-01-01T00:00:00Z") else { return };
    let twice = fixed(&once.document, "2027-01-01T00:00:00Z").expect("what ksb wrote can be read");
    assert!(once.document == twice.document, "the second time gives another file");
    assert_eq!(twice.fixed, 0);
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
