//! The parts of a zip, unpacked within a limit.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::{MAX_UNPACKED, OfficeError};

/// A zip, and how much of it may still be unpacked.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Archive<'b> {
    /// Opens a zip.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, OfficeError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
        Ok(Self { zip, left: MAX_UNPACKED })
    }

    /// The bytes of a part, or `None` if there is no such part.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, OfficeError> {
        let mut file = match self.zip.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(broken(&error)),
        };
        if file.encrypted() {
            return Err(OfficeError::Encrypted);
        }
        let mut bytes = Vec::new();
        let read = file.by_ref().take(self.left + 1).read_to_end(&mut bytes);
        read.map_err(|error| OfficeError::Damaged(format!("`{name}` cannot be unpacked: {error}")))?;
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or(TOO_LARGE)?;
        Ok(Some(bytes))
    }

    /// Unpacks every part, passes on its text, if it is text, and keeps nothing. A file that unpacks to more than the
    /// limit is refused.
    pub(super) fn unpack_all(
        &mut self,
        mut show: impl FnMut(&str) -> Result<(), OfficeError>,
    ) -> Result<(), OfficeError> {
        self.names()?.iter().try_for_each(|name| match self.part(name)?.and_then(decoded) {
            Some(text) => show(&text),
            None => Ok(()),
        })
    }

    /// The names of all parts.
    pub(super) fn names(&self) -> Result<Vec<String>, OfficeError> {
        let names = self.zip.file_names().map(|name| name.map(std::borrow::Cow::into_owned));
        names.collect::<Result<_, _>>().map_err(|error| broken(&error))
    }

    /// A part as text, or `None` if there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, OfficeError> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        let text = decoded(bytes).ok_or_else(|| OfficeError::Damaged(format!("`{name}` is not UTF-8")))?;
        Ok(Some(text))
    }
}

const TOO_LARGE: OfficeError = OfficeError::TooLarge(
    "the file unpacks to more than 256 MiB, far more than any standard, so ksb does not read it",
);

/// XML as text: UTF-8, or UTF-16 with a byte order mark, as the format allows.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    let units = |of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].as_chunks::<2>().0.iter().map(|pair| of(*pair)).collect();
        String::from_utf16(&units).ok()
    };
    match bytes.get(..2) {
        Some([0xff, 0xfe]) => units(u16::from_le_bytes),
        Some([0xfe, 0xff]) => units(u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}

fn broken(error: &ZipError) -> OfficeError {
    OfficeError::Damaged(format!("it is not a zip archive that can be read ({error})"))
}
