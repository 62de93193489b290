//! The text of a string without its escapes. Anything that is not a JSON escape stays as it is.

use std::borrow::Cow;
use std::ops::Range;

/// Passes on the pieces of a string's content, each with the bytes of the content that it comes
/// from: literal runs, and what each escape stands for.
pub(super) fn unescape(content: &str, mut piece: impl FnMut(&str, Range<usize>)) {
    let mut at = 0;
    while let Some(offset) = content[at..].find('\\') {
        let backslash = at + offset;
        if let Some((character, len)) = escape(&content.as_bytes()[backslash..]) {
            if offset > 0 {
                piece(&content[at..backslash], at..backslash);
            }
            piece(character.encode_utf8(&mut [0; 4]), backslash..backslash + len);
            at = backslash + len;
        } else {
            // A backslash that does not begin an escape: it and what follows it are literal.
            let end = backslash + 1;
            piece(&content[at..end], at..end);
            at = end;
        }
    }
    if at < content.len() {
        piece(&content[at..], at..content.len());
    }
}

/// A string's content without its escapes.
pub(super) fn unescaped(content: &str) -> Cow<'_, str> {
    let mut text = String::with_capacity(content.len());
    unescape(content, |piece, _| text.push_str(piece));
    Cow::Owned(text)
}

/// The character that the escape at the start of `bytes` stands for, and the escape's length.
fn escape(bytes: &[u8]) -> Option<(char, usize)> {
    let character = match bytes.get(1)? {
        byte @ (b'"' | b'\\' | b'/') => char::from(*byte),
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode(bytes),
        _ => return None,
    };
    Some((character, 2))
}

/// The same for `\u`: one UTF-16 unit, or two that make up a pair.
fn unicode(bytes: &[u8]) -> Option<(char, usize)> {
    let first = unit(bytes)?;
    if let Some(character) = char::from_u32(u32::from(first)) {
        return Some((character, 6));
    }
    let pair = unit(&bytes[6..]).and_then(|second| char::decode_utf16([first, second]).next()?.ok());
    Some(pair.map_or((char::REPLACEMENT_CHARACTER, 6), |character| (character, 12)))
}

/// The UTF-16 unit that `\uXXXX` at the start of `bytes` stands for.
pub(super) fn unit(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, &digit| {
        let digit = char::from(digit).to_digit(16).and_then(|digit| u16::try_from(digit).ok())?;
        Some(unit << 4 | digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_escape_reads_as_its_character() {
        let content = r#"a\"\\\/\b\f\n\r\t\u00e9\ud83e\udd80z"#;
        assert_eq!(unescaped(content), "a\"\\/\u{8}\u{c}\n\r\té🦀z");
    }

    #[test]
    fn what_is_no_escape_stands_for_itself() {
        assert_eq!(unescaped(r"C:\docs\x\u12"), r"C:\docs\x\u12");
        assert_eq!(unescaped(r"\ud800-\udc00\"), "\u{fffd}-\u{fffd}\\");
        assert_eq!(unescaped("é\\"), "é\\");
    }
}
