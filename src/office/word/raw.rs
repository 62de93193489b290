//! How the XML of a document is written: its prefix, and the numbers of its marks.

use super::super::error::OfficeError;
use super::super::xml::{Item, Xml};

/// The prefix of the names in the text.
pub(super) fn prefix(xml: &str) -> Result<String, OfficeError> {
    let mut reader = Xml::new(xml, "document");
    loop {
        match reader.next()? {
            Item::Open(element) if element.name() == "document" => return Ok(element.prefix()),
            Item::End => return Ok("w:".to_owned()),
            _ => (),
        }
    }
}

/// A tag with another number in place of its own.
pub(super) fn with_id(tag: &str, w: &str, id: u32) -> String {
    let name = format!(" {w}id=");
    let Some(at) = tag.find(&name).map(|at| at + name.len()) else { return tag.to_owned() };
    let quote = tag[at..].chars().next().unwrap_or('"');
    let end = tag[at + 1..].find(quote).map_or(tag.len(), |end| at + 1 + end);
    format!("{}{id}{}", &tag[..=at], &tag[end..])
}
