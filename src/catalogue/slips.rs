//! Statements of several standards that differ by a slip in one word.

use super::extract::{Extract, ExtractedStatement};
use crate::hash::HashMap;
use crate::source::SourceId;

/// Shorter statements differ by one word for other reasons.
const FEWEST_WORDS: usize = 5;
/// Shorter words differ by one letter for other reasons.
const SHORTEST: usize = 5;
/// Of texts that have one half in common, so many are held against each other.
const MOST: usize = 300;

/// A statement in which one word is nearly that of the same statement elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Slip<'e> {
    /// The statement.
    pub statement: &'e ExtractedStatement,
    /// The word that stands nowhere else.
    pub word: &'e str,
    /// The word of the others.
    pub usual: &'e str,
    /// The first of the other documents, and its statement.
    pub other: (&'e Extract, &'e ExtractedStatement),
    /// How many other documents there are.
    pub others: usize,
}

/// The slips of all documents.
#[derive(Debug, Default)]
pub(super) struct Slips<'e>(HashMap<SourceId, Vec<Slip<'e>>>);

/// A text, and where it stands.
struct Stated<'e> {
    words: Vec<&'e str>,
    at: Vec<(usize, &'e ExtractedStatement)>,
}

impl<'e> Slips<'e> {
    /// The slips among these documents, one of each standard.
    pub(super) fn among(extracts: &'e [Extract], documents: impl Iterator<Item = usize>) -> Self {
        let texts = texts(extracts, documents);
        let mut found = Self::default();
        let mut pairs = pairs(&texts);
        pairs.sort_unstable();
        pairs.dedup();
        let mut counts: HashMap<&str, usize> = HashMap::default();
        if !pairs.is_empty() {
            for word in texts.iter().flat_map(|text| &text.words) {
                *counts.entry(plain(word)).or_default() += 1;
            }
        }
        for (one, other) in pairs {
            let Some((word, other_word)) = only_difference(&texts[one].words, &texts[other].words) else {
                continue;
            };
            let count = |word: &str| counts.get(plain(word)).copied().unwrap_or_default();
            let (slip, usual, words) = match (count(word), count(other_word)) {
                (1, 2..) => (&texts[one], &texts[other], [word, other_word]),
                (2.., 1) => (&texts[other], &texts[one], [other_word, word]),
                _ => continue,
            };
            found.add(extracts, slip, usual, words);
        }
        found
    }

    fn add(&mut self, extracts: &'e [Extract], slip: &Stated<'e>, usual: &Stated<'e>, words: [&'e str; 2]) {
        let [word, usual_word] = words.map(plain);
        for &(document, statement) in &slip.at {
            let mut others = usual.at.iter().filter(|(other, _)| *other != document).peekable();
            let Some(&&(first, other)) = others.peek() else { continue };
            let other = (&extracts[first], other);
            let one = Slip { statement, word, usual: usual_word, other, others: others.count() };
            self.0.entry(extracts[document].source).or_default().push(one);
        }
    }

    /// The slips of a document.
    pub(super) fn of(&self, document: SourceId) -> &[Slip<'e>] {
        self.0.get(&document).map_or(&[], Vec::as_slice)
    }
}

/// The texts of the statements, each once, in the order in which they come.
fn texts(extracts: &[Extract], documents: impl Iterator<Item = usize>) -> Vec<Stated<'_>> {
    let mut places: HashMap<&str, usize> = HashMap::default();
    let mut texts: Vec<Stated<'_>> = Vec::new();
    for document in documents {
        for statement in &extracts[document].statements {
            let text = statement.text.trim_end_matches('.');
            let place = *places.entry(text).or_insert_with(|| {
                texts.push(Stated { words: text.split(' ').collect(), at: Vec::new() });
                texts.len() - 1
            });
            texts[place].at.push((document, statement));
        }
    }
    texts
}

/// The pairs of texts that may differ by one word: as long, and with the first or the second half in common.
fn pairs(texts: &[Stated<'_>]) -> Vec<(usize, usize)> {
    let mut halves: HashMap<(usize, bool, &[&str]), Vec<usize>> = HashMap::default();
    for (place, text) in texts.iter().enumerate().filter(|(_, text)| text.words.len() >= FEWEST_WORDS) {
        let (first, second) = text.words.split_at(text.words.len() / 2);
        for (is_first, half) in [(true, first), (false, second)] {
            halves.entry((text.words.len(), is_first, half)).or_default().push(place);
        }
    }
    let mut pairs = Vec::new();
    // In no order, which is why they are sorted before they are looked at.
    for mut alike in halves.into_values() {
        alike.truncate(MOST);
        for (at, &one) in alike.iter().enumerate() {
            let differs =
                |other: &&usize| only_difference(&texts[one].words, &texts[**other].words).is_some();
            pairs.extend(alike[at + 1..].iter().filter(differs).map(|&other| (one, other)));
        }
    }
    pairs
}

/// The only word in which two texts differ, if the one may be a slip for the other.
fn only_difference<'e>(one: &[&'e str], other: &[&'e str]) -> Option<(&'e str, &'e str)> {
    let mut different = one.iter().zip(other).filter(|(one, other)| one != other);
    let (&word, &other) = different.next().filter(|_| different.next().is_none())?;
    is_slip(plain(word), plain(other)).then_some((word, other))
}

/// A word without the marks around it.
fn plain(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether two words are letters alone, differ by one letter, and neither is the other with an ending.
fn is_slip(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let is_word = |word: &str| word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_word(short) || !is_word(long) || long.starts_with(short) {
        return false;
    }
    let start = short.bytes().zip(long.bytes()).take_while(|(one, other)| one == other).count();
    let (short, long) = (&short[start..], &long[start..]);
    let swapped =
        || short.len() > 1 && short[..1] == long[1..2] && short[1..2] == long[..1] && short[2..] == long[2..];
    match long.len() - short.len() {
        0 => short[1..] == long[1..] || swapped(),
        1 => *short == long[1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter() {
        for (one, other) in [("legisation", "legislation"), ("safety", "saftey"), ("materials", "matirials")]
        {
            assert!(is_slip(one, other) && is_slip(other, one), "{one}");
        }
        for (one, other) in
            [("record", "records"), ("lock", "loch"), ("import", "export"), ("level2", "level3")]
        {
            assert!(!is_slip(one, other), "{one}");
        }
    }
}
