//! The dictionary of misspellings and of American spelling. `build.rs` makes it from those in the packages `typos-dict`
//! and `varcon`: sorted lines that are read in place, so that starting up costs nothing.

use std::cmp::Ordering;

/// The words in order, one line each: `word>correction,correction` of a misspelt one, `word=british` of an American
/// one.
static LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/dictionary.txt"));

/// For each combination of three letters, in four bytes: where the lines of the words that start with them begin. The
/// last entry is the end of all lines.
static STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starts.bin"));

/// What the dictionary says about a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DictionaryEntry {
    /// It is American; the British word.
    American(&'static str),
    /// It is misspelt; the words that may be meant, separated by commas.
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

/// What the dictionary says about a word in small letters; for most words, nothing.
pub(super) fn look_up(word: &str) -> Option<DictionaryEntry> {
    let first = first_letters(word)?;
    let mut lines = LINES.get(start(first)?..start(first + 1)?)?;
    while let Some((before, line, after)) = middle_line(lines) {
        let (other, said) = line.split_at(line.find(['>', '='])?);
        match word.cmp(other) {
            Ordering::Less => lines = before,
            Ordering::Greater => lines = after,
            Ordering::Equal => return entry(said),
        }
    }
    None
}

/// The middle line, the lines before it and the lines after it; none if there are no lines.
fn middle_line(lines: &str) -> Option<(&str, &str, &str)> {
    let (half, rest) = lines.split_at(lines.floor_char_boundary(lines.len() / 2));
    let begin = half.rfind('\n').map_or(0, |end| end + 1);
    let end = half.len() + rest.find('\n')?;
    Some((&lines[..begin], &lines[begin..end], &lines[end + 1..]))
}

/// A number for the first three letters of a word, in alphabetical order; none if they are not small letters.
fn first_letters(word: &str) -> Option<usize> {
    let first: &[u8; 3] = word.as_bytes().first_chunk()?;
    let add = |number, letter: &u8| number * 26 + usize::from(letter - b'a');
    first.iter().all(u8::is_ascii_lowercase).then(|| first.iter().fold(0, add))
}

/// Where the lines of words with these first letters begin.
fn start(first: usize) -> Option<usize> {
    let (starts, _) = STARTS.as_chunks();
    usize::try_from(u32::from_le_bytes(*starts.get(first)?)).ok()
}

/// What a line says after its word.
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
        assert!(LINES.lines().is_sorted() && LINES.lines().count() > 50_000);
        for line in LINES.lines() {
            let word = line.split(['=', '>']).next().unwrap_or_default();
            assert!(look_up(word).is_some(), "{word}");
        }
        for word in ["", "ab", "été", "zzz", "aaaaaaaaaaaaaaaaaaaaaaa"] {
            assert_eq!(look_up(word), None, "{word}");
        }
    }
}
