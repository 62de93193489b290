//! Loops over bytes that know nothing of the tree: where white space, a string or a number ends.

use wide::u8x16;

/// How many bytes are looked at together.
const SIZE: usize = 16;

/// The first byte from `at` on that is not white space.
#[inline]
pub(super) fn white(bytes: &[u8], at: usize) -> usize {
    // Most often there is none, or a line break and what indents the next line.
    if bytes.get(at).is_some_and(|&byte| is_white(byte)) { white_end(bytes, at + 1) } else { at }
}

#[inline(never)]
fn white_end(bytes: &[u8], at: usize) -> usize {
    let is_other = |bytes: u8x16| {
        let is = |byte| bytes.simd_eq(u8x16::splat(byte));
        !(is(b' ') | is(b'\n') | is(b'\r') | is(b'\t'))
    };
    first(bytes, at, is_other, |byte| !is_white(byte))
}

fn is_white(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

/// The first byte from `at` on that is not literal in a string (a quotation mark, a backslash or a
/// control character), or the end.
#[inline]
pub(super) fn plain(bytes: &[u8], at: usize) -> usize {
    let stops = |bytes: u8x16| {
        let is = |byte| bytes.simd_eq(u8x16::splat(byte));
        is(b'"') | is(b'\\') | bytes.simd_lt(u8x16::splat(b' '))
    };
    first(bytes, at, stops, |byte| matches!(byte, b'"' | b'\\' | 0..b' '))
}

/// The first byte from `at` on that passes a test, or the end: `all` tests many bytes at once.
#[inline]
fn first(bytes: &[u8], at: usize, all: impl Fn(u8x16) -> u8x16, one: impl Fn(u8) -> bool) -> usize {
    // Most keys, codes and indents are short.
    match bytes[at..].first_chunk::<SIZE>().map(|chunk| all(u8x16::new(*chunk)).to_bitmask()) {
        Some(found) if found != 0 => at + found.trailing_zeros() as usize,
        Some(_) => first_of_long(bytes, at + SIZE, all, one),
        None => first_of_few(bytes, at, one),
    }
}

/// The same where it is probably far away: with fewer branches, and more bytes for each.
#[inline(never)]
fn first_of_long(
    bytes: &[u8],
    mut at: usize,
    all: impl Fn(u8x16) -> u8x16,
    one: impl Fn(u8) -> bool,
) -> usize {
    while let Some(chunk) = bytes[at..].first_chunk::<{ 4 * SIZE }>() {
        let (parts, _) = chunk.as_chunks();
        let bits = parts.iter().map(|part| u64::from(all(u8x16::new(*part)).to_bitmask()));
        let found = bits.zip(0..).fold(0, |found, (bits, place)| found | bits << (SIZE * place));
        if found != 0 {
            return at + found.trailing_zeros() as usize;
        }
        at += chunk.len();
    }
    first_of_few(bytes, at, one)
}

/// The same for what is left at the end.
#[cold]
fn first_of_few(bytes: &[u8], at: usize, one: impl Fn(u8) -> bool) -> usize {
    at + bytes[at..].iter().position(|&byte| one(byte)).unwrap_or(bytes.len() - at)
}

/// The end of the line that holds `at`: its line feed, its carriage return, or the end of the text.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes[at..].iter().position(|byte| matches!(byte, b'\n' | b'\r'));
    rest.map_or(bytes.len(), |len| at + len)
}

/// The first byte after `at` that is neither a space nor a tab.
pub(super) fn same_line(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\t') = bytes.get(at) {
        at += 1;
    }
    at
}

/// A number as JSON writes it.
#[derive(Clone, Copy)]
pub(super) struct ScannedNumber {
    /// The byte after it.
    pub(super) end: usize,
    /// Whether it may be too large for an `f64`: it has an exponent, or hundreds of digits.
    pub(super) doubtful: bool,
}

/// The number at `at`, if there is one that is written as in JSON, with nothing directly after it.
#[inline]
pub(super) fn number(bytes: &[u8], at: usize) -> Option<ScannedNumber> {
    let first = at + usize::from(bytes.get(at) == Some(&b'-'));
    let mut end = digits(bytes, first);
    if end == first || (bytes[first] == b'0' && end > first + 1) {
        return None;
    }
    let mut doubtful = end - first > 300;
    if bytes.get(end) == Some(&b'.') {
        let fraction = end + 1;
        end = digits(bytes, fraction);
        if end == fraction {
            return None;
        }
    }
    if let Some(b'e' | b'E') = bytes.get(end) {
        doubtful = true;
        let exponent = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        end = digits(bytes, exponent);
        if end == exponent {
            return None;
        }
    }
    (!bytes.get(end).is_some_and(|&byte| is_word(byte))).then_some(ScannedNumber { end, doubtful })
}

fn digits(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    at
}

/// Whether the byte can be part of a number or a bare word.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-' | b'$' | 0x80..)
}

/// The end of the bare word at `at`.
pub(super) fn bare_word(bytes: &[u8], at: usize) -> usize {
    let rest = bytes[at..].iter().position(|&byte| !is_word(byte));
    rest.map_or(bytes.len(), |len| at + len)
}

/// The byte after the bracket that matches the one at `at`, whatever is between them; brackets in
/// strings do not count. `None` if there is no such bracket.
pub(super) fn balanced(bytes: &[u8], mut at: usize) -> Option<usize> {
    let stops = |bytes: u8x16| {
        // One bit tells square brackets from curly ones.
        let bracket = bytes | u8x16::splat(b'[' ^ b'{');
        let is = |bytes: u8x16, byte| bytes.simd_eq(u8x16::splat(byte));
        is(bracket, b'{') | is(bracket, b'}') | is(bytes, b'"')
    };
    let mut depth = 0_usize;
    loop {
        at = first(bytes, at, stops, |byte| matches!(byte, b'[' | b'{' | b']' | b'}' | b'"'));
        match bytes.get(at)? {
            b'[' | b'{' => depth += 1,
            b'"' => {
                at = string(bytes, at).unwrap_or_else(|line_end| line_end);
                continue;
            }
            _ if depth <= 1 => return Some(at + 1),
            _ => depth -= 1,
        }
        at += 1;
    }
}

/// The byte after the string at `at`.
///
/// # Errors
/// The place of the line break, the control character or the end of the text before which the
/// string is not closed.
pub(super) fn string(bytes: &[u8], at: usize) -> Result<usize, usize> {
    let mut at = at + 1;
    loop {
        at = plain(bytes, at);
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') if bytes.get(at + 1).is_some_and(|&byte| byte >= 0x20) => at += 2,
            Some(b'\\' | b'\t') => at += 1,
            _ => return Err(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_stops_where_a_byte_by_byte_search_stops() {
        let slow = |bytes: &[u8]| {
            let stop = |&byte: &u8| byte < 0x20 || byte == b'"' || byte == b'\\';
            bytes.iter().position(stop).unwrap_or(bytes.len())
        };
        for byte in 0..=255 {
            for place in (0..20).chain(40..60).chain(75..99) {
                for filler in [b'a', 0x80, 0xff, b'!', 0x21, b']', 0x20, 0x7f] {
                    let mut bytes = [filler; 99];
                    bytes[place] = byte;
                    assert_eq!(plain(&bytes, 0), slow(&bytes), "{bytes:?}");
                }
            }
        }
    }

    #[test]
    fn white_space_ends_where_a_byte_by_byte_search_stops() {
        for text in
            ["", "x", " ", "\n", "\n        \"", "\r\n\t \t", " \u{b}", "\n                  ", " \u{a0}"]
        {
            for more in 0..20 {
                let text = format!("{}{text}{}", "\t".repeat(more), "x".repeat(more));
                let slow = text.bytes().position(|byte| !b" \n\r\t".contains(&byte)).unwrap_or(text.len());
                assert_eq!(white(text.as_bytes(), 0), slow, "{text:?}");
            }
        }
    }

    #[test]
    fn brackets_in_strings_do_not_count() {
        assert_eq!(balanced(br#"[["]\"]"]] ]"#, 0), Some(10));
        assert_eq!(balanced(b"[[]", 0), None);
        assert_eq!(balanced(b"[\"a\n]", 0), Some(5));
    }
}
