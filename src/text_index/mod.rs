//! An index of the words of a document, like the index of a book: a rule looks its phrases up here and reads only the
//! texts that have them. `README.md` in this folder explains it with an example.

mod byte_classes;
mod content;
mod entry;
mod scan;
mod shared_words;
mod tokens;
mod vocabulary;
mod word_key;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::hash::HashMap;
use crate::model::{Document, Subject, phrase_at};
use crate::source::Text;
use crate::spelling::SpellingFault;

pub use content::ContentWords;
pub use entry::{Entry, Role};
pub use scan::Mark;
use scan::Marks;
pub use shared_words::{Overlap, SharedWords};
use tokens::Tokens;
pub use vocabulary::Vocabulary;
use vocabulary::WordId;

/// All texts of a document, and where each word is in them.
#[derive(Debug)]
pub struct TextIndex<'d> {
    entries: Vec<Entry<'d>>,
    /// The marks of all of them.
    marks: Marks,
    tokens: Tokens,
    vocabulary: &'d Vocabulary,
    statement_count: usize,
}

/// A phrase in a text.
#[derive(Clone, Debug)]
pub struct Occurrence<'i, 'd> {
    /// The text.
    pub entry: &'i Entry<'d>,
    /// Where the phrase is in it.
    pub range: Range<usize>,
    /// How many words come before it.
    pub word: usize,
    /// The index of the phrase among those searched for.
    pub phrase: usize,
}

impl<'d> TextIndex<'d> {
    /// Scans all texts of a document, each once. The vocabulary can be kept from one document to the next.
    #[must_use]
    pub fn new(document: &'d Document<'d>, vocabulary: &'d mut Vocabulary) -> Self {
        let (texts, statement_count) = match document {
            Document::Standard(standard) => (standard.texts(), standard.statements.items().len()),
            Document::Map(map) => (map.texts(), 0),
        };
        let mut tokens = Tokens::with_room(texts.iter().map(|(_, text)| text.len()).sum());
        vocabulary.begin();
        let entry = |(index, (subject, text)): (usize, (Subject, &'d Text<'d>))| {
            let role = Role::of(&subject);
            Entry { index, subject, text, role, marks: tokens.add(text, role, vocabulary) }
        };
        let entries: Vec<_> = texts.into_iter().enumerate().map(entry).collect();
        let marks = entries.iter().fold(Marks::default(), |all, one| all.and(one.marks));
        vocabulary.end(tokens.len());
        Self { entries, marks, tokens, vocabulary, statement_count }
    }

    /// An empty index.
    #[must_use]
    pub fn empty(vocabulary: &'d Vocabulary) -> Self {
        let (entries, marks, tokens) = (Vec::new(), Marks::default(), Tokens::default());
        Self { entries, marks, tokens, vocabulary, statement_count: 0 }
    }

    /// All texts that an author writes, part by part.
    #[must_use]
    pub fn entries(&self) -> &[Entry<'d>] {
        &self.entries
    }

    /// The texts with any of these marks; most documents have none with most marks.
    pub fn marked<'i>(&'i self, marks: &[Mark]) -> impl Iterator<Item = &'i Entry<'d>> + use<'i, 'd> {
        let marks = Marks::of(marks);
        let all = if self.marks.has_any(marks) { self.entries.as_slice() } else { &[] };
        all.iter().filter(move |entry| entry.marks.has_any(marks))
    }

    /// The requirements: the duties, then the statements.
    #[must_use]
    pub fn requirements(&self) -> &[Entry<'d>] {
        let first = self.entries.iter().rposition(|entry| !entry.is_requirement());
        &self.entries[first.map_or(0, |last_other| last_other + 1)..]
    }

    /// The statements.
    #[must_use]
    pub fn statements(&self) -> &[Entry<'d>] {
        &self.entries[self.entries.len() - self.statement_count..]
    }

    /// The indices of the names of employers.
    pub fn employers(&self) -> impl Iterator<Item = usize> {
        let is_employer = |entry: &&Entry<'_>| {
            matches!(entry.subject, Subject::Item("employers", _) | Subject::Nested("employers", ..))
        };
        self.entries.iter().filter(is_employer).map(|entry| entry.index)
    }

    /// All texts that are read as sentences: the prose, then the requirements.
    pub fn prose(&self) -> impl Iterator<Item = &Entry<'d>> {
        self.entries.iter().filter(|entry| entry.is_prose())
    }

    /// The occurrences of any of `phrases` (ASCII) as whole words, whatever the case, in the order of the texts.
    #[must_use]
    pub fn occurrences(&self, phrases: &[&str]) -> Vec<Occurrence<'_, 'd>> {
        let mut found: Vec<(u32, usize)> = Vec::new();
        for (index, phrase) in phrases.iter().enumerate() {
            // A phrase of one word matches wherever the word is.
            let is_word = phrase.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let stands_at = |token: &u32| {
                let entry = &self.entries[self.tokens.text_of(*token)];
                phrase_at(entry.text, self.tokens.start(*token), phrase).is_some()
            };
            found.extend(
                self.likely_tokens(phrase)
                    .filter(|token| is_word || stands_at(token))
                    .map(|token| (token, index)),
            );
        }
        found.sort_unstable();
        let occurrence = |(token, phrase): (u32, usize)| {
            let entry = &self.entries[self.tokens.text_of(token)];
            let start = self.tokens.start(token);
            let word = token as usize - self.tokens.first(entry.index);
            Occurrence { entry, range: start..start + phrases[phrase].len(), word, phrase }
        };
        found.into_iter().map(occurrence).collect()
    }

    /// The tokens that a phrase (ASCII) may begin with: its first word, followed by its second.
    fn likely_tokens(&self, phrase: &str) -> impl Iterator<Item = u32> {
        let mut words = phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let first = words.next().and_then(|first| self.vocabulary.get(first));
        let second = words.next().map(|second| self.vocabulary.get(second));
        let tokens = first.into_iter().flat_map(|first| self.tokens_of(first));
        tokens.filter(move |token| match second {
            None => true,
            Some(second) => second.is_some_and(|second| self.tokens.is_followed_by(*token, second)),
        })
    }

    /// The tokens that are a word, the last one first.
    fn tokens_of(&self, word: WordId) -> impl Iterator<Item = u32> {
        std::iter::successors(Some(self.vocabulary.latest(word)), |token| self.tokens.earlier(*token))
    }

    /// The same, but only the first occurrence in each text.
    #[must_use]
    pub fn first_occurrences(&self, phrases: &[&str]) -> Vec<Occurrence<'_, 'd>> {
        let mut all = self.occurrences(phrases);
        all.dedup_by(|later, first| later.entry.index == first.entry.index);
        all
    }

    /// The texts with a word that has this spelling fault.
    #[must_use]
    pub fn with_fault(&self, fault: SpellingFault) -> Vec<&Entry<'d>> {
        let tokens = self.vocabulary.with_fault(fault).flat_map(|word| self.tokens_of(word));
        let texts: BTreeSet<usize> = tokens.map(|token| self.tokens.text_of(token)).collect();
        texts.into_iter().map(|text| &self.entries[text]).collect()
    }

    /// The texts among `indices` that have the same words in the same order as another one of them.
    pub fn duplicates(&self, indices: impl Iterator<Item = usize>) -> Vec<&Entry<'d>> {
        self.same(indices.map(|index| (Cow::Borrowed(self.tokens.words(index)), index)))
    }

    /// The same, disregarding the words in `left_out` (lower case).
    pub fn duplicates_ignoring(
        &self,
        left_out: &[&str],
        indices: impl Iterator<Item = usize>,
    ) -> Vec<&Entry<'d>> {
        let left_out: Vec<WordId> = left_out.iter().filter_map(|word| self.vocabulary.get(word)).collect();
        let words = |index| {
            let own = self.tokens.words(index).iter().filter(|id| !left_out.contains(id));
            own.copied().collect()
        };
        self.same(indices.map(|index| (words(index), index)))
    }

    /// The texts that have the same words as another text, in their order.
    fn same<'i>(&'i self, all: impl Iterator<Item = (Cow<'i, [WordId]>, usize)>) -> Vec<&'i Entry<'d>> {
        let (mut first, mut alike) = (HashMap::default(), BTreeSet::new());
        first.reserve(all.size_hint().1.unwrap_or_default());
        for (words, index) in all {
            let known = *first.entry(words).or_insert(index);
            if known != index {
                alike.extend([known, index]);
            }
        }
        alike.into_iter().map(|index: usize| &self.entries[index]).collect()
    }

    /// The words of a text and where each starts.
    pub fn words(&self, entry: &Entry<'d>) -> impl Iterator<Item = (usize, &'d str)> + Clone {
        let text = entry.text.as_str();
        self.tokens.ranges(entry.index).map(|range| (range.start, &text[range]))
    }

    /// The content words of a text as numbers, in order and with repeats: words of one stem have one number, from 1 to
    /// [`Self::most_content`]. The numbers only distinguish words of this document.
    pub fn content(&self, entry: &Entry<'d>) -> impl Iterator<Item = u32> {
        let said = self.tokens.words(entry.index).iter().map(|word| self.vocabulary.content(*word));
        said.filter(|content| *content != 0)
    }

    /// The greatest number that [`Self::content`] may give.
    #[must_use]
    pub fn most_content(&self) -> usize {
        self.vocabulary.content_len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Format, List, Standard};
    use crate::source::{SourceId, Span};

    /// A standard whose summary has these paragraphs.
    fn document<'t>(paragraphs: &[&'t str]) -> Document<'t> {
        let mut standard = Standard::new(SourceId(0), Format::NativeJson, Span::at(0));
        let texts = paragraphs.iter().map(|text| Text::verbatim(text, 0)).collect();
        standard.summary = Field::Stated(List::new(Span::at(0), texts));
        Document::Standard(Box::new(standard))
    }

    #[test]
    fn phrases_stand_at_their_places() {
        let document =
            document(&["Such as this, such asters, é such as", "and so on, and/or AND so on", "E.g. others"]);
        let mut vocabulary = Vocabulary::default();
        let index = TextIndex::new(&document, &mut vocabulary);
        let places = |phrases: &[&str]| -> Vec<_> {
            let found = index.occurrences(phrases).into_iter();
            found.map(|one| (one.entry.index, one.range, one.word, one.phrase)).collect()
        };
        assert_eq!(places(&["such as"]), [(0, 0..7, 0, 0), (0, 30..37, 6, 0)]);
        assert_eq!(places(&["and/or", "and so on"]), [(1, 0..9, 0, 1), (1, 11..17, 3, 0), (1, 18..27, 5, 1)]);
        assert_eq!(places(&["e.g", "nothing"]), [(2, 0..3, 0, 0)]);
        let firsts = index.first_occurrences(&["such as", "so"]);
        assert_eq!(firsts.iter().map(|one| one.range.clone()).collect::<Vec<_>>(), [0..7, 4..6]);
    }

    #[test]
    fn phrases_are_found_by_their_first_words() {
        let texts = ["for", "example", "For example", "an example for", "x for  example, for example"];
        let document = document(&texts);
        let mut vocabulary = Vocabulary::default();
        let index = TextIndex::new(&document, &mut vocabulary);
        let found = index.occurrences(&["for example"]);
        assert_eq!(
            found.iter().map(|one| (one.entry.index, one.range.start, one.word)).collect::<Vec<_>>(),
            [(2, 0, 0), (4, 16, 3)]
        );
    }

    #[test]
    fn nothing_depends_on_documents_before() {
        let all = [
            "A lock, such as this",
            "a  gate ",
            "Colors; such as this",
            "été",
            "",
            "Gates. And more",
            "x y x",
        ];
        let told = |texts: &[&str], vocabulary: &mut Vocabulary| {
            let document = document(texts);
            let index = TextIndex::new(&document, vocabulary);
            let entries = index.entries().iter();
            let words: Vec<_> = entries.clone().map(|one| index.words(one).collect::<Vec<_>>()).collect();
            let marks = [Mark::StraySpace, Mark::InnerStop, Mark::Repeat];
            let marks: Vec<_> = entries.map(|one| marks.map(|mark| one.has(mark))).collect();
            let found = index.occurrences(&["such as", "a", "x", "gate"]).into_iter();
            let found: Vec<_> = found.map(|one| (one.entry.index, one.range, one.word)).collect();
            let indices = |found: Vec<&Entry<'_>>| found.iter().map(|one| one.index).collect::<Vec<_>>();
            let american = indices(index.with_fault(SpellingFault::American));
            let alike = indices(index.duplicates(0..index.entries().len()));
            format!("{words:?} {marks:?} {found:?} {american:?} {alike:?}")
        };
        let mut vocabulary = Vocabulary::default();
        for from in 0..all.len() {
            for to in from..=all.len() {
                let own: Vec<&str> = all[from..to].iter().rev().copied().collect();
                assert_eq!(told(&own, &mut vocabulary), told(&own, &mut Vocabulary::default()), "{own:?}");
            }
        }
    }

    #[test]
    fn texts_are_found_by_their_words() {
        let document =
            document(&["A lock.", "a  Lock", "A lock and a gate", "The gates", "", "–", "Gates organize"]);
        let mut vocabulary = Vocabulary::default();
        let index = TextIndex::new(&document, &mut vocabulary);
        let indices = |found: Vec<&Entry<'_>>| found.iter().map(|one| one.index).collect::<Vec<_>>();
        assert_eq!(indices(index.with_fault(SpellingFault::American)), [6]);
        assert_eq!(indices(index.duplicates(0..4)), [0, 1]);
        let words: Vec<_> = index.words(&index.entries()[2]).collect();
        assert_eq!(words, [(0, "A"), (2, "lock"), (7, "and"), (11, "a"), (13, "gate")]);
        let content = |text: usize| index.content(&index.entries()[text]).collect::<Vec<_>>();
        assert_eq!((content(2).len(), content(2)[1]), (2, content(3)[0]));
    }
}
