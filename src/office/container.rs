//! What kind of document bytes are.

use memchr::memmem;

use super::archive::Archive;
use super::error::OfficeError;
use crate::source::Container;

/// How a zip begins.
const ZIP: &[u8] = b"PK\x03\x04";

/// How the containers of old Office files begin; a new one that is encrypted is wrapped in such a container.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The name of the part that holds an encrypted document, in UTF-16.
const ENCRYPTED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// How the names of parts begin in each kind of document.
const TELLTALES: [(&str, Container); 2] =
    [("word/document", Container::Word), ("xl/workbook.xml", Container::Workbook)];

/// What a `LibreOffice` workbook says it is, in its first part.
const OPEN_SHEETS: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

/// The name of that part.
const TYPE: &str = "mimetype";

/// What kind of document these bytes are, or `None` if they are not of a kind that is read as a container.
///
/// # Errors
/// [`OfficeError::Encrypted`] for a document that only a password opens.
pub fn container_of(bytes: &[u8]) -> Result<Option<Container>, OfficeError> {
    if bytes.starts_with(COMPOUND) && memmem::find(bytes, ENCRYPTED).is_some() {
        return Err(OfficeError::Encrypted);
    }
    if !bytes.starts_with(ZIP) {
        return Ok(None);
    }
    if memmem::find(&bytes[..bytes.len().min(BEGINNING)], OPEN_SHEETS).is_some() {
        return Ok(Some(Container::Workbook));
    }
    let mut archive = Archive::open(bytes);
    // Some programs compress it.
    let packed = archive.as_mut().ok().and_then(|archive| archive.part(TYPE).ok().flatten());
    if packed.is_some_and(|kind| OPEN_SHEETS.strip_prefix(TYPE.as_bytes()) == Some(&*kind)) {
        return Ok(Some(Container::Workbook));
    }
    let names = archive.and_then(|archive| archive.names());
    let is_there = |name: &str| match &names {
        Ok(names) => names.iter().any(|own| own.starts_with(name)),
        // In a damaged archive, the names that are left show what it was.
        Err(_) => memmem::find(bytes, name.as_bytes()).is_some(),
    };
    Ok(TELLTALES.iter().find(|(name, _)| is_there(name)).map(|(_, container)| *container))
}

/// A `LibreOffice` document says what it is within this many bytes.
const BEGINNING: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn containers_are_known_by_their_parts() {
        assert_eq!(container_of(b"PK\x03\x04..word/document.xml"), Ok(Some(Container::Word)));
        assert_eq!(container_of(b"PK\x03\x04..xl/workbook.xml"), Ok(Some(Container::Workbook)));
        assert_eq!(container_of(b"PK\x03\x04..a.txt"), Ok(None));
        assert_eq!(container_of(b"word/document.xml"), Ok(None));
        let encrypted = [COMPOUND, b"....", ENCRYPTED].concat();
        assert_eq!(container_of(&encrypted), Err(OfficeError::Encrypted));
        assert_eq!(container_of(COMPOUND), Ok(None));
    }
}
