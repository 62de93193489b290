//! Whether everything that a text lists is required or there is a choice: its "and" and "or".

use std::collections::{BTreeMap, BTreeSet};

use crate::diff::text::{is_stop_word, stem};

/// How a text joins two things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Conjunction {
    And,
    Or,
    AndOr,
}

impl Conjunction {
    fn word(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Or => "or",
            Self::AndOr => "and/or",
        }
    }
}

/// A conjunction and the stems of the content words that it is between.
type Joint = ((String, String), Conjunction);

/// The conjunctions that became different ones, as `or → and`. These are conjunctions that join the same two words,
/// and, if the two texts have the `same_content`, conjunctions where only one text leaves a choice.
pub(super) fn changed(old: &[String], new: &[String], same_content: bool) -> Option<String> {
    if !old.iter().chain(new).any(|word| word == "or") {
        return None;
    }
    let (old, new) = (joints(old), joints(new));
    let mut exchanged = exchanged(&old, &new);
    if exchanged.is_empty() && same_content {
        let (old, new) = (kinds(&old), kinds(&new));
        let choice = |kinds: &BTreeSet<Conjunction>| kinds.iter().any(|kind| *kind != Conjunction::And);
        if choice(&old) != choice(&new) {
            exchanged.insert(format!("{} → {}", words(old.difference(&new)), words(new.difference(&old))));
        }
    }
    (!exchanged.is_empty()).then(|| exchanged.into_iter().collect::<Vec<_>>().join(", "))
}

/// The conjunctions between the same two words that differ.
fn exchanged(old: &[Joint], new: &[Joint]) -> BTreeSet<String> {
    let by_place = |joints: &[Joint]| {
        let mut places: BTreeMap<(String, String), Vec<Conjunction>> = BTreeMap::new();
        for (between, conjunction) in joints {
            places.entry(between.clone()).or_default().push(*conjunction);
        }
        places
    };
    let (before, after) = (by_place(old), by_place(new));
    let both = before.iter().filter_map(|(place, was)| after.get(place).map(|is| (was, is)));
    let pairs = both.filter(|(was, is)| was.len() == is.len()).flat_map(|(was, is)| was.iter().zip(is));
    pairs.filter(|(was, is)| was != is).map(|(was, is)| format!("{} → {}", was.word(), is.word())).collect()
}

fn kinds(joints: &[Joint]) -> BTreeSet<Conjunction> {
    joints.iter().map(|(_, conjunction)| *conjunction).collect()
}

fn words<'c>(conjunctions: impl Iterator<Item = &'c Conjunction>) -> String {
    let words: Vec<&str> = conjunctions.map(|one| one.word()).collect();
    if words.is_empty() { "none".to_owned() } else { words.join(", ") }
}

/// The conjunctions of a text, in order; `and/or` is one.
fn joints(words: &[String]) -> Vec<Joint> {
    let mut joints: Vec<Joint> = Vec::new();
    let (mut before, mut open) = (String::new(), None);
    for word in words {
        match (word.as_str(), open) {
            ("and", None) => open = Some(Conjunction::And),
            ("or", None) => open = Some(Conjunction::Or),
            ("or", Some(Conjunction::And)) | ("and", Some(Conjunction::Or)) => {
                open = Some(Conjunction::AndOr);
            }
            (word, _) if is_stop_word(word) => {}
            (word, _) => {
                let this = stem(word);
                if let Some(conjunction) = open.take() {
                    joints.push(((before, this.clone()), conjunction));
                }
                before = this;
            }
        }
    }
    joints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(old: &str, new: &str, same_content: bool) -> Option<String> {
        let words = |text: &str| crate::diff::text::words(text);
        changed(&words(old), &words(new), same_content)
    }

    #[test]
    fn what_joins_the_same_words_is_compared() {
        let cases = [
            ("Inspect gates or paddles", "Inspect gates and paddles", "or → and"),
            ("Inspect gates and paddles", "Inspect a gate or the paddle, then moor", "and → or"),
            ("Ropes, gates and/or paddles", "Ropes, gates and paddles", "and/or → and"),
            ("Gates and paddles or ropes", "Gates or paddles and ropes", "and → or, or → and"),
        ];
        for (old, new, expected) in cases {
            assert_eq!(note(old, new, false).as_deref(), Some(expected), "{old}");
        }
        for (old, new) in [
            ("Inspect gates or paddles", "Inspect gates and report"),
            ("Inspect gates", "Inspect gates or paddles"),
            ("Inspect gates or paddles", "Inspect gates or paddles, and report"),
        ] {
            assert_eq!(note(old, new, false), None, "{old}");
        }
    }

    #[test]
    fn a_choice_may_come_or_go_with_the_order() {
        assert_eq!(
            note("Gates, paddles and ropes", "Ropes, gates or paddles", true).as_deref(),
            Some("and → or")
        );
        assert_eq!(note("Gates and paddles", "Gates, paddles", true), None);
        assert_eq!(note("Gates or paddles", "Gates, paddles", true).as_deref(), Some("or → none"));
    }
}
