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
}

/// The number of a word without its ending, whatever its case; none of a word that says nothing.
pub(super) fn content_number(word: &str) -> Option<u64> {
    let mut room = [0; 32];
    match room.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(lower) => {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            number_of_lower(lower)
        }
        None => number_of_lower(word.to_lowercase().as_bytes()),
    }
}

fn number_of_lower(word: &[u8]) -> Option<u64> {
    (!is_stop_word(word)).then(|| number(stem(word)))
}

/// Whether a word says nothing of what a statement is about; most are too long for that.
fn is_stop_word(word: &[u8]) -> bool {
    STOP_SHAPES.may_have(word) && STOP_WORDS.binary_search_by(|stop| stop.as_bytes().cmp(word)).is_ok()
}

/// The number of a word: FNV-1a, 64 bits.
fn number(word: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    word.iter().fold(0xcbf2_9ce4_8422_2325, mix)
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
