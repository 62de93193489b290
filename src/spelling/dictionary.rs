//! The dictionary of misspellings and of American spelling. `build.rs` makes it of those that the packages `typos-dict`
//! and `varcon` have: a sorted list that is read where it stands, so that a start costs nothing.

/// How many letters a row has room for.
const LETTERS: usize = 16;

/// The words in their order, a row for each: its letters, with zeros behind them, and in four bytes where [`SAID`] speaks
/// of it.
static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.bin"));

/// For each three letters, in four bytes, how many words come before those that begin with them; all in the end.
static BEFORE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/before.bin"));

/// What is said of words, a line each: `>correction,correction` of a misspelt one, `=british` of an American one.
static SAID: &str = include_str!(concat!(env!("OUT_DIR"), "/said.txt"));

/// The few words that are too long for a row, a line each: `word>correction`, `word=british`.
static LONG: &str = include_str!(concat!(env!("OUT_DIR"), "/long.txt"));

/// What the dictionary says of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DictionaryEntry {
    /// It is American; the British word.
    American(&'static str),
    /// It is misspelt; what may be meant, parted by commas.
    Misspelt(&'static str),
}

impl DictionaryEntry {
    /// What is meant, if it is certain.
    pub(super) fn correction(self) -> Option<&'static str> {
        match self {
            Self::Misspelt(corrections) if !corrections.contains(',') => Some(corrections),
            _ => None,
        }
    }
}

/// What the dictionary says of a word in small letters; nothing of most.
pub(super) fn look_up(word: &str) -> Option<DictionaryEntry> {
    if word.len() > LETTERS {
        return LONG.lines().find_map(|line| entry(line.strip_prefix(word)?));
    }
    let first = first_letters(word)?;
    let rows = number(BEFORE, first)?..number(BEFORE, first + 1)?;
    let (words, _) = WORDS.as_chunks::<{ LETTERS + 4 }>();
    let mut wanted = [0; LETTERS];
    wanted[..word.len()].copy_from_slice(word.as_bytes());
    let letters = |row: &[u8; LETTERS + 4]| {
        let [letters @ .., _, _, _, _] = row;
        u128::from_be_bytes(*letters)
    };
    let same = words.get(rows)?;
    let found = same.binary_search_by_key(&u128::from_be_bytes(wanted), letters).ok()?;
    let said = u32::from_le_bytes(*same[found].last_chunk()?);
    entry(SAID.get(said as usize..)?.lines().next()?)
}

/// A number for the first three letters of a word, greater for what comes later; none if they are no small letters.
fn first_letters(word: &str) -> Option<usize> {
    let first: &[u8; 3] = word.as_bytes().first_chunk()?;
    let add = |number, letter: &u8| number * 26 + usize::from(letter - b'a');
    first.iter().all(u8::is_ascii_lowercase).then(|| first.iter().fold(0, add))
}

/// The number at a place in a list of numbers.
fn number(list: &[u8], place: usize) -> Option<usize> {
    let (numbers, _) = list.as_chunks();
    usize::try_from(u32::from_le_bytes(*numbers.get(place)?)).ok()
}

/// What a line says, or the rest of a line behind its word.
fn entry(said: &'static str) -> Option<DictionaryEntry> {
    match said.split_at_checked(1)? {
        ("=", british) => Some(DictionaryEntry::American(british)),
        (">", corrections) => Some(DictionaryEntry::Misspelt(corrections)),
        _ => None,
    }
}

/// The word that a misspelt one stands for, in small letters; none unless it is certain which.
#[must_use]
pub fn correction(word: &str) -> Option<&'static str> {
    look_up(&word.to_ascii_lowercase())?.correction()
}

/// Whether `old` is misspelt and `new` is what it may stand for, whatever their case.
#[must_use]
pub fn is_misspelling_of(old: &str, new: &str) -> bool {
    matches!(look_up(&old.to_ascii_lowercase()), Some(DictionaryEntry::Misspelt(all)) if all.split(',').any(|one| one.eq_ignore_ascii_case(new)))
}

#[cfg(test)]
mod tests {
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
    fn every_word_is_found() {
        let (words, rest) = WORDS.as_chunks::<{ LETTERS + 4 }>();
        assert!(words.is_sorted() && rest.is_empty() && words.len() > 50_000);
        for row in words.iter().step_by(7) {
            let word = std::str::from_utf8(&row[..LETTERS]).expect("letters").trim_end_matches('\0');
            assert!(look_up(word).is_some(), "{word}");
        }
        for line in LONG.lines() {
            let word = line.split(['=', '>']).next().unwrap_or_default();
            assert!(word.len() > LETTERS && look_up(word).is_some(), "{line}");
        }
        for word in ["", "ab", "été", "zzz", "aaaaaaaaaaaaaaaaaaaaaaa"] {
            assert_eq!(look_up(word), None, "{word}");
        }
    }
}
