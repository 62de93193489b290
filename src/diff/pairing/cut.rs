//! Documents that are cut off: what the other one states beyond that place cannot be compared, so it counts as neither
//! added nor removed.

use super::pair::Pair;
use crate::diff::item::{Limit, Section, Side, Which};

/// Items of one document that lie beyond the place where the other one is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BehindCut {
    /// Their section.
    pub section: Section,
    /// The document that breaks off.
    pub which: Which,
    /// How many there are.
    pub count: usize,
}

/// Up to where each side is compared, if the other one breaks off; and what stands behind that.
pub(in crate::diff) fn limits(
    old: &Side<'_>,
    new: &Side<'_>,
    pairs: &[Pair],
) -> (Limit, Limit, Vec<BehindCut>) {
    let of_old = end(new, old, pairs.iter().flat_map(|pair| pair.old.iter().copied()));
    let of_new = end(old, new, pairs.iter().flat_map(|pair| pair.new.iter().copied()));
    let behind = |limit: Limit, whole: &Side<'_>, which| {
        let (section, end) = limit.0?;
        let count = whole.section(section).filter(|(_, item)| item.index >= end).count();
        (count > 0).then_some(BehindCut { section, which, count })
    };
    let found = [behind(of_old, old, Which::New), behind(of_new, new, Which::Old)];
    (of_old, of_new, found.into_iter().flatten().collect())
}

/// The end of the part of `whole` that `cut` could state: after the last item with a counterpart in the section in
/// which `cut` breaks off.
fn end(cut: &Side<'_>, whole: &Side<'_>, paired: impl Iterator<Item = usize>) -> Limit {
    let last = cut.items.iter().filter(|_| cut.is_cut).max_by_key(|item| item.span.end);
    Limit(last.map(|last| {
        let own = paired.map(|at| &whole.items[at]).filter(|item| item.section == last.section);
        (last.section, own.map(|item| item.index + 1).max().unwrap_or(0))
    }))
}
