//! The styles of paragraphs and words, where they number them, make them headings or strike them out.

use std::collections::BTreeMap;

use super::super::error::OfficeError;
use super::super::xml::{Element, Item, Xml};
use super::numbering::NumberedAs;
use super::seen::Seen;

/// How many styles are followed in turn, each based on the next.
const LONGEST_CHAIN: usize = 20;

/// The styles of a document, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    numbered: NumberedAs,
    /// Its level in the outline of the document, from 0.
    outline: Option<u8>,
    /// Whether it belongs to a table of contents, which a program writes.
    is_contents: bool,
    /// What it says about hidden and struck-out text.
    seen: Seen,
}

/// The level of what is not a heading.
const BODY_TEXT: u8 = 9;

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

    /// How the style with this id numbers its paragraphs.
    pub(super) fn numbered(&self, id: &str) -> NumberedAs {
        self.chain(id).fold(NumberedAs::default(), |found, style| found.or(&style.numbered))
    }

    /// The heading level of a paragraph, given the outline level that it sets itself, if any, and the id of its style.
    pub(super) fn heading(&self, own: Option<u8>, id: Option<&str>) -> Option<u8> {
        let of_style = || id.and_then(|id| self.chain(id).find_map(|style| style.outline));
        own.or_else(of_style).filter(|level| *level < BODY_TEXT)
    }

    /// What the style with this id says about hidden and struck-out text.
    pub(super) fn seen(&self, id: &str) -> Seen {
        self.chain(id).fold(Seen::default(), |found, style| found.or(style.seen))
    }

    /// Whether paragraphs in the style with this id are lines of a table of contents.
    pub(super) fn is_of_contents(&self, id: &str) -> bool {
        self.0.get(id).is_some_and(|style| style.is_contents)
    }

    /// The style with this id, the one that it is based on, and so on.
    fn chain(&self, id: &str) -> impl Iterator<Item = &Style> {
        let based_on = |style: &&Style| self.0.get(style.based_on.as_deref()?);
        std::iter::successors(self.0.get(id), based_on).take(LONGEST_CHAIN)
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
            "outlineLvl" => self.outline = level_of(element),
            // Some programs write the heading styles of Word without a level.
            "name" => {
                let name = element.attribute("val").unwrap_or_default().to_ascii_lowercase();
                self.outline = self.outline.or_else(|| level_of_heading(&name));
                self.is_contents = name.strip_prefix("toc ").is_some_and(|level| level.parse::<u8>().is_ok());
            }
            _ => self.seen.take(element),
        }
    }
}

/// The outline level that an element sets.
pub(super) fn level_of(element: &Element<'_>) -> Option<u8> {
    element.number().map(|level| u8::try_from(level).unwrap_or(BODY_TEXT))
}

/// The outline level that the name of a style gives it: `heading 1`.
fn level_of_heading(name: &str) -> Option<u8> {
    let number: u8 = name.strip_prefix("heading ")?.parse().ok()?;
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_level_or_name() {
        let styles = Styles::read(
            r#"<w:styles xmlns:w="w"><w:style w:styleId="a"><w:name w:val="heading 2"/></w:style>
               <w:style w:styleId="b"><w:name w:val="Mine"/><w:basedOn w:val="a"/></w:style>
               <w:style w:styleId="c"><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
               <w:style w:styleId="d"><w:basedOn w:val="d"/></w:style></w:styles>"#,
        )
        .expect("XML");
        let of = |own, id| styles.heading(own, id);
        assert_eq!(
            [of(None, Some("a")), of(None, Some("b")), of(Some(0), Some("c"))],
            [Some(1), Some(1), Some(0)]
        );
        assert_eq!(
            [of(None, Some("c")), of(None, Some("d")), of(Some(9), Some("a")), of(None, None)],
            [None; 4]
        );
    }
}
