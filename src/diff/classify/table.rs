//! The table of categories. The first row that matches a change gives its category; within a category, changes in an
//! earlier row are more serious.

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
    /// What happened to any item, including paragraphs of prose.
    Any(Event),
    /// What happened to pathways, clusters and occupations of a map.
    OnMap(&'static [Event]),
    /// Changes with these ids.
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
        Row(Facts(&[FactChangeId::Level]), Revision, "the level decides its place on the occupational map and its funding"),
        Row(Facts(&[FactChangeId::Route, FactChangeId::Pathway, FactChangeId::Cluster]), Revision,
            "its place on the occupational map changes"),
        Row(Facts(&[FactChangeId::Duration]), Revision, "the duration affects the funding band"),
        Row(Facts(&[FactChangeId::FundingBand]), Revision, "the funding band changes"),
        Row(Facts(&[FactChangeId::RegulatedStatus]), Revision, "regulation affects who may do the work"),
        Row(Facts(&[FactChangeId::MandatoryQualification]), Revision, "a qualification is part of occupational competence"),
        Row(Facts(&[FactChangeId::Title, FactChangeId::Reference]), Adjustment, "people find the standard by this"),
        Row(Facts(&[FactChangeId::ProfessionalRecognition]), Adjustment,
            "recognition by professional bodies changes"),
        Row(Facts(&[FactChangeId::EnglishAndMaths]), Adjustment, "the conditions for completing it change"),
        Row(Facts(&[FactChangeId::Overview]), Adjustment, "the description of the occupation changes"),
        Row(Facts(&[
                FactChangeId::Version, FactChangeId::Status, FactChangeId::Date, FactChangeId::SocCode,
                FactChangeId::LarsCode, FactChangeId::Salary, FactChangeId::Review, FactChangeId::ProductStatus,
            ]), Info, "this changes with the version and does not describe the occupation"),
        Row(Of(&[ChangeId::FactNotStated]), Info,
            "only one document states this, so it may not be a change"),

        Row(Listed(&[ListField::Options]), Revision, "a change to the options needs its own proposal"),
        Row(Listed(&[ListField::TypicalJobTitles]), Adjustment, "this affects who is in the occupation"),
        Row(Listed(&[ListField::Keywords, ListField::Employers, ListField::VersionLog]), Info,
            "this does not describe the occupation"),

        Row(OnMap(&[
                Event::Added, Event::Removed, Event::Split, Event::Merged, Event::Moved, Event::LevelChanged,
            ]), Revision, "the occupational map changes"),
        Row(OnMap(&[Event::Reworded]), Adjustment, "its name changes"),

        Row(Required(Event::NegationChanged), Revision, "its meaning is reversed"),
        Row(Required(Event::ObligationChanged), Revision, "the degree of obligation or responsibility changes"),
        Row(Required(Event::LegislationChanged), Revision, "the legislation it names changes"),
        Row(Required(Event::NumberChanged), Revision, "a limit or quantity in it changes"),
        Row(Of(&[ChangeId::KindChanged]), Revision,
            "a different kind of statement is taught and assessed differently"),
        Row(Required(Event::Removed), Revision, "competence that was required is no longer required"),
        Row(Required(Event::Added), Revision, "it requires competence that was not required before"),
        Row(Any(Event::ConjunctionChanged), Adjustment,
            "this changes which parts are required together and which are alternatives"),
        Row(Any(Event::ScopeExtended), Adjustment, "it says the same as before, and more"),
        Row(Any(Event::ScopeNarrowed), Adjustment, "it says less than before"),
        Row(Any(Event::Split), Adjustment, "one became several"),
        Row(Any(Event::Merged), Adjustment, "several became one"),
        Row(Any(Event::Reworded), Adjustment, "its wording changes"),
        Row(Any(Event::RewordedEditorial), Correction, "only spelling, small words or the order of a list change"),
        Row(Any(Event::Typography), Info, "only quotes, dashes, spaces or capitals change"),
        Row(Any(Event::Moved), Info, "its place in the list changes"),
        Row(Any(Event::Renumbered), Adjustment,
            "only the code changes, which does not affect the map, funding, assessment or competence"),
        // For prose, these mean no more than that its wording changes.
        Row(Any(Event::Added), Adjustment, "its wording changes"),
        Row(Any(Event::Removed), Adjustment, "its wording changes"),
        Row(Any(Event::ObligationChanged), Adjustment, "its wording changes"),
        Row(Any(Event::NumberChanged), Adjustment, "its wording changes"),
        Row(Any(Event::LegislationChanged), Adjustment, "its wording changes"),
        Row(Any(Event::NegationChanged), Adjustment, "its wording changes"),

        Row(Of(&[ChangeId::CodeReused]), Adjustment, "documents that cite the code now point to something else"),
        Row(Of(&[ChangeId::MappingAdded, ChangeId::MappingRemoved]), Adjustment,
            "the mapping of the duty changes, but the statements themselves do not"),
        Row(Of(&[ChangeId::MappingMoved]), Adjustment, "the statement is mapped to a different duty, but does not itself change"),
        Row(Of(&[ChangeId::KsbOrphaned]), Adjustment, "every statement must be mapped to a duty"),
        Row(Of(&[ChangeId::DutyWithoutKnowledge, ChangeId::DutyWithoutSkill]), Adjustment,
            "every duty needs knowledge and skills"),
        Row(Of(&[ChangeId::DuplicateStatement]), Info, "the same text appears twice"),
        Row(Of(&[ChangeId::MappingNotStated]), Info,
            "only one document states a mapping, so it may not be a change"),
        Row(Of(&[ChangeId::PairingUncertain]), Info, "a reviewer should check the pairing"),
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
