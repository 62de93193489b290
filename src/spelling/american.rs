//! American spelling and the British one.

use std::borrow::Cow;

use super::dictionary::{DictionaryEntry, look_up};

/// Words in -ize that are British as well.
const BRITISH: &[&str] = &["capsize", "downsize", "outsize", "oversize", "prize", "resize", "seize", "size"];

/// The endings of American words that need not be in the dictionary.
const ENDINGS: [&str; 12] =
    ["ize", "izes", "ized", "izing", "izer", "izers", "ization", "izations", "yze", "yzes", "yzed", "yzing"];

/// What is wrong with the spelling of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpellingFault {
    /// It is American.
    American,
    /// It is misspelt, and the intended word is certain; see [`super::correction`].
    Misspelt,
}

/// What is wrong with the spelling of a word in small letters.
#[must_use]
pub fn fault(word: &str) -> Option<SpellingFault> {
    match look_up(word) {
        Some(DictionaryEntry::American(_)) => Some(SpellingFault::American),
        Some(entry @ DictionaryEntry::Misspelt(_)) => entry.correction().map(|_| SpellingFault::Misspelt),
        None => (has_z(word) && by_ending(word).is_some()).then_some(SpellingFault::American),
    }
}

/// The British spelling of a word, in small letters, if it is American.
#[must_use]
pub fn british(word: &str) -> Option<Cow<'static, str>> {
    let word = word.to_ascii_lowercase();
    match look_up(&word) {
        Some(DictionaryEntry::American(british)) => Some(Cow::Borrowed(british)),
        None if has_z(&word) => by_ending(&word).map(Cow::Owned),
        _ => None,
    }
}

fn by_ending(word: &str) -> Option<String> {
    let endings = ENDINGS.iter().filter(|ending| word.ends_with(**ending));
    let ending = endings.max_by_key(|ending| ending.len())?;
    let stem = &word[..word.len() - ending.len()];
    let is_british = BRITISH.iter().any(|known| known.strip_suffix("ize") == Some(stem));
    (!is_british).then(|| format!("{stem}{}", ending.replacen('z', "s", 1)))
}

fn has_z(word: &str) -> bool {
    word.len() >= 4 && word.is_ascii() && word.contains('z')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn american_words_are_known_by_their_endings() {
        assert_eq!(british("Organizing").as_deref(), Some("organising"));
        assert_eq!(british("authorize").as_deref(), Some("authorise"));
        assert_eq!(british("analyzed").as_deref(), Some("analysed"));
        assert_eq!(british("utilization").as_deref(), Some("utilisation"));
        assert_eq!(british("colors").as_deref(), Some("colours"));
        for word in [
            "size",
            "resized",
            "prizes",
            "seizing",
            "organise",
            "oversized",
            "Horizon",
            "practise",
            "program",
            "gray",
        ] {
            assert_eq!(british(word), None, "{word}");
        }
    }
}
