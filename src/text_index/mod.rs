//! Where each word of a document stands, as in the index at the end of a book: a rule looks its phrases up here and
//! reads only the texts that have them.

use std::borrow::Cow;
use std::ops::Range;

use super::kept::Lent;
use super::look::{Mark, Marks};
use super::passage::{Passage, Role};
use super::prose::phrase_at;
use super::vocabulary::WordId;
use super::{Document, Subject};
use crate::source::Text;
use crate::spelling::Fault;

/// All texts of a document and where each word stands in them.
#[derive(Debug, Default)]
pub struct Concordance<'d> {
    passages: Vec<Passage<'d>>,
    /// The marks of all of them.
    marks: Marks,
    kept: Lent,
    statement_count: usize,
}

/// A phrase in a text.
#[derive(Clone, Debug)]
pub struct Found<'c, 'd> {
    /// The text.
    pub passage: &'c Passage<'d>,
    /// Where the phrase stands in it.
    pub range: Range<usize>,
    /// How many words stand before it.
    pub word: usize,
    /// The index of the phrase among those that were looked for.
    pub phrase: usize,
}

impl<'d> Concordance<'d> {
    /// Looks once through all texts of a document.
    #[must_use]
    pub fn new(document: &'d Document<'d>) -> Self {
        let (texts, statement_count) = match document {
            Document::Standard(standard) => (standard.texts(), standard.statements.items().len()),
            Document::Map(map) => (map.texts(), 0),
        };
        let mut kept = Lent::take(texts.len());
        let passage = |(index, (subject, text)): (usize, (Subject, &'d Text<'d>))| {
            let role = Role::of(&subject);
            Passage::new(index, subject, text, role, kept.add(text, role))
        };
        let passages: Vec<_> = texts.into_iter().enumerate().map(passage).collect();
        kept.is_done();
        let marks = passages.iter().fold(Marks::default(), |all, one| all.and(one.marks));
        Self { passages, marks, kept, statement_count }
    }

    /// All texts that an author writes, part by part.
    #[must_use]
    pub fn passages(&self) -> &[Passage<'d>] {
        &self.passages
    }

    /// The texts with any of these marks; most documents have none with most marks.
    pub fn marked<'c>(&'c self, marks: &[Mark]) -> impl Iterator<Item = &'c Passage<'d>> + use<'c, 'd> {
        let marks = Marks::of(marks);
        let all = if self.marks.has_any(marks) { self.passages.as_slice() } else { &[] };
        all.iter().filter(move |passage| passage.marks.has_any(marks))
    }

    /// What is required: the duties, then the statements.
    #[must_use]
    pub fn requirements(&self) -> &[Passage<'d>] {
        let first = self.passages.iter().rposition(|passage| !passage.is_requirement());
        &self.passages[first.map_or(0, |last_other| last_other + 1)..]
    }

    /// The statements.
    #[must_use]
    pub fn statements(&self) -> &[Passage<'d>] {
        &self.passages[self.passages.len() - self.statement_count..]
    }

    /// The indices of the names of employers.
    pub fn employers(&self) -> impl Iterator<Item = usize> {
        let is_employer = |passage: &&Passage<'_>| {
            matches!(passage.subject, Subject::Item("employers", _) | Subject::Nested("employers", ..))
        };
        self.passages.iter().filter(is_employer).map(|passage| passage.index)
    }

    /// All that is read as sentences: what is told, then what is required.
    pub fn prose(&self) -> impl Iterator<Item = &Passage<'d>> {
        self.passages.iter().filter(|passage| passage.is_prose())
    }

    /// Where any of `phrases` (ASCII) stands as whole words, whatever the case, in the order of the texts.
    #[must_use]
    pub fn places(&self, phrases: &[&str]) -> Vec<Found<'_, 'd>> {
        let mut found: Vec<(u32, usize, usize)> = Vec::new();
        for (index, phrase) in phrases.iter().enumerate() {
            // One word is the phrase wherever it stands.
            let is_word = phrase.bytes().all(|byte| byte.is_ascii_alphanumeric());
            let mut passage = self.passages.len();
            for word in self.likely_places(phrase) {
                // The places come from the last one to the first.
                passage = self.kept.texts().text_of(word, passage);
                let start = self.kept.texts().start(word);
                if is_word || phrase_at(self.passages[passage].text, start, phrase).is_some() {
                    found.push((word, index, passage));
                }
            }
        }
        found.sort_unstable();
        let place = |(word, phrase, passage): (u32, usize, usize)| {
            let start = self.kept.texts().start(word);
            let range = start..start + phrases[phrase].len();
            let before = word as usize - self.kept.texts().first(passage);
            Found { passage: &self.passages[passage], range, word: before, phrase }
        };
        found.into_iter().map(place).collect()
    }

    /// The places of words that a phrase (ASCII) may begin with: of its first two words, the document has both there.
    fn likely_places(&self, phrase: &str) -> impl Iterator<Item = u32> {
        let mut words = phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let (first, second) = (words.next().unwrap_or_default(), words.next());
        // The longer a word is, the fewer places it has as a rule.
        let by_second = second.is_some_and(|second| second.len() > first.len());
        let id = |word| self.kept.vocabulary().get(word);
        let (near, far) = if by_second { (second, Some(first)) } else { (Some(first), second) };
        let (near, far) = (near.and_then(id), far.map(id));
        let shift = move |place: u32| if by_second { place.checked_sub(1) } else { Some(place) };
        let has_both = move |place: &u32| {
            let other = if by_second { *place } else { *place + 1 };
            far.is_none_or(|far| self.kept.texts().id(other) == far)
        };
        near.into_iter().flat_map(|id| self.places_of(id)).filter_map(shift).filter(has_both)
    }

    /// The same, of each text only the first.
    #[must_use]
    pub fn first_places(&self, phrases: &[&str]) -> Vec<Found<'_, 'd>> {
        let mut places = self.places(phrases);
        places.dedup_by(|later, first| std::ptr::eq(later.passage, first.passage));
        places
    }

    /// The texts with a word whose spelling has this fault.
    #[must_use]
    pub fn with_fault(&self, fault: Fault) -> Vec<&Passage<'d>> {
        let places = self.kept.vocabulary().with_fault(fault).flat_map(|id| self.places_of(id));
        let passage = |word| self.kept.texts().text_of(word, self.passages.len());
        let mut found: Vec<usize> = places.map(passage).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|passage| &self.passages[passage]).collect()
    }

    /// Those of the passages at `indices` that have the same words in the same order as another of them.
    pub fn alike(&self, indices: impl Iterator<Item = usize>) -> Vec<&Passage<'d>> {
        self.same(indices.map(|index| (Cow::Borrowed(self.kept.texts().ids(index)), index)).collect())
    }

    /// The same, whatever of the words in `left_out` (small letters) they have.
    pub fn alike_but_for(
        &self,
        left_out: &[&str],
        indices: impl Iterator<Item = usize>,
    ) -> Vec<&Passage<'d>> {
        let left_out: Vec<WordId> =
            left_out.iter().filter_map(|word| self.kept.vocabulary().get(word)).collect();
        let words = |index: usize| {
            let own = self.kept.texts().ids(index).iter().filter(|id| !left_out.contains(id));
            own.copied().collect()
        };
        self.same(indices.map(|index| (words(index), index)).collect())
    }

    /// The passages whose words another one has, in their order.
    fn same(&self, all: Vec<(Cow<'_, [WordId]>, usize)>) -> Vec<&Passage<'d>> {
        // Hardly any two have as many words with the same sum of their numbers.
        let sum =
            |words: &[WordId]| words.iter().fold(words.len(), |sum, word| sum.wrapping_add(word.index()));
        let mut sums: Vec<usize> = all.iter().map(|(words, _)| sum(words)).collect();
        sums.sort_unstable();
        let twice: Vec<usize> = sums.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]).collect();
        let mut like = all;
        like.retain(|(words, _)| !twice.is_empty() && twice.binary_search(&sum(words)).is_ok());
        like.sort_unstable();
        let same = like.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1);
        let mut alike: Vec<usize> = same.flatten().map(|(_, index)| *index).collect();
        alike.sort_unstable();
        alike.into_iter().map(|index| &self.passages[index]).collect()
    }

    /// The words of a passage and where each starts.
    pub fn words(&self, passage: &Passage<'d>) -> impl Iterator<Item = (usize, &'d str)> + Clone {
        let text = passage.text.as_str();
        self.kept.texts().places(passage.index).map(|place| (place.start, &text[place]))
    }

    /// What the words of a duty or a statement say, in their order, repeated ones too: words of one stem have one
    /// number, from 1 to [`Self::most_content`]. The numbers are good for nothing but to tell words of this document
    /// apart. Of other texts there is nothing.
    #[must_use]
    pub fn content(&self, passage: &Passage<'d>) -> &[u32] {
        self.kept.texts().said(passage.index)
    }

    /// The greatest number that [`Self::content`] may give: many more than there are such words in the document.
    #[must_use]
    pub fn most_content(&self) -> usize {
        self.kept.vocabulary().content_len()
    }

    /// The places of a word of the document, the last one first.
    fn places_of(&self, id: WordId) -> impl Iterator<Item = u32> {
        let latest = self.kept.vocabulary().latest(id);
        std::iter::successors(Some(latest), |place| self.kept.texts().earlier(*place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Format, List, Standard};
    use crate::source::{SourceId, Span, Text};

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
        let concordance = Concordance::new(&document);
        let places = |phrases: &[&str]| -> Vec<_> {
            let found = concordance.places(phrases).into_iter();
            found.map(|one| (one.passage.index, one.range, one.word, one.phrase)).collect()
        };
        assert_eq!(places(&["such as"]), [(0, 0..7, 0, 0), (0, 30..37, 6, 0)]);
        assert_eq!(places(&["and/or", "and so on"]), [(1, 0..9, 0, 1), (1, 11..17, 3, 0), (1, 18..27, 5, 1)]);
        assert_eq!(places(&["e.g", "nothing"]), [(2, 0..3, 0, 0)]);
        let firsts = concordance.first_places(&["such as", "so"]);
        assert_eq!(firsts.iter().map(|one| one.range.clone()).collect::<Vec<_>>(), [0..7, 4..6]);
    }

    #[test]
    fn phrases_are_found_by_the_longer_of_their_first_words() {
        let texts = ["for", "example", "For example", "an example for", "x for  example, for example"];
        let document = document(&texts);
        let concordance = Concordance::new(&document);
        let found = concordance.places(&["for example"]);
        assert_eq!(
            found.iter().map(|one| (one.passage.index, one.range.start, one.word)).collect::<Vec<_>>(),
            [(2, 0, 0), (4, 16, 3)]
        );
    }

    #[test]
    fn texts_that_stood_in_another_document_are_found_alike() {
        let all = [
            "A lock, such as this",
            "a  gate ",
            "Colors; such as this",
            "été",
            "",
            "Gates. And more",
            "x y x",
        ];
        let told = |concordance: &Concordance<'_>| {
            let passages = concordance.passages().iter();
            let words =
                passages.clone().map(|one| concordance.words(one).collect::<Vec<_>>()).collect::<Vec<_>>();
            let marks: Vec<_> = passages
                .map(|one| [Mark::StraySpace, Mark::InnerStop, Mark::LineBreak].map(|mark| one.has(mark)))
                .collect();
            let places = concordance.places(&["such as", "a", "x", "gate"]).into_iter();
            let places: Vec<_> = places.map(|one| (one.passage.index, one.range, one.word)).collect();
            let american: Vec<_> =
                concordance.with_fault(Fault::American).iter().map(|one| one.index).collect();
            let alike: Vec<_> =
                concordance.alike(0..concordance.passages().len()).iter().map(|one| one.index).collect();
            format!("{words:?} {marks:?} {places:?} {american:?} {alike:?}")
        };
        for from in 0..all.len() {
            for to in from..=all.len() {
                let own: Vec<&str> = all[from..to].iter().rev().copied().collect();
                let fresh = std::thread::scope(|scope| {
                    let thread = scope.spawn(|| told(&Concordance::new(&document(&own))));
                    thread.join().expect("no panic")
                });
                // On this thread, others have been looked at before.
                assert_eq!(told(&Concordance::new(&document(&own))), fresh, "{own:?}");
            }
        }
    }

    #[test]
    fn texts_are_found_by_their_words() {
        let document =
            document(&["A lock.", "a  Lock", "A lock and a gate", "The gates", "", "–", "Gates organize"]);
        let concordance = Concordance::new(&document);
        let indices = |found: Vec<&Passage<'_>>| found.iter().map(|one| one.index).collect::<Vec<_>>();
        assert_eq!(indices(concordance.with_fault(Fault::American)), [6]);
        assert_eq!(indices(concordance.alike(0..4)), [0, 1]);
        let words: Vec<_> = concordance.words(&concordance.passages()[2]).collect();
        assert_eq!(words, [(0, "A"), (2, "lock"), (7, "and"), (11, "a"), (13, "gate")]);
        assert!(concordance.content(&concordance.passages()[2]).is_empty());
    }
}
