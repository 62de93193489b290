//! Single values and lists of short values, side by side.

use crate::diff::id::{FactChangeId, ListField};
use crate::model::{FACTS, FactId};

/// A single value, or a list, that documents state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactField {
    /// A single value that has its own field; the reference is that of the apprenticeship, or else of the occupation.
    Value(FactId),
    /// Qualifications that have to be held or gained, as the old template's prose says.
    Qualification,
    /// Registration with or recognition by a professional body, likewise.
    ProfessionalRecognition,
    /// What is asked for in English and maths, likewise.
    EnglishAndMaths,
    /// The status of the apprenticeship that a map page lists.
    ProductStatus,
    /// A list of short values.
    List(ListField),
    /// The mapping of duties to statements.
    Mapping,
    /// The statements.
    Statements,
    /// The duties.
    Duties,
    /// The summary.
    Summary,
}

/// How a fact differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactChange {
    /// Both sides state the same.
    Same,
    /// Both sides state it, differently.
    Changed,
    /// The old side does not state it; it is not known to have been added.
    NotStatedInOld,
    /// The new side does not state it; it is not known to have been removed.
    NotStatedInNew,
}

/// What a side states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The value, as people write it: `24 months`, `£9,000`, `no`.
    pub value: String,
    /// Whether it was worked out from something else, such as a title from the only job title.
    pub inferred: bool,
}

/// A single value, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which one.
    pub field: FactField,
    /// What the old side states; none if it does not.
    pub old: Option<Stated>,
    /// What the new side states.
    pub new: Option<Stated>,
    /// What differs.
    pub change: FactChange,
}

/// A list of short values, compared as a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedValues {
    /// Which one.
    pub list: ListField,
    /// What differs as a whole.
    pub change: FactChange,
    /// In both, in the new document's order and words.
    pub kept: Vec<String>,
    /// Only in the new document; none unless both state the list.
    pub added: Vec<String>,
    /// Only in the old document; none unless both state the list.
    pub removed: Vec<String>,
}

impl FactField {
    /// Single values, in the order in which reports show them: what the old template says in prose comes after the
    /// terms of the apprenticeship.
    #[must_use]
    pub fn values() -> Vec<Self> {
        let mut facts: Vec<FactId> = FACTS.iter().map(|row| row.id).collect();
        facts.retain(|id| *id != FactId::Occupation);
        facts.sort_unstable();
        let terms = facts.partition_point(|id| *id < FactId::SocUnitGroup);
        let mut values: Vec<Self> = facts.into_iter().map(Self::Value).collect();
        values.splice(
            terms..terms,
            [Self::Qualification, Self::ProfessionalRecognition, Self::EnglishAndMaths],
        );
        values.push(Self::ProductStatus);
        values
    }

    /// Its name in the first column of a table: `Title`, `Funding band`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Value(id) => id.row().label,
            Self::Qualification => "Qualification",
            Self::ProfessionalRecognition => "Professional recognition",
            Self::EnglishAndMaths => "English and maths",
            Self::ProductStatus => "Status of the apprenticeship",
            Self::List(ListField::TypicalJobTitles) => "Typical job titles",
            Self::List(ListField::Options) => "Options",
            Self::List(ListField::Keywords) => "Keywords",
            Self::List(ListField::Employers) => "Employers",
            Self::List(ListField::VersionLog) => "Version log",
            Self::Mapping => "Mapping",
            Self::Statements => "Knowledge, skills and behaviours",
            Self::Duties => "Duties",
            Self::Summary => "Summary",
        }
    }

    /// The id of the change if both sides state it differently; none for lists and sections.
    #[must_use]
    pub fn change_id(self) -> Option<FactChangeId> {
        Some(match self {
            Self::Value(id) => id.row().change,
            Self::Qualification => FactChangeId::MandatoryQualification,
            Self::ProfessionalRecognition => FactChangeId::ProfessionalRecognition,
            Self::EnglishAndMaths => FactChangeId::EnglishAndMaths,
            Self::ProductStatus => FactChangeId::ProductStatus,
            Self::List(_) | Self::Mapping | Self::Statements | Self::Duties | Self::Summary => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_change_of_a_single_value_is_one_of_a_field() {
        let of_values: BTreeSet<FactChangeId> =
            FactField::values().into_iter().map(|field| field.change_id().expect("a change")).collect();
        assert_eq!(of_values, FactChangeId::ALL.into_iter().collect());
    }
}
