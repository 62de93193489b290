//! What a comparison of two standards says. Plain data: nothing here judges, renders or serialises.
//!
//! Items are referred to by their index in [`Side::items`] of the side in question.

use super::change::{Change, Consequence};
use super::facts::{Fact, ListedValues};
use super::id::Section;
use super::mapping::Mapping;
use super::narrative::Narrative;
use super::pairing::{Pair, PossiblePart, Unpaired};
use crate::model::{Code, Format};
use crate::source::{SourceId, Span};

/// One of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Which {
    /// The one compared from.
    Old,
    /// The one compared to.
    New,
}

/// An item of one of the two documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// An index into the old side's items.
    Old(usize),
    /// An index into the new side's items.
    New(usize),
}

/// What differs between two standards, and how that was found.
#[derive(Clone, Debug)]
pub struct Comparison<'d> {
    /// The document compared from.
    pub old: Side<'d>,
    /// The document compared to.
    pub new: Side<'d>,
    /// Single values: every one that at least one side states, in a fixed order.
    pub facts: Vec<Fact>,
    /// Lists of short values, such as job titles: every one that at least one side states.
    pub lists: Vec<ListedValues>,
    /// One row for each section that both sides state, in the order of [`Section::ALL`].
    pub counts: Vec<Counts>,
    /// Sections that one side states and the other does not: they are not compared, and their items
    /// are neither added nor removed. With each, the side that does not state it.
    pub not_stated: Vec<(Section, Which)>,
    /// What stands where the other document has broken off: it is not compared, and neither added nor removed.
    pub behind_cut: Vec<BehindCut>,
    /// Every pairing, unchanged ones too: by section, then by the first new item.
    pub pairs: Vec<Pair>,
    /// Items without a counterpart, each with the best candidate that was turned down.
    pub unpaired: Vec<Unpaired>,
    /// Leftovers that may be a part of a pair, too weak to be called a split or a merge.
    pub possible_parts: Vec<PossiblePart>,
    /// What changed: facts and lists first, then items by section in the new document's order with
    /// removed ones behind their old neighbour, then the mapping.
    pub changes: Vec<Change<'d>>,
    /// Which code became which, by old code, then those that are new.
    pub codes: Vec<CodeLine>,
    /// Codes that stand for another statement or duty than they did.
    pub reused: Vec<CodeReuse>,
    /// The renumbering as ranges, by old code.
    pub renumbering: Vec<Renumbering>,
    /// The mapping of duties to statements, followed through the pairing.
    pub mapping: Mapping,
    /// What follows for people who work with the standard, most important first.
    pub consequences: Vec<Consequence>,
    /// Statements against prose, where one side has no codes.
    pub narrative: Option<Narrative<'d>>,
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

    /// The item at a place.
    #[must_use]
    pub fn item(&self, place: Place) -> &Item<'d> {
        match place {
            Place::Old(index) => &self.old.items[index],
            Place::New(index) => &self.new.items[index],
        }
    }

    /// The pair that an item is part of.
    #[must_use]
    pub fn pair_of(&self, place: Place) -> Option<&Pair> {
        self.pairs.iter().find(|pair| match place {
            Place::Old(index) => pair.old.contains(&index),
            Place::New(index) => pair.new.contains(&index),
        })
    }

    /// The changes of the pair at `index` of [`Self::pairs`].
    pub fn changes_of(&self, pair: usize) -> impl Iterator<Item = &Change<'d>> {
        self.changes.iter().filter(move |change| change.pair == Some(pair))
    }

    /// Whether nothing differs that is worth showing; remarks and hidden changes do not count.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.iter().all(|change| change.id.is_hidden() || change.id.is_remark())
    }
}

/// One of the two documents, as far as it is compared.
#[derive(Clone, Debug)]
pub struct Side<'d> {
    /// The file.
    pub source: SourceId,
    /// What it was read as.
    pub format: Format,
    /// The reference of the apprenticeship, else of the occupation.
    pub reference: Option<&'d str>,
    /// The version.
    pub version: Option<&'d str>,
    /// The title.
    pub title: Option<&'d str>,
    /// What is paired: by section, then in the document's order.
    pub items: Vec<Item<'d>>,
    /// For each item, if it is a duty, the statements that it lists, in the order of the items; none
    /// for others. Codes of no statement are left out.
    pub lists: Vec<Vec<usize>>,
    /// Whether it says of any duty which statements it needs.
    pub states_mapping: bool,
    /// Whether the document breaks off.
    pub is_cut: bool,
}

/// Items of one document that stand where the other one has broken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BehindCut {
    /// Their section.
    pub section: Section,
    /// The document that breaks off.
    pub which: Which,
    /// How many there are.
    pub count: usize,
}

impl<'d> Side<'d> {
    /// The items of one section with their indices, in the document's order.
    pub fn section(&self, section: Section) -> impl Iterator<Item = (usize, &Item<'d>)> {
        self.items.iter().enumerate().filter(move |(_, item)| item.section == section)
    }

    /// The first item with this code.
    #[must_use]
    pub fn with_code(&self, code: Code) -> Option<usize> {
        self.items.iter().position(|item| item.code == Some(code))
    }
}

/// A statement, a duty or a paragraph.
#[derive(Clone, Debug)]
pub struct Item<'d> {
    /// The list that it stands in.
    pub section: Section,
    /// Its place in that list, from 0.
    pub index: usize,
    /// Its code, where it has one.
    pub code: Option<Code>,
    /// Its GUID, where it has one.
    pub id: Option<&'d str>,
    /// What it says, as written but for what a page leaves behind it ("Back to Duty").
    pub text: &'d str,
    /// Where it stands in the file.
    pub span: Span,
}

impl Item<'_> {
    /// What to call it: `K7`, `D3`, `duty 2`, `summary 4`; numbers count from 1.
    #[must_use]
    pub fn subject(&self) -> String {
        self.code
            .map_or_else(|| format!("{} {}", self.section.name(), self.index + 1), |code| code.to_string())
    }
}

/// How many items of a section came to what. Every item is counted in one column:
/// `old` = unchanged + renumbered + moved + reworded + removed + the old sides of the tallies,
/// `new` = the same four + added + their new sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// The section.
    pub section: Section,
    /// Items of the old document.
    pub old: usize,
    /// Items of the new document.
    pub new: usize,
    /// Same words, same code, same place.
    pub unchanged: usize,
    /// Same words under another code.
    pub renumbered: usize,
    /// Same words in another place.
    pub moved: usize,
    /// Other words.
    pub reworded: usize,
    /// Items of splits.
    pub split: Tally,
    /// Items of merges.
    pub merged: Tally,
    /// Items that left for another kind (old) or came from one (new).
    pub kind_changed: Tally,
    /// New items without a counterpart.
    pub added: usize,
    /// Old items without a counterpart.
    pub removed: usize,
}

impl Counts {
    /// A section of which nothing has been counted yet.
    #[must_use]
    pub fn new(section: Section) -> Self {
        let none = Tally::default();
        Self {
            section,
            old: 0,
            new: 0,
            unchanged: 0,
            renumbered: 0,
            moved: 0,
            reworded: 0,
            split: none,
            merged: none,
            kind_changed: none,
            added: 0,
            removed: 0,
        }
    }
}

/// Items of groups, which are not as many on both sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// On the old side.
    pub old: usize,
    /// On the new side.
    pub new: usize,
}

/// Which code became which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeLine {
    /// The old code; none for what was added.
    pub old: Option<Code>,
    /// The new code; none for what was removed.
    pub new: Option<Code>,
    /// The pair, as an index into [`Comparison::pairs`].
    pub pair: Option<usize>,
}

/// A code that stands for something else than it did.
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
