//! Writes a workbook with one table: a header that stays in sight and filters the rows, and wrapped texts.

use super::super::error::OfficeError;
use super::super::write::{Markup, archive, content_types, relationships};

/// A table to write.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// The name of the sheet.
    pub name: &'a str,
    /// The headers of its columns, and how many letters wide each is.
    pub columns: Vec<(&'a str, u32)>,
    /// Its rows, with a text for each column.
    pub rows: Vec<Vec<String>>,
}

/// What the types of parts begin with.
const SPREADSHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The most characters that Excel allows in a cell.
const LONGEST: usize = 32_767;

const TOO_LONG: OfficeError = OfficeError::TooLarge(
    "some text is longer than the 32,767 characters that a cell in a workbook can hold",
);

/// How cells look, by the index of their format in [`styles`].
const HEAD: &str = "1";
const BODY: &str = "2";

/// A workbook with this table.
///
/// # Errors
/// [`OfficeError::TooLarge`] if a text does not fit in a cell.
pub fn workbook(sheet: &Sheet<'_>) -> Result<Vec<u8>, OfficeError> {
    let units = |cell: &String| cell.encode_utf16().count();
    if sheet.rows.iter().flatten().any(|cell| units(cell) > LONGEST) {
        return Err(TOO_LONG);
    }
    let kind = |part: &str| format!("{SPREADSHEET}.{part}+xml");
    let (main, table, styled) = (kind("sheet.main"), kind("worksheet"), kind("styles"));
    Ok(archive(&[
        content_types(&[
            ("/xl/workbook.xml", &main),
            ("/xl/worksheets/sheet1.xml", &table),
            ("/xl/styles.xml", &styled),
        ]),
        relationships("_rels/.rels", &[("officeDocument", "xl/workbook.xml")]),
        ("xl/workbook.xml", book(sheet)),
        relationships(
            "xl/_rels/workbook.xml.rels",
            &[("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")],
        ),
        ("xl/worksheets/sheet1.xml", cells(sheet)),
        ("xl/styles.xml", styles()),
    ]))
}

/// The workbook: its sheet, whose first row is printed on every page.
fn book(sheet: &Sheet<'_>) -> String {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let head = format!("'{}'!$1:$1", sheet.name);
    let filter = format!("'{}'!{}", sheet.name, absolute(sheet));
    Markup::new("workbook", &[("xmlns", MAIN), ("xmlns:r", relations)])
        .open("sheets", &[])
        .empty("sheet", &[("name", sheet.name), ("sheetId", "1"), ("r:id", "rId1")])
        .close()
        .open("definedNames", &[])
        .open("definedName", &[("name", "_xlnm._FilterDatabase"), ("localSheetId", "0"), ("hidden", "1")])
        .text(&filter)
        .close()
        .open("definedName", &[("name", "_xlnm.Print_Titles"), ("localSheetId", "0")])
        .text(&head)
        .finish()
}

/// The cells of the whole table: `A1:D40`.
fn extent(sheet: &Sheet<'_>) -> String {
    format!("A1:{}{}", column_name(sheet.columns.len()), sheet.rows.len() + 1)
}

/// The same as absolute references, which do not change when copied: `$A$1:$D$40`.
fn absolute(sheet: &Sheet<'_>) -> String {
    format!("$A$1:${}${}", column_name(sheet.columns.len()), sheet.rows.len() + 1)
}

/// The letter of a column that counts from 1; a table has fewer columns than the alphabet has letters.
fn column_name(column: usize) -> char {
    u8::try_from(column).map_or('Z', |column| char::from(b'A' - 1 + column.clamp(1, 26)))
}

fn cells(sheet: &Sheet<'_>) -> String {
    let extent = extent(sheet);
    let heads: Vec<String> = sheet.columns.iter().map(|(head, _)| (*head).to_owned()).collect();
    let rows = std::iter::once((&heads, HEAD)).chain(sheet.rows.iter().map(|row| (row, BODY)));
    Markup::new("worksheet", &[("xmlns", MAIN)])
        .open("sheetPr", &[])
        .empty("pageSetUpPr", &[("fitToPage", "1")])
        .close()
        .empty("dimension", &[("ref", &extent)])
        .open("sheetViews", &[])
        .open("sheetView", &[("workbookViewId", "0")])
        .empty(
            "pane",
            &[("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen")],
        )
        .close()
        .close()
        .open("cols", &[])
        .each((1_u32..).zip(&sheet.columns), |cols, (number, (_, width))| {
            let (number, width) = (number.to_string(), width.to_string());
            cols.empty("col", &[("min", &number), ("max", &number), ("width", &width), ("customWidth", "1")])
        })
        .close()
        .open("sheetData", &[])
        .each((1_u32..).zip(rows), |data, (number, (cells, format))| row(data, number, cells, format))
        .close()
        .empty("autoFilter", &[("ref", &extent)])
        .empty(
            "pageMargins",
            &[
                ("left", "0.5"),
                ("right", "0.5"),
                ("top", "0.6"),
                ("bottom", "0.6"),
                ("header", "0.3"),
                ("footer", "0.3"),
            ],
        )
        .empty("pageSetup", &[("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0")])
        .open("ignoredErrors", &[])
        .empty("ignoredError", &[("sqref", &extent), ("numberStoredAsText", "1")])
        .finish()
}

fn row(data: Markup, number: u32, cells: &[String], format: &str) -> Markup {
    let data = data.open("row", &[("r", &number.to_string())]);
    let filled = (1..).zip(cells);
    data.each(filled, |data, (column, cell)| {
        let place = format!("{}{number}", column_name(column));
        if cell.is_empty() {
            return data.empty("c", &[("r", &place), ("s", format)]);
        }
        data.open("c", &[("r", &place), ("s", format), ("t", "inlineStr")])
            .open("is", &[])
            .open("t", &[("xml:space", "preserve")])
            .text(cell)
            .close()
            .close()
            .close()
    })
    .close()
}

/// How cells look: plain; the header, bold on grey; the body, wrapped and aligned to the top.
fn styles() -> String {
    let font = |fonts: Markup, is_bold: bool| {
        let fonts = fonts.open("font", &[]);
        let fonts = if is_bold { fonts.empty("b", &[]) } else { fonts };
        fonts.empty("sz", &[("val", "11")]).empty("name", &[("val", "Calibri")]).close()
    };
    let fill = |fills: Markup, pattern: &str| {
        fills.open("fill", &[]).empty("patternFill", &[("patternType", pattern)]).close()
    };
    let format = |formats: Markup, font: &str, fill: &str| {
        let own = [
            ("numFmtId", "0"),
            ("fontId", font),
            ("fillId", fill),
            ("borderId", "0"),
            ("xfId", "0"),
            ("applyFont", "1"),
            ("applyFill", "1"),
            ("applyAlignment", "1"),
        ];
        formats.open("xf", &own).empty("alignment", &[("vertical", "top"), ("wrapText", "1")]).close()
    };
    let styles = Markup::new("styleSheet", &[("xmlns", MAIN)]).open("fonts", &[("count", "2")]);
    let styles = font(font(styles, false), true).close().open("fills", &[("count", "3")]);
    let styles = fill(fill(styles, "none"), "gray125").open("fill", &[]);
    let styles = styles
        .open("patternFill", &[("patternType", "solid")])
        .empty("fgColor", &[("rgb", "FFE7EDF3")])
        .close()
        .close()
        .close()
        .open("borders", &[("count", "1")])
        .empty("border", &[])
        .close()
        .open("cellStyleXfs", &[("count", "1")])
        .empty("xf", &[])
        .close()
        .open("cellXfs", &[("count", "3")])
        .empty("xf", &[]);
    format(format(styles, "1", "2"), "0", "0")
        .close()
        .open("cellStyles", &[("count", "1")])
        .empty("cellStyle", &[("name", "Normal"), ("xfId", "0"), ("builtinId", "0")])
        .finish()
}
