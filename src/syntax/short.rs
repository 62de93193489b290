//! Short texts as numbers, which are compared at once.

/// The longest text that has a number, in bytes: the eighth is its length.
const MOST: usize = 7;

/// The number of a short text; no two texts have the same, and long ones have none.
#[must_use]
pub const fn short(text: &[u8]) -> Option<u64> {
    if text.len() > MOST {
        return None;
    }
    let (mut number, mut place) = (0, text.len());
    while place > 0 {
        place -= 1;
        number = number << 8 | text[place] as u64;
    }
    Some(number | (text.len() as u64) << 56)
}

/// The number of what stands at `start..end` of a text.
#[inline]
pub(super) fn short_at(text: &[u8], start: usize, end: usize) -> Option<u64> {
    let len = end.checked_sub(start).filter(|len| *len <= MOST)?;
    match text.get(start..start + 8) {
        Some(eight) => {
            let (eight, _) = eight.as_chunks();
            let within = !(u64::MAX << (8 * len));
            Some(u64::from_le_bytes(eight[0]) & within | (len as u64) << 56)
        }
        None => short(text.get(start..end)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_have_other_numbers() {
        let all = ["", "\0", "\0\0", "a", "a\0", "\0a", "code", "cod", "core", "\u{ff}1234", "1234567"];
        for (index, one) in all.iter().enumerate() {
            let number = short(one.as_bytes());
            assert!(number.is_some() && all[..index].iter().all(|other| short(other.as_bytes()) != number));
            for around in [("", ""), ("x", "yyyyyyyyy"), ("xx", "\"")] {
                let text = format!("{}{one}{}", around.0, around.1);
                let start = around.0.len();
                assert_eq!(short_at(text.as_bytes(), start, start + one.len()), number, "{text:?}");
            }
        }
        assert_eq!((short(b"12345678"), short_at(b"12345678", 0, 8)), (None, None));
        assert_eq!((short_at(b"12", 1, 4), short_at(b"12", 2, 1)), (None, None));
    }
}
