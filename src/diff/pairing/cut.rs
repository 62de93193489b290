//! Documents that are cut off: what the other document states after that point cannot be compared, so it counts as
//! neither added nor removed.

use super::pair::Pair;
use crate::diff::item::{Limit, Section, Side, Which};

/// Items of one document that come after the point where the other is cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeyondCut {
    /// Their section.
    pub section: Section,
    /// The document that is cut off.
    pub which: Which,
    /// How many there are.
    pub count: usize,
}

/// How far each side is compared if either is cut off, and what comes after that.
pub(in crate::diff) fn limits(
    old: &Side<'_>,
    new: &Side<'_>,
    pairs: &[Pair],
) -> (Limit, Limit, Vec<BeyondCut>) {
    let forth: Vec<_> = pairs.iter().flat_map(|pair| both(&pair.old, &pair.new)).collect();
    let back: Vec<_> = forth.iter().map(|&(i, j)| (j, i)).collect();
    let (of_old, new_itself) = ends(new, old, &back);
    let (of_new, old_itself) = ends(old, new, &forth);
    let behind = |limit: Limit, whole: &Side<'_>, which| {
        let (section, end) = limit.0?;
        let count = whole.section(section).filter(|(_, item)| item.index >= end).count();
        (count > 0).then_some(BeyondCut { section, which, count })
    };
    let found = [behind(of_old, old, Which::New), behind(of_new, new, Which::Old)];
    let narrower = |of_other: Limit, itself: Limit| Limit(itself.0.or(of_other.0));
    (narrower(of_old, old_itself), narrower(of_new, new_itself), found.into_iter().flatten().collect())
}

/// Each old item of a pair with each new one.
fn both<'p>(old: &'p [usize], new: &'p [usize]) -> impl Iterator<Item = (usize, usize)> + 'p {
    old.iter().flat_map(move |&i| new.iter().map(move |&j| (i, j)))
}

/// The end of the part of `whole` that `cut` could state: after the last item with a counterpart in the section in
/// which `cut` is cut off. If it is cut off inside an item, that item and its counterpart are not compared either, so
/// `cut` itself ends before it. `pairs` has the items of `cut` first.
fn ends(cut: &Side<'_>, whole: &Side<'_>, pairs: &[(usize, usize)]) -> (Limit, Limit) {
    let last = cut.items.iter().enumerate().filter(|_| cut.is_cut).max_by_key(|(_, item)| item.span.end);
    let Some((last, item)) = last else { return (Limit::default(), Limit::default()) };
    let is_broken =
        |&&(one, other): &&(usize, usize)| one == last && is_broken(item.text, whole.items[other].text);
    if let Some(&(_, other)) = pairs.iter().find(is_broken) {
        let other = &whole.items[other];
        return (Limit(Some((other.section, other.index))), Limit(Some((item.section, item.index))));
    }
    let own = pairs.iter().map(|&(_, other)| &whole.items[other]).filter(|own| own.section == item.section);
    (Limit(Some((item.section, own.map(|own| own.index + 1).max().unwrap_or(0)))), Limit::default())
}

/// Whether a text at the end of a document is cut off, if the full text may be `whole`.
fn is_broken(text: &str, whole: &str) -> bool {
    let is_sentence = |text: &str| text.ends_with(['.', '!', '?']);
    let (text, whole) = (text.trim_end(), whole.trim_end());
    !is_sentence(text) && (is_sentence(whole) || (whole.len() > text.len() && whole.starts_with(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_breaks_off_is_known_by_the_whole_one() {
        assert!(is_broken("How gates le", "How gates leak."));
        assert!(is_broken("Ways in which gates", "How gates leak."));
        assert!(is_broken("How gates le", "How gates leak"));
        assert!(!is_broken("How gates leak", "How gates leak"));
        assert!(!is_broken("How gates leak.", "How gates leak and why."));
        assert!(!is_broken("How paddles leak", "How gates leak"));
    }
}
