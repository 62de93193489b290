//! What a look at the texts of a document has found, so that a text which stands in the next one as well is not looked
//! at again: most texts of a version stand in the version before it.

use std::hash::BuildHasher;
use std::ops::Range;

use foldhash::HashMap;
use foldhash::fast::RandomState;

use super::look::{Marks, as_requirement, look, with_repeat};
use super::passage::Role;
use super::vocabulary::{Vocabulary, WordId};

/// The texts of a document in their order, with their words.
#[derive(Debug, Default)]
pub(super) struct Looked {
    texts: Vec<Found>,
    /// Where each word begins in its text. All that is known of words stands apart, for it is seldom asked for together.
    starts: Vec<u32>,
    ends: Vec<u32>,
    ids: Vec<WordId>,
    /// For each word, the place of the same word before it; its own if it is the first.
    earlier: Vec<u32>,
    /// What the words of requirements say, by the numbers of the vocabulary.
    said: Vec<u32>,
    /// The index of each text by its print: a number that no other text of the same role has.
    prints: HashMap<u64, u32>,
}

/// What has been found in a text.
#[derive(Clone, Copy, Debug)]
struct Found {
    /// The place of its first word.
    first: u32,
    /// Where what its words say begins.
    said: u32,
    marks: Marks,
}

impl Looked {
    /// Forgets all, and makes room for so many texts.
    pub(super) fn clear(&mut self, texts: usize) {
        let Self { texts: _, starts, ends, ids, earlier, said, prints } = self;
        [starts, ends, earlier, said].into_iter().for_each(Vec::clear);
        ids.clear();
        prints.clear();
        self.texts.clear();
        self.texts.reserve(texts);
    }

    /// Adds a text, of which is taken over what was found in it before, if it stood there.
    #[inline]
    pub(super) fn add(
        &mut self,
        text: &str,
        role: Role,
        before: &Self,
        prints: &RandomState,
        vocabulary: &mut Vocabulary,
    ) -> Marks {
        let print = prints.hash_one((role, text));
        let found = match before.prints.get(&print) {
            Some(known) => self.take_over(before, *known as usize, vocabulary),
            None => self.look(text, role, vocabulary),
        };
        self.prints.insert(print, place(self.texts.len()));
        self.texts.push(found);
        found.marks
    }

    fn take_over(&mut self, before: &Self, index: usize, vocabulary: &mut Vocabulary) -> Found {
        let first = self.len();
        let words = before.range(index);
        self.starts.extend_from_slice(&before.starts[words.clone()]);
        self.ends.extend_from_slice(&before.ends[words.clone()]);
        let ids = &before.ids[words];
        self.ids.extend_from_slice(ids);
        self.earlier.extend(ids.iter().zip(first..).map(|(id, at)| vocabulary.meet_again(*id, at)));
        let said = place(self.said.len());
        self.said.extend_from_slice(before.said(index));
        Found { first, said, ..before.texts[index] }
    }

    fn look(&mut self, text: &str, role: Role, vocabulary: &mut Vocabulary) -> Found {
        let (first, said) = (self.len(), place(self.said.len()));
        let (mut at, mut repeats) = (first, false);
        let is_requirement = role == Role::Requirement;
        let marks = look(text, |start, end| {
            let (id, earlier) = vocabulary.meet(text, [start as usize, end as usize], at);
            self.starts.push(start);
            self.ends.push(end);
            self.ids.push(id);
            self.earlier.push(earlier);
            repeats |= at > first && earlier + 1 == at;
            at += 1;
            if is_requirement {
                let content = vocabulary.content(id);
                // Which words say something cannot be guessed, so nothing is decided.
                let len = self.said.len() + usize::from(content != 0);
                self.said.push(content);
                self.said.truncate(len);
            }
        });
        let marks = marks.and(with_repeat(repeats));
        let marks = if is_requirement { as_requirement(text, marks) } else { marks };
        Found { first, said, marks }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> u32 {
        place(self.ids.len())
    }

    /// The places of the words of a text.
    fn range(&self, index: usize) -> Range<usize> {
        self.first(index)..self.texts.get(index + 1).map_or(self.ids.len(), |next| next.first as usize)
    }

    /// What the words of a requirement say, in their order: the numbers of the vocabulary.
    pub(super) fn said(&self, index: usize) -> &[u32] {
        let end = self.texts.get(index + 1).map_or(self.said.len(), |next| next.said as usize);
        &self.said[self.texts[index].said as usize..end]
    }

    /// The words of a text.
    pub(super) fn ids(&self, index: usize) -> &[WordId] {
        &self.ids[self.range(index)]
    }

    /// Where the words of a text stand in it.
    pub(super) fn places(&self, index: usize) -> impl Iterator<Item = Range<usize>> + Clone {
        let (starts, ends) = (&self.starts[self.range(index)], &self.ends[self.range(index)]);
        starts.iter().zip(ends).map(|(start, end)| *start as usize..*end as usize)
    }

    /// The word at a place, if there are so many.
    pub(super) fn id(&self, at: u32) -> Option<WordId> {
        self.ids.get(at as usize).copied()
    }

    /// Where the word at a place begins in its text.
    pub(super) fn start(&self, at: u32) -> usize {
        self.starts[at as usize] as usize
    }

    /// The place of the same word before this one, if there is one.
    pub(super) fn earlier(&self, at: u32) -> Option<u32> {
        let earlier = self.earlier[at as usize];
        (earlier != at).then_some(earlier)
    }

    /// The place of the first word of a text, or of the first one behind it.
    pub(super) fn first(&self, index: usize) -> usize {
        self.texts[index].first as usize
    }

    /// The index of the text that the word at `at` stands in, which is none behind the text `last`.
    pub(super) fn text_of(&self, at: u32, last: usize) -> usize {
        let near = last.saturating_sub(4);
        let begin = if self.texts.get(near).is_some_and(|text| text.first <= at) { near } else { 0 };
        let texts = &self.texts[begin..self.texts.len().min(last + 1)];
        begin + texts.partition_point(|text| text.first <= at) - 1
    }
}

/// Spans count in 32 bits, so no document has more words than that.
fn place(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_stood_before_is_not_looked_at_again() {
        let (prints, mut vocabulary) = (RandomState::default(), Vocabulary::default());
        let (nothing, mut before, mut now) = (Looked::default(), Looked::default(), Looked::default());
        before.clear(1);
        before.add("the lock", Role::Other, &nothing, &prints, &mut vocabulary);
        // What no look would find shows where it comes from.
        before.ends[1] = 5;
        now.clear(3);
        for (text, role) in
            [("the lock", Role::Other), ("the lock", Role::Requirement), ("The lock", Role::Other)]
        {
            now.add(text, role, &before, &prints, &mut vocabulary);
        }
        let ends: Vec<_> = (0..3).map(|index| now.places(index).last().map(|place| place.end)).collect();
        assert_eq!(ends, [Some(5), Some(8), Some(8)]);
    }
}
