//! The words of a text that carry its meaning.

use super::shapes::Shapes;
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

static STOP_SHAPES: Shapes = Shapes::of(STOP_WORDS);

/// Words that carry meaning, each once: as what they say, or as numbers that stand for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words<T = Box<[u8]>>(Vec<T>);

impl<T: Ord> FromIterator<T> for Words<T> {
    fn from_iter<I: IntoIterator<Item = T>>(words: I) -> Self {
        let mut words: Vec<T> = words.into_iter().collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }
}

impl Words {
    /// The content words of `text`, without their endings.
    #[must_use]
    pub fn of(text: &str) -> Self {
        words(text).filter_map(|(_, word)| content_stem(word)).collect()
    }
}

impl<T: Ord> Words<T> {
    /// How many content words both texts have.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> usize {
        self.0.iter().filter(|word| other.0.binary_search(word).is_ok()).count()
    }
}

/// A word without its ending, in small letters; none of a word that says nothing.
pub(super) fn content_stem(word: &str) -> Option<Box<[u8]>> {
    let lower = word.to_lowercase();
    (!is_stop_word(lower.as_bytes())).then(|| stem(lower.as_bytes()).into())
}

/// Whether a word says nothing of what a statement is about; most are too long for that.
fn is_stop_word(word: &[u8]) -> bool {
    STOP_SHAPES.may_have(word) && STOP_WORDS.binary_search_by(|stop| stop.as_bytes().cmp(word)).is_ok()
}

/// The word without a common English ending, at least four letters of it.
fn stem(word: &[u8]) -> &[u8] {
    const ENDINGS: &[&[u8]] =
        &[b"ments", b"ings", b"ions", b"ment", b"ing", b"ion", b"ies", b"ed", b"es", b"ly", b"s", b"e", b"y"];
    let fits = |ending: &&&[u8]| word.len() >= ending.len() + 4 && word.ends_with(ending);
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
        assert_eq!((one.0.len(), one.shared_with(&other)), (3, 2));
        assert!(Words::of("of the").0.is_empty());
        assert!(STOP_WORDS.is_sorted() && STOP_WORDS.iter().all(|word| is_stop_word(word.as_bytes())));
    }
}
