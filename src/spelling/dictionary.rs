//! The dictionary of misspellings and of American spelling. `build.rs` makes it of those that the packages `typos-dict`
//! and `varcon` have: a map that is read where it stands, so that a start costs nothing.

use std::sync::LazyLock;

use fst::Map;

/// Where in [`SAID`] a line speaks of a word.
static WORDS: LazyLock<Map<&[u8]>> = LazyLock::new(|| {
    Map::new(&include_bytes!(concat!(env!("OUT_DIR"), "/words.fst"))[..]).expect("build.rs has written it")
});

/// What is said of words, a line each: `>correction,correction` of a misspelt one, `=british` of an American one.
static SAID: &str = include_str!(concat!(env!("OUT_DIR"), "/said.txt"));

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

/// What the dictionary says of a word in small letters; nothing of most.
pub(super) fn look_up(word: &str) -> Option<Entry> {
    let place = usize::try_from(WORDS.get(word)?).ok()?;
    let line = SAID.get(place..)?.lines().next()?;
    match line.split_at_checked(1)? {
        ("=", british) => Some(Entry::American(british)),
        (">", corrections) => Some(Entry::Misspelt(corrections)),
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
    matches!(look_up(&old.to_ascii_lowercase()), Some(Entry::Misspelt(all)) if all.split(',').any(|one| one.eq_ignore_ascii_case(new)))
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
}
