//! How the XML of a document is written: its prefix, and where in it a byte of the text stands.

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

/// The byte in the content of a `w:t` at which the text has so many bytes before it. None if the text does not stand there
/// byte for byte, but for references.
pub(super) fn raw_offset(raw: &str, offset: usize) -> Option<usize> {
    if raw.contains(['\r', '<']) {
        return None;
    }
    let (mut at, mut text) = (0, 0);
    while text < offset && at < raw.len() {
        let rest = &raw[at..];
        if let Some(reference) = rest.strip_prefix('&') {
            let end = reference.find(';')?;
            text += reference_len(&reference[..end])?;
            at += end + 2;
        } else {
            let len = rest.chars().next()?.len_utf8();
            text += len;
            at += len;
        }
    }
    Some(at)
}

/// How many bytes the character has that a reference stands for.
fn reference_len(name: &str) -> Option<usize> {
    let number = name.strip_prefix('#');
    let code = number.map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    match code {
        Some(code) => Some(char::from_u32(code?)?.len_utf8()),
        None => Some(1),
    }
}

/// A tag with another number in the place of its own.
pub(super) fn with_id(tag: &str, w: &str, id: u32) -> String {
    let name = format!(" {w}id=");
    let Some(at) = tag.find(&name).map(|at| at + name.len()) else { return tag.to_owned() };
    let quote = tag[at..].chars().next().unwrap_or('"');
    let end = tag[at + 1..].find(quote).map_or(tag.len(), |end| at + 1 + end);
    format!("{}{id}{}", &tag[..=at], &tag[end..])
}
