//! Texts that are close to that of a statement, differ in a few words, and stand without a code.

use std::borrow::Cow;
use std::collections::HashMap;

use super::block::Block;
use super::citation::CloseText;
use super::words::{Words, are_same};
use crate::model::Code;

/// A text of fewer words may be like a statement by chance.
const LEAST: usize = 6;

/// A text of more words than this is no single statement.
const MOST: usize = 90;

/// A word of so many letters tells something.
const TELLING: usize = 5;

/// So many words in a hundred are the same in a text that was a statement.
const LEAST_LIKENESS: usize = 80;

/// The texts of a standard, by their telling words.
#[derive(Clone, Debug)]
pub(super) struct CloseTexts<'d> {
    all: Vec<(Code, Vec<&'d str>)>,
    by_word: HashMap<String, Vec<usize>>,
}

impl<'d> CloseTexts<'d> {
    pub(super) fn of(texts: impl Iterator<Item = (Code, &'d str)>) -> Self {
        let (mut all, mut by_word) = (Vec::new(), HashMap::<String, Vec<usize>>::new());
        for (code, text) in texts {
            let words = words(text);
            if words.len() < LEAST {
                continue;
            }
            for word in telling(&words) {
                by_word.entry(word.into_owned()).or_default().push(all.len());
            }
            all.push((code, words));
        }
        Self { all, by_word }
    }

    /// The statement that a text is closest to, if it is close enough to one.
    pub(super) fn closest(&self, block: &Block<'_>, index: usize) -> Option<CloseText> {
        let said = words(&block.text);
        if !(LEAST..=MOST).contains(&said.len()) {
            return None;
        }
        let telling = telling(&said);
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for at in telling.iter().filter_map(|word| self.by_word.get(word.as_ref())).flatten() {
            *shared.entry(*at).or_default() += 1;
        }
        let hopeful = shared.into_iter().filter(|(_, count)| count * 2 >= telling.len());
        let likeness = |at: usize| likeness(&said, &self.all[at].1);
        let closest = hopeful
            .map(|(at, _)| (likeness(at), self.all[at].0))
            .max_by_key(|(likeness, code)| (*likeness, std::cmp::Reverse(*code)));
        let (likeness, code) = closest.filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)?;
        Some(CloseText { code, likeness, span: block.text.span(), block: index })
    }
}

fn words(text: &str) -> Vec<&str> {
    Words::of(text).map(|range| &text[range]).take(MOST + 1).collect()
}

/// The words that tell something, in small letters, each once.
fn telling<'t>(words: &[&'t str]) -> Vec<Cow<'t, str>> {
    let telling = words.iter().filter(|word| word.len() >= TELLING);
    let mut small: Vec<Cow<'t, str>> = telling.map(|word| in_small_letters(word)).collect();
    small.sort_unstable();
    small.dedup();
    small
}

/// A word in small letters, which most words are in.
fn in_small_letters(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { word.into() } else { word.to_lowercase().into() }
}

/// Of a hundred words of both texts, so many are the same and in the same order.
fn likeness(one: &[&str], other: &[&str]) -> usize {
    let mut above = vec![0_usize; other.len() + 1];
    for word in one {
        let mut row = vec![0; other.len() + 1];
        for (at, own) in other.iter().enumerate() {
            row[at + 1] = if are_same(word, own) { above[at] + 1 } else { above[at + 1].max(row[at]) };
        }
        above = row;
    }
    let same = above.last().copied().unwrap_or_default();
    (200 * same).checked_div(one.len() + other.len()).unwrap_or_default()
}
