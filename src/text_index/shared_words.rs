//! The content words that pairs of statements share.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::TextIndex;
use super::byte_classes::places;
use crate::model::{Kind, Standard};

/// How many statements of one kind are compared with each other at most: five times as many as the
/// longest standard has, so that a hostile file costs no more than a long one.
const LIMIT: usize = 500;

/// The greatest number of shared words that can be asked for.
const MOST_ASKED: usize = 4;

/// How many words two statements share, for 64 pairs at once: each number has one bit of each count, the lowest bits
/// first. Once the last bit is set it stays set, and means four or more.
#[derive(Clone, Copy, Default)]
struct BitCounts([u64; 3]);

impl BitCounts {
    /// Adds one for each pair whose bit is set.
    #[inline]
    fn add(&mut self, pairs: u64) {
        let [one, two, four] = &mut self.0;
        let twos = *one & pairs;
        *one ^= pairs;
        *four |= *two & twos;
        *two ^= twos;
    }

    /// The pairs that share at least this many words: 1 to [`MOST_ASKED`].
    fn at_least(&self, least: usize) -> u64 {
        let [one, two, four] = self.0;
        match least {
            1 => one | two | four,
            2 => two | four,
            3 => one & two | four,
            _ => four,
        }
    }
}

/// Two statements that share content words.
#[derive(Clone, Copy, Debug)]
pub struct Overlap {
    /// The index of the first among those compared.
    pub first: usize,
    /// The index of the second.
    pub second: usize,
    /// How many content words both have.
    pub shared: usize,
    /// How many content words the shorter has.
    pub shorter: usize,
    /// How many content words the longer has.
    pub longer: usize,
}

impl Overlap {
    /// The shared words as a fraction of all words of both, from 0 to 1.
    #[must_use]
    pub fn ratio(&self) -> f64 {
        ratio(self.shared, self.shorter + self.longer - self.shared)
    }

    /// The shared words as a fraction of those of the shorter statement, from 0 to 1.
    #[must_use]
    pub fn contained(&self) -> f64 {
        ratio(self.shared, self.shorter)
    }
}

/// The content words of the statements of one kind. For each word, bits say which statements have it, so that pairs
/// that share many words are found without comparing all pairs.
#[derive(Clone, Debug, Default)]
pub struct SharedWords {
    /// The words of all statements, in each statement each word once.
    words: Vec<u32>,
    /// Where the words of each statement end.
    ends: Vec<usize>,
    /// How many `u64`s it takes to have a bit for each statement.
    width: usize,
    /// For each word, by its number, this many `u64`s.
    holders: Vec<u64>,
    /// The pairs that share the highest number of words that can be asked for, which several rules look at.
    sharing_most: OnceCell<Vec<Overlap>>,
}

impl SharedWords {
    /// Collects the words of the statements of `kind`, or none if there are too many statements.
    #[must_use]
    pub fn new(index: &TextIndex<'_>, standard: &Standard<'_>, kind: Kind) -> Self {
        let all = standard.statements.items().iter().zip(index.statements());
        let of_kind = all.filter(|(statement, _)| statement.kind == kind);
        let count = of_kind.clone().count();
        let width = if count > LIMIT { 0 } else { count.div_ceil(64) };
        let mut own = Self { width, holders: vec![0; (index.most_content() + 1) * width], ..Self::default() };
        for (_, entry) in of_kind.take(width * 64) {
            own.add(index.content(entry));
        }
        own
    }

    /// Adds a statement.
    fn add(&mut self, words: impl Iterator<Item = u32>) {
        let statement = self.ends.len();
        for word in words {
            let holders = &mut self.holders[word as usize * self.width + statement / 64];
            let with = *holders | 1 << (statement % 64);
            if std::mem::replace(holders, with) != with {
                self.words.push(word);
            }
        }
        self.ends.push(self.words.len());
    }

    /// The words of a statement.
    fn words(&self, statement: usize) -> &[u32] {
        let start = statement.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.words[start..self.ends[statement]]
    }

    /// The pairs of statements that share at least this many content words, in their order. If more than four are asked
    /// for, all pairs that share four.
    #[must_use]
    pub fn sharing(&self, least: usize) -> Cow<'_, [Overlap]> {
        if least < MOST_ASKED {
            return Cow::Owned(self.found(least.max(1)));
        }
        Cow::Borrowed(self.sharing_most.get_or_init(|| self.found(MOST_ASKED)))
    }

    fn found(&self, least: usize) -> Vec<Overlap> {
        let blocks = |first: usize| (first / 64..self.width).map(move |block| (first, block));
        let pairs = (0..self.ends.len()).flat_map(blocks).flat_map(|(first, block)| {
            let later = if first / 64 == block { u64::MAX << (first % 64) << 1 } else { u64::MAX };
            let found = self.counts(first, block).at_least(least) & later;
            places(found).map(move |place| (first, block * 64 + place))
        });
        pairs.map(|(first, second)| self.overlap(first, second)).collect()
    }

    /// How many words 64 statements share with the statement `first`.
    fn counts(&self, first: usize, block: usize) -> BitCounts {
        let mut counts = BitCounts::default();
        for word in self.words(first) {
            counts.add(self.holders[*word as usize * self.width + block]);
        }
        counts
    }

    fn overlap(&self, first: usize, second: usize) -> Overlap {
        let lengths = (self.words(first).len(), self.words(second).len());
        let shared = self.words(first).iter().filter(|word| self.has(second, **word)).count();
        Overlap { first, second, shared, shorter: lengths.0.min(lengths.1), longer: lengths.0.max(lengths.1) }
    }

    fn has(&self, statement: usize, word: u32) -> bool {
        self.holders[word as usize * self.width + statement / 64] >> (statement % 64) & 1 == 1
    }

    /// The common words as a fraction of all words of two statements, from 0 to 1, where rarer words count more.
    #[must_use]
    pub fn weight(&self, overlap: &Overlap) -> f64 {
        let weight = |word: &u32| {
            let holders = &self.holders[*word as usize * self.width..][..self.width];
            let count = holders.iter().map(|bits| bits.count_ones() as usize).sum();
            ratio(self.ends.len() + 1, count).ln()
        };
        let total = |statement: usize| self.words(statement).iter().map(weight).sum::<f64>();
        let both = self.words(overlap.first).iter().filter(|word| self.has(overlap.second, **word));
        let shared: f64 = both.map(weight).sum();
        shared / (total(overlap.first) + total(overlap.second) - shared)
    }
}

/// `part` divided by `whole`; 0 if `whole` is 0.
fn ratio(part: usize, whole: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { float(part) / float(whole) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Document, Field, Format, List, Prefix, Statement};
    use crate::source::{SourceId, Span, Spanned, Text};
    use crate::text_index::Vocabulary;

    fn statement(text: &'static str) -> Statement<'static> {
        let code = Spanned::new(Code::new(Prefix::K, 1), Span::at(0));
        Statement { kind: Kind::Knowledge, code, text: Text::verbatim(text, 0), id: None }
    }

    fn shared(texts: &[&'static str]) -> SharedWords {
        let mut standard = Standard::new(SourceId(0), Format::NativeJson, Span::at(0));
        let statements = texts.iter().map(|text| statement(text)).collect();
        standard.statements = Field::Stated(List::new(Span::at(0), statements));
        let document = Document::Standard(Box::new(standard));
        let Document::Standard(standard) = &document else { unreachable!() };
        SharedWords::new(&TextIndex::new(&document, &mut Vocabulary::default()), standard, Kind::Knowledge)
    }

    #[test]
    fn pairs_are_weighed_by_what_is_rare() {
        let all = shared(&["bottles cellar", "bottles cellar rack", "cellar door", "window"]);
        let found = all.sharing(1);
        let pairs: Vec<_> = found.iter().map(|one| (one.first, one.second, one.shared)).collect();
        assert_eq!(pairs, [(0, 1, 2), (0, 2, 1), (1, 2, 1)]);
        assert!((found[0].ratio() - 2.0 / 3.0).abs() < 1e-9);
        assert!((found[0].contained() - 1.0).abs() < 1e-9);
        let (bottles, cellar, rack) = (2.5_f64.ln(), (5.0_f64 / 3.0).ln(), 5.0_f64.ln());
        assert!((all.weight(&found[0]) - (bottles + cellar) / (bottles + cellar + rack)).abs() < 1e-9);
        assert_eq!(all.sharing(2).iter().map(|one| (one.first, one.second)).collect::<Vec<_>>(), [(0, 1)]);
    }

    #[test]
    fn all_blocks_are_searched() {
        let mut texts = vec!["door"; 130];
        texts[0] = "bottle cellar rack press";
        texts[63] = texts[0];
        texts[129] = "press the bottles in the cellar racks and presses";
        let found = shared(&texts);
        let pairs: Vec<_> = found.sharing(9).iter().map(|one| (one.first, one.second, one.shared)).collect();
        assert_eq!(pairs, [(0, 63, 4), (0, 129, 4), (63, 129, 4)]);
    }

    #[test]
    fn there_is_room_for_any_number_of_words() {
        for count in [1, 63, 64, 65, 127, 128, 129, 200, LIMIT] {
            let texts =
                (0..count).map(|number| format!("cellar{number} rack{number} press{number} door{number}"));
            let mut texts: Vec<&'static str> = texts.map(|text| &*text.leak()).collect();
            texts.push(texts[count - 1]);
            texts.truncate(LIMIT);
            let found = shared(&texts);
            let pairs: Vec<_> = found.sharing(4).iter().map(|one| (one.first, one.second)).collect();
            assert_eq!(pairs, if count < LIMIT { vec![(count - 1, count)] } else { vec![] });
            assert!(found.sharing(4).iter().all(|one| found.weight(one) > 0.99));
        }
    }

    #[test]
    fn many_shared_words_are_counted() {
        for count in [1, 2, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 48, 62, 63, 64, 100] {
            let words: Vec<String> = (0..count).map(|number| format!("word{number}")).collect();
            let text: &'static str = words.join(" ").leak();
            let all = shared(&[text, text]);
            let found: Vec<_> =
                (1..=5).map(|least| all.sharing(least).first().map(|one| one.shared)).collect();
            let expected: Vec<_> = (1..=5).map(|least| (count >= least.min(4)).then_some(count)).collect();
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn too_many_are_not_compared() {
        assert_eq!(shared(&vec!["cellar"; LIMIT + 1]).sharing(1).len(), 0);
        assert_eq!(shared(&["cellar", "cellar"]).sharing(1).len(), 1);
    }
}
