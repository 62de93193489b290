//! Workbooks: several sheets, in which the columns are found by what their headers say.

use crate::Folder;
use crate::package::zipped;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const WORKSHEET: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// A row with this number and these cells; empty ones are left out, numbers are numbers, and formulas have no values.
fn row(number: u32, cells: &[&str]) -> String {
    let cell = |(column, text): (char, &&str)| {
        let place = format!("{column}{number}");
        match text.parse::<f64>() {
            _ if text.is_empty() => String::new(),
            _ if text.starts_with('=') => format!("<c r=\"{place}\"><f>{}</f><v></v></c>", &text[1..]),
            Ok(value) => format!("<c r=\"{place}\"><v>{value}</v></c>"),
            Err(_) => {
                let text = text.replace('&', "&amp;").replace('<', "&lt;");
                format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
            }
        }
    };
    format!("<row r=\"{number}\">{}</row>", ('A'..).zip(cells).map(cell).collect::<String>())
}

/// A workbook with these sheets of rows.
pub(crate) fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut parts: Vec<(String, String)> = Vec::new();
    let (mut list, mut links) = (Vec::new(), Vec::new());
    for (number, (name, rows)) in (1..).zip(sheets) {
        list.push(format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>"));
        links.push(format!(
            "<Relationship Id=\"rId{number}\" Type=\"{WORKSHEET}\" Target=\"worksheets/sheet{number}.xml\"/>"
        ));
        let data: String = (1..).zip(*rows).map(|(number, cells)| row(number, cells)).collect();
        let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{data}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{number}.xml"), sheet));
    }
    let r = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    let list = format!("<workbook xmlns=\"{MAIN}\" {r}><sheets>{}</sheets></workbook>", list.concat());
    parts.push(("xl/workbook.xml".to_owned(), list));
    let links = format!("<Relationships xmlns=\"{PACKAGE}\">{}</Relationships>", links.concat());
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), links));
    let rels = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    parts.push(("_rels/.rels".to_owned(), rels.to_owned()));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (&**name, &**text)).collect();
    zipped(&parts)
}

const SHEETS: [(&str, &[&[&str]]); 3] = [
    ("Facts", &[&["Title", "Ferry deckhand"], &["Level", "2"], &["Reference", "ST9960"]]),
    ("Duties", &[&["Duty", "KSBs"], &["Duty 1 Moor the ferry.", "K1, S1"], &["Duty 2 Keep it clean.", ""]]),
    (
        "KSBs",
        &[
            &["Code", "Statement", "Module"],
            &["K1", "The the tides of the bay.", "4"],
            &["S1", "Moor a ferry & tie it.", "5"],
        ],
    ),
];

#[test]
fn sheets_are_read_one_after_the_other() {
    let folder = Folder::new();
    folder.file("book.xlsx", &workbook(&SHEETS));
    let document = folder.converted("book.xlsx");
    assert_eq!((&document["level"], &document["title"]), (&2.into(), &"Ferry deckhand".into()));
    assert_eq!(document["duties"][0]["ksbs"], serde_json::json!(["K1", "S1"]));
    assert_eq!(document["skills"][0]["text"], "Moor a ferry & tie it.");
    let found = folder.found("book.xlsx");
    assert!(found.contains(&"sheet KSBs, cell B2: repeated-word".to_owned()), "{found:#?}");
    assert!(found.contains(&"sheet Duties, cell A3: duty-without-ksbs".to_owned()), "{found:#?}");
}

#[test]
fn a_workbook_of_open_document_is_read_alike() {
    let cell = |text: &&str| match *text {
        "" => "<table:table-cell table:number-columns-repeated=\"1\"/>".to_owned(),
        text => {
            format!("<table:table-cell><text:p>{}</text:p></table:table-cell>", text.replace('&', "&amp;"))
        }
    };
    let row = |cells: &&[&str]| {
        format!(
            "<table:table-row>{}<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>",
            cells.iter().map(cell).collect::<String>()
        )
    };
    let sheet = |(name, rows): &(&str, &[&[&str]])| {
        let rows: String = rows.iter().map(row).collect();
        let blank =
            "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell/></table:table-row>";
        format!("<table:table table:name=\"{name}\">{rows}{blank}</table:table>")
    };
    let sheets: String = SHEETS.iter().map(sheet).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">{HIDING}<office:body><office:spreadsheet>{sheets}{HIDDEN}</office:spreadsheet></office:body></office:document-content>"
    );
    let folder = Folder::new();
    let kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    folder.file("book.ods", &stored_first(kind, ("content.xml", &content)));
    folder.file("book.xlsx", &workbook(&SHEETS));
    assert_eq!(folder.converted("book.ods"), folder.converted("book.xlsx"));
    assert_eq!(folder.found("book.ods"), folder.found("book.xlsx"));
    let ran = folder.ksb(&["check", "book.ods", "--output", "comments:copy.xlsx"]);
    assert!(ran.code == Some(2) && ran.stderr.contains("save it as .xlsx"), "{}", ran.stderr);
}

/// A style that hides a sheet, and a sheet that has it.
const HIDING: &str = r#"<office:automatic-styles><style:style style:name="old"><style:table-properties table:display="false"/></style:style></office:automatic-styles>"#;
const HIDDEN: &str = r#"<table:table table:name="Old" table:style-name="old"><table:table-row><table:table-cell><text:p>K9: Old.</text:p></table:table-cell></table:table-row></table:table>"#;

/// A zip whose first part is stored uncompressed, as the part that states the type must be.
fn stored_first(kind: (&str, &str), content: (&str, &str)) -> Vec<u8> {
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    zip.start_file(kind.0, stored).expect("a part is begun");
    zip.write_all(kind.1.as_bytes()).expect("a part is written");
    zip.start_file(content.0, SimpleFileOptions::default()).expect("a part is begun");
    zip.write_all(content.1.as_bytes()).expect("a part is written");
    zip.finish().expect("a zip is written").into_inner()
}

/// The name of a sheet is the heading of what is in it.
#[test]
fn sheets_may_be_named_after_what_they_hold() {
    let headed: [(&str, &[&[&str]]); 4] = [
        ("Duties", &[&["1", "Moor the ferry.", "K1, K2, S1, B1"], &["2", "Keep it clean.", "K2, S1"]]),
        ("Knowledge", &[&["No.", "Statement"], &["1", "The tides of the bay."], &["2", "The law of ports."]]),
        ("Skills", &[&["1", "Moor a ferry & tie it."]]),
        ("Behaviours", &[&["1", "Takes care of passengers."]]),
    ];
    let folder = Folder::new();
    folder.file("a.xlsx", &workbook(&headed));
    let document = folder.converted("a.xlsx");
    let codes = |key: &str| -> Vec<String> {
        let items = document[key].as_array().expect("items");
        items.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect()
    };
    assert_eq!(
        ["duties", "knowledge", "skills", "behaviours"].map(codes),
        [
            vec!["D1".to_owned(), "D2".to_owned()],
            vec!["K1".to_owned(), "K2".to_owned()],
            vec!["S1".to_owned()],
            vec!["B1".to_owned()],
        ]
    );
    assert_eq!(document["duties"][0]["ksbs"], serde_json::json!(["K1", "K2", "S1", "B1"]));
    let told = folder.found("a.xlsx").into_iter().filter(|one| one.ends_with("unread-content"));
    assert_eq!(told.collect::<Vec<_>>(), ["sheet Knowledge, cell A2: unread-content"]);
}

/// Programs that write workbooks without calculating them leave formulas without values.
#[test]
fn formulas_without_values_are_told() {
    let folder = Folder::new();
    let said = |name| folder.ksb(&["check", "--format", "concise", name]).stdout;
    let bare: [&[&str]; 3] = [&["Code", "Statement"], &["K1", "=A1"], &["S1", "=A2"]];
    folder.file("a.xlsx", &workbook(&[("KSBs", &bare)]));
    let content = "<document-content><body><spreadsheet><table:table table:name=\"KSBs\"><table:table-row>\
                   <table:table-cell><text:p>Code</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell/>\
                   <table:table-cell table:formula=\"of:=[.A1]\"/><table:table-cell table:formula=\"of:=[.A1]\"/>\
                   <table:table-cell table:formula=\"of:=T([.D9])\" office:value-type=\"string\"/>\
                   </table:table-row></table:table></spreadsheet></body></document-content>";
    let kind = ("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    folder.file("a.ods", &stored_first(kind, ("content.xml", content)));
    for name in ["a.xlsx", "a.ods"] {
        let said = said(name);
        assert!(said.contains("sheet KSBs, cell B2: error[unrecognised-format]"), "{said}");
        assert!(said.contains("2 cells have formulas without values"), "{said}");
    }
    let more: [&[&str]; 3] = [
        &["K1", "The tides of the bay."],
        &["S1", "Moor a ferry and tie it."],
        &["B1", "Takes care of all ropes."],
    ];
    folder.file(
        "b.xlsx",
        &workbook(&[("KSBs", &[&bare[..1], &[&["K2", "=A1"]], &more, &[&["B2", "=A2"]]].concat())]),
    );
    let said = said("b.xlsx");
    assert!(
        said.contains("sheet KSBs, cell B2: warning[unread-content] 2 formulas without values are not read"),
        "{said}"
    );
}
