//! Which code becomes which.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU8;

use super::refusal::NotRenumbered;
use crate::model::{Code, Prefix, Standard};

/// In which order the numbers of a list follow each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As their old numbers do: only gaps are closed.
    #[default]
    Number,
    /// As the statements and duties stand in the document.
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

/// Which code becomes which, of all that statements and duties have.
#[derive(Clone, Debug, Default)]
pub(super) struct Moves {
    new: BTreeMap<Code, Code>,
    /// The codes that are given to something afterwards.
    given: BTreeSet<Code>,
}

impl Moves {
    pub(super) fn new(standard: &Standard<'_>, order: Order) -> Result<Self, NotRenumbered> {
        let codes = codes(standard)?;
        let mut lists: BTreeMap<(Prefix, Option<NonZeroU8>), Vec<u32>> = BTreeMap::new();
        for code in &codes {
            lists.entry(code.list()).or_default().push(code.number);
        }
        let numbers: BTreeMap<_, _> =
            lists.into_iter().map(|(list, all)| (list, renumbered(list.1, all, order))).collect();
        let moved = |code: &Code| (*code, Code { number: numbers[&code.list()][&code.number], ..*code });
        let new: BTreeMap<Code, Code> = codes.iter().map(moved).collect();
        let given = new.values().copied().collect();
        Ok(Self { new, given })
    }

    /// The code that takes the place of this one; none if nothing has it.
    pub(super) fn of(&self, code: Code) -> Option<Code> {
        self.new.get(&code).copied()
    }

    /// Whether something has this code afterwards.
    pub(super) fn gives(&self, code: Code) -> bool {
        self.given.contains(&code)
    }

    /// Whether who reads this code afterwards takes it for something else than before.
    pub(super) fn changes_meaning(&self, code: Code) -> bool {
        self.of(code).map_or_else(|| self.gives(code), |new| new != code)
    }

    /// Those that change, in the order of their old codes.
    pub(super) fn changes(&self) -> Vec<Move> {
        let all = self.new.iter().map(|(old, new)| Move { old: *old, new: *new });
        all.filter(|one| one.old != one.new).collect()
    }
}

/// The codes of all statements and duties, in their order; each is there once, and in the list of its kind.
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

/// The new number of each number of a list. A list begins with 1; one of a group may go on where another ends, so it begins
/// where it does.
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
