//! Packages of parts, as Word and Excel write them.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// A zip of these parts.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a part is begun");
        zip.write_all(text.as_bytes()).expect("a part is written");
    }
    zip.finish().expect("a zip is written").into_inner()
}

/// A Word document with this body and, if given, these lists: the XML of `numbering.xml` inside its root.
pub(crate) fn word(body: &str, lists: &str) -> Vec<u8> {
    let document = format!("<w:document {W}><w:body>{body}</w:body></w:document>");
    let numbering = format!("<w:numbering {W}>{lists}</w:numbering>");
    zipped(&[
        ("[Content_Types].xml", CONTENT_TYPES),
        ("_rels/.rels", RELATIONSHIPS),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONSHIPS),
        ("word/numbering.xml", &numbering),
    ])
}

/// The parts of a package, in order.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut all = Vec::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        all.push((file.name().expect("a name").into_owned(), text));
    }
    all
}

/// A part of a package; empty if there is none with this name.
pub(crate) fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(own, _)| own == name).map(|(_, text)| text).unwrap_or_default()
}

/// The names of the parts of a package that are not the same in the one made from it.
pub(crate) fn changed(old: &[u8], new: &[u8]) -> Vec<String> {
    let old = parts(old);
    parts(new).into_iter().filter(|one| !old.contains(one)).map(|(name, _)| name).collect()
}

const CONTENT_TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"#;

const RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

const DOCUMENT_RELATIONSHIPS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>"#;

/// A paragraph with this text.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A paragraph of a list.
pub(crate) fn item(list: u32, text: &str) -> String {
    let numbered =
        format!("<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>");
    p(text).replacen("<w:p>", &format!("<w:p>{numbered}"), 1)
}

/// A cell with these paragraphs.
pub(crate) fn tc(paragraphs: &[&str]) -> String {
    let paragraphs: String = paragraphs.iter().map(|text| p(text)).collect();
    format!("<w:tc>{paragraphs}</w:tc>")
}

/// A table of these rows, each of cells.
pub(crate) fn tbl(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| {
        let cells: String = cells.iter().map(|text| tc(&text.split('\n').collect::<Vec<_>>())).collect();
        format!("<w:tr>{cells}</w:tr>")
    };
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A list whose items are labelled in this way: `K%1:`.
pub(crate) fn list(id: u32, text: &str) -> (String, String) {
    let definition = format!(
        "<w:abstractNum w:abstractNumId=\"{id}\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
         <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"{text}\"/></w:lvl></w:abstractNum>"
    );
    (definition, format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>"))
}

/// The lists as the content of `numbering.xml`.
pub(crate) fn lists(texts: &[&str]) -> String {
    let (definitions, lists): (Vec<String>, Vec<String>) =
        (1..).zip(texts).map(|(id, text)| list(id, text)).unzip();
    definitions.concat() + &lists.concat()
}
