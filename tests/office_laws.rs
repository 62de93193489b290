//! Word documents and workbooks with any XML: read or refused, with every place in the text; comments do not change
//! what a document says, tracked changes change only what they are about, and writing either twice gives the same file.
#![allow(clippy::disallowed_methods, reason = "the laws of other tests read samples")]

mod laws;

use laws::office::{word_is_read, workbook_is_read};
use proptest::prelude::*;

/// Pieces of Word documents, of lists and of tracked changes, so that random XML reaches far into the reader.
const WORD: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>K1: The tides of the the bay.</w:t>",
    "<w:t xml:space=\"preserve\"> &amp; the &#x2013; currents\u{e9} </w:t>",
    "<w:t>Knowledge</w:t>",
    "<w:t>Duty 1 Moor the ferry.</w:t>",
    "<w:t/>",
    "<w:br/>",
    "<w:tab/>",
    "<w:rPr><w:b/></w:rPr>",
    "<w:rPr><w:vanish/></w:rPr>",
    "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>",
    "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>",
    "<w:ins>",
    "<w:ins w:id=\"4\" w:author=\"A\">",
    "<w:hyperlink>",
    "</w:hyperlink>",
    "<w:rPr><w:rPrChange w:id=\"5\" w:author=\"A\"><w:rPr/></w:rPrChange></w:rPr>",
    "<w:t>K2: They  recieve it , and occured.</w:t>",
    "<w:r><w:t>K3: The</w:t></w:r><w:r><w:t> the</w:t><w:tab/><w:t>bay.</w:t></w:r>",
    "</w:ins>",
    "<w:del>",
    "</w:del>",
    "<w:delText>old</w:delText>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:tcPr><w:gridSpan w:val=\"3\"/></w:tcPr>",
    "<w:trPr><w:ins/></w:trPr>",
    "<w:sdt><w:sdtContent>",
    "</w:sdtContent></w:sdt>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:pict>",
    "</w:pict>",
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:lvlText w:val=\"K%1:\"/></w:lvl></w:abstractNum>",
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>",
    "<w:commentRangeStart w:id=\"1\"/>",
    "<!-- -->",
];

/// Pieces of sheets.
const SHEETS: &[&str] = &[
    "<row r=\"1\">",
    "<row>",
    "</row>",
    "<c r=\"B2\" t=\"inlineStr\"><is><t>K1</t></is></c>",
    "<c t=\"s\"><v>0</v></c>",
    "<c><v>1.5</v></c>",
    "<si><t>The tides of the bay.</t></si>",
    "<table:table table:name=\"A\">",
    "</table:table>",
    "<table:table-row table:number-rows-repeated=\"99999999\">",
    "</table:table-row>",
    "<table:table-cell table:number-columns-repeated=\"4294967295\"><text:p>K1: Tides.</text:p></table:table-cell>",
    "<table:covered-table-cell/>",
    "<text:p><text:s text:c=\"9\"/>x<text:line-break/></text:p>",
];

/// XML made from these pieces, with elements opened and closed in turn: those that do not fit are closed, or left out.
fn xml(pieces: &'static [&'static str], root: &'static str) -> impl Strategy<Value = String> {
    let some = proptest::collection::vec(proptest::sample::select(pieces), 0..40);
    some.prop_map(move |some| {
        let (mut out, mut open) = (String::new(), Vec::new());
        for piece in some {
            match piece.strip_prefix("</") {
                Some(name) if piece.matches('<').count() == 1 => {
                    let name = name.trim_end_matches('>');
                    let Some(at) = open.iter().rposition(|open: &&str| *open == name) else { continue };
                    out.extend(open.drain(at..).rev().flat_map(|name| ["</", name, ">"]));
                }
                Some(_) => (),
                None => {
                    out += piece;
                    let name = piece[1..].split([' ', '>', '/']).next().unwrap_or_default();
                    let is_whole = piece.contains("/>") && piece.matches('<').count() == 1
                        || piece.contains(&format!("</{name}>"))
                        || piece.starts_with("<!");
                    if !is_whole && piece.matches('<').count() == 1 {
                        open.push(&piece[1..=name.len()]);
                    }
                }
            }
        }
        out.extend(open.iter().rev().flat_map(|name| ["</", name, ">"]));
        root.replace("{}", &out)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_word_document_is_read_or_refused(
        xml in xml(WORD, "<w:document xmlns:w=\"w\"><w:body>{}</w:body></w:document>"),
    ) {
        word_is_read(xml.as_bytes());
    }

    #[test]
    fn any_workbook_is_read_or_refused(
        excel in xml(SHEETS, "<worksheet><sheetData>{}</sheetData></worksheet>"),
        open in xml(SHEETS, "<document-content><body><spreadsheet>{}</spreadsheet></body></document-content>"),
    ) {
        workbook_is_read(excel.as_bytes());
        workbook_is_read(open.as_bytes());
    }

    #[test]
    fn bytes_in_the_place_of_xml_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        word_is_read(&bytes);
        workbook_is_read(&bytes);
    }
}
