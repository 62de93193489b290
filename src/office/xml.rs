//! XML as a series of elements that open and close, and of texts.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::OfficeError;

/// How deeply elements may be nested; real documents nest about a dozen.
const DEEPEST: usize = 200;

/// What comes next.
#[derive(Debug)]
pub(super) enum Item<'x> {
    /// An element begins.
    Open(Element<'x>),
    /// The element that began last ends.
    Close,
    /// Text.
    Text(Cow<'x, str>),
    /// The document ends.
    End,
}

/// An element that begins.
#[derive(Debug)]
pub(super) struct Element<'x> {
    start: BytesStart<'x>,
    /// How long the prefix of its name is, with the colon.
    prefix: usize,
    /// Where its tag is in the XML.
    pub(super) tag: Range<usize>,
}

impl Element<'_> {
    /// Its name without the prefix.
    pub(super) fn name(&self) -> &str {
        &self.start.name().into_inner()[self.prefix..]
    }

    /// The prefix of its name with the colon: `w:`.
    pub(super) fn prefix(&self) -> String {
        self.start.name().into_inner()[..self.prefix].to_owned()
    }

    /// The value of an attribute, by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found =
            attributes.with_checks(false).flatten().find(|one| one.key.local_name().into_inner() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The attribute `val`, as a number.
    pub(super) fn number(&self) -> Option<u32> {
        self.attribute("val")?.parse().ok()
    }

    /// Whether an on-off property is on: it is, unless its value says otherwise.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// A reader of XML.
pub(super) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    /// What the XML is called in messages.
    name: &'static str,
    depth: usize,
    /// Whether the element that began last is empty, so that it ends next.
    is_empty: bool,
}

impl<'x> Xml<'x> {
    pub(super) fn new(text: &'x str, name: &'static str) -> Self {
        let reader = Reader::from_str(text);
        Self { reader, name, depth: 0, is_empty: false }
    }

    /// How far it has been read, in bytes.
    pub(super) fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    /// What comes next.
    pub(super) fn next(&mut self) -> Result<Item<'x>, OfficeError> {
        if std::mem::take(&mut self.is_empty) {
            self.depth = self.depth.saturating_sub(1);
            return Ok(Item::Close);
        }
        loop {
            let at = self.position();
            let event = self.reader.read_event().map_err(|error| self.broken(&error.to_string()))?;
            self.is_empty = matches!(event, Event::Empty(_));
            return Ok(match event {
                Event::Start(start) | Event::Empty(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(OfficeError::TooLarge(
                            "its elements are nested more than 200 deep, so ksb does not read it",
                        ));
                    }
                    let prefix = start.name().prefix().map_or(0, |prefix| prefix.into_inner().len() + 1);
                    Item::Open(Element { start, prefix, tag: at..self.position() })
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Item::Close
                }
                Event::Text(text) => Item::Text(text.xml10_content()),
                Event::CData(text) => Item::Text(text.xml10_content()),
                Event::GeneralRef(reference) => Item::Text(self.character(&reference)?.into()),
                Event::DocType(_) => {
                    return Err(
                        self.broken("it has a document type declaration, which such files never have")
                    );
                }
                Event::Eof if self.depth > 0 => return Err(self.broken("it is cut off")),
                Event::Eof => Item::End,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            });
        }
    }

    /// Skips the rest of the element that began last.
    pub(super) fn skip(&mut self) -> Result<(), OfficeError> {
        let depth = self.depth;
        while self.depth >= depth {
            if matches!(self.next()?, Item::End) {
                break;
            }
        }
        Ok(())
    }

    /// What a reference stands for: one of XML's five, or a character by number. Others need a document type.
    fn character(&self, reference: &quick_xml::events::BytesRef<'_>) -> Result<String, OfficeError> {
        let numbered = reference.resolve_char_ref().map_err(|error| self.broken(&error.to_string()))?;
        let named = || quick_xml::escape::resolve_predefined_entity(reference).map(str::to_owned);
        let found = numbered.map(String::from).or_else(named);
        found.ok_or_else(|| self.broken("it refers to an entity that is not declared"))
    }

    fn broken(&self, why: &str) -> OfficeError {
        OfficeError::Damaged(format!("`{}` is not XML that can be read: {why}", self.name))
    }
}

/// A text escaped for XML, including for attributes. Characters that XML does not allow are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            _ if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => (),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Result<String, OfficeError> {
        let mut xml = Xml::new(text, "x.xml");
        let mut shown = String::new();
        loop {
            match xml.next()? {
                Item::Open(element) => {
                    shown.push('<');
                    shown.push_str(element.name());
                }
                Item::Close => shown += ">",
                Item::Text(text) => shown += &text,
                Item::End => return Ok(shown),
            }
        }
    }

    #[test]
    fn elements_and_texts_come_in_order() {
        assert_eq!(shown("<w:a x='1'><w:b/>t&amp;&#x2013;<!-- c --></w:a>").as_deref(), Ok("<a<b>t&–>"));
    }

    #[test]
    fn what_is_no_xml_is_refused() {
        for text in ["<a>", "<a></b>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a>&x;</a>"] {
            assert!(matches!(shown(text), Err(OfficeError::Damaged(_))), "{text}");
        }
        let deep = "<a>".repeat(300);
        assert!(matches!(shown(&deep), Err(OfficeError::TooLarge(_))));
    }

    #[test]
    fn an_element_can_be_passed_over() {
        let mut xml = Xml::new("<a><b><c/>x</b>y</a>", "x.xml");
        assert!(matches!(xml.next(), Ok(Item::Open(_))) && matches!(xml.next(), Ok(Item::Open(_))));
        xml.skip().expect("XML");
        assert!(matches!(xml.next(), Ok(Item::Text(text)) if text == "y"));
    }
}
