//! Codes in parts of Word documents and workbooks that are not read.

use std::fs;

use crate::command::{PAIR, scratch};
use crate::law::{MAIN, OFFICE, workbook};
use crate::package::{p, parts, zipped};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A package with these texts put before others in its parts, and with more parts.
fn with_more(package: &[u8], before: &[(&str, &str, &str)], more: &[(&str, &str)]) -> Vec<u8> {
    let mut parts = parts(package);
    for (name, place, text) in before {
        let (_, part) = parts.iter_mut().find(|(own, _)| own == name).expect("a part");
        assert!(part.contains(place), "{part}");
        *part = part.replacen(place, &format!("{text}{place}"), 1);
    }
    parts.extend(more.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    zipped(&parts)
}

/// A workbook that cites, with a hidden sheet that holds this text.
fn with_hidden_sheet(text: &str) -> Vec<u8> {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>KSBs</t></is></c></row>\
                <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>K18, S5</t></is></c></row>";
    let hidden = "<sheet name=\"Old\" sheetId=\"2\" state=\"hidden\" r:id=\"r9\"/>";
    let to_hidden =
        format!("<Relationship Id=\"r9\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet2.xml\"/>");
    let cell = format!("<c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let sheet =
        format!("<worksheet xmlns=\"{MAIN}\"><sheetData><row r=\"1\">{cell}</row></sheetData></worksheet>");
    let before = [
        ("xl/workbook.xml", "</sheets>", hidden),
        ("xl/_rels/workbook.xml.rels", "</Relationships>", &*to_hidden),
    ];
    with_more(&workbook(rows, ""), &before, &[("xl/worksheets/sheet2.xml", &sheet)])
}

#[test]
fn codes_beside_the_text_are_reported() {
    let scratch = scratch();
    let related =
        |kind: &str| format!("<Relationship Id=\"{kind}\" Type=\"{OFFICE}/{kind}\" Target=\"{kind}.xml\"/>");
    let body = p("KSBs: K18, S5.");
    let word = |kind: &str, text: &str| {
        let name = format!("word/{kind}.xml");
        let part = format!(
            "<w:x xmlns:w=\"{WORD}\"><w:p><w:r><w:instrText>K9</w:instrText></w:r>{text}</w:p></w:x>"
        );
        let before = [("word/_rels/document.xml.rels", "</Relationships>", &*related(kind))];
        with_more(&crate::package::word(&body, ""), &before, &[(&name, &part)])
    };
    let text = "<w:r><w:t>See K</w:t></w:r><w:r><w:t>7.</w:t></w:r>";
    let comment = |author: &str| {
        format!("<w:comment w:author=\"{author}\"><w:p><w:r><w:t>K6</w:t></w:r></w:p></w:comment>")
    };
    for (name, document, told) in [
        ("a.xlsx", with_hidden_sheet("K9"), Some("hidden sheets")),
        ("b.xlsx", with_hidden_sheet("Rooms"), None),
        ("a.docx", word("header", text), Some("headers")),
        ("b.docx", word("footer", text), Some("footers")),
        ("c.docx", word("footnotes", text), Some("footnotes")),
        ("d.docx", word("endnotes", text), Some("endnotes")),
        ("e.docx", word("comments", &comment("A. Reader")), Some("comments")),
        ("f.docx", word("comments", &comment("ksb migrate")), None),
        ("g.docx", word("header", "<w:r><w:t>Page 3</w:t></w:r>"), None),
    ] {
        fs::write(scratch.path().join(name), document).expect("a file");
        let (_, moved, err) = scratch.run(&[&PAIR[..], &[name, "--dry-run"]].concat());
        let (_, traced, _) = scratch.run(&["trace", "1.0.standard.json", name, "--format", "concise"]);
        for out in [&moved, &traced] {
            assert_eq!(out.contains("are not read"), told.is_some(), "{name}: {out}{err}");
            assert!(told.is_none_or(|told| out.contains(&format!("codes in {told} are not read"))), "{out}");
        }
    }
}
