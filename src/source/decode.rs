//! Bytes to text: what encoding a file is in, and where it breaks the rules of that encoding.

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Encoding, Source, SourceId, Span, sha256_hex};

/// A decoded file.
#[derive(Debug)]
pub struct Decoded {
    /// Its text. Each byte that is not UTF-8 becomes one `?`, so that every span still points into
    /// the file that the user gave.
    pub source: Source,
    /// The bytes that are not UTF-8; adjacent ones are joined into one span.
    pub invalid: Vec<Span>,
}

/// Why bytes cannot be read as text at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// The file is JSON in UTF-16, which is not allowed, or it breaks the rules of UTF-16.
    Utf16,
    /// The file is not text; the offset of the first byte that shows this.
    Binary(usize),
    /// The file is longer than 4 GiB.
    TooLarge,
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Utf16 => f.write_str("the file is in UTF-16, not in UTF-8"),
            Self::Binary(offset) => write!(f, "the file is not text: it has binary data at byte {offset}"),
            Self::TooLarge => f.write_str("the file is longer than 4 GiB"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Decodes the bytes of the file `name`. Text may be in UTF-16 or in Windows-1252; JSON may not.
///
/// # Errors
/// [`DecodeError`] for what is not text at all. Single invalid bytes are not an error here: they are listed in
/// [`Decoded::invalid`].
pub fn decode(id: SourceId, name: &str, bytes: Vec<u8>) -> Result<Decoded, DecodeError> {
    if u32::try_from(bytes.len()).is_err() {
        return Err(DecodeError::TooLarge);
    }
    if let Some(encoding) = utf16(&bytes) {
        let text = text_of_utf16(&bytes, encoding)?;
        let source = Source::decoded(id, name, text, encoding, sha256_hex(&bytes));
        return Ok(Decoded { source, invalid: Vec::new() });
    }
    if let Some(offset) = memchr::memchr(0, &bytes) {
        return Err(DecodeError::Binary(offset));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return Ok(Decoded { source: Source::new(id, name, text), invalid: Vec::new() }),
        Err(error) => error.into_bytes(),
    };
    if is_windows_1252(&bytes)
        && let Some(text) = WINDOWS_1252.decode_without_bom_handling_and_without_replacement(&bytes)
        && !begins_as_json(&text)
    {
        let source = Source::decoded(id, name, text, Encoding::Windows1252, sha256_hex(&bytes));
        return Ok(Decoded { source, invalid: Vec::new() });
    }
    let (text, invalid) = patch(&bytes);
    Ok(Decoded { source: Source::new(id, name, text), invalid })
}

/// The form of UTF-16 that the bytes are in: by the byte order mark, or because every other byte is NUL.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    // In English text in UTF-16, one byte in two is NUL, except in dashes and quotes.
    let head = &bytes[..bytes.len().min(64)];
    let nuls = |parity: usize| head.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let alternates = |parity: usize| {
        head.len() >= 4
            && bytes.len().is_multiple_of(2)
            && nuls(parity) * 8 >= head.len() * 3
            && nuls(1 - parity) == 0
    };
    if bytes.starts_with(&[0xff, 0xfe]) || alternates(1) {
        Some(Encoding::Utf16Le)
    } else if bytes.starts_with(&[0xfe, 0xff]) || alternates(0) {
        Some(Encoding::Utf16Be)
    } else {
        None
    }
}

/// The text of bytes in UTF-16, without the byte order mark.
fn text_of_utf16(bytes: &[u8], encoding: Encoding) -> Result<String, DecodeError> {
    let (decoder, mark) = match encoding {
        Encoding::Utf16Be => (UTF_16BE, [0xfe, 0xff]),
        _ => (UTF_16LE, [0xff, 0xfe]),
    };
    let bytes = bytes.strip_prefix(&mark).unwrap_or(bytes);
    let text = decoder.decode_without_bom_handling_and_without_replacement(bytes);
    let text = text.filter(|text| !begins_as_json(text)).ok_or(DecodeError::Utf16)?;
    if text.contains('\0') {
        return Err(DecodeError::Utf16);
    }
    if u32::try_from(text.len()).is_err() { Err(DecodeError::TooLarge) } else { Ok(text.into_owned()) }
}

/// Whether a text begins as JSON does.
fn begins_as_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('{')
        || text.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with(['{', '"', '[', ']']))
}

/// Whether bytes are text in one of the encodings that use one byte for each English letter.
pub(crate) fn is_text(bytes: &[u8]) -> bool {
    memchr::memchr(0, bytes).is_none() && (std::str::from_utf8(bytes).is_ok() || is_windows_1252(bytes))
}

/// Whether bytes that are not UTF-8 are an English text in Windows-1252: beyond ASCII they have nothing that is UTF-8,
/// only marks that are common in such texts, and accented letters inside words.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        at += chunk.valid().len();
        let is_known = match *chunk.invalid() {
            [] => true,
            [byte] => is_common(byte, at.checked_sub(1).map(|at| bytes[at]), bytes.get(at + 1).copied()),
            // The first byte of a multi-byte character in UTF-8.
            _ => false,
        };
        if !chunk.valid().is_ascii() || !is_known {
            return false;
        }
        at += chunk.invalid().len();
    }
    true
}

/// Whether a Windows-1252 byte, between two others, is one that English texts have.
fn is_common(byte: u8, before: Option<u8>, after: Option<u8>) -> bool {
    let is_letter = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic());
    match byte {
        // € ‚ „ … ‘ ’ “ ” • – — ™ no-break space £ § © « ® ° ± ² ³ · ¹ » ¼ ½ ¾ × ÷
        0x80
        | 0x82
        | 0x84
        | 0x85
        | 0x91..=0x97
        | 0x99
        | 0xa0
        | 0xa3
        | 0xa7
        | 0xa9
        | 0xab
        | 0xae
        | 0xb0..=0xb3
        | 0xb7
        | 0xb9
        | 0xbb..=0xbe
        | 0xd7
        | 0xf7 => true,
        0xc0..=0xfe => is_letter(before) || is_letter(after),
        _ => false,
    }
}

/// The bytes as text, with each invalid byte as one `?`, and the spans of the invalid bytes.
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
    fn text_in_other_encodings_is_decoded() {
        let of = |bytes: &[u8]| {
            let Decoded { source, invalid } = decoded(bytes).expect("text");
            (source.text().to_owned(), source.encoding(), invalid.len())
        };
        assert_eq!(of(b"\xff\xfeK\x001\0\x19\x20"), ("K1\u{2019}".to_owned(), Encoding::Utf16Le, 0));
        assert_eq!(of(b"\0K\x001\0:\0 "), ("K1: ".to_owned(), Encoding::Utf16Be, 0));
        assert_eq!(of(b"K1: a bee\x92s caf\xe9"), ("K1: a bee’s café".to_owned(), Encoding::Windows1252, 0));
        assert_eq!(of("K1: é".as_bytes()), ("K1: é".to_owned(), Encoding::Utf8, 0));
        let source = decoded(b"a \x96 b").expect("text").source;
        assert_eq!(source.sha256(), sha256_hex(b"a \x96 b"));
    }

    #[test]
    fn a_wrong_byte_in_utf_8_is_not_another_encoding() {
        for bytes in [
            &b"caf\xc3\xa9 a bee\x92s"[..],
            b"a\xe2\x80",
            b"x\x81y",
            b"\xcf\xf0\xe8\xe2",
            b"{\"a\": \"bee\x92s\"}",
        ] {
            let Decoded { source, invalid } = decoded(bytes).expect("text");
            assert_eq!((source.encoding(), invalid.is_empty()), (Encoding::Utf8, false), "{bytes:?}");
        }
    }

    #[test]
    fn what_is_not_text_is_named() {
        assert_eq!(decoded(b"\xff\xfea\0b").err(), Some(DecodeError::Utf16));
        assert_eq!(decoded(b"{\0}\0 \0").err(), Some(DecodeError::Utf16));
        assert_eq!(decoded(b"\x7fELF\0\0").err(), Some(DecodeError::Binary(4)));
    }
}
