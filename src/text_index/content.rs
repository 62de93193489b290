//! The words of a text that carry its meaning.

use crate::model::words;

/// Words without content, by their length.
const STOP_WORDS: [&[&str]; 12] = [
    &[],
    &["a"],
    &["an", "as", "at", "be", "by", "in", "is", "it", "of", "on", "or", "to"],
    &["and", "any", "are", "for", "how", "its", "own", "the", "use", "was"],
    &["from", "into", "that", "them", "they", "this", "used", "when", "with", "your"],
    &["other", "their", "using", "which"],
    &["others", "within"],
    &[],
    &[],
    &[],
    &[],
    &["appropriate"],
];

/// The content words of a text, each once: as stems, or as the numbers of stems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContentWords<T = Box<str>>(Vec<T>);

impl<T: Ord> FromIterator<T> for ContentWords<T> {
    fn from_iter<I: IntoIterator<Item = T>>(words: I) -> Self {
        let mut words: Vec<T> = words.into_iter().collect();
        words.sort_unstable();
        words.dedup();
        Self(words)
    }
}

impl ContentWords {
    /// The content words of `text`, without their endings.
    #[must_use]
    pub fn of(text: &str) -> Self {
        words(text).filter_map(|(_, word)| content_stem(&word.to_lowercase()).map(Box::from)).collect()
    }
}

impl<T: Ord> ContentWords<T> {
    /// How many content words both texts have.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> usize {
        self.0.iter().filter(|word| other.0.binary_search(word).is_ok()).count()
    }
}

/// The stem of a word in lower case; none if the word has no content.
pub(super) fn content_stem(word: &str) -> Option<&str> {
    (!is_stop_word(word)).then(|| stem(word))
}

/// Whether a word has no content.
fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.get(word.len()).is_some_and(|words| words.contains(&word))
}

/// The word without a common English ending, at least four letters of it.
fn stem(word: &str) -> &str {
    let endings: &[&str] = match word.as_bytes().last() {
        Some(b's') => &["ments", "ings", "ions", "ies", "es", "s"],
        Some(b't') => &["ment"],
        Some(b'g') => &["ing"],
        Some(b'n') => &["ion"],
        Some(b'd') => &["ed"],
        Some(b'y') => &["ly", "y"],
        Some(b'e') => &["e"],
        _ => &[],
    };
    let fits = |ending: &&&str| word.len() >= ending.len() + 4 && word.ends_with(**ending);
    let cut = endings.iter().find(fits).map_or(0, |ending| ending.len());
    &word[..word.len() - cut]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_and_stop_words_do_not_count() {
        let one = ContentWords::of("The principles of storing bottles.");
        let other = ContentWords::of("Store the bottle in the cellar");
        assert_eq!((one.0.len(), one.shared_with(&other)), (3, 2));
        assert!(ContentWords::of("of the").0.is_empty());
        let fits = |(length, words): (usize, &&[&str])| words.iter().all(|word| word.len() == length);
        assert!(STOP_WORDS.iter().enumerate().all(fits));
    }
}
