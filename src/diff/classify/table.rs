//! The table of categories. The first row that matches a change gives its category; of one category, changes of an
//! earlier row are graver.

use super::category::Category::{self, Adjustment, Correction, Info, Revision};
use super::category::Proposal;
use crate::diff::id::{ChangeId, Event, FactChangeId, ListField};

/// The category of a whole standard that is added or removed.
pub(in crate::diff) const WHOLE_STANDARD: Category = Revision;

/// A row: which changes, the category that they propose, and why, as the end of a sentence that starts with the change.
struct Row(Changes, Category, &'static str);

/// The changes of a row.
enum Changes {
    /// Single values.
    Facts(&'static [FactChangeId]),
    /// Values added to or removed from these lists.
    Listed(&'static [ListField]),
    /// What happened to statements and duties.
    Required(Event),
    /// What happened to any item, paragraphs of prose among them.
    Any(Event),
    /// What happened to pathways, clusters and occupations of a map.
    OnMap(&'static [Event]),
    /// These.
    Of(&'static [ChangeId]),
}

impl Changes {
    fn contain(&self, id: ChangeId) -> bool {
        match (self, id) {
            (Self::Facts(facts), ChangeId::Fact(fact)) => facts.contains(&fact),
            (Self::Listed(lists), ChangeId::ListedAdded(list) | ChangeId::ListedRemoved(list)) => {
                lists.contains(&list)
            }
            (Self::Required(event), ChangeId::Item(section, other)) => *event == other && !section.is_prose(),
            (Self::OnMap(events), ChangeId::Item(section, other)) => {
                section.is_of_map() && events.contains(&other)
            }
            (Self::Any(event), ChangeId::Item(_, other)) => *event == other,
            (Self::Of(ids), id) => ids.contains(&id),
            _ => false,
        }
    }
}

/// The table itself.
#[rustfmt::skip]
const TABLE: &[Row] = {
    use Changes::{Any, Facts, Listed, Of, OnMap, Required};
    &[
        Row(Facts(&[FactChangeId::Level]), Revision, "the level places it on the occupational map and in funding"),
        Row(Facts(&[FactChangeId::Route, FactChangeId::Pathway, FactChangeId::Cluster]), Revision,
            "its place on the occupational map differs"),
        Row(Facts(&[FactChangeId::Duration]), Revision, "the duration bears on the funding band"),
        Row(Facts(&[FactChangeId::FundingBand]), Revision, "the funding band differs"),
        Row(Facts(&[FactChangeId::RegulatedStatus]), Revision, "regulation bears on who may do the work"),
        Row(Facts(&[FactChangeId::MandatoryQualification]), Revision, "a qualification is part of the competence"),
        Row(Facts(&[FactChangeId::Title, FactChangeId::Reference]), Adjustment, "people find it by this"),
        Row(Facts(&[FactChangeId::ProfessionalRecognition]), Adjustment,
            "professional bodies recognise it otherwise"),
        Row(Facts(&[FactChangeId::EnglishAndMaths]), Adjustment, "the conditions for completing it differ"),
        Row(Facts(&[FactChangeId::Overview]), Adjustment, "the occupation is described otherwise"),
        Row(Facts(&[
                FactChangeId::Version, FactChangeId::Status, FactChangeId::Date, FactChangeId::SocCode,
                FactChangeId::LarsCode, FactChangeId::Salary, FactChangeId::Review, FactChangeId::ProductStatus,
            ]), Info, "it goes with the version and says nothing of the occupation"),
        Row(Of(&[ChangeId::FactNotStated]), Info,
            "one document does not state it, which does not say that it changed"),

        Row(Listed(&[ListField::Options]), Revision, "options need a proposal of their own"),
        Row(Listed(&[ListField::TypicalJobTitles]), Adjustment, "it bears on who is in the occupation"),
        Row(Listed(&[ListField::Keywords, ListField::Employers, ListField::VersionLog]), Info,
            "it says nothing of the occupation"),

        Row(OnMap(&[
                Event::Added, Event::Removed, Event::Split, Event::Merged, Event::Moved, Event::LevelChanged,
            ]), Revision, "the occupational map differs"),
        Row(OnMap(&[Event::Reworded]), Adjustment, "it goes by another name"),

        Row(Required(Event::NegationChanged), Revision, "what is asked for is turned round"),
        Row(Required(Event::ObligationChanged), Revision, "it asks for another degree of obligation or responsibility"),
        Row(Required(Event::LegislationChanged), Revision, "the legislation that it names differs"),
        Row(Required(Event::NumberChanged), Revision, "a limit or quantity in it differs"),
        Row(Of(&[ChangeId::KindChanged]), Revision,
            "another kind of statement is taught and assessed otherwise"),
        Row(Required(Event::Removed), Revision, "competence that was asked for no longer is"),
        Row(Required(Event::Added), Revision, "it asks for competence that was not asked for"),
        Row(Any(Event::ConjunctionChanged), Adjustment,
            "what it asks for together and what it leaves to choose from differ"),
        Row(Any(Event::ScopeExtended), Adjustment, "it says what it said and more"),
        Row(Any(Event::ScopeNarrowed), Adjustment, "it says less than it did"),
        Row(Any(Event::Split), Adjustment, "what one said, several say now"),
        Row(Any(Event::Merged), Adjustment, "what several said, one says now"),
        Row(Any(Event::Reworded), Adjustment, "its words differ"),
        Row(Any(Event::RewordedEditorial), Correction, "only spelling, small words or the order of a list differ"),
        Row(Any(Event::Typography), Info, "only quotes, dashes, spaces or capitals differ"),
        Row(Any(Event::Moved), Info, "it stands elsewhere in the list"),
        Row(Any(Event::Renumbered), Adjustment,
            "only the code differs, which affects neither map, funding, assessment nor competence"),
        // Of prose, these say no more than that.
        Row(Any(Event::Added), Adjustment, "its words differ"),
        Row(Any(Event::Removed), Adjustment, "its words differ"),
        Row(Any(Event::ObligationChanged), Adjustment, "its words differ"),
        Row(Any(Event::NumberChanged), Adjustment, "its words differ"),
        Row(Any(Event::LegislationChanged), Adjustment, "its words differ"),
        Row(Any(Event::NegationChanged), Adjustment, "its words differ"),

        Row(Of(&[ChangeId::CodeReused]), Adjustment, "documents that cite the code now mislead"),
        Row(Of(&[ChangeId::MappingAdded, ChangeId::MappingRemoved]), Adjustment,
            "the duty draws on other statements, which themselves stay"),
        Row(Of(&[ChangeId::MappingMoved]), Adjustment, "another duty draws on the statement, which itself stays"),
        Row(Of(&[ChangeId::KsbOrphaned]), Adjustment, "every statement has to belong to a duty"),
        Row(Of(&[ChangeId::DutyWithoutKnowledge, ChangeId::DutyWithoutSkill]), Adjustment,
            "every duty needs knowledge and skills"),
        Row(Of(&[ChangeId::DuplicateStatement]), Info, "the same thing is said twice"),
        Row(Of(&[ChangeId::MappingNotStated]), Info,
            "one document shows no mapping, which does not say that it changed"),
        Row(Of(&[ChangeId::PairingUncertain]), Info, "a reviewer should look at the pairing"),
    ]
};

/// The category that the table gives a change, and why.
pub(super) fn of(id: ChangeId) -> Proposal {
    let row = TABLE.iter().enumerate().find(|(_, Row(changes, ..))| changes.contain(id));
    let (rank, Row(_, category, reason)) = row.expect("every change has a row: a test tries them all");
    Proposal { category: *category, rank, reason }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn category(name: &str) -> Category {
        of(ChangeId::from_name(name).expect("a known id")).category
    }

    #[test]
    fn every_change_has_a_row_and_every_row_a_change() {
        let row_of = |id| TABLE.iter().position(|Row(changes, ..)| changes.contain(id));
        let rows: Option<BTreeSet<usize>> = ChangeId::all().into_iter().map(row_of).collect();
        assert_eq!(rows.map(|rows| rows.len()), Some(TABLE.len()));
    }

    #[test]
    fn of_one_category_the_gravest_come_first() {
        let rank = |name: &str| of(ChangeId::from_name(name).expect("a known id")).rank;
        let revisions = [
            "level-changed",
            "skill-negation-changed",
            "duty-obligation-changed",
            "skill-number-changed",
            "knowledge-removed",
            "skill-added",
        ];
        assert!(revisions.is_sorted_by_key(|name| rank(name)));
        let adjustments = [
            "title-changed",
            "skill-conjunction-changed",
            "duty-reworded",
            "skill-renumbered",
            "mapping-added",
        ];
        assert!(adjustments.is_sorted_by_key(|name| rank(name)));
    }

    #[test]
    fn the_table_follows_the_guidance() {
        let expected = [
            ("level-changed", Revision),
            ("skill-added", Revision),
            ("duty-removed", Revision),
            ("summary-removed", Adjustment),
            ("behaviour-obligation-changed", Revision),
            ("knowledge-reworded", Adjustment),
            ("knowledge-reworded-editorial", Correction),
            ("knowledge-typography", Info),
            ("mapping-added", Adjustment),
            ("typical-job-title-removed", Adjustment),
            ("employer-added", Info),
            ("option-removed", Revision),
        ];
        for (name, expected) in expected {
            assert_eq!(category(name), expected, "{name}");
        }
    }
}
