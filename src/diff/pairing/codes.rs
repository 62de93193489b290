//! Which code became which: line by line, reused, and as ranges.

use std::collections::BTreeMap;

use super::pair::Pair;
use crate::diff::item::Side;
use crate::model::Code;

/// Which code became which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeLine {
    /// The old code; none for what was added.
    pub old: Option<Code>,
    /// The new code; none for what was removed.
    pub new: Option<Code>,
    /// The pair, as an index into [`Comparison::pairs`](crate::diff::Comparison::pairs).
    pub pair: Option<usize>,
}

/// A code that now stands for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeReuse {
    /// The code.
    pub code: Code,
    /// What it stood for.
    pub old: usize,
    /// What it stands for.
    pub new: usize,
}

/// Codes that moved together: `K8–K11 → K11–K14 (+3)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Renumbering {
    /// The first and the last old code.
    pub old: (Code, Code),
    /// The first and the last new code.
    pub new: (Code, Code),
    /// How far they moved.
    pub shift: i64,
}

/// Which code became which, by old code in the old document's order, then those that are new.
pub(in crate::diff) fn lines(old: &Side<'_>, new: &Side<'_>, pairs: &[Pair]) -> Vec<CodeLine> {
    let mut pair_of_old: Vec<Option<usize>> = vec![None; old.items.len()];
    let mut paired = vec![false; new.items.len()];
    for (at, pair) in pairs.iter().enumerate() {
        pair.old.iter().for_each(|&i| pair_of_old[i] = Some(at));
        pair.new.iter().for_each(|&j| paired[j] = true);
    }
    let mut lines = Vec::new();
    for (item, pair) in old.items.iter().zip(pair_of_old).filter(|(item, _)| item.code.is_some()) {
        let old = item.code;
        match pair {
            None => lines.push(CodeLine { old, new: None, pair: None }),
            Some(at) => {
                let new_codes = pairs[at].new.iter().map(|&j| new.items[j].code);
                lines.extend(new_codes.map(|new| CodeLine { old, new, pair }));
            }
        }
    }
    let added = new.items.iter().zip(paired).filter(|(item, paired)| !paired && item.code.is_some());
    lines.extend(added.map(|(item, _)| CodeLine { old: None, new: item.code, pair: None }));
    lines
}

/// Codes that both documents use for different things.
pub(in crate::diff) fn reused(old: &Side<'_>, new: &Side<'_>, pairs: &[Pair]) -> Vec<CodeReuse> {
    let mut pair_of_new: Vec<Option<usize>> = vec![None; new.items.len()];
    for (at, pair) in pairs.iter().enumerate() {
        pair.new.iter().for_each(|&j| pair_of_new[j] = Some(at));
    }
    let (old_codes, new_codes) = (first_of_each(old), first_of_each(new));
    let reused = old_codes.into_iter().filter_map(|(code, i)| {
        let j = *new_codes.get(&code)?;
        let same = pair_of_new[j].is_some_and(|at| pairs[at].old.contains(&i));
        (!same).then_some(CodeReuse { code, old: i, new: j })
    });
    let mut reused: Vec<CodeReuse> = reused.collect();
    reused.sort_unstable_by_key(|one| one.new);
    reused
}

fn first_of_each(side: &Side<'_>) -> BTreeMap<Code, usize> {
    let mut codes = BTreeMap::new();
    for (index, item) in side.items.iter().enumerate() {
        if let Some(code) = item.code {
            codes.entry(code).or_insert(index);
        }
    }
    codes
}

/// The codes that differ in pairs of one item with one item, as ranges.
pub(in crate::diff) fn ranges(lines: &[CodeLine], pairs: &[Pair]) -> Vec<Renumbering> {
    let mut ranges: Vec<Renumbering> = Vec::new();
    for line in lines.iter().filter(|line| line.pair.is_some_and(|at| !pairs[at].is_group())) {
        let (Some(old), Some(new)) = (line.old, line.new) else { continue };
        if old == new {
            continue;
        }
        match ranges.last_mut() {
            Some(last) if old.follows(last.old.1) && new.follows(last.new.1) => {
                last.old.1 = old;
                last.new.1 = new;
            }
            _ => {
                let shift = i64::from(new.number) - i64::from(old.number);
                ranges.push(Renumbering { old: (old, old), new: (new, new), shift });
            }
        }
    }
    ranges
}
