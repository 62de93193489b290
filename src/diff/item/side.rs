//! The two documents of a comparison, as far as they are compared, and references to their items.

use super::section::Section;
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

/// A reference to an item of one of the two documents: its index in [`Side::items`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemRef {
    /// An index into the old side's items.
    Old(usize),
    /// An index into the new side's items.
    New(usize),
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
    /// for others. Codes that no statement has are left out.
    pub lists: Vec<Vec<usize>>,
    /// Where each item is on an occupational map; empty for a standard.
    pub places: Vec<MapPlace>,
    /// Whether it says which statements any duty needs.
    pub states_mapping: bool,
    /// Whether it is still being written, according to the document.
    pub is_draft: bool,
    /// Whether the document is cut off.
    pub is_cut: bool,
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

/// Where an item is on an occupational map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapPlace {
    /// The cluster of an occupation, the pathway of a cluster: its index in [`Side::items`].
    pub parent: Option<usize>,
    /// The levels of an occupation, the column of a cluster: `level 3`, `levels 4 and 5, degree`. Empty if the map gives
    /// none.
    pub level: String,
}

/// A statement, a duty or a paragraph; of an occupational map, a pathway, a cluster or an occupation.
#[derive(Clone, Debug)]
pub struct Item<'d> {
    /// The list that it is in.
    pub section: Section,
    /// Its place in that list, from 0.
    pub index: usize,
    /// Its code, where it has one.
    pub code: Option<Code>,
    /// Its GUID, where it has one.
    pub id: Option<&'d str>,
    /// What it says, as written, without what a page leaves after it ("Back to Duty").
    pub text: &'d str,
    /// Where it is in the file.
    pub span: Span,
}

impl Item<'_> {
    /// What to call it: `K7`, `D3`, `duty 2`, `summary 4`; numbers count from 1. Items on a map are called by their
    /// names.
    #[must_use]
    pub fn subject(&self) -> String {
        if self.section.is_of_map() && !self.text.is_empty() {
            return self.text.to_owned();
        }
        self.code
            .map_or_else(|| format!("{} {}", self.section.name(), self.index + 1), |code| code.to_string())
    }
}
