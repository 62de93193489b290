//! What occupations share.

use std::cmp::Reverse;
use std::ops::Range;

use super::record::{OccupationRecord, StatementRecord, occupation_of};
use crate::diff::AlikeTexts;

/// Two statements that are less alike, in thousandths, are not about the same: below it most pairs of the truth that the
/// score is measured on are wrong.
pub const ALIKE: u64 = 400;

/// Occupations, and what is needed to find what they share.
#[derive(Debug)]
pub struct Progression {
    occupations: Vec<OccupationRecord>,
    /// The number of the first statement of each occupation, and one more than that of the last one.
    starts: Vec<usize>,
    /// The number of the occupation of each statement.
    owners: Vec<u32>,
    texts: AlikeTexts,
    /// The statements that have a stem among their leading ones, by their numbers, for each stem.
    index: Vec<Vec<u32>>,
}

/// What two occupations share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The number of the one.
    pub one: usize,
    /// The number of the other.
    pub other: usize,
    /// From the one to the other.
    pub there: Carried,
    /// From the other to the one.
    pub back: Carried,
}

/// How much of what an occupation asks for another one brings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// How many of its statements have one that is alike.
    pub statements: usize,
    /// How many statements it has.
    pub of: usize,
    /// The share of their weight that carries over, in thousandths: a statement counts by its words, each as much as it is
    /// rare, and as far as the other one is alike.
    pub share: u64,
}

/// What carries over from one occupation to another, and what has to be learned.
#[derive(Clone, Debug)]
pub struct Step<'p> {
    /// How much it is.
    pub carried: Carried,
    /// The statements of the other occupation, in order, each with what it is brought by.
    pub statements: Vec<Asked<'p>>,
}

/// A statement that an occupation asks for.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'p> {
    /// The statement.
    pub statement: &'p StatementRecord,
    /// The statement of the other occupation that is most alike, and how alike it is, in thousandths; none if it has to be
    /// learned.
    pub brought: Option<(&'p StatementRecord, u64)>,
}

impl Link {
    /// How strong it is: the shares of both directions.
    #[must_use]
    pub fn strength(&self) -> u64 {
        self.there.share + self.back.share
    }

    /// The same link, seen from the other occupation.
    #[must_use]
    pub fn turned(self) -> Self {
        Self { one: self.other, other: self.one, there: self.back, back: self.there }
    }
}

/// What is summed up for a direction.
#[derive(Clone, Copy, Default)]
struct Sum {
    statements: usize,
    weight: u64,
}

impl Sum {
    fn add(&mut self, weight: u64, alike: u64) {
        self.statements += 1;
        self.weight += weight * alike;
    }
}

impl Progression {
    /// What these occupations share: each is there once.
    #[must_use]
    pub fn new(occupations: Vec<OccupationRecord>) -> Self {
        let mut starts = vec![0];
        let mut owners = Vec::new();
        for (owner, one) in (0..).zip(&occupations) {
            owners.extend(std::iter::repeat_n(owner, one.statements.len()));
            starts.push(owners.len());
        }
        let all = occupations.iter().flat_map(|one| &one.statements);
        let texts = AlikeTexts::new(&all.map(|one| one.text.as_str()).collect::<Vec<_>>());
        let mut index = vec![Vec::new(); texts.count_of_stems()];
        for (number, statement) in (0..).zip(0..owners.len()) {
            for &stem in texts.leading(statement, ALIKE) {
                index[stem as usize].push(number);
            }
        }
        Self { occupations, starts, owners, texts, index }
    }

    /// The occupations, in order.
    #[must_use]
    pub fn occupations(&self) -> &[OccupationRecord] {
        &self.occupations
    }

    /// The number of the occupation with this reference, or of the same occupation.
    #[must_use]
    pub fn find(&self, reference: &str) -> Option<usize> {
        let wanted = reference.trim().to_ascii_uppercase();
        let exactly = self.occupations.iter().position(|one| one.reference.eq_ignore_ascii_case(&wanted));
        exactly.or_else(|| self.occupations.iter().position(|one| one.occupation() == occupation_of(&wanted)))
    }

    /// What an occupation shares with all others, the strongest first; of those that are equally strong, the earlier ones.
    #[must_use]
    pub fn links_of(&self, occupation: usize) -> Vec<Link> {
        strongest_first(self.links(occupation, 0))
    }

    /// What an occupation shares with those that come after it. All links of all occupations are those of each of them.
    #[must_use]
    pub fn links_after(&self, occupation: usize) -> Vec<Link> {
        strongest_first(self.links(occupation, occupation + 1))
    }

    /// The links of an occupation with others from this number on.
    fn links(&self, one: usize, from: usize) -> Vec<Link> {
        let own = self.statements(one);
        let mut found = Found::new(self, own.len(), from);
        for (place, statement) in own.clone().enumerate() {
            found.look_for(statement, place, one);
        }
        let (there, back) = found.sums();
        let count = self.occupations.len();
        let linked = (from..count).filter(|&other| there[other - from].statements > 0);
        let link = |other: usize| Link {
            one,
            other,
            there: self.carried(other, there[other - from]),
            back: self.carried(one, back[other - from]),
        };
        linked.map(link).collect()
    }

    /// What carries over from one occupation to another.
    #[must_use]
    pub fn step(&self, from: usize, to: usize) -> Step<'_> {
        let mut sum = Sum::default();
        let mut asked = Vec::new();
        for statement in self.statements(to) {
            let best = self.statements(from).filter_map(|own| Some((self.alike(own, statement)?, Reverse(own))));
            let best = best.max().map(|(alike, Reverse(own))| (own, alike));
            if let Some((_, alike)) = best {
                sum.add(self.texts.weight(statement), alike);
            }
            asked.push(Asked {
                statement: self.statement(statement),
                brought: best.map(|(own, alike)| (self.statement(own), alike)),
            });
        }
        Step { carried: self.carried(to, sum), statements: asked }
    }

    /// How alike two statements are, if they are alike at all and of one kind.
    fn alike(&self, one: usize, other: usize) -> Option<u64> {
        let is_of_one_kind = self.statement(one).is_skill == self.statement(other).is_skill;
        is_of_one_kind.then(|| self.texts.alike(one, other, ALIKE)).flatten()
    }

    fn carried(&self, to: usize, sum: Sum) -> Carried {
        let all: u64 = self.statements(to).map(|statement| self.texts.weight(statement)).sum();
        let share = sum.weight.checked_div(all).unwrap_or(0);
        Carried { statements: sum.statements, of: self.statements(to).len(), share }
    }

    /// The numbers of the statements of an occupation.
    fn statements(&self, occupation: usize) -> Range<usize> {
        self.starts[occupation]..self.starts[occupation + 1]
    }

    fn statement(&self, number: usize) -> &StatementRecord {
        let owner = self.owners[number] as usize;
        &self.occupations[owner].statements[number - self.starts[owner]]
    }
}

fn strongest_first(mut links: Vec<Link>) -> Vec<Link> {
    links.sort_by_key(|link| (Reverse(link.strength()), link.other));
    links
}

/// What is found for one occupation among those from a number on.
struct Found<'p> {
    all: &'p Progression,
    /// The first occupation, and its first statement.
    from: (usize, usize),
    /// How alike the most alike statement of the one occupation is to each statement.
    best: Vec<u16>,
    /// For which of its statements each statement was looked at last.
    seen: Vec<u32>,
    /// What each occupation brings to the one.
    back: Vec<Sum>,
}

impl<'p> Found<'p> {
    fn new(all: &'p Progression, _own: usize, from: usize) -> Self {
        let first = all.starts[from];
        let count = all.owners.len() - first;
        let occupations = all.occupations.len() - from;
        Self {
            all,
            from: (from, first),
            best: vec![0; count],
            seen: vec![0; count],
            back: vec![Sum::default(); occupations],
        }
    }

    /// Finds the statements that are like one of the occupation `of`.
    fn look_for(&mut self, statement: usize, place: usize, of: usize) {
        let all = self.all;
        let (from, first) = self.from;
        let mark = u32::try_from(place + 1).unwrap_or(u32::MAX);
        let mut near: Vec<(u32, u64)> = Vec::new();
        for &stem in all.texts.leading(statement, ALIKE) {
            let with = &all.index[stem as usize];
            let start = with.partition_point(|&other| (other as usize) < first);
            for &other in &with[start..] {
                let number = other as usize;
                let seen = &mut self.seen[number - first];
                if *seen == mark || all.owners[number] as usize == of {
                    continue;
                }
                *seen = mark;
                if let Some(alike) = all.alike(statement, number) {
                    near.push((all.owners[number], alike));
                    let best = &mut self.best[number - first];
                    *best = (*best).max(u16::try_from(alike).unwrap_or(u16::MAX));
                }
            }
        }
        near.sort_unstable_by_key(|&(owner, alike)| (owner, Reverse(alike)));
        near.dedup_by_key(|(owner, _)| *owner);
        for (owner, alike) in near {
            self.back[owner as usize - from].add(all.texts.weight(statement), alike);
        }
    }

    /// What the one occupation brings to each, and each to it.
    fn sums(self) -> (Vec<Sum>, Vec<Sum>) {
        let mut there = vec![Sum::default(); self.back.len()];
        for (place, &alike) in self.best.iter().enumerate().filter(|(_, alike)| **alike > 0) {
            let statement = self.from.1 + place;
            let owner = self.all.owners[statement] as usize;
            there[owner - self.from.0].add(self.all.texts.weight(statement), u64::from(alike));
        }
        (there, self.back)
    }
}
