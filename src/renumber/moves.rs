//! Which code becomes which.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU8;

use super::refusal::NotRenumbered;
use crate::model::{Code, Prefix, Standard};

/// In which order the numbers of a list follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As in their old numbers: only gaps are closed.
    #[default]
    Number,
    /// As in the document.
    Place,
}

/// A code and the one that takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    /// The code as it is.
    pub old: Code,
    /// The code as it will be.
    pub new: Code,
}

/// A list of codes: its letters, and the group that it belongs to.
type CodeList = (Prefix, Option<NonZeroU8>);

/// The new numbers of each list.
type NumbersOfLists = BTreeMap<CodeList, BTreeMap<u32, u32>>;

/// Which code becomes which, for all codes of statements and duties.
#[derive(Clone, Debug, Default)]
pub(super) struct Moves {
    new: BTreeMap<Code, Code>,
    /// The codes that are in use afterwards.
    given: BTreeSet<Code>,
}

impl Moves {
    pub(super) fn new(standard: &Standard<'_>, order: Order) -> Result<Self, NotRenumbered> {
        let codes = codes(standard)?;
        let numbers = lists(&codes);
        let numbers: NumbersOfLists =
            numbers.into_iter().map(|(list, all)| (list, renumbered(list.1, all, order))).collect();
        Ok(Self::by(&codes, &numbers))
    }

    /// One code becomes another in its list; the codes between them move up or down by one place.
    pub(super) fn of_one(standard: &Standard<'_>, old: Code, new: Code) -> Result<Self, NotRenumbered> {
        let codes = codes(standard)?;
        let mut lists = lists(&codes);
        if !codes.contains(&old) {
            return Err(NotRenumbered::NoSuchCode(old));
        }
        let is_plain = |code: Code| code.part.is_none() && code.letter.is_none();
        if old.list() != new.list() || !is_plain(old) || !is_plain(new) {
            return Err(NotRenumbered::OtherList(old, new));
        }
        let mut own = lists.remove(&old.list()).unwrap_or_default();
        own.sort_unstable();
        own.dedup();
        let last = own.last().copied().unwrap_or_default();
        if new.number > last {
            return Err(NotRenumbered::Beyond(new, Code { number: last, ..new }));
        }
        let numbers = BTreeMap::from([(old.list(), rotated(&own, old.number, new.number))]);
        Ok(Self::by(&codes, &numbers))
    }

    /// The moves of these codes; a list without new numbers keeps its own.
    fn by(codes: &[Code], numbers: &NumbersOfLists) -> Self {
        let number = |code: &Code| numbers.get(&code.list()).and_then(|list| list.get(&code.number)).copied();
        let moved = |code: &Code| (*code, Code { number: number(code).unwrap_or(code.number), ..*code });
        let new: BTreeMap<Code, Code> = codes.iter().map(moved).collect();
        let given = new.values().copied().collect();
        Self { new, given }
    }

    /// The code that takes the place of this one; none if nothing has it.
    pub(super) fn of(&self, code: Code) -> Option<Code> {
        self.new.get(&code).copied()
    }

    /// Whether something has this code afterwards.
    pub(super) fn gives(&self, code: Code) -> bool {
        self.given.contains(&code)
    }

    /// Whether this code means something different afterwards.
    pub(super) fn changes_meaning(&self, code: Code) -> bool {
        self.of(code).map_or_else(|| self.gives(code), |new| new != code)
    }

    /// Those that change, in the order of their old codes.
    pub(super) fn changes(&self) -> Vec<Move> {
        let all = self.new.iter().map(|(old, new)| Move { old: *old, new: *new });
        all.filter(|one| one.old != one.new).collect()
    }
}

/// The codes of all statements and duties, in their order. It is an error if one is there twice, or in the list of
/// another kind.
fn codes(standard: &Standard<'_>) -> Result<Vec<Code>, NotRenumbered> {
    let statements = standard.statements.items();
    if let Some(other) = statements.iter().find(|one| one.code.value.prefix != one.kind.prefix()) {
        return Err(NotRenumbered::OtherKind(other.code.value, other.kind.nouns()));
    }
    let duties = standard.duties.items().iter().filter_map(|duty| duty.code);
    let codes: Vec<Code> =
        statements.iter().map(|one| one.code).chain(duties).map(|code| code.value).collect();
    let mut seen = BTreeSet::new();
    match codes.iter().find(|code| !seen.insert(**code)) {
        Some(twice) => Err(NotRenumbered::Duplicate(*twice)),
        None => Ok(codes),
    }
}

/// The numbers of each list, in the order of the document.
fn lists(codes: &[Code]) -> BTreeMap<CodeList, Vec<u32>> {
    let mut lists: BTreeMap<CodeList, Vec<u32>> = BTreeMap::new();
    for code in codes {
        lists.entry(code.list()).or_default().push(code.number);
    }
    lists
}

/// The new numbers of a list, which is in order, when one of them becomes another.
fn rotated(list: &[u32], old: u32, new: u32) -> BTreeMap<u32, u32> {
    let between: Vec<u32> =
        list.iter().copied().filter(|number| (old.min(new)..=old.max(new)).contains(number)).collect();
    let mut moved = BTreeMap::from([(old, new)]);
    if between.contains(&new) {
        for pair in between.windows(2) {
            let (from, to) = if old < new { (pair[1], pair[0]) } else { (pair[0], pair[1]) };
            moved.insert(from, to);
        }
    }
    moved
}

/// The new number of each number of a list. A list begins with 1. The list of a group may continue where another ends,
/// so it keeps its first number.
fn renumbered(group: Option<NonZeroU8>, numbers: Vec<u32>, order: Order) -> BTreeMap<u32, u32> {
    let least = numbers.iter().copied().min().unwrap_or(1);
    let first = if group.is_some() { least } else { least.min(1) };
    let mut seen = BTreeSet::new();
    let mut distinct: Vec<u32> = numbers.into_iter().filter(|number| seen.insert(*number)).collect();
    if order == Order::Number {
        distinct.sort_unstable();
    }
    distinct.into_iter().zip(first..).collect()
}
