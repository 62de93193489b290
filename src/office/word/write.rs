//! Writes a Word document: paragraphs with styles of their own, and tables whose header row is repeated on every page.

mod look;

use self::look::NAMESPACE;
use super::super::write::{Markup, archive, content_types, relationships};

/// What a paragraph is, and therefore how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The title of the document.
    Title,
    /// The heading of a section.
    Heading,
    /// A paragraph of text.
    Body,
    /// An item of a list.
    Item,
    /// A statement, with its code first.
    Statement,
}

/// A part of a document, in reading order.
#[derive(Clone, Debug)]
pub enum Block {
    /// A paragraph. Its first words are bold.
    Paragraph {
        /// What it is.
        style: Style,
        /// Its first words, in bold.
        bold: String,
        /// The words after them.
        text: String,
    },
    /// A table.
    Table {
        /// The widths of its columns, as parts of the whole.
        widths: Vec<u32>,
        /// The headers of its columns; a table without headers has its labels in the first column.
        head: Vec<String>,
        /// Its rows: in each cell, the words in bold and those after them.
        rows: Vec<Vec<(String, String)>>,
    },
}

/// What the types of parts begin with.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// How wide the text is, in twentieths of a point: A4 without its margins.
const WIDTH: u32 = 9638;

/// A document with these blocks.
#[must_use]
pub fn write(blocks: &[Block]) -> Vec<u8> {
    let kind = |part: &str| format!("{WORD}.{part}+xml");
    let [main, styles, numbering, footer] = ["document.main", "styles", "numbering", "footer"].map(kind);
    archive(&[
        content_types(&[
            ("/word/document.xml", &main),
            ("/word/styles.xml", &styles),
            ("/word/numbering.xml", &numbering),
            ("/word/footer1.xml", &footer),
        ]),
        relationships("_rels/.rels", &[("officeDocument", "word/document.xml")]),
        ("word/document.xml", document(blocks)),
        relationships(
            "word/_rels/document.xml.rels",
            &[("styles", "styles.xml"), ("numbering", "numbering.xml"), ("footer", "footer1.xml")],
        ),
        ("word/styles.xml", look::styles()),
        ("word/numbering.xml", look::bullets()),
        ("word/footer1.xml", look::page_number()),
    ])
}

fn document(blocks: &[Block]) -> String {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let document = Markup::new("w:document", &[("xmlns:w", NAMESPACE), ("xmlns:r", relations)]);
    let document = document.open("w:body", &[]).each(blocks, |body, block| match block {
        Block::Paragraph { style, bold, text } => paragraph(body, style.id(), (bold, text)),
        Block::Table { widths, head, rows } => table(body, widths, head, rows),
    });
    document
        .open("w:sectPr", &[])
        .empty("w:footerReference", &[("w:type", "default"), ("r:id", "rId3")])
        .empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])
        .empty(
            "w:pgMar",
            &[
                ("w:top", "1134"),
                ("w:right", "1134"),
                ("w:bottom", "1134"),
                ("w:left", "1134"),
                ("w:header", "567"),
                ("w:footer", "567"),
                ("w:gutter", "0"),
            ],
        )
        .finish()
}

impl Style {
    /// Its id among the styles.
    fn id(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Heading => "Heading1",
            Self::Body => "BodyText",
            Self::Item => "ListBullet",
            Self::Statement => "Statement",
        }
    }
}

/// A paragraph that starts with some words in bold.
fn paragraph(out: Markup, style: &str, (bold, text): (&str, &str)) -> Markup {
    let out = out.open("w:p", &[]).open("w:pPr", &[]).empty("w:pStyle", &[("w:val", style)]).close();
    let out = if bold.is_empty() { out } else { run(out, bold, true) };
    let out = if text.is_empty() { out } else { run(out, text, false) };
    out.close()
}

/// A run of text. Line breaks and tabs have elements of their own.
fn run(out: Markup, text: &str, is_bold: bool) -> Markup {
    let out = out.open("w:r", &[]);
    let out = if is_bold { out.open("w:rPr", &[]).empty("w:b", &[]).close() } else { out };
    let pieces = text.split_inclusive(['\n', '\t']);
    out.each(pieces, |out, piece| {
        let words = piece.trim_end_matches(['\n', '\t']);
        let out = if words.is_empty() {
            out
        } else {
            out.open("w:t", &[("xml:space", "preserve")]).text(words).close()
        };
        match piece.as_bytes().last() {
            Some(b'\n') => out.empty("w:br", &[]),
            Some(b'\t') => out.empty("w:tab", &[]),
            _ => out,
        }
    })
    .close()
}

/// A table, as wide as the text. Its header row is repeated on every page, and no row is split between two pages.
fn table(out: Markup, widths: &[u32], head: &[String], rows: &[Vec<(String, String)>]) -> Markup {
    let whole: u32 = widths.iter().sum::<u32>().max(1);
    let widths: Vec<String> = widths.iter().map(|width| (width * WIDTH / whole).to_string()).collect();
    let (is_first, look) = if head.is_empty() { ("0", "0600") } else { ("1", "0620") };
    let out = out
        .open("w:tbl", &[])
        .open("w:tblPr", &[])
        .empty("w:tblStyle", &[("w:val", "StandardTable")])
        .empty("w:tblW", &[("w:w", &WIDTH.to_string()), ("w:type", "dxa")])
        .empty("w:tblLayout", &[("w:type", "fixed")])
        .empty(
            "w:tblLook",
            &[
                ("w:val", look),
                ("w:firstRow", is_first),
                ("w:firstColumn", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ],
        )
        .close()
        .open("w:tblGrid", &[])
        .each(&widths, |grid, width| grid.empty("w:gridCol", &[("w:w", width)]))
        .close();
    let heads: Vec<(String, String)> = head.iter().map(|head| (head.clone(), String::new())).collect();
    let out = if heads.is_empty() { out } else { row(out, &widths, &heads, true) };
    let out = out.each(rows, |out, cells| row(out, &widths, cells, false)).close();
    // Two tables without a paragraph between them would become one.
    paragraph(out, "BehindTable", ("", ""))
}

fn row(out: Markup, widths: &[String], cells: &[(String, String)], is_head: bool) -> Markup {
    let out = out.open("w:tr", &[]).open("w:trPr", &[]).empty("w:cantSplit", &[]);
    let out = if is_head { out.empty("w:tblHeader", &[]) } else { out }.close();
    out.each(widths.iter().zip(cells), |out, (width, (bold, text))| {
        let out = out.open("w:tc", &[]).open("w:tcPr", &[]);
        let out = out.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]).close();
        paragraph(out, if is_head { "TableHead" } else { "TableText" }, (bold, text)).close()
    })
    .close()
}
