//! The category that a comparison proposes as a whole, and why.

use std::collections::BTreeMap;

use super::changes::Change;
use super::classify::Category;
use super::facts::FactField;
use super::id::{ChangeId, Event};

/// The category that a comparison proposes as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overall {
    /// The highest category of its changes; none if nothing differs.
    pub category: Option<Category>,
    /// Whether the category is proposed at all. A comparison of prose with statements proposes nothing by itself: what
    /// the prose leaves out may still apply.
    pub is_proposed: bool,
    /// The changes that lead to the category, by id, the most serious first.
    pub causes: Vec<Cause>,
    /// Facts that both documents state, and whose change makes the whole a revision.
    pub decisive_facts: Vec<FactField>,
}

/// Changes of one id that lead to the category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The id.
    pub id: ChangeId,
    /// How many there are.
    pub count: usize,
    /// Why they propose the category: `the level places it on …`.
    pub reason: &'static str,
}

/// The category that changes propose as a whole.
pub(super) fn overall(changes: &[Change<'_>], has_narrative: bool) -> Overall {
    let counting = || changes.iter().filter(|change| change.counts());
    let category = counting().map(|change| change.proposal.category).max();
    let mut causes: BTreeMap<ChangeId, (usize, Cause)> = BTreeMap::new();
    for change in counting().filter(|change| Some(change.proposal.category) == category) {
        let none = Cause { id: change.id, count: 0, reason: change.proposal.reason };
        causes.entry(change.id).or_insert((change.proposal.rank, none)).1.count += 1;
    }
    let mut causes: Vec<(usize, Cause)> =
        ChangeId::all().into_iter().filter_map(|id| causes.remove(&id)).collect();
    causes.sort_by_key(|(rank, _)| *rank);
    let is_weighty = |change: &&Change<'_>| {
        matches!(change.id, ChangeId::Fact(_)) && change.proposal.category == Category::Revision
    };
    Overall {
        category,
        is_proposed: category.is_some_and(|category| category != Category::Info || !has_narrative),
        causes: causes.into_iter().map(|(_, cause)| cause).collect(),
        decisive_facts: changes.iter().filter(is_weighty).filter_map(|change| change.field).collect(),
    }
}

/// The highest category that changes of statements, duties and paragraphs propose; none if there are no such
/// changes. A different code counts only where nothing else changed: a statement that was corrected and renumbered was
/// only corrected.
pub fn highest_category<'c>(changes: impl Iterator<Item = &'c Change<'c>>) -> Option<Category> {
    let is_of_item = |change: &&Change<'_>| matches!(change.id, ChangeId::Item(..) | ChangeId::KindChanged);
    let key = |change: &'c Change<'c>| {
        let is_code = matches!(change.id, ChangeId::Item(_, Event::Renumbered | Event::Moved));
        (!is_code, change.proposal.category)
    };
    changes.filter(is_of_item).map(key).max().map(|(_, category)| category)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::changes::{Difference, Fingerprint};
    use crate::diff::classify::Categories;

    fn changes(names: &[&str], categories: &Categories) -> Vec<Change<'static>> {
        let change = |name: &&str| {
            let id = ChangeId::from_name(name).expect("a known id");
            Difference::new(id).change(categories.of(id), Fingerprint(0))
        };
        names.iter().map(change).collect()
    }

    #[test]
    fn the_causes_are_those_of_the_weightiest_category() {
        let names = ["knowledge-removed", "knowledge-moved", "knowledge-added", "knowledge-removed"];
        let causes = |categories: &Categories| {
            let causes = overall(&changes(&names, categories), false).causes;
            causes.iter().map(|cause| format!("{} {}", cause.count, cause.id)).collect::<Vec<_>>()
        };
        assert_eq!(causes(&Categories::default()), ["2 knowledge-removed", "1 knowledge-added"]);
        let own = Categories::with([("knowledge-added", Category::Info)]).expect("a known id");
        assert_eq!(causes(&own), ["2 knowledge-removed"]);
    }

    #[test]
    fn another_code_weighs_only_by_itself() {
        let of = |names: &[&str]| highest_category(changes(names, &Categories::default()).iter());
        let mended = ["knowledge-reworded-editorial", "knowledge-renumbered"];
        assert_eq!(of(&mended), Some(Category::Correction));
        assert_eq!(of(&["knowledge-moved", "knowledge-renumbered"]), Some(Category::Adjustment));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn what_does_not_count_proposes_nothing() {
        let names = ["knowledge-typography", "pairing-uncertain"];
        assert_eq!(overall(&changes(&names, &Categories::default()), false), Overall::default());
    }

    #[test]
    fn prose_alone_proposes_nothing() {
        let silent = changes(&["fact-not-stated"], &Categories::default());
        assert!(overall(&silent, false).is_proposed && !overall(&silent, true).is_proposed);
        let level = changes(&["level-changed"], &Categories::default());
        assert!(overall(&level, true).is_proposed);
    }
}
