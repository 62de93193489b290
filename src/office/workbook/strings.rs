//! The texts of a workbook in XML: shared ones, and those that are in their cell.

use std::ops::Range;

use super::super::error::OfficeError;
use super::super::letters::Letters;
use super::super::xml::{Item, Xml};

/// A text, and the letters that make it up.
#[derive(Clone, Debug, Default)]
pub(super) struct CellText {
    pub(super) text: String,
    pub(super) letters: Vec<Letters>,
    /// Where its element is.
    pub(super) whole: Range<usize>,
}

impl CellText {
    /// Reads the text of the element that began last, up to its end. Phonetic text is not part of it.
    pub(super) fn read(start: usize, xml: &mut Xml<'_>) -> Result<Self, OfficeError> {
        let mut read = Self::default();
        let mut depth = 1;
        while depth > 0 {
            match xml.next()? {
                Item::Open(element) if element.name() == "t" => {
                    let (from, tag) = (read.text.len(), element.tag.clone());
                    let mut end = xml.position();
                    while let Item::Text(more) = xml.next()? {
                        read.text.push_str(&more);
                        end = xml.position();
                    }
                    let text = from..read.text.len();
                    if !text.is_empty() {
                        read.letters.push(Letters { text, content: tag.end..end, tag });
                    }
                }
                Item::Open(element) if element.name() == "r" => depth += 1,
                Item::Open(_) => xml.skip()?,
                Item::Close => depth -= 1,
                Item::Text(_) => (),
                Item::End => break,
            }
        }
        read.whole = start..xml.position();
        Ok(read)
    }

    /// Reads the value of a cell, whose tag was read last, up to its end.
    pub(super) fn value(tag: Range<usize>, xml: &mut Xml<'_>) -> Result<Self, OfficeError> {
        let (start, mut end, mut text) = (tag.start, tag.end, String::new());
        while let Item::Text(more) = xml.next()? {
            text.push_str(&more);
            end = xml.position();
        }
        let letters = vec![Letters { text: 0..text.len(), content: tag.end..end, tag }];
        Ok(Self { text, letters, whole: start..xml.position() })
    }
}

/// Whether a text is nothing but digits.
pub(super) fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The part with the shared texts.
#[derive(Debug, Default)]
pub(super) struct Shared {
    pub(super) xml: String,
    pub(super) all: Vec<CellText>,
    /// The tag of the list, and where its content ends.
    pub(super) tag: Range<usize>,
    pub(super) end: usize,
}

impl Shared {
    pub(super) fn read(text: String) -> Result<Self, OfficeError> {
        let mut shared = Self::default();
        let mut xml = Xml::new(&text, "sharedStrings");
        loop {
            let before = xml.position();
            match xml.next()? {
                Item::Open(element) if element.name() == "sst" => shared.tag = element.tag.clone(),
                Item::Open(element) if element.name() == "si" => {
                    shared.all.push(CellText::read(element.tag.start, &mut xml)?);
                }
                Item::Open(_) => xml.skip()?,
                Item::Close => shared.end = before,
                Item::Text(_) => (),
                Item::End => break,
            }
        }
        Ok(Self { xml: text, ..shared })
    }
}

/// A tag with another number as the value of an attribute, if it has that attribute.
pub(super) fn with_number(tag: &str, name: &str, number: usize) -> String {
    let Some(start) = tag.find(&format!(" {name}=\"")).map(|at| at + name.len() + 3) else {
        return tag.to_owned();
    };
    let end = tag[start..].find('"').map_or(tag.len(), |len| start + len);
    format!("{}{number}{}", &tag[..start], &tag[end..])
}
