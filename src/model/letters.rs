//! What a short word is known by, whatever its case.

/// The letters and digits of a word of at most sixteen bytes of ASCII: small letters, zeros behind them.
pub(super) type Letters = [u64; 2];

/// The longest word that has letters.
const MOST: usize = 16;

/// The bit that tells a small letter from its capital, in each of eight bytes. Digits have it anyway.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// The bit that no byte of ASCII has, in each of eight bytes.
const NOT_ASCII: u64 = 0x8080_8080_8080_8080;

/// For each length, the bytes that belong to a word.
const WITHIN: [Letters; MOST + 1] = {
    let (mut all, mut len) = ([[0; 2]; MOST + 1], 1);
    while len <= MOST {
        let bits = u128::MAX >> (8 * (MOST - len));
        all[len] = split(bits);
        len += 1;
    }
    all
};

/// The letters of the word at `start..end` of a text; none if it is longer or has other ones.
#[inline]
pub(super) fn letters(text: &str, start: usize, end: usize) -> Option<Letters> {
    let within = WITHIN.get(end - start)?;
    let [low, high] = window(text.as_bytes(), start);
    let [low, high] = [(low | SMALL) & within[0], (high | SMALL) & within[1]];
    ((low | high) & NOT_ASCII == 0).then_some([low, high])
}

/// The sixteen bytes from `start` on, or as many as there are.
#[inline]
fn window(bytes: &[u8], start: usize) -> Letters {
    if let Some(sixteen) = bytes.get(start..start + MOST) {
        let (eights, _) = sixteen.as_chunks();
        return [u64::from_le_bytes(eights[0]), u64::from_le_bytes(eights[1])];
    }
    match bytes.last_chunk() {
        Some(last) => split(u128::from_le_bytes(*last) >> (8 * (start + MOST - bytes.len()))),
        None => split(bytes[start..].iter().rev().fold(0, |all, byte| all << 8 | u128::from(*byte))),
    }
}

/// The lower and the upper half.
#[expect(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
const fn split(bits: u128) -> Letters {
    [bits as u64, (bits >> 64) as u64]
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
