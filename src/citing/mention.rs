//! Mentions of codes in a text, and the lists that they form.

use std::ops::Range;

use super::gaps::{is_joint, is_range};
use crate::model::{Code, Kind, Prefix};

/// The widest range: no standard has this many statements of a kind.
pub(super) const WIDEST: u32 = 200;

/// A code in a text, or the two ends of a range of codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    pub(super) first: Code,
    /// The last code, if it is a range.
    pub(super) last: Option<Code>,
    /// Where it is.
    pub(super) range: Range<usize>,
    /// Whether there is something between its letters and its number: `K 3`, `S-2`. This is more often the form of
    /// other things.
    pub(super) is_spaced: bool,
}

/// Mentions in one list, or a single one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) mentions: Vec<Mention>,
}

impl Run {
    /// Where the list is.
    pub(super) fn range(&self) -> Range<usize> {
        let start = self.mentions.first().map_or(0, |first| first.range.start);
        start..self.mentions.last().map_or(start, |last| last.range.end)
    }

    /// Whether it lists codes of several kinds, as lists of other things hardly ever do.
    pub(super) fn is_mixed(&self) -> bool {
        self.mentions.windows(2).any(|pair| pair[0].first.list() != pair[1].first.list())
    }

    /// The list without the codes that have a space before the number, or `None` if there are no others.
    pub(super) fn unspaced(&self) -> Option<Self> {
        let mentions: Vec<Mention> = self.mentions.iter().filter(|one| !one.is_spaced).cloned().collect();
        (!mentions.is_empty()).then_some(Self { mentions })
    }

    /// Whether its codes have several letters, as hardly anything else does: TK3, ESB1.
    pub(super) fn is_of_letters(&self) -> bool {
        self.mentions.iter().all(|one| one.first.prefix.letters().len() > 1)
    }

    /// Whether it lists knowledge statements and skills.
    pub(super) fn has_knowledge_and_skills(&self) -> bool {
        are_knowledge_and_skills(self.mentions.iter().map(|one| one.first.prefix))
    }

    /// Adds a mention, which may be the other end of a range.
    fn add(&mut self, mention: Mention, text: &str) {
        let before = self.mentions.last_mut();
        match before {
            Some(before) if ends_range(before, &mention, text) => {
                before.last = Some(mention.first);
                before.range.end = mention.range.end;
                before.is_spaced |= mention.is_spaced;
            }
            _ => self.mentions.push(mention),
        }
    }
}

/// Whether there are both kinds that every standard has among the prefixes of codes.
pub(super) fn are_knowledge_and_skills(mut prefixes: impl Iterator<Item = Prefix>) -> bool {
    let (mut has_knowledge, mut has_skills) = (false, false);
    prefixes.any(|prefix| {
        has_knowledge |= prefix.is_of(Kind::Knowledge);
        has_skills |= prefix.is_of(Kind::Skill);
        has_knowledge && has_skills
    })
}

/// The mentions of a text, list by list.
pub(super) fn in_lists(text: &str, mentions: Vec<Mention>) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for mention in mentions {
        let run = runs.last_mut().filter(|run| {
            let gap = &text[run.range().end..mention.range.start];
            is_joint(gap) || is_range(gap)
        });
        match run {
            Some(run) => run.add(mention, text),
            None => runs.push(Run { mentions: vec![mention] }),
        }
    }
    runs
}

/// Whether a code is the other end of a range that begins with the code before it.
pub(super) fn ends_range(before: &Mention, mention: &Mention, text: &str) -> bool {
    let (first, last) = (before.first, mention.first);
    before.last.is_none()
        && is_range(&text[before.range.end..mention.range.start])
        && first.list() == last.list()
        && first.number < last.number
        && last.number - first.number <= WIDEST
        && [first, last].iter().all(|code| code.part.is_none() && code.letter.is_none())
}
