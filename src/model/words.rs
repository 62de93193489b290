//! The words of a text that carry its meaning.

use std::collections::BTreeSet;

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
    "using",
    "used",
    "was",
    "when",
    "which",
    "with",
    "within",
    "your",
];

/// The content words of a text, each once, without their endings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// The content words of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let lower = words.map(str::to_lowercase).filter(|word| !STOP_WORDS.contains(&word.as_str()));
        Self(lower.map(|word| stem(&word).to_owned()).collect())
    }

    /// How many content words both texts have.
    #[must_use]
    pub fn shared_with(&self, other: &Self) -> usize {
        self.0.intersection(&other.0).count()
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
    }
}
