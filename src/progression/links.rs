//! What occupations share.

use std::cmp::Reverse;
use std::ops::Range;

use super::record::{OccupationRecord, Part, StatementRecord, occupation_of};
use crate::diff::AlikeTexts;

/// Two statements that are less similar than this, in thousandths, are not about the same thing. Below it, most pairs
/// are wrong in the set of known pairs that the score is measured on.
pub const MIN_SIMILARITY: u64 = 360;

/// Occupations, and what is needed to find what they share.
#[derive(Debug)]
pub struct Progression {
    occupations: Vec<OccupationRecord>,
    /// The number of the first text of each occupation, and finally the number of texts. The statements of an
    /// occupation come first, then its duties, if duties are compared.
    starts: Vec<usize>,
    /// The number of the occupation of each text.
    owners: Vec<u32>,
    texts: AlikeTexts,
    /// What part of a standard each text is.
    parts: Vec<Part>,
    /// For each stem and each part, the numbers of the texts that have the stem among their leading ones.
    index: Vec<[Vec<u32>; Part::COUNT]>,
}

/// What two occupations share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The number of one occupation.
    pub one: usize,
    /// The number of the other occupation.
    pub other: usize,
    /// From one to the other.
    pub there: CarryOver,
    /// From the other to the first.
    pub back: CarryOver,
    /// Whether duties were compared, because one of the two has no statements.
    pub by_duties: bool,
}

/// How much of what one occupation requires is covered by another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CarryOver {
    /// How many of its statements have a similar one.
    pub statements: usize,
    /// How many statements it has.
    pub of: usize,
    /// The share of their weight that carries over, in thousandths. A statement counts by the rarity of its words, in
    /// proportion to its similarity to the other one.
    pub share: u64,
}

/// What carries over from one occupation to another, and what has to be learned.
#[derive(Clone, Debug)]
pub struct Step<'p> {
    /// How much it is.
    pub carried: CarryOver,
    /// Whether it is about duties.
    pub by_duties: bool,
    /// The statements, or duties, of the other occupation, in order, each with what covers it.
    pub statements: Vec<RequiredStatement<'p>>,
}

/// A statement that an occupation requires.
#[derive(Clone, Copy, Debug)]
pub struct RequiredStatement<'p> {
    /// The statement.
    pub statement: &'p StatementRecord,
    /// The most similar statement of the other occupation, and how similar it is, in thousandths; none if it has to be
    /// learned.
    pub covered_by: Option<(&'p StatementRecord, u64)>,
}

impl<'p> Step<'p> {
    /// The statements that carry over, each with the one that brings it and how alike they are.
    pub fn carried_over(&self) -> impl Iterator<Item = (&'p StatementRecord, &'p StatementRecord, u64)> {
        self.statements.iter().filter_map(|asked| {
            let (own, alike) = asked.covered_by?;
            Some((asked.statement, own, alike))
        })
    }

    /// The statements that have to be learned.
    pub fn to_learn(&self) -> impl Iterator<Item = &'p StatementRecord> {
        self.statements.iter().filter(|asked| asked.covered_by.is_none()).map(|asked| asked.statement)
    }
}

impl Link {
    /// How strong it is: the shares of both directions.
    #[must_use]
    pub fn strength(&self) -> u64 {
        self.there.share + self.back.share
    }

    /// The same link, seen from the other occupation.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self {
            one: self.other,
            other: self.one,
            there: self.back,
            back: self.there,
            by_duties: self.by_duties,
        }
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
    /// What these occupations share. Each occupation must occur only once.
    #[must_use]
    pub fn new(occupations: Vec<OccupationRecord>) -> Self {
        // Duties are compared only if there is an occupation that has nothing else.
        let has_duties = occupations.iter().any(|one| one.statements.is_empty() && !one.duties.is_empty());
        let (mut starts, mut owners, mut parts, mut all) = (vec![0], Vec::new(), Vec::new(), Vec::new());
        for (owner, one) in (0..).zip(&occupations) {
            let duties = one.duties.iter().filter(|_| has_duties);
            for text in one.statements.iter().chain(duties) {
                all.push(text.text.as_str());
                parts.push(text.part);
            }
            owners.resize(all.len(), owner);
            starts.push(all.len());
        }
        let texts = AlikeTexts::new(&all);
        let mut index: Vec<[Vec<u32>; Part::COUNT]> = vec![Default::default(); texts.count_of_stems()];
        for (number, text) in (0..).zip(0..owners.len()) {
            for &stem in texts.stems_of(text) {
                index[stem as usize][parts[text] as usize].push(number);
            }
        }
        Self { occupations, starts, owners, texts, parts, index }
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

    /// What an occupation shares with all others, the strongest first; equally strong links are in the order of the
    /// occupations.
    #[must_use]
    pub fn links_of(&self, occupation: usize) -> Vec<Link> {
        self.links_with(occupation, 0..self.occupations.len())
    }

    /// What an occupation shares with those in this range, in the same order. The links of each occupation with those
    /// after it are all the links that there are.
    #[must_use]
    pub fn links_with(&self, occupation: usize, others: Range<usize>) -> Vec<Link> {
        let mut links = self.links(occupation, others);
        links.sort_by_key(|link| (Reverse(link.strength()), link.other));
        links
    }

    /// The links of an occupation with those in this range, in the order of their numbers.
    fn links(&self, one: usize, others: Range<usize>) -> Vec<Link> {
        let from = others.start;
        let mut found = Found::new(self, others.clone());
        for text in self.starts[one]..self.starts[one + 1] {
            found.look_for(text);
        }
        let (there, back) = found.sums();
        let link = |other: usize| {
            let by_duties = self.are_by_duties(one, other);
            let sum = |sums: &[[Sum; 2]]| sums[other - from][usize::from(by_duties)];
            let (there, back) =
                (self.carried(other, sum(&there), by_duties), self.carried(one, sum(&back), by_duties));
            Link { one, other, there, back, by_duties }
        };
        let links = others.filter(|&other| other != one).map(link);
        links.filter(|link| link.there.statements > 0).collect()
    }

    /// What carries over from one occupation to another.
    #[must_use]
    pub fn step(&self, from: usize, to: usize) -> Step<'_> {
        let by_duties = self.are_by_duties(from, to);
        let mut finder = AlikeFinder::new(self, self.compared(from, by_duties));
        let (mut sum, mut statements) = (Sum::default(), Vec::new());
        for text in self.compared(to, by_duties) {
            let alike = finder.of(text).into_iter();
            let best = alike.min_by_key(|&(own, alike)| (Reverse(alike), own));
            if let Some((_, alike)) = best {
                sum.add(self.texts.weight(text), alike);
            }
            let covered_by = best.map(|(own, alike)| (self.record(own), alike));
            statements.push(RequiredStatement { statement: self.record(text), covered_by });
        }
        Step { carried: self.carried(to, sum, by_duties), by_duties, statements }
    }

    /// Whether two occupations are compared by their duties, because one of them has no statements.
    fn are_by_duties(&self, one: usize, other: usize) -> bool {
        [one, other].iter().any(|one| self.occupations[*one].statements.is_empty())
    }

    fn carried(&self, to: usize, sum: Sum, by_duties: bool) -> CarryOver {
        let texts = self.compared(to, by_duties);
        let of = texts.len();
        let all: u64 = texts.map(|text| self.texts.weight(text)).sum();
        CarryOver { statements: sum.statements, of, share: sum.weight.checked_div(all).unwrap_or(0) }
    }

    /// The numbers of the texts of an occupation that are compared.
    fn compared(&self, occupation: usize, by_duties: bool) -> Range<usize> {
        let (start, end) = (self.starts[occupation], self.starts[occupation + 1]);
        let middle = start + self.occupations[occupation].statements.len();
        if by_duties { middle..end } else { start..middle }
    }

    fn record(&self, text: usize) -> &StatementRecord {
        let owner = self.owners[text] as usize;
        let OccupationRecord { statements, duties, .. } = &self.occupations[owner];
        let place = text - self.starts[owner];
        statements.get(place).unwrap_or_else(|| &duties[place - statements.len()])
    }
}

/// Finds which of some texts are like others.
struct AlikeFinder<'p> {
    all: &'p Progression,
    texts: Range<usize>,
    /// The weight that each of the texts shares with the one that was looked at last.
    shared: Vec<u64>,
}

impl<'p> AlikeFinder<'p> {
    fn new(all: &'p Progression, texts: Range<usize>) -> Self {
        Self { all, shared: vec![0; texts.len()], texts }
    }

    /// The texts that are like this one and are the same part of a standard, in order, each with how alike it is.
    fn of(&mut self, text: usize) -> Vec<(usize, u64)> {
        let (all, first) = (self.all, self.texts.start);
        let least = all.texts.least_shared(text, MIN_SIMILARITY);
        let mut near = Vec::new();
        self.shared.fill(0);
        for &stem in all.texts.stems_of(text) {
            let weight = all.texts.weight_of_stem(stem);
            let having = &all.index[stem as usize][all.parts[text] as usize];
            let start = having.partition_point(|&other| (other as usize) < first);
            let others = having[start..].iter().map(|&other| other as usize);
            for other in others.take_while(|&other| other < self.texts.end) {
                let shared = &mut self.shared[other - first];
                if *shared < least && *shared + weight >= least {
                    near.push(other);
                }
                *shared += weight;
            }
        }
        near.sort_unstable();
        let alike = |other: usize| all.texts.alike(text, other, self.shared[other - first], MIN_SIMILARITY);
        near.into_iter().filter_map(|other| Some((other, alike(other)?))).collect()
    }
}

/// What is found for one occupation among some others.
struct Found<'p> {
    all: &'p Progression,
    /// The first of the others.
    from: usize,
    /// Finds texts of the others.
    finder: AlikeFinder<'p>,
    /// For each text, its similarity to the most similar text of the one occupation.
    best: Vec<u64>,
    /// How much of the one occupation each other one covers: of its statements, and of its duties.
    back: Vec<[Sum; 2]>,
}

impl<'p> Found<'p> {
    fn new(all: &'p Progression, others: Range<usize>) -> Self {
        let texts = all.starts[others.start]..all.starts[others.end];
        Self {
            all,
            from: others.start,
            best: vec![0; texts.len()],
            back: vec![Default::default(); others.len()],
            finder: AlikeFinder::new(all, texts),
        }
    }

    /// Finds the texts that are like one of the occupation.
    fn look_for(&mut self, text: usize) {
        let all = self.all;
        let found = self.finder.of(text);
        let part = usize::from(all.parts[text] == Part::Duty);
        for of_one in found.chunk_by(|(one, _), (other, _)| all.owners[*one] == all.owners[*other]) {
            let mut most = 0;
            for &(other, alike) in of_one {
                let best = &mut self.best[other - self.finder.texts.start];
                *best = alike.max(*best);
                most = alike.max(most);
            }
            let owner = all.owners[of_one[0].0] as usize;
            self.back[owner - self.from][part].add(all.texts.weight(text), most);
        }
    }

    /// How much of each other occupation the one occupation covers, and how much of it each of them covers.
    fn sums(self) -> (Vec<[Sum; 2]>, Vec<[Sum; 2]>) {
        let mut there = vec![<[Sum; 2]>::default(); self.back.len()];
        let found = (self.finder.texts.start..).zip(&self.best).filter(|(_, alike)| **alike > 0);
        for (text, &alike) in found {
            let owner = self.all.owners[text] as usize;
            let part = usize::from(self.all.parts[text] == Part::Duty);
            there[owner - self.from][part].add(self.all.texts.weight(text), alike);
        }
        (there, self.back)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::StandardKind;

    fn occupation(reference: &str, statements: Vec<StatementRecord>) -> OccupationRecord {
        OccupationRecord {
            reference: reference.to_owned(),
            version: None,
            status: None,
            title: reference.to_owned(),
            level: None,
            kind: StandardKind::Occupation,
            route: None,
            place: (reference.to_owned(), None),
            statements,
            duties: Vec::new(),
            left_out: 0,
            stated: Vec::new(),
        }
    }

    /// A statement that has some of eight words, and perhaps none.
    fn statement(number: usize) -> StatementRecord {
        let words = ["lock", "gate", "sluice", "boat", "towpath", "paddle", "ledger", "visitor"];
        let own = words.iter().enumerate().filter(|(at, _)| number >> at & 1 == 1);
        let text = own.map(|(_, word)| *word).collect::<Vec<_>>().join(" ");
        let part = if number.is_multiple_of(5) { Part::Skill } else { Part::Knowledge };
        StatementRecord { code: format!("K{number}"), part, text }
    }

    #[test]
    fn the_index_finds_what_comparing_all_pairs_finds() {
        let occupations = (0..3).map(|one| occupation("x", (one..256).step_by(9).map(statement).collect()));
        let all = Progression::new(occupations.collect());
        let alike = |one: usize, other: usize| {
            let (stems, others) = (all.texts.stems_of(one), all.texts.stems_of(other));
            let shared = stems.iter().filter(|stem| others.contains(stem));
            let shared = shared.map(|&stem| all.texts.weight_of_stem(stem)).sum();
            let is_same_part = all.parts[one] == all.parts[other];
            is_same_part.then(|| all.texts.alike(one, other, shared, MIN_SIMILARITY)).flatten()
        };
        for texts in [0..all.owners.len(), all.starts[1]..all.starts[2]] {
            let mut finder = AlikeFinder::new(&all, texts.clone());
            for one in 0..all.owners.len() {
                let pairs = texts.clone().filter_map(|other| Some((other, alike(one, other)?)));
                assert_eq!(finder.of(one), pairs.collect::<Vec<_>>(), "{one}");
            }
        }
    }
}
