//! The result of a comparison of two standards. Plain data, built once: nothing here renders or serialises.
//!
//! Items are referred to by their index in [`Side::items`] of the side in question.

use super::changes::{Change, Consequence};
use super::facts::{Fact, ListedValues};
use super::item::{Item, ItemRef, Section, Side, Which};
use super::mapping::MappingMatrix;
use super::narrative::Narrative;
use super::overall::Overall;
use super::pairing::{
    BeyondCut, CodeLine, CodeReuse, Counts, Pair, PossiblePair, PossiblePart, Renumbering, Row, Unpaired,
    UserPairs, rows,
};

/// What differs between two standards, and how that was found.
#[derive(Clone, Debug)]
pub struct Comparison<'d> {
    /// The document compared from.
    pub old: Side<'d>,
    /// The document compared to.
    pub new: Side<'d>,
    /// Every single value that at least one side states, in a fixed order.
    pub facts: Vec<Fact>,
    /// Every list of short values, such as job titles, that at least one side states.
    pub lists: Vec<ListedValues>,
    /// One row for each section that both sides state, in the order of [`Section::ALL`].
    pub counts: Vec<Counts>,
    /// Sections that one side states and the other does not: they are not compared, and their items
    /// are neither added nor removed. With each, the side that does not state it.
    pub not_stated: Vec<(Section, Which)>,
    /// Items after the point where the other document is cut off: they are not compared, and are neither added nor
    /// removed.
    pub beyond_cut: Vec<BeyondCut>,
    /// Every pairing, unchanged ones too: by section, then by the first new item.
    pub pairs: Vec<Pair>,
    /// Items without a counterpart, each with the best candidate that was rejected.
    pub unpaired: Vec<Unpaired>,
    /// Removed and added items that may be the same, but without enough evidence to pair them.
    pub possible_pairs: Vec<PossiblePair>,
    /// Unpaired items that may be part of a pair, but not clearly enough for a split or a merge.
    pub possible_parts: Vec<PossiblePart>,
    /// What changed: facts and lists first, then items by section in the new document's order with
    /// removed ones after their old neighbour, then the mapping.
    pub changes: Vec<Change<'d>>,
    /// Which code became which, by old code, then those that are new.
    pub codes: Vec<CodeLine>,
    /// Codes that stand for a different statement or duty from before.
    pub reused: Vec<CodeReuse>,
    /// The renumbering as ranges, by old code.
    pub renumbering: Vec<Renumbering>,
    /// The mapping of duties to statements, followed through the pairing.
    pub mapping: MappingMatrix,
    /// The consequences for people who work with the standard, the most important first.
    pub consequences: Vec<Consequence>,
    /// Statements compared with prose, where one side has no codes.
    pub narrative: Option<Narrative<'d>>,
    /// The proposed category as a whole, and why.
    pub overall: Overall,
    /// The pairs that the user asked for or ruled out.
    pub user_pairs: UserPairs,
}

impl<'d> Comparison<'d> {
    /// One of the two sides.
    #[must_use]
    pub fn side(&self, which: Which) -> &Side<'d> {
        match which {
            Which::Old => &self.old,
            Which::New => &self.new,
        }
    }

    /// The item that is referred to.
    #[must_use]
    pub fn item(&self, item: ItemRef) -> &Item<'d> {
        match item {
            ItemRef::Old(index) => &self.old.items[index],
            ItemRef::New(index) => &self.new.items[index],
        }
    }

    /// The changes of the pair at `index` of [`Self::pairs`].
    pub fn changes_of(&self, pair: usize) -> impl Iterator<Item = &Change<'d>> {
        self.changes.iter().filter(move |change| change.pair == Some(pair))
    }

    /// Whether there is no difference worth showing; remarks and hidden changes do not count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.iter().all(|change| !change.counts())
    }

    /// Whether neither document states anything that could be compared. To say that nothing differs would then be
    /// misleading.
    #[must_use]
    pub fn compares_nothing(&self) -> bool {
        self.pairs.is_empty()
            && self.unpaired.is_empty()
            && self.facts.is_empty()
            && self.lists.is_empty()
            && self.narrative.is_none()
    }

    /// The items of a section in the new document's order, removed ones after their old neighbour. An item that moved
    /// from another section is listed in the section that it moved to.
    #[must_use]
    pub fn rows(&self, section: Section) -> Vec<Row> {
        rows(section, (&self.old, &self.new), &self.pairs)
    }
}
