//! The category that each change proposes: a table, apart from the comparison, that users may change.
//!
//! The categories are those of the revisions, adjustments and dispensations guidance. They are a
//! proposal: only Skills England decides.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::change::Change;
use super::comparison::Comparison;
use super::id::{ChangeId, Event, FactChangeId, ListField, Section};
use crate::spelling;

/// How much a change matters, in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Nothing that the guidance asks to be decided on.
    Info,
    /// Typing and grammar.
    Correction,
    /// No effect on the map, the funding band, the assessment or the competence.
    Adjustment,
    /// An effect on any of these.
    Revision,
}

impl Category {
    /// All categories, the weightiest first.
    pub const ALL: [Self; 4] = [Self::Revision, Self::Adjustment, Self::Correction, Self::Info];

    /// Its name, in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Revision => "revision",
            Self::Adjustment => "adjustment",
            Self::Correction => "correction",
            Self::Info => "info",
        }
    }
}

/// A text is no category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCategory;

impl FromStr for Category {
    type Err = NoCategory;

    fn from_str(text: &str) -> Result<Self, NoCategory> {
        Self::ALL.into_iter().find(|category| category.name() == text).ok_or(NoCategory)
    }
}

/// A category that is proposed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The category.
    pub category: Category,
    /// Why, as the end of a sentence that starts with the change: `it changes the competence …`.
    pub reason: &'static str,
}

/// The table, with the user's changes to it.
#[derive(Clone, Debug, Default)]
pub struct Categories {
    overrides: BTreeMap<ChangeId, Category>,
}

/// A name in the user's table is no change's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownChange {
    /// The name.
    pub name: String,
    /// The one that was probably meant.
    pub nearest: Option<String>,
}

impl Categories {
    /// The table with other categories for the changes of these names.
    ///
    /// # Errors
    /// For the first name that is no change's.
    pub fn with<'a>(overrides: impl IntoIterator<Item = (&'a str, Category)>) -> Result<Self, UnknownChange> {
        let known = |(name, category): (&str, Category)| {
            ChangeId::from_name(name).map(|id| (id, category)).ok_or_else(|| unknown(name))
        };
        Ok(Self { overrides: overrides.into_iter().map(known).collect::<Result<_, _>>()? })
    }

    /// What a change of this id proposes.
    #[must_use]
    pub fn of(&self, id: ChangeId) -> Proposal {
        self.overrides.get(&id).map_or_else(
            || default_of(id),
            |&category| Proposal { category, reason: "your configuration says so" },
        )
    }

    /// What a comparison proposes as a whole: the weightiest of its changes; none if it has none.
    #[must_use]
    pub fn of_all(&self, comparison: &Comparison<'_>) -> Option<Category> {
        let real = |change: &&Change<'_>| !change.id.is_remark() && !change.id.is_hidden();
        comparison.changes.iter().filter(real).map(|change| self.of(change.id).category).max()
    }
}

fn unknown(name: &str) -> UnknownChange {
    let all: Vec<String> = ChangeId::all().into_iter().map(ChangeId::name).collect();
    let nearest = spelling::nearest(name, all.iter().map(String::as_str)).map(str::to_owned);
    UnknownChange { name: name.to_owned(), nearest }
}

/// The table itself.
fn default_of(id: ChangeId) -> Proposal {
    use Category::{Adjustment, Info, Revision};
    let (category, reason) = match id {
        ChangeId::Item(section, event) => return of_item(section, event),
        ChangeId::Fact(fact) => of_fact(fact),
        ChangeId::FactNotStated => {
            (Info, "one document does not state it, which does not say that it changed")
        }
        ChangeId::ListedAdded(list) | ChangeId::ListedRemoved(list) => of_list(list),
        ChangeId::CodeReused => (Adjustment, "documents that cite the code now mislead"),
        ChangeId::KindChanged => (Revision, "another kind of statement is taught and assessed otherwise"),
        ChangeId::DuplicateStatement => (Info, "the same thing is said twice"),
        ChangeId::MappingAdded | ChangeId::MappingRemoved => {
            (Adjustment, "the duty draws on other statements, which themselves stay")
        }
        ChangeId::MappingNotStated => {
            (Info, "one document shows no mapping, which does not say that it changed")
        }
        ChangeId::KsbOrphaned => (Adjustment, "every statement has to belong to a duty"),
        ChangeId::DutyWithoutKnowledge | ChangeId::DutyWithoutSkill => {
            (Adjustment, "every duty needs knowledge and skills")
        }
        ChangeId::PairingUncertain => (Info, "a reviewer should look at the pairing"),
    };
    Proposal { category, reason }
}

fn of_item(section: Section, event: Event) -> Proposal {
    use Category::{Adjustment, Correction, Info, Revision};
    let prose = matches!(section, Section::Summary | Section::Profile);
    let (category, reason) = match event {
        Event::Typography => (Info, "only quotes, dashes, spaces or capitals differ"),
        Event::Moved => (Info, "it stands elsewhere in the list"),
        Event::Renumbered => (Info, "only the code differs"),
        Event::RewordedEditorial => (Correction, "only spelling, small words or the order of a list differ"),
        Event::Added if !prose => (Revision, "it asks for competence that was not asked for"),
        Event::Removed if !prose => (Revision, "competence that was asked for no longer is"),
        Event::ObligationChanged if !prose => (Revision, "it asks for another degree of responsibility"),
        Event::NumberChanged if !prose => (Revision, "a limit or quantity in it differs"),
        Event::LegislationChanged if !prose => (Revision, "other legislation applies"),
        Event::NegationChanged if !prose => (Revision, "what is asked for is turned round"),
        Event::ScopeExtended => (Adjustment, "it says what it said and more"),
        Event::ScopeNarrowed => (Adjustment, "it says less than it did"),
        Event::Split => (Adjustment, "what one said, several say now"),
        Event::Merged => (Adjustment, "what several said, one says now"),
        _ => (Adjustment, "its words differ"),
    };
    Proposal { category, reason }
}

fn of_fact(fact: FactChangeId) -> (Category, &'static str) {
    use Category::{Adjustment, Info, Revision};
    match fact {
        FactChangeId::Level => (Revision, "the level places it on the occupational map and in funding"),
        FactChangeId::Route | FactChangeId::Pathway | FactChangeId::Cluster => {
            (Revision, "its place on the occupational map differs")
        }
        FactChangeId::Duration => (Revision, "the duration bears on the funding band"),
        FactChangeId::FundingBand => (Revision, "the funding band differs"),
        FactChangeId::RegulatedStatus => (Revision, "regulation bears on who may do the work"),
        FactChangeId::MandatoryQualification => (Revision, "a qualification is part of the competence"),
        FactChangeId::Title | FactChangeId::Reference => (Adjustment, "people find it by this"),
        FactChangeId::ProfessionalRecognition => (Adjustment, "professional bodies recognise it otherwise"),
        FactChangeId::EnglishAndMaths => (Adjustment, "the conditions for completing it differ"),
        FactChangeId::Overview => (Adjustment, "the occupation is described otherwise"),
        FactChangeId::Version
        | FactChangeId::Status
        | FactChangeId::Date
        | FactChangeId::SocCode
        | FactChangeId::LarsCode
        | FactChangeId::Salary
        | FactChangeId::Review
        | FactChangeId::ProductStatus => {
            (Info, "it goes with the version and says nothing of the occupation")
        }
    }
}

fn of_list(list: ListField) -> (Category, &'static str) {
    match list {
        ListField::Options => (Category::Revision, "options need a proposal of their own"),
        ListField::TypicalJobTitles => (Category::Adjustment, "it bears on who is in the occupation"),
        ListField::Keywords | ListField::Employers | ListField::VersionLog => {
            (Category::Info, "it says nothing of the occupation")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn default(name: &str) -> Category {
        default_of(ChangeId::from_name(name).expect("a known id")).category
    }

    #[test]
    fn the_table_follows_the_guidance() {
        let expected = [
            ("level-changed", Category::Revision),
            ("skill-added", Category::Revision),
            ("duty-removed", Category::Revision),
            ("summary-removed", Category::Adjustment),
            ("behaviour-obligation-changed", Category::Revision),
            ("knowledge-reworded", Category::Adjustment),
            ("knowledge-reworded-editorial", Category::Correction),
            ("knowledge-typography", Category::Info),
            ("mapping-added", Category::Adjustment),
            ("typical-job-title-removed", Category::Adjustment),
            ("employer-added", Category::Info),
            ("option-removed", Category::Revision),
        ];
        for (name, category) in expected {
            assert_eq!(default(name), category, "{name}");
        }
    }

    #[test]
    fn users_may_change_it() {
        let id = ChangeId::from_name("level-changed").expect("a known id");
        let table = Categories::with([("level-changed", Category::Info)]).expect("a known name");
        assert_eq!(table.of(id).category, Category::Info);
        let error = Categories::with([("levle-changed", Category::Info)]).expect_err("a misspelt name");
        assert_eq!(error.nearest.as_deref(), Some("level-changed"));
    }
}
