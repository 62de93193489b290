//! Bytes to text: what encoding a file is in, and where it breaks its own.

use super::{Source, SourceId, Span};

/// A decoded file.
#[derive(Debug)]
pub struct Decoded {
    /// Its text. A byte that is not UTF-8 stands as `?` here, one for one, so that every span
    /// still points into the file that the user gave.
    pub source: Source,
    /// The bytes that are not UTF-8, runs of them joined.
    pub invalid: Vec<Span>,
}

/// Why bytes cannot be read as text at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The file is in UTF-16.
    Utf16,
    /// The file is no text; the offset of the first byte that shows it.
    Binary(usize),
    /// The file is longer than 4 GiB.
    TooLarge,
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Utf16 => f.write_str("the file is in UTF-16: save it as UTF-8"),
            Self::Binary(offset) => write!(f, "the file is not text (byte {offset} is a NUL)"),
            Self::TooLarge => f.write_str("the file is longer than 4 GiB"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Decodes the bytes of the file `name`.
///
/// # Errors
/// [`DecodeError`] for what is not UTF-8 text at all. Single invalid bytes are no error here: they
/// are listed in [`Decoded::invalid`].
pub fn decode(id: SourceId, name: &str, bytes: Vec<u8>) -> Result<Decoded, DecodeError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(DecodeError::TooLarge);
    }
    if is_utf16(&bytes) {
        return Err(DecodeError::Utf16);
    }
    if let Some(offset) = memchr::memchr(0, &bytes) {
        return Err(DecodeError::Binary(offset));
    }
    let (text, invalid) = match String::from_utf8(bytes) {
        Ok(text) => (text, Vec::new()),
        Err(error) => patch(error.as_bytes()),
    };
    Ok(Decoded { source: Source::new(id, name, text), invalid })
}

/// Whether the bytes start with a UTF-16 byte order mark, or alternate with NULs as ASCII in UTF-16
/// does.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return true;
    }
    let head = &bytes[..bytes.len().min(64)];
    let alternates = |odd: usize| {
        head.len() >= 4 && head.iter().enumerate().all(|(index, &byte)| (byte == 0) == (index % 2 == odd))
    };
    alternates(0) || alternates(1)
}

/// The bytes as text, each invalid byte as one `?`, and the spans of those.
fn patch(bytes: &[u8]) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(bytes.len());
    let mut invalid: Vec<Span> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if chunk.invalid().is_empty() {
            continue;
        }
        let span = Span::new(text.len(), text.len() + chunk.invalid().len());
        text.extend(std::iter::repeat_n('?', span.len()));
        match invalid.last_mut() {
            Some(last) if last.end == span.start => last.end = span.end,
            _ => invalid.push(span),
        }
    }
    (text, invalid)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> Result<Decoded, DecodeError> {
        decode(SourceId(0), "x", bytes.to_vec())
    }

    #[test]
    fn invalid_bytes_keep_their_places() {
        let decoded = decoded(b"a\xff\xfeb\xe2\x80").expect("text");
        assert_eq!(decoded.source.text(), "a??b??");
        assert_eq!(decoded.invalid, [Span::new(1, 3), Span::new(4, 6)]);
    }

    #[test]
    fn other_encodings_are_named() {
        assert_eq!(decoded(b"\xff\xfea\0").err(), Some(DecodeError::Utf16));
        assert_eq!(decoded(b"{\0}\0 \0").err(), Some(DecodeError::Utf16));
        assert_eq!(decoded(b"\x7fELF\0\0").err(), Some(DecodeError::Binary(4)));
    }
}
