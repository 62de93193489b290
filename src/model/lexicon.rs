//! What is known of words, which are the same in all documents: worked out once, and not once in each of them.

use std::cell::RefCell;

use super::american::is_american_anew;
use super::content::content_number_anew;

/// What is known of a word, whatever its case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// Its number among content words; none if it says nothing.
    pub(super) content: Option<u64>,
    /// Whether it is American spelling.
    pub(super) is_american: bool,
}

/// The letters of a word in lower case, behind them its length or zeros. Longer words are not kept.
type Letters = u128;

/// How many words are kept on each thread: more than a document has, so most of those that are asked for.
const SLOTS: usize = 1 << 12;

thread_local! {
    /// A word has one place, and is forgotten when another needs it: what is kept does not grow.
    static KEPT: RefCell<Vec<(Letters, Known)>> = const { RefCell::new(Vec::new()) };
}

/// What is known of `word`, which is all letters and digits.
pub(super) fn known(word: &str) -> Known {
    let Some(letters) = letters(word) else { return anew(word) };
    KEPT.with_borrow_mut(|kept| {
        if kept.is_empty() {
            kept.resize(SLOTS, (0, Known::default()));
        }
        let slot = &mut kept[place(letters)];
        if slot.0 != letters {
            *slot = (letters, anew(word));
        }
        slot.1
    })
}

fn anew(word: &str) -> Known {
    Known { content: content_number_anew(word), is_american: is_american_anew(word) }
}

fn letters(word: &str) -> Option<Letters> {
    const LOW: Letters = Letters::from_ne_bytes([0x20; 16]);
    let mut bytes = [0; 16];
    bytes.get_mut(..word.len()).filter(|_| word.is_ascii())?.copy_from_slice(word.as_bytes());
    // Of letters and digits, this makes lower case; of a zero it makes what neither is.
    Some(Letters::from_le_bytes(bytes) | LOW)
}

fn place(letters: Letters) -> usize {
    let halves = (letters ^ letters >> 64) & Letters::from(u64::MAX);
    let mixed = u64::try_from(halves).unwrap_or_default().wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> 52).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_what_would_be_worked_out() {
        let words =
            ["the", "Organize", "organise", "bottles", "BOTTLE", "été", "1a", "antidisestablishmentarianism"];
        let many: Vec<String> = (0..3 * SLOTS).map(|number| format!("word{number}ize")).collect();
        for word in words.into_iter().chain(many.iter().map(String::as_str)).chain(words) {
            assert_eq!(known(word), anew(word), "{word}");
        }
        assert!(known("color").is_american && !known("colour").is_american);
        assert_eq!((known("of").content, known("Bottle").content), (None, known("bottles").content));
    }
}
