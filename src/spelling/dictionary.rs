//! The dictionary of misspellings and of American spelling. `build.rs` makes it of those that the packages `typos-dict`
//! and `varcon` have: a text that is read where it stands, so that a start costs nothing.

use std::ops::RangeInclusive;

use super::bucket::{PLACES, place};

/// How many letters its words have.
const LENGTHS: RangeInclusive<usize> = 3..=40;

/// What the dictionary has, in the order of the buckets: lines `word>correction,correction` and `american=british`.
static WORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));

/// Where the lines of each bucket begin, and where the last one ends: numbers of four bytes.
static STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starts.bin"));

/// The places that words have, a bit for each, so that most words are known at once to be none of them.
static TAKEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/taken.bin"));

/// What the dictionary says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// It is American; the British word.
    American(&'static str),
    /// It is misspelt; what may be meant, parted by commas.
    Misspelt(&'static str),
}

impl Entry {
    /// What is meant, if it is certain.
    pub(super) fn correction(self) -> Option<&'static str> {
        match self {
            Self::Misspelt(corrections) if !corrections.contains(',') => Some(corrections),
            _ => None,
        }
    }
}

/// What the dictionary says of a word, whatever its case; nothing of most.
pub(super) fn look_up(word: &str) -> Option<Entry> {
    if !LENGTHS.contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let place = place(word);
    if TAKEN[place / 8] & (1 << (place % 8)) == 0 {
        return None;
    }
    let bucket = place / PLACES;
    WORDS[start(bucket)..start(bucket + 1)].lines().find_map(|line| {
        let (known, said) = line.split_at_checked(word.len())?;
        let said = said.split_at_checked(1).filter(|_| known.eq_ignore_ascii_case(word))?;
        match said {
            ("=", british) => Some(Entry::American(british)),
            (">", corrections) => Some(Entry::Misspelt(corrections)),
            _ => None,
        }
    })
}

/// Where the lines of a bucket begin.
fn start(bucket: usize) -> usize {
    let bytes = STARTS[bucket * 4..].first_chunk().expect("there is a start behind each bucket");
    u32::from_le_bytes(*bytes) as usize
}

/// The word that a misspelt one stands for, in small letters; none unless it is certain which.
#[must_use]
pub fn correction(word: &str) -> Option<&'static str> {
    look_up(word)?.correction()
}

/// Whether `old` is misspelt and `new` is what it may stand for, whatever their case.
#[must_use]
pub fn is_misspelling_of(old: &str, new: &str) -> bool {
    matches!(look_up(old), Some(Entry::Misspelt(all)) if all.split(',').any(|one| one.eq_ignore_ascii_case(new)))
}

#[cfg(test)]
mod tests {
    use super::super::bucket::BUCKETS;
    use super::*;

    #[test]
    fn misspelt_words_are_known_whatever_their_case() {
        for (word, meant) in [
            ("recieve", "receive"),
            ("Equiptment", "equipment"),
            ("SEPERATE", "separate"),
            ("teh", "the"),
            ("managment", "management"),
            ("behavour", "behaviour"),
            ("organzie", "organise"),
        ] {
            assert_eq!(correction(word), Some(meant), "{word}");
        }
        assert!(is_misspelling_of("Recieve", "receive") && !is_misspelling_of("receive", "recieve"));
    }

    #[test]
    fn what_may_be_right_is_no_misspelling() {
        let words = "wether collet bund bunding finings arris stoping tung miliary transferrin parge uncatalogued specialty \
                     despatcher focusses extraversion learnt whilst programme practise licence colour ehr sql a";
        for word in words.split_whitespace() {
            assert_eq!(correction(word), None, "{word}");
        }
    }

    #[test]
    fn of_several_corrections_none_is_certain() {
        assert_eq!(correction("wich"), None);
        assert!(is_misspelling_of("wich", "which") && is_misspelling_of("wich", "witch"));
    }

    #[test]
    fn no_bucket_is_long() {
        let longest =
            (0..BUCKETS).map(|bucket| WORDS[start(bucket)..start(bucket + 1)].lines().count()).max();
        assert!(longest.is_some_and(|longest| longest < 16), "{longest:?}");
        assert_eq!(start(BUCKETS), WORDS.len());
        let length = |line: &str| line.find(['=', '>']).expect("a line has a mark");
        assert!(WORDS.lines().all(|line| LENGTHS.contains(&length(line))));
    }
}
