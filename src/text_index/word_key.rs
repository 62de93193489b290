//! What a short word is known by, whatever its case.

/// The letters and digits of a word of at most sixteen bytes of ASCII: small letters, zeros behind them.
pub(super) type Letters = u128;

/// The longest word that has letters.
const MOST: usize = 16;

/// The bit that tells a small letter from its capital, in each byte. Digits have it anyway.
const SMALL: Letters = Letters::from_ne_bytes([0x20; MOST]);

/// The bit that no byte of ASCII has, in each byte.
const NOT_ASCII: Letters = Letters::from_ne_bytes([0x80; MOST]);

/// The letters of the word at `start..end` of a text; none if it is longer or has other ones.
#[inline]
pub(super) fn letters(text: &str, start: usize, end: usize) -> Option<Letters> {
    let len = end.checked_sub(start).filter(|len| *len <= MOST)?;
    let within = Letters::MAX.checked_shr(u32::try_from(8 * (MOST - len)).ok()?).unwrap_or_default();
    let letters = (window(text.as_bytes(), start) | SMALL) & within;
    (letters & NOT_ASCII == 0).then_some(letters)
}

/// The sixteen bytes from `start` on, or as many as there are.
#[inline]
fn window(bytes: &[u8], start: usize) -> Letters {
    if let Some(sixteen) = bytes[start..].first_chunk() {
        return Letters::from_le_bytes(*sixteen);
    }
    match bytes.last_chunk() {
        Some(last) => Letters::from_le_bytes(*last) >> (8 * (start + MOST - bytes.len())),
        None => bytes[start..].iter().rev().fold(0, |all, byte| all << 8 | Letters::from(*byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(word: &str) -> Option<Letters> {
        letters(word, 0, word.len())
    }

    #[test]
    fn case_and_neighbours_do_not_count() {
        assert_eq!(all("Lock"), all("lOCK"));
        assert_eq!(all("MAINTENANCE"), all("maintenance"));
        let text = "a lock, the maintenance of a key";
        for (word, start) in [("a", 0), ("lock", 2), ("maintenance", 12), ("of", 24), ("a", 27), ("key", 29)]
        {
            assert_eq!(letters(text, start, start + word.len()), all(word), "{word}");
        }
    }

    #[test]
    fn words_that_differ_have_other_letters() {
        let words = ["a", "b", "aa", "ab", "lock", "locks", "maintenance", "maintenances", "12345678", "ab5"];
        for (index, one) in words.iter().enumerate() {
            assert!(all(one).is_some() && words[..index].iter().all(|other| all(other) != all(one)), "{one}");
        }
    }

    #[test]
    fn long_and_foreign_words_have_none() {
        assert!(all("sixteen0letters0").is_some());
        assert_eq!((all("seventeen0letters"), all("été"), all("naïve")), (None, None, None));
    }
}
