//! What is known of words, which are the same in all documents: worked out once, and not once in each of them.

use std::cell::RefCell;

use super::american::british;
use super::content::content_number;
use super::forms::{Key, Letters, letters, spread};

/// What is known of a word, whatever its case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Its number among content words; none if it says nothing.
    pub(super) content: Option<u64>,
    /// Whether it is American spelling.
    pub(super) is_american: bool,
}

impl Known {
    fn of(word: &str) -> Self {
        Self { content: content_number(word), is_american: british(word).is_some() }
    }
}

/// How many words are kept on each thread: more than a document has, so most of those that are asked for.
const SLOTS: usize = 1 << 12;

/// A word that is kept, by its letters, and what is known of it.
type Slot = (Letters, Known);

thread_local! {
    /// A word has one place, and is forgotten when another needs it: what is kept does not grow.
    static KEPT: RefCell<Vec<Slot>> = const { RefCell::new(Vec::new()) };
}

/// Tells what is known of words, each given with its key.
pub(super) fn each<'w>(words: impl Iterator<Item = (Key, &'w str)>, mut tell: impl FnMut(Known)) {
    KEPT.with_borrow_mut(|kept| {
        kept.resize(SLOTS, Slot::default());
        words.for_each(|(key, word)| tell(one(kept, key, word)));
    });
}

fn one(kept: &mut [Slot], key: Key, word: &str) -> Known {
    let Some(letters) = letters(key, word) else { return Known::of(word) };
    let place = usize::try_from(spread(key) >> 52).unwrap_or_default();
    let slot = &mut kept[place];
    if slot.0 != letters {
        *slot = (letters, Known::of(word));
    }
    slot.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::forms::Forms;

    #[test]
    fn what_is_kept_is_what_would_be_worked_out() {
        let few =
            ["the", "Organize", "organise", "bottles", "BOTTLE", "été", "1a", "antidisestablishmentarianism"];
        let many: Vec<String> = (0..3 * SLOTS).map(|number| format!("word{number}ize")).collect();
        let words = || few.into_iter().chain(many.iter().map(String::as_str)).chain(few);
        let mut found = Vec::new();
        each(words().map(|word| (Forms::key(word, 0, word.len()), word)), |known| found.push(known));
        assert!(words().map(Known::of).eq(found));
        assert!(Known::of("color").is_american && !Known::of("colour").is_american);
        assert_eq!(Known::of("Bottle").content, Known::of("bottles").content);
    }
}
