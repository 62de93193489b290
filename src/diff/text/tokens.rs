//! Texts as sequences of word stems, each weighted by its rarity.

use std::collections::BTreeMap;
use std::ops::Range;

use super::normalise::normalised;
use crate::hash::HashMap;

/// Words that carry no content.
const STOP_WORDS: [&str; 47] = [
    "a", "an", "and", "any", "are", "as", "at", "be", "been", "by", "for", "from", "has", "have", "how",
    "in", "into", "is", "it", "its", "of", "on", "or", "other", "others", "own", "s", "so", "that", "the",
    "their", "them", "then", "they", "this", "those", "to", "was", "were", "what", "when", "where", "which",
    "with", "within", "you", "your",
];

/// Endings in which words of one family differ; an ending that contains another comes before it.
const ENDINGS: [&str; 22] = [
    "ations", "ation", "ments", "ating", "ively", "ment", "ated", "ates", "ings", "ions", "ate", "ing",
    "ion", "ies", "ive", "ed", "es", "ly", "al", "s", "e", "y",
];

/// Verbs that standards use interchangeably: if one replaces another, a statement is still the same.
const VERB_GROUPS: [&[&str]; 9] = [
    &["support", "assist", "help", "aid"],
    &["perform", "undertake", "conduct", "execute"],
    &["follow", "adhere", "comply", "conform"],
    &["communicate", "convey", "relay"],
    &["contribute", "participate"],
    &["record", "log", "document"],
    &["identify", "recognise", "detect"],
    &["check", "inspect", "examine", "verify"],
    &["maintain", "keep", "sustain"],
];

/// Fixed point: a natural logarithm whose value is 1 is this many steps of weight.
pub(in crate::diff) const UNIT: u64 = 1024;

/// The stem of a word in lower case: without its endings, but at least four letters long, and spelt with `is` instead
/// of `iz`.
pub(in crate::diff) fn stem(word: &str) -> String {
    // Few words have this letter, and searching for part of a word costs more than searching for a letter.
    let mut word = if word.contains('z') { word.replace("iz", "is") } else { word.to_owned() };
    while let Some(ending) = ending(&word) {
        word.truncate(word.len() - ending.len());
    }
    word
}

/// The ending that a word may lose.
fn ending(word: &str) -> Option<&'static str> {
    let fits = |ending: &str| {
        word.len() >= ending.len() + 4 && word.ends_with(ending) && !(ending == "s" && word.ends_with("ss"))
    };
    ENDINGS.into_iter().find(|ending| fits(ending))
}

/// Whether a word in lower case carries no content.
pub(in crate::diff) fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.binary_search(&word).is_ok()
}

/// The byte ranges of the words of a text: runs of letters and digits.
pub(in crate::diff) fn word_ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        match ranges.last_mut() {
            Some(last) if last.end == at => last.end += c.len_utf8(),
            _ => ranges.push(at..at + c.len_utf8()),
        }
    }
    ranges
}

/// The words of a text in lower case.
pub(in crate::diff) fn words(text: &str) -> Vec<String> {
    let text = normalised(text);
    word_ranges(&text).into_iter().map(|range| text[range].to_owned()).collect()
}

/// A text as its stems.
#[derive(Clone, Debug, Default)]
pub(in crate::diff) struct Stems {
    /// The stems of all words, in order.
    pub(in crate::diff) sequence: Vec<u32>,
    /// The same stems, sorted.
    pub(in crate::diff) bag: Vec<u32>,
    /// Those that carry meaning, sorted, each once.
    pub(in crate::diff) content: Vec<u32>,
    /// The weight of the sequence.
    pub(in crate::diff) weight: u64,
}

/// The stems of both documents and how rare each is.
#[derive(Debug, Default)]
pub(in crate::diff) struct StemWeights {
    /// The number of each stem; all verbs in a group have the same number.
    stems: BTreeMap<String, u32>,
    /// Each word, with the number of its stem and whether it carries content: most words come many times.
    words: HashMap<String, (u32, bool)>,
    weights: Vec<u64>,
    count: u32,
    /// For each stem of a verb in a group, the first verb of the group.
    groups: BTreeMap<String, &'static str>,
}

impl StemWeights {
    /// The stems of `texts`, and the texts as their stems.
    pub(in crate::diff) fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> (Self, Vec<Stems>) {
        Self::default().reading(texts)
    }

    /// The same, with interchangeable verbs as one stem.
    pub(in crate::diff) fn of_grouped<'t>(texts: impl IntoIterator<Item = &'t str>) -> (Self, Vec<Stems>) {
        let groups = VERB_GROUPS.iter().flat_map(|group| group.iter().map(|verb| (stem(verb), group[0])));
        Self { groups: groups.collect(), ..Self::default() }.reading(texts)
    }

    fn reading<'t>(mut self, texts: impl IntoIterator<Item = &'t str>) -> (Self, Vec<Stems>) {
        let mut found: Vec<Stems> = texts.into_iter().map(|text| self.read(text)).collect();
        self.weigh(&found);
        for tokens in &mut found {
            tokens.weight = self.sum(&tokens.sequence);
        }
        (self, found)
    }

    /// The number of the stem of a word, if it has been read.
    pub(in crate::diff) fn number(&self, word: &str) -> Option<u32> {
        self.stems.get(&stem(word)).copied()
    }

    /// The weight of a stem.
    pub(in crate::diff) fn weight(&self, stem: u32) -> u64 {
        self.weights[stem as usize]
    }

    /// The weight of several stems together.
    pub(in crate::diff) fn sum(&self, stems: &[u32]) -> u64 {
        stems.iter().map(|&stem| self.weight(stem)).sum()
    }

    /// How many stems there are.
    pub(in crate::diff) fn len(&self) -> usize {
        self.weights.len()
    }

    fn read(&mut self, text: &str) -> Stems {
        let mut tokens = Stems::default();
        let text = normalised(text);
        for range in word_ranges(&text) {
            let (stem, is_content) = self.known(&text[range]);
            tokens.sequence.push(stem);
            if is_content {
                tokens.content.push(stem);
            }
        }
        tokens.bag.clone_from(&tokens.sequence);
        tokens.bag.sort_unstable();
        tokens.content.sort_unstable();
        tokens.content.dedup();
        tokens
    }

    /// The number of the stem of a word, and whether the word carries content.
    fn known(&mut self, word: &str) -> (u32, bool) {
        if let Some(&known) = self.words.get(word) {
            return known;
        }
        let found = (self.numbered(stem(word)), !is_stop_word(word));
        self.words.insert(word.to_owned(), found);
        found
    }

    /// The number of a stem, which is that of its group if it is in one.
    fn numbered(&mut self, word: String) -> u32 {
        if let Some(&known) = self.stems.get(&word) {
            return known;
        }
        let first = self.groups.get(&word).map(|verb| stem(verb)).filter(|first| *first != word);
        let number = first.map_or(self.count, |first| self.numbered(first));
        self.count = self.count.max(number + 1);
        self.stems.insert(word, number);
        number
    }

    /// Weighs each stem by ln(1 + texts / texts with it).
    fn weigh(&mut self, texts: &[Stems]) {
        let mut with = vec![0_u64; self.count as usize];
        for tokens in texts {
            let mut distinct = tokens.bag.clone();
            distinct.dedup();
            for stem in distinct {
                with[stem as usize] += 1;
            }
        }
        let all = texts.len() as u64;
        self.weights = with.into_iter().map(|with| logarithm(all + with, with)).collect();
    }
}

/// The natural logarithm of `over / under` in steps of 1 / [`UNIT`], computed in whole numbers so that it is the same
/// on every machine.
fn logarithm(over: u64, under: u64) -> u64 {
    const LN_2_BY_65536: u64 = 45426;
    let mut mantissa = (over << 16) / under.max(1);
    let whole = u64::from(mantissa.max(1).ilog2()) - 16;
    mantissa >>= whole;
    let mut binary = whole;
    for _ in 0..10 {
        mantissa = (mantissa * mantissa) >> 16;
        let carry = mantissa >> 17;
        mantissa >>= carry;
        binary = (binary << 1) | carry;
    }
    (binary * LN_2_BY_65536) >> 16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn words_of_a_family_have_one_stem() {
        let families: [&[&str]; 6] = [
            &["compassion", "compassionate"],
            &["profession", "professions", "professional"],
            &["communicate", "communication", "communicating"],
            &["policy", "policies"],
            &["process", "processes", "processing"],
            &["organise", "organize", "organisation", "organization", "organising"],
        ];
        for family in families {
            let stems: Vec<String> = family.iter().map(|word| stem(word)).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{stems:?}");
        }
        assert_ne!(stem("locker"), stem("locket"));
    }

    #[test]
    fn verbs_of_a_group_are_one_stem_only_where_that_is_asked_for() {
        let texts = ["Assist the crew", "Supporting the crew", "Adhere to it", "complies with"];
        let (_, grouped) = StemWeights::of_grouped(texts);
        assert_eq!(grouped[0].content, grouped[1].content);
        let (_, plain) = StemWeights::of(texts);
        assert_ne!(plain[0].content, plain[1].content);
    }

    #[test]
    fn weights_are_natural_logarithms() {
        for (over, under, expected) in [(2, 1, 709), (3, 1, 1124), (11, 10, 97), (20001, 1, 10141)] {
            let found = logarithm(over, under);
            assert!(found.abs_diff(expected) <= 3, "ln({over}/{under}) = {found}");
        }
    }

    #[test]
    fn rare_stems_weigh_more() {
        let (weights, texts) = StemWeights::of(["The lock gates", "The paddles", "The boats"]);
        assert!(weights.weight(texts[0].sequence[1]) > weights.weight(texts[0].sequence[0]));
        assert_eq!(texts[0].content.len(), 2);
        assert_eq!(texts[0].weight, weights.sum(&texts[0].bag));
    }
}
