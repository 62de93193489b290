//! The words of a text that carry its meaning.

use std::borrow::Cow;

use super::words;

/// Words that say nothing of what a statement is about.
const STOP_WORDS: &[&str] = &[
    "a",
    "an",
    "and",
    "any",
    "appropriate",
    "are",
    "as",
    "at",
    "be",
    "by",
    "for",
    "from",
    "how",
    "in",
    "into",
    "is",
    "it",
    "its",
    "of",
    "on",
    "or",
    "other",
    "others",
    "own",
    "that",
    "the",
    "their",
    "them",
    "they",
    "this",
    "to",
    "use",
    "used",
    "using",
    "was",
    "when",
    "which",
    "with",
    "within",
    "your",
];

/// Words that carry meaning, each once, without their endings.
///
/// Only a number is kept of each word: comparing statements must cost next to nothing, and nothing
/// is ever shown of these words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<u64>);

impl FromIterator<u64> for Words {
    /// From the numbers of content words.
    fn from_iter<I: IntoIterator<Item = u64>>(numbers: I) -> Self {
        let mut numbers: Vec<u64> = numbers.into_iter().collect();
        numbers.sort_unstable();
        numbers.dedup();
        Self(numbers)
    }
}

impl Words {
    /// The content words of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        words(text).filter_map(|(_, word)| content_number(word)).collect()
    }

    /// How many content words both texts have.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> usize {
        self.0.iter().filter(|word| other.0.binary_search(word).is_ok()).count()
    }

    /// How many content words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The number of a word without its ending, whatever its case; none of a word that says nothing.
pub(super) fn content_number(word: &str) -> Option<u64> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let lower = if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
    (!is_stop_word(&lower)).then(|| number(stem(&lower)))
}

/// Whether a word says nothing of what a statement is about; most are too long for that.
fn is_stop_word(word: &str) -> bool {
    let short = word.len() <= 6 || word.len() == "appropriate".len();
    short && STOP_WORDS.binary_search(&word).is_ok()
}

/// The number of a word: FNV-1a, 64 bits.
fn number(word: &str) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    word.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}

/// The word without a common English ending, at least four letters of it.
fn stem(word: &str) -> &str {
    const ENDINGS: &[&str] =
        &["ments", "ings", "ions", "ment", "ing", "ion", "ies", "ed", "es", "ly", "s", "e", "y"];
    let fits = |ending: &&&str| word.len() >= ending.len() + 4 && word.ends_with(**ending);
    let cut = ENDINGS.iter().find(fits).map_or(0, |ending| ending.len());
    &word[..word.len() - cut]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_and_stop_words_do_not_count() {
        let one = Words::of("The principles of storing bottles.");
        let other = Words::of("Store the bottle in the cellar");
        assert_eq!((one.len(), one.shared_with(&other)), (3, 2));
        assert!(Words::of("of the").is_empty());
        assert!(STOP_WORDS.is_sorted() && STOP_WORDS.iter().all(|word| is_stop_word(word)));
    }
}
