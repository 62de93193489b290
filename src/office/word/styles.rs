//! The styles of paragraphs, as far as they number them.

use std::collections::BTreeMap;

use super::super::error::OfficeError;
use super::super::xml::{Element, Item, Xml};
use super::numbering::NumberedAs;

/// How many styles are asked in turn, each based on the next.
const LONGEST_CHAIN: usize = 20;

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    numbered: NumberedAs,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Result<Self, OfficeError> {
        let mut xml = Xml::new(text, "word/styles.xml");
        let mut styles = BTreeMap::new();
        loop {
            match xml.next()? {
                Item::Open(element) if element.name() == "style" => {
                    let id = element.attribute("styleId").unwrap_or_default();
                    styles.insert(id, Style::read(&mut xml)?);
                }
                Item::Open(element) if element.name() != "styles" => xml.skip()?,
                Item::End => return Ok(Self(styles)),
                _ => (),
            }
        }
    }

    /// How the style of this id numbers its paragraphs.
    pub(super) fn numbered(&self, id: &str) -> NumberedAs {
        let mut found = NumberedAs::default();
        let mut next = Some(id);
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next.and_then(|id| self.0.get(id)) else { break };
            found = found.or(&style.numbered);
            next = style.based_on.as_deref();
        }
        found
    }
}

impl Style {
    fn read(xml: &mut Xml<'_>) -> Result<Self, OfficeError> {
        let mut style = Self::default();
        let mut depth = 1;
        while depth > 0 {
            match xml.next()? {
                Item::Open(element) => {
                    depth += 1;
                    style.take(&element);
                }
                Item::Close => depth -= 1,
                Item::Text(_) => (),
                Item::End => break,
            }
        }
        Ok(style)
    }

    fn take(&mut self, element: &Element<'_>) {
        match element.name() {
            "basedOn" => self.based_on = element.attribute("val"),
            "numId" => self.numbered.list = element.attribute("val"),
            "ilvl" => self.numbered.level = element.number(),
            _ => (),
        }
    }
}
