//! Words that differ only by a slip: a misspelling and its correction, or two words and the one that joins them.

use std::collections::BTreeMap;

use crate::spelling::is_misspelling_of;

/// Slips that are words themselves, and what they stand for. No dictionary of misspellings has them.
const SLIPS: [(&str, &str); 14] = [
    ("advice", "advise"),
    ("affect", "effect"),
    ("complement", "compliment"),
    ("dependant", "dependent"),
    ("licence", "license"),
    ("manger", "manager"),
    ("meter", "metre"),
    ("practice", "practise"),
    ("principal", "principle"),
    ("program", "programme"),
    ("pubic", "public"),
    ("stationary", "stationery"),
    ("whist", "whilst"),
    ("widow", "window"),
];

/// Texts that differ in more words than this differ in content, and are not compared word by word.
const MOST: usize = 64;

/// The words of the old text, spelt as the new one spells them; both are in lower case.
pub(super) fn corrected(old: &[String], new: &[String]) -> Vec<String> {
    let (mut left, mut only_new) = (only(old, new), only(new, old));
    let count = |words: &BTreeMap<&str, usize>| words.values().sum::<usize>();
    if count(&left).max(count(&only_new)) > MOST {
        return old.to_vec();
    }
    let mut out = Vec::with_capacity(old.len());
    let mut at = 0;
    while let Some(word) = old.get(at) {
        let next = old.get(at + 1);
        if !take(&mut left, word) {
            out.push(word.clone());
        } else if let Some(joined) =
            next.map(|next| format!("{word}{next}")).filter(|joined| take(&mut only_new, joined))
        {
            out.push(joined);
            at += 1;
        } else if let Some((first, second)) = parted(word, new)
            && only_new.contains_key(first)
            && only_new.contains_key(second)
        {
            for part in [first, second] {
                take(&mut only_new, part);
                out.push(part.to_owned());
            }
        } else {
            let meant = only_new.keys().find(|other| is_slip(word, other)).map(|other| (*other).to_owned());
            let meant = meant.filter(|meant| take(&mut only_new, meant));
            out.push(meant.unwrap_or_else(|| word.clone()));
        }
        at += 1;
    }
    out
}

/// Whether one of the words is a misspelling of the other.
fn is_slip(one: &str, other: &str) -> bool {
    let is_known = SLIPS.iter().any(|slip| *slip == (one, other) || *slip == (other, one));
    is_known || is_misspelling_of(one, other) || is_misspelling_of(other, one)
}

/// Two consecutive words of a text that this word joins.
fn parted<'t>(word: &str, words: &'t [String]) -> Option<(&'t str, &'t str)> {
    let pairs =
        words.iter().zip(words.iter().skip(1)).map(|(first, second)| (first.as_str(), second.as_str()));
    pairs.into_iter().find(|(first, second)| word.strip_prefix(first) == Some(second))
}

/// How many more times `words` has each word than `other` has.
fn only<'t>(words: &'t [String], other: &[String]) -> BTreeMap<&'t str, usize> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for word in words {
        *count.entry(word).or_default() += 1;
    }
    for word in other {
        if let Some(left) = count.get_mut(word.as_str()) {
            *left = left.saturating_sub(1);
        }
    }
    count.retain(|_, left| *left > 0);
    count
}

/// Takes a word once, if it is there.
fn take(words: &mut BTreeMap<&str, usize>, word: &str) -> bool {
    let Some(left) = words.get_mut(word) else { return false };
    *left -= 1;
    if *left == 0 {
        words.remove(word);
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corrected_text(old: &str, new: &str) -> String {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        corrected(&words(old), &words(new)).join(" ")
    }

    #[test]
    fn what_is_the_same_word_is_corrected() {
        for (old, new) in [
            ("whist it is calm", "whilst it is calm"),
            ("the life cycle of bees", "the lifecycle of bees"),
            ("the lifecycle of bees", "the life cycle of bees"),
            ("recieve honey", "receive honey"),
            ("receive honey", "recieve honey"),
        ] {
            assert_eq!(corrected_text(old, new), new);
        }
    }

    #[test]
    fn other_words_stay() {
        for (old, new) in
            [("form a plan", "farm a plan"), ("whist and cards", "bridge and cards"), ("a b", "ab c")]
        {
            let expected = if old == "a b" { "ab" } else { old };
            assert_eq!(corrected_text(old, new), expected);
        }
    }

    #[test]
    fn long_texts_that_differ_throughout_are_left_alone() {
        let text =
            |word: &str| (0..100).map(|number| format!("{word}{number}")).collect::<Vec<_>>().join(" ");
        let (old, new) = (format!("recieve {}", text("a")), format!("receive {}", text("b")));
        assert_eq!(corrected_text(&old, &new), old);
        let (old, new) =
            ("recieve ".to_owned() + &"a ".repeat(100), "receive ".to_owned() + &"b ".repeat(100));
        assert_eq!(corrected_text(&old, &new), old);
    }
}
