//! What can be cited from a standard.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU8;

use super::close::{CloseTexts, DistinctiveWords};
use super::quotes::QuotableTexts;
use super::vocabulary::{Said, Vocabulary};
use crate::model::{Code, Kind, Prefix, Standard, Statement, folded, folded_bytes};

/// The statements of a standard, by code and by text.
#[derive(Clone, Debug)]
pub struct Citable<'d> {
    /// The standard.
    pub standard: &'d Standard<'d>,
    statements: BTreeMap<Code, &'d Statement<'d>>,
    lists: BTreeSet<(Prefix, Option<NonZeroU8>)>,
    /// What they say, folded and in order.
    texts: Vec<(String, Vec<Code>)>,
    /// The length of the shortest of them.
    shortest: usize,
    vocabulary: Vocabulary,
    quotable: QuotableTexts,
    close: CloseTexts,
}

impl<'d> Citable<'d> {
    /// What can be cited from a standard.
    #[must_use]
    pub fn new(standard: &'d Standard<'d>) -> Self {
        let all = standard.statements.items();
        let mut texts: BTreeMap<String, Vec<Code>> = BTreeMap::new();
        for one in all.iter().filter(|one| !one.text.trim().is_empty()) {
            texts.entry(folded(&one.text)).or_default().push(one.code.value);
        }
        let statements: BTreeMap<Code, &Statement<'d>> =
            all.iter().rev().map(|one| (one.code.value, one)).collect();
        let mut vocabulary = Vocabulary::default();
        Self {
            standard,
            lists: all.iter().map(|one| one.code.value.list()).collect(),
            shortest: texts.keys().map(String::len).min().unwrap_or_default(),
            texts: texts.into_iter().collect(),
            quotable: QuotableTexts::of(
                statements.iter().map(|(code, one)| (*code, one.text.as_str())),
                &mut vocabulary,
            ),
            close: CloseTexts::of(all.iter().map(|one| (one.code.value, one.text.as_str())), &mut vocabulary),
            vocabulary,
            statements,
        }
    }

    /// The statement that has this code.
    #[must_use]
    pub fn statement(&self, code: Code) -> Option<&'d Statement<'d>> {
        self.statements.get(&code).copied()
    }

    /// The statements, in the order of their codes.
    pub fn statements(&self) -> impl Iterator<Item = (Code, &'d Statement<'d>)> {
        self.statements.iter().map(|(code, one)| (*code, *one))
    }

    /// Whether a code could belong to this standard if its numbering went further: it is of a kind that the standard
    /// has, and is as simple as its codes are.
    #[must_use]
    pub fn may_have(&self, code: Code) -> bool {
        let is_simple = code.part.is_none() && code.letter.is_none();
        is_simple && self.lists.contains(&code.list()) || self.statements.contains_key(&code)
    }

    /// The prefix of the standard's own codes of a kind: TK where `Knowledge` is the heading for technical knowledge.
    pub(super) fn own_prefix(&self, prefix: Prefix) -> Prefix {
        let has = |prefix: Prefix| self.lists.iter().any(|(own, _)| *own == prefix);
        let alike = |one: &Kind| prefix.kind().is_some_and(|kind| kind.plain() == one.plain());
        let others = Kind::ALL.into_iter().filter(alike).map(Kind::prefix);
        [prefix].into_iter().chain(others).find(|one| has(*one)).unwrap_or(prefix)
    }

    /// The codes of the statements that say exactly this, after folding.
    #[must_use]
    pub fn codes_with_text(&self, text: &str) -> &[Code] {
        let found = if !text.is_ascii() {
            let said = folded(text);
            self.texts.binary_search_by(|(own, _)| own.cmp(&said))
        } else if text.len() >= self.shortest {
            self.texts.binary_search_by(|(own, _)| own.bytes().cmp(folded_bytes(text)))
        } else {
            // Folding makes no ASCII text longer.
            return &[];
        };
        found.map_or(&[], |at| &self.texts[at].1)
    }

    /// The distinctive words of a text.
    pub(super) fn distinctive(&self, text: &str) -> DistinctiveWords {
        DistinctiveWords::of(text, &self.vocabulary)
    }

    /// The words of a text, looked up among those of the standard.
    pub(super) fn words(&self, text: &str) -> Vec<Said> {
        self.vocabulary.words(text)
    }

    /// The texts that may be quoted.
    pub(super) fn quotable(&self) -> &QuotableTexts {
        &self.quotable
    }

    /// The texts that other texts may be close to.
    pub(super) fn close(&self) -> &CloseTexts {
        &self.close
    }

    /// The codes of the standard from the first to the last, and those two.
    #[must_use]
    pub fn between(&self, first: Code, last: Code) -> Vec<Code> {
        let inside = self.statements.range(first..=last).map(|(code, _)| *code);
        let all: BTreeSet<Code> =
            inside.filter(|code| code.list() == first.list()).chain([first, last]).collect();
        all.into_iter().collect()
    }
}
