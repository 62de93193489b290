//! Statements of several standards that differ by a slip in one word.

use super::extract::{Extract, ExtractedStatement};
use crate::hash::HashMap;
use crate::source::SourceId;

/// Shorter statements (in words) differ by one word for other reasons.
const FEWEST_WORDS: usize = 5;
/// Shorter words (in letters) differ by one letter for other reasons.
const SHORTEST: usize = 5;
/// The maximum number of texts with the same half that are compared with each other.
const MOST: usize = 300;

/// A statement in which one word is nearly, but not quite, the word that the same statement has elsewhere.
#[derive(Clone, Copy, Debug)]
pub struct Slip<'e> {
    /// The statement.
    pub statement: &'e ExtractedStatement,
    /// The word that no other statement has.
    pub word: &'e str,
    /// The word that the others have instead.
    pub usual: &'e str,
    /// The first of the other documents, and its statement.
    pub other: (&'e Extract, &'e ExtractedStatement),
    /// How many other documents there are.
    pub others: usize,
}

/// The slips of all documents.
#[derive(Debug, Default)]
pub(super) struct Slips<'e>(HashMap<SourceId, Vec<Slip<'e>>>);

/// A text without its full stop, and the documents and statements that have it.
struct Stated<'e> {
    text: &'e str,
    at: Vec<(usize, &'e ExtractedStatement)>,
}

impl<'e> Stated<'e> {
    fn words(&self) -> impl Iterator<Item = &'e str> + use<'e> {
        self.text.split(' ')
    }

    /// Its number of words and its two halves, or nothing if it is too short to compare.
    fn halves(&self) -> Option<(usize, [&'e str; 2])> {
        let spaces = memchr::memchr_iter(b' ', self.text.as_bytes());
        let words = spaces.clone().count() + 1;
        let middle = spaces.clone().nth((words / 2).checked_sub(1)?)?;
        (words >= FEWEST_WORDS).then(|| (words, [&self.text[..middle], &self.text[middle + 1..]]))
    }
}

impl<'e> Slips<'e> {
    /// The slips among these documents, one of each standard.
    pub(super) fn among(extracts: &'e [Extract], documents: impl Iterator<Item = usize>) -> Self {
        let texts = texts(extracts, documents);
        let mut found = Self::default();
        let mut pairs = pairs(&texts);
        pairs.sort_unstable();
        pairs.dedup();
        let different: Vec<_> = pairs.into_iter().filter_map(|pair| different(&texts, pair)).collect();
        let counts = counts(&texts, different.iter().flat_map(|(_, words)| *words));
        for ([one, other], [word, other_word]) in different {
            let (slip, usual, words) = match (counts[word], counts[other_word]) {
                (1, 2..) => (&texts[one], &texts[other], [word, other_word]),
                (2.., 1) => (&texts[other], &texts[one], [other_word, word]),
                _ => continue,
            };
            found.add(extracts, slip, usual, words);
        }
        found
    }

    fn add(
        &mut self,
        extracts: &'e [Extract],
        slip: &Stated<'e>,
        usual: &Stated<'e>,
        [word, usual_word]: [&'e str; 2],
    ) {
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

/// The texts of the statements, each once, in the order of the documents.
fn texts(extracts: &[Extract], documents: impl Iterator<Item = usize>) -> Vec<Stated<'_>> {
    let mut places: HashMap<&str, usize> = HashMap::default();
    let mut texts: Vec<Stated<'_>> = Vec::new();
    for document in documents {
        for statement in &extracts[document].statements {
            let text = statement.text.trim_end_matches('.');
            let place = *places.entry(text).or_insert_with(|| {
                texts.push(Stated { text, at: Vec::new() });
                texts.len() - 1
            });
            texts[place].at.push((document, statement));
        }
    }
    texts
}

/// The pairs of texts of the same number of words that differ by one word: either their first halves or their second are
/// the same.
fn pairs(texts: &[Stated<'_>]) -> Vec<[usize; 2]> {
    let mut halves: HashMap<(usize, bool, &str), Vec<usize>> = HashMap::default();
    for (place, text) in texts.iter().enumerate() {
        let Some((words, [first, second])) = text.halves() else { continue };
        for (is_first, half) in [(true, first), (false, second)] {
            halves.entry((words, is_first, half)).or_default().push(place);
        }
    }
    let mut pairs = Vec::new();
    // A hash map has no order: `among` sorts the pairs.
    for mut alike in halves.into_values() {
        alike.truncate(MOST);
        for (at, &one) in alike.iter().enumerate() {
            let differs = |other: &&usize| only_difference(&texts[one], &texts[**other]).is_some();
            pairs.extend(alike[at + 1..].iter().filter(differs).map(|&other| [one, other]));
        }
    }
    pairs
}

/// A pair, and the words in which it differs.
fn different<'e>(texts: &[Stated<'e>], [one, other]: [usize; 2]) -> Option<([usize; 2], [&'e str; 2])> {
    only_difference(&texts[one], &texts[other]).map(|words| ([one, other], words))
}

/// The only word in which two texts with the same number of words differ, as each of them has it and without
/// punctuation, if one may be a slip for the other.
fn only_difference<'e>(one: &Stated<'e>, other: &Stated<'e>) -> Option<[&'e str; 2]> {
    let mut different = one.words().zip(other.words()).filter(|(one, other)| one != other);
    let (word, other) = different.next().filter(|_| different.next().is_none())?;
    let words = [word, other].map(plain);
    is_slip(words[0], words[1]).then_some(words)
}

/// How often the texts have each of these words.
fn counts<'e>(texts: &[Stated<'e>], words: impl Iterator<Item = &'e str>) -> HashMap<&'e str, usize> {
    let mut counts: HashMap<&str, usize> = words.map(|word| (word, 0)).collect();
    if !counts.is_empty() {
        for word in texts.iter().flat_map(Stated::words) {
            counts.entry(plain(word)).and_modify(|count| *count += 1);
        }
    }
    counts
}

/// A word without the punctuation around it.
fn plain(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Whether two words have only letters and differ by one letter, and neither is the other with an ending added.
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
