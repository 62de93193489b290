//! Several comparisons as one: the category that they propose together, and the order in which they are listed.

use std::cmp::Reverse;

use super::classify::{Category, WHOLE_STANDARD};

/// What became of a document of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is on both sides and differs.
    Changed,
    /// It was added, and there is a previous version.
    NewVersion,
    /// It was added, or is only on the new side.
    Added,
    /// It was removed, or is only on the old side.
    Removed,
}

impl Fate {
    /// The category that a document with this fate proposes; `compared` is what its comparison proposes, if it has
    /// one.
    #[must_use]
    pub fn category(self, compared: Option<Category>) -> Category {
        match self {
            Self::Changed | Self::NewVersion => compared.unwrap_or(Category::Info),
            Self::Added | Self::Removed => WHOLE_STANDARD,
        }
    }
}

/// The category that several comparisons, and whole standards that were added or removed, propose together: the
/// changes.
#[must_use]
pub fn combined_category(
    comparisons: impl IntoIterator<Item = Option<Category>>,
    whole_standards: usize,
) -> Option<Category> {
    let whole = (whole_standards > 0).then_some(WHOLE_STANDARD);
    comparisons.into_iter().flatten().chain(whole).max()
}

/// Sorts by weight, the most serious first; items of the same weight are sorted by the rest of `key`.
pub fn sort_by_category<T, K: Ord>(all: &mut [T], key: impl Fn(&T) -> (Option<Category>, K)) {
    all.sort_by_cached_key(|one| {
        let (category, rest) = key(one);
        (Reverse(category), rest)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_standard_is_a_revision() {
        use Category::{Correction, Info, Revision};
        assert_eq!(combined_category([None, Some(Correction), Some(Info)], 0), Some(Correction));
        assert_eq!(combined_category([None, Some(Correction)], 1), Some(Revision));
        assert_eq!(combined_category([None], 0), None);
    }

    #[test]
    fn the_weightiest_come_first() {
        let mut all = [(None, "a"), (Some(Category::Info), "c"), (Some(Category::Revision), "b")];
        sort_by_category(&mut all, |one| *one);
        assert_eq!(all.map(|(_, name)| name), ["b", "c", "a"]);
    }
}
