//! A word as a number, so that two words can be compared in one step, whatever their case.

/// The letters and digits of an ASCII word of at most sixteen bytes: in small letters, followed by zeros.
pub(super) type WordKey = u128;

/// The longest word that has a key.
const MOST: usize = 16;

/// The bit that distinguishes a small letter from its capital, in each byte. Digits have it anyway.
const SMALL: WordKey = WordKey::from_ne_bytes([0x20; MOST]);

/// The bit that no ASCII byte has, in each byte.
const NOT_ASCII: WordKey = WordKey::from_ne_bytes([0x80; MOST]);

/// The key of the word at `start..end` of a text; none if it is longer or has letters other than ASCII ones.
#[inline]
pub(super) fn word_key(text: &str, start: usize, end: usize) -> Option<WordKey> {
    let len = end.checked_sub(start).filter(|len| *len <= MOST)?;
    let within = WordKey::MAX.checked_shr(u32::try_from(8 * (MOST - len)).ok()?).unwrap_or_default();
    let key = (window(text.as_bytes(), start) | SMALL) & within;
    (key & NOT_ASCII == 0).then_some(key)
}

/// A key that no word has, one for each number.
pub(super) fn further_key(number: u64) -> WordKey {
    WordKey::MAX << 64 | WordKey::from(number)
}

/// The sixteen bytes from `start`, or as many as there are.
#[inline]
fn window(bytes: &[u8], start: usize) -> WordKey {
    if let Some(sixteen) = bytes[start..].first_chunk() {
        return WordKey::from_le_bytes(*sixteen);
    }
    match bytes.last_chunk() {
        Some(last) => WordKey::from_le_bytes(*last) >> (8 * (start + MOST - bytes.len())),
        None => bytes[start..].iter().rev().fold(0, |all, byte| all << 8 | WordKey::from(*byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> Option<WordKey> {
        word_key(word, 0, word.len())
    }

    #[test]
    fn case_and_neighbours_do_not_count() {
        assert_eq!(key("Lock"), key("lOCK"));
        assert_eq!(key("MAINTENANCE"), key("maintenance"));
        let text = "a lock, the maintenance of a key";
        for (word, start) in [("a", 0), ("lock", 2), ("maintenance", 12), ("of", 24), ("a", 27), ("key", 29)]
        {
            assert_eq!(word_key(text, start, start + word.len()), key(word), "{word}");
        }
    }

    #[test]
    fn words_that_differ_have_other_keys() {
        let words = ["a", "b", "aa", "ab", "lock", "locks", "maintenance", "maintenances", "12345678", "ab5"];
        for (index, one) in words.iter().enumerate() {
            assert!(key(one).is_some() && words[..index].iter().all(|other| key(other) != key(one)), "{one}");
        }
    }

    #[test]
    fn long_and_foreign_words_have_none() {
        assert!(key("sixteen0letters0").is_some_and(|key| key != further_key(0)));
        assert_eq!((key("seventeen0letters"), key("été"), key("naïve")), (None, None, None));
    }
}
