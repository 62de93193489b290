//! Workbooks of `LibreOffice` and similar programs (`.ods`).

use std::collections::BTreeSet;

use super::super::beside::{may_have_codes, words_inside};
use super::super::error::OfficeError;
use super::super::lines::Block;
use super::super::xml::{Element, Item, Xml};
use super::cells::Cells;

/// How often a cell with something in it may be repeated: real files repeat only empty ones.
const MOST_REPEATED: u32 = 1000;

/// How many spaces are read where there are more: no more than the number of bytes in the element that stands for them.
const MOST_SPACES: u32 = 8;

/// The cells of all visible sheets, and whether hidden ones may have codes.
pub(super) fn read(content: &str) -> Result<(Vec<Block>, bool), OfficeError> {
    let mut reader =
        Sheets { xml: Xml::new(content, "content.xml"), cells: Cells::default(), hidden: BTreeSet::new() };
    let mut has_hidden_codes = false;
    loop {
        match reader.xml.next()? {
            Item::Open(element) => match element.name() {
                "table" => {
                    let style = element.attribute("style-name").unwrap_or_default();
                    if reader.hidden.contains(&style) {
                        has_hidden_codes |= may_have_codes(&words_inside(&mut reader.xml, |_| false)?);
                        continue;
                    }
                    reader.cells.sheet(&element.attribute("name").unwrap_or_default());
                    let mut row = 0;
                    reader.rows(&mut row)?;
                }
                "style" => reader.style(&element)?,
                "document-content" | "automatic-styles" | "body" | "spreadsheet" => (),
                _ => reader.xml.skip()?,
            },
            Item::End => return Ok((reader.cells.blocks, has_hidden_codes)),
            Item::Close | Item::Text(_) => (),
        }
    }
}

struct Sheets<'x> {
    xml: Xml<'x>,
    cells: Cells,
    /// The styles that hide a sheet.
    hidden: BTreeSet<String>,
}

/// A cell of a row: its column, how many cells from there on say the same, and what they say, or `None` if they hold a
/// formula that was not calculated.
type Found = (u32, u32, Option<String>);

impl Sheets<'_> {
    /// Reads a style up to its end: whether it hides sheets.
    fn style(&mut self, element: &Element<'_>) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(inner) => {
                    if inner.name() == "table-properties"
                        && inner.attribute("display").as_deref() == Some("false")
                    {
                        self.hidden.extend(element.attribute("name"));
                    }
                    self.xml.skip()?;
                }
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    /// Reads rows up to the end of the element that began last; `row` is the number of the next one.
    fn rows(&mut self, row: &mut u32) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(element) => match element.name() {
                    "table-row" => {
                        let count = repeated(&element, "number-rows-repeated");
                        let found = self.row()?;
                        // A repeated row with something in it is read only as often as people would plausibly repeat
                        // it.
                        let copies = if found.is_empty() { 0 } else { count.min(MOST_REPEATED) };
                        for copy in 0..copies {
                            for (column, count, text) in &found {
                                for next in 0..*count {
                                    let column = column.saturating_add(next);
                                    let row = row.saturating_add(copy);
                                    match text {
                                        Some(text) => self.cells.add(row, column, text)?,
                                        None => self.cells.formula(row, column)?,
                                    }
                                }
                            }
                        }
                        *row = row.saturating_add(count);
                    }
                    "table-header-rows" | "table-row-group" | "table-rows" => self.rows(row)?,
                    _ => self.xml.skip()?,
                },
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    /// The cells of a row that are not empty.
    fn row(&mut self) -> Result<Vec<Found>, OfficeError> {
        let (mut found, mut column) = (Vec::new(), 0_u32);
        loop {
            match self.xml.next()? {
                Item::Open(element) => {
                    let count = repeated(&element, "number-columns-repeated");
                    match element.name() {
                        "table-cell" => {
                            let text = Some(self.cell()?).filter(|text| !text.is_empty());
                            let is_formula = element.attribute("formula").is_some()
                                && element.attribute("value-type").is_none();
                            if text.is_some() || is_formula {
                                found.push((column, count.min(MOST_REPEATED), text));
                            }
                        }
                        _ => self.xml.skip()?,
                    }
                    column = column.saturating_add(count);
                }
                Item::Close | Item::End => return Ok(found),
                Item::Text(_) => (),
            }
        }
    }

    /// What a cell says: its paragraphs, one on each line.
    fn cell(&mut self) -> Result<String, OfficeError> {
        let mut lines = Vec::new();
        loop {
            match self.xml.next()? {
                Item::Open(element) if element.name() == "p" => {
                    let mut line = String::new();
                    self.paragraph(&mut line)?;
                    lines.push(line);
                }
                Item::Open(_) => self.xml.skip()?,
                Item::Close | Item::End => return Ok(lines.join("\n").trim().to_owned()),
                Item::Text(_) => (),
            }
        }
    }

    fn paragraph(&mut self, line: &mut String) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Text(text) => line.push_str(&text.replace(['\n', '\r'], " ")),
                Item::Open(element) => match element.name() {
                    "s" => {
                        let count = repeated(&element, "c").min(MOST_SPACES);
                        line.extend(std::iter::repeat_n(' ', count as usize));
                        self.xml.skip()?;
                    }
                    "tab" => {
                        line.push(' ');
                        self.xml.skip()?;
                    }
                    "line-break" => {
                        line.push('\n');
                        self.xml.skip()?;
                    }
                    "span" | "a" => self.paragraph(line)?,
                    _ => self.xml.skip()?,
                },
                Item::Close | Item::End => return Ok(()),
            }
        }
    }
}

/// How often an element is repeated.
fn repeated(element: &Element<'_>, name: &str) -> u32 {
    element.attribute(name).and_then(|count| count.parse().ok()).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_sheet_is_not_read_but_its_codes_are_noticed() {
        let sheet = |style: &str, text: &str| {
            format!(
                "<table:table table:name=\"One\" table:style-name=\"{style}\"><table:table-row><table:table-cell>\
                 <text:p>{text}</text:p></table:table-cell></table:table-row></table:table>"
            )
        };
        let style =
            "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>";
        for (hidden, expected) in [("K9", true), ("Rooms", false)] {
            let sheets = sheet("h", hidden) + &sheet("s", "K1");
            let content = format!(
                "<office:document-content><office:automatic-styles>{style}</office:automatic-styles><office:body>\
                 <office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document-content>"
            );
            let (blocks, has_hidden_codes) = read(&content).expect("a workbook");
            let texts: Vec<&str> = blocks.iter().map(|block| &*block.text).collect();
            assert_eq!((texts.as_slice(), has_hidden_codes), (["K1"].as_slice(), expected));
        }
    }
}
