//! Where each word of a document stands, as in the index at the end of a book: a rule looks its phrases up here and
//! reads only the texts that have them.

use std::cell::OnceCell;
use std::ops::Range;

use super::forms::{FormId, Forms};
use super::passage::Passage;
use super::prose::phrase_at;
use super::{Document, Subject, lexicon};
use crate::source::Text;

/// All texts of a document and where each word stands in them.
#[derive(Debug, Default)]
pub struct Concordance<'d> {
    passages: Vec<Passage<'d>>,
    /// For each passage, the number of its first word, and at the end that of all words.
    firsts: Vec<u32>,
    /// For each passage, a number that is the same for texts of the same words.
    fingerprints: Vec<u64>,
    words: Vec<Word>,
    forms: Forms,
    /// For each form, how it is written at its first place.
    spelled: Vec<&'d str>,
    statement_count: usize,
    content: OnceCell<Content>,
}

/// A word at its place.
#[derive(Clone, Copy, Debug)]
struct Word {
    start: u32,
    end: u32,
    form: FormId,
    /// The number of the word of the same form before it; its own if it is the first.
    earlier: u32,
}

impl Word {
    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The content words behind the forms, those of one stem under one number, from 0 on.
#[derive(Clone, Debug, Default)]
struct Content {
    of_form: Vec<Option<u32>>,
    len: usize,
    /// The forms that are American spelling.
    american: Vec<FormId>,
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
        let size = texts.iter().map(|(_, text)| text.len()).sum();
        let mut concordance = Self { forms: Forms::for_text(size), statement_count, ..Self::default() };
        concordance.words.reserve(size / 5);
        concordance.passages.reserve(texts.len());
        let mut ranges = Vec::new();
        for (subject, text) in texts {
            concordance.add(subject, text, &mut ranges);
        }
        concordance.firsts.push(number(concordance.words.len()));
        concordance
    }

    /// Adds a text; `ranges` is room to note its words in.
    fn add(&mut self, subject: Subject, text: &'d Text<'d>, ranges: &mut Vec<(usize, usize)>) {
        ranges.clear();
        let passage =
            Passage::new(self.passages.len(), subject, text, |start, end| ranges.push((start, end)));
        self.passages.push(passage);
        self.firsts.push(number(self.words.len()));
        let fingerprint = self.add_words(text.as_str(), ranges);
        self.fingerprints.push(fingerprint);
    }

    /// Adds the words of a text; gives its fingerprint.
    fn add_words(&mut self, text: &'d str, ranges: &[(usize, usize)]) -> u64 {
        let mut fingerprint = 0;
        for (start, end) in ranges {
            let key = Forms::key(text, *start, *end);
            fingerprint = with_word(fingerprint, key);
            let own = number(self.words.len());
            let (form, earlier) = self.forms.meet(key, own);
            let earlier = earlier.unwrap_or_else(|| self.spell(&text[*start..*end], own));
            let [start, end] = [*start, *end].map(number);
            self.words.push(Word { start, end, form, earlier });
        }
        fingerprint
    }

    /// Notes how a new form is written; the number of its word comes back.
    #[cold]
    fn spell(&mut self, word: &'d str, own: u32) -> u32 {
        self.spelled.push(word);
        own
    }

    /// All texts that an author writes, part by part.
    #[must_use]
    pub fn passages(&self) -> &[Passage<'d>] {
        &self.passages
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
        let mut found: Vec<(u32, usize)> = Vec::new();
        for (index, phrase) in phrases.iter().enumerate() {
            let Some((form, next)) = self.forms_of(phrase) else { continue };
            for word in self.words_of(form) {
                // Of phrases that begin with a common word, the second tells most places apart.
                if next.is_some_and(|next| {
                    self.words.get(word as usize + 1).is_none_or(|word| word.form != next)
                }) {
                    continue;
                }
                let start = self.words[word as usize].start as usize;
                if phrase_at(self.passages[self.passage_of(word)].text, start, phrase).is_some() {
                    found.push((word, index));
                }
            }
        }
        found.sort_unstable();
        let place = |(word, phrase): (u32, usize)| {
            let (start, passage) = (self.words[word as usize].start as usize, self.passage_of(word));
            let range = start..start + phrases[phrase].len();
            let before = word - self.firsts[passage];
            Found { passage: &self.passages[passage], range, word: before as usize, phrase }
        };
        found.into_iter().map(place).collect()
    }

    /// The forms of the first word of a phrase (ASCII) and of its second one, if it has two. None if the document
    /// does not have them.
    fn forms_of(&self, phrase: &str) -> Option<(FormId, Option<FormId>)> {
        let mut words = phrase.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut form = || words.next().map(|word| self.forms.get(Forms::first_key(word)));
        let first = form()??;
        let second = match form() {
            None => None,
            Some(second) => Some(second?),
        };
        Some((first, second))
    }

    /// The same, of each text only the first.
    #[must_use]
    pub fn first_places(&self, phrases: &[&str]) -> Vec<Found<'_, 'd>> {
        let mut places = self.places(phrases);
        places.dedup_by(|later, first| std::ptr::eq(later.passage, first.passage));
        places
    }

    /// The texts with a word in American spelling.
    #[must_use]
    pub fn american(&self) -> Vec<&Passage<'d>> {
        let places = self.content_of_forms().american.iter().flat_map(|form| self.words_of(*form));
        let mut found: Vec<usize> = places.map(|word| self.passage_of(word)).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|passage| &self.passages[passage]).collect()
    }

    /// Those of the passages at `indices` that have the same words in the same order as another of them.
    pub fn alike(&self, indices: impl Iterator<Item = usize>) -> Vec<&Passage<'d>> {
        self.same(indices.map(|index| (self.fingerprints[index], index)).collect())
    }

    /// The same, whatever of the words in `left_out` (small letters) they have.
    pub fn alike_but_for(
        &self,
        left_out: &[&str],
        indices: impl Iterator<Item = usize>,
    ) -> Vec<&Passage<'d>> {
        let left_out = left_out.iter().filter_map(|word| self.forms.get(Forms::first_key(word)));
        let left_out: Vec<FormId> = left_out.collect();
        let print = |index: usize| {
            let own = self.words_at(index).iter().filter(|word| !left_out.contains(&word.form));
            own.fold(0, |print, word| with_word(print, word.form.number().into()))
        };
        self.same(indices.map(|index| (print(index), index)).collect())
    }

    /// The passages whose number another one has, in their order.
    fn same(&self, mut all: Vec<(u64, usize)>) -> Vec<&Passage<'d>> {
        all.sort_unstable();
        let same = all.chunk_by(|one, other| one.0 == other.0).filter(|same| same.len() > 1);
        let mut alike: Vec<usize> = same.flatten().map(|(_, index)| *index).collect();
        alike.sort_unstable();
        alike.into_iter().map(|index| &self.passages[index]).collect()
    }

    /// The words of a passage and where each starts.
    pub fn words(&self, passage: &Passage<'d>) -> impl Iterator<Item = (usize, &'d str)> + Clone {
        let text = passage.text.as_str();
        self.words_at(passage.index).iter().map(|word| (word.start as usize, &text[word.range()]))
    }

    /// The content words of a passage, in their order, repeated ones too: words of one stem are one number.
    pub fn content(&self, passage: &Passage<'d>) -> impl Iterator<Item = u32> {
        let of_form = &self.content_of_forms().of_form;
        self.words_at(passage.index).iter().filter_map(|word| of_form[word.form.index()])
    }

    /// How many different content words there are.
    #[must_use]
    pub fn content_len(&self) -> usize {
        self.content_of_forms().len
    }

    /// What is known of the words, asked once for each form.
    fn content_of_forms(&self) -> &Content {
        self.content.get_or_init(|| {
            let mut stems = Forms::with_room(self.forms.len());
            let (mut of_form, mut american) = (Vec::with_capacity(self.forms.len()), Vec::new());
            let mut forms = self.forms.ids();
            lexicon::each(self.forms.keys().zip(self.spelled.iter().copied()), |known| {
                american.extend(forms.next().filter(|_| known.is_american));
                of_form.push(known.content.map(|stem| stems.meet(stem, 0).0.number()));
            });
            Content { of_form, len: stems.len(), american }
        })
    }

    /// The index of the passage that a word stands in.
    fn passage_of(&self, word: u32) -> usize {
        self.firsts.partition_point(|first| *first <= word) - 1
    }

    /// The words of the passage at `index`.
    fn words_at(&self, index: usize) -> &[Word] {
        &self.words[self.firsts[index] as usize..self.firsts[index + 1] as usize]
    }

    /// The numbers of the words of a form, the last one first.
    fn words_of(&self, form: FormId) -> impl Iterator<Item = u32> {
        let earlier = |word: &u32| {
            let earlier = self.words[*word as usize].earlier;
            (earlier != *word).then_some(earlier)
        };
        std::iter::successors(Some(self.forms.latest(form)), earlier)
    }
}

/// The fingerprint of a text that goes on with another word.
fn with_word(fingerprint: u64, word: u64) -> u64 {
    (fingerprint ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(23)
}

/// Spans count in 32 bits, so no document has more words than that.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Format, List, Standard};
    use crate::source::{SourceId, Span, Text};

    /// A standard whose summary has these paragraphs.
    fn document(paragraphs: &[&'static str]) -> Document<'static> {
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
    fn texts_are_found_by_their_words() {
        let document =
            document(&["A lock.", "a  Lock", "A lock and a gate", "The gates", "", "–", "Gates organize"]);
        let concordance = Concordance::new(&document);
        let indices = |found: Vec<&Passage<'_>>| found.iter().map(|one| one.index).collect::<Vec<_>>();
        assert_eq!(indices(concordance.american()), [6]);
        assert_eq!(indices(concordance.alike(0..4)), [0, 1]);
        let words: Vec<_> = concordance.words(&concordance.passages()[2]).collect();
        assert_eq!(words, [(0, "A"), (2, "lock"), (7, "and"), (11, "a"), (13, "gate")]);
        let content = |index: usize| concordance.content(&concordance.passages()[index]).collect::<Vec<_>>();
        assert_eq!((content(2), content(3)), (vec![0, 1], vec![1]));
    }
}
