//! The table of facts: a fact is one row, which all readers, writers and reports use.

use super::field::Field;
use super::row::{FactKind, FactPlace, FactRow, FactValue, FactValueMut, PageKind, RecordKey};
use super::values::{FactChangeId, FactId, Facts};
use crate::source::Text;

/// Where a value is among the facts: the kind of its field, and the field.
macro_rules! at {
    ($sort:ident $($field:ident).+) => {
        FactPlace {
            get: |facts| FactValue::$sort(&facts.$($field).+),
            get_mut: |facts| FactValueMut::$sort(&mut facts.$($field).+),
        }
    };
}

/// A key under which every record gives a value.
const fn given(path: &'static str) -> RecordKey {
    RecordKey { path, always_has_value: true }
}

/// A key under which a record may give nothing.
const fn may_give(path: &'static str) -> RecordKey {
    RecordKey { path, always_has_value: false }
}

/// A row that states no more than this.
const fn row(
    id: FactId,
    change: FactChangeId,
    name: &'static str,
    kind: FactKind,
    place: FactPlace,
) -> FactRow {
    FactRow {
        id,
        name,
        kind,
        place,
        standards_api: None,
        maps_api: None,
        labels: &[],
        text_labels: &[],
        html_labels: &[],
        pages: &[],
        in_words: "",
        label: "",
        change,
    }
}

/// All facts, in the order of the native document.
pub static FACTS: [FactRow; 24] = [
    FactRow {
        standards_api: Some(given("referenceNumber")),
        labels: &["reference", "reference number"],
        text_labels: &[
            "standard reference",
            "standard reference number",
            "reference no",
            "reference no.",
            "ref",
            "ref.",
            "ref no",
            "ref no.",
        ],
        pages: &[PageKind::Standard],
        in_words: "the reference",
        label: "Reference",
        ..row(FactId::Reference, FactChangeId::Reference, "reference", FactKind::Text, at!(Text reference))
    },
    FactRow {
        standards_api: Some(may_give("occupationCode")),
        maps_api: Some(given("stdCode")),
        pages: &[PageKind::Map],
        in_words: "the occupation's code",
        label: "Occupation code",
        ..row(FactId::Occupation, FactChangeId::Reference, "occupation", FactKind::Text, at!(Text occupation))
    },
    FactRow {
        standards_api: Some(given("version")),
        maps_api: Some(may_give("versionNo")),
        labels: &["version", "version number"],
        text_labels: &["version no", "version no."],
        in_words: "the version",
        label: "Version",
        ..row(FactId::Version, FactChangeId::Version, "version", FactKind::Text, at!(Text version))
    },
    FactRow {
        standards_api: Some(given("status")),
        maps_api: Some(may_give("statusName")),
        labels: &["status"],
        pages: &[PageKind::Map],
        in_words: "the status",
        label: "Status",
        ..row(FactId::Status, FactChangeId::Status, "status", FactKind::Text, at!(Text status))
    },
    FactRow {
        standards_api: Some(given("title")),
        maps_api: Some(given("name")),
        text_labels: &[
            "title",
            "occupation",
            "occupation title",
            "occupational standard",
            "standard title",
            "apprenticeship",
            "apprenticeship standard",
            "apprenticeship title",
            "draft standard",
            "draft occupational standard",
            "name of occupation",
            "name of the occupation",
            "name of standard",
            "title of occupation",
            "occupation name",
        ],
        pages: &[PageKind::Standard, PageKind::Map, PageKind::Retired],
        in_words: "the title",
        label: "Title",
        ..row(FactId::Title, FactChangeId::Title, "title", FactKind::Text, at!(Text title))
    },
    FactRow {
        standards_api: Some(given("level")),
        maps_api: Some(given("level")),
        labels: &["level"],
        text_labels: &[
            "occupation level",
            "occupational level",
            "proposed level",
            "apprenticeship level",
            "level of occupation",
            "level of occupational standard",
        ],
        pages: &[PageKind::Standard, PageKind::Map, PageKind::Retired],
        in_words: "the level",
        label: "Level",
        ..row(FactId::Level, FactChangeId::Level, "level", FactKind::Number, at!(Number level))
    },
    FactRow {
        standards_api: Some(given("route")),
        maps_api: Some(may_give("mapHierarchy.routeName")),
        labels: &["route"],
        pages: &[PageKind::Standard, PageKind::Map],
        in_words: "the route",
        label: "Route",
        ..row(FactId::Route, FactChangeId::Route, "route", FactKind::Text, at!(Text route))
    },
    FactRow {
        standards_api: Some(may_give("pathway")),
        maps_api: Some(may_give("mapHierarchy.pathwayName")),
        labels: &["pathway"],
        in_words: "the pathway",
        label: "Pathway",
        ..row(FactId::Pathway, FactChangeId::Pathway, "pathway", FactKind::Text, at!(Text pathway))
    },
    FactRow {
        standards_api: Some(may_give("cluster")),
        maps_api: Some(may_give("mapHierarchy.clusterName")),
        labels: &["cluster"],
        in_words: "the cluster",
        label: "Cluster",
        ..row(FactId::Cluster, FactChangeId::Cluster, "cluster", FactKind::Text, at!(Text cluster))
    },
    FactRow {
        standards_api: Some(given("larsCode")),
        labels: &["lars code"],
        in_words: "the LARS code",
        label: "LARS code",
        ..row(FactId::LarsCode, FactChangeId::LarsCode, "larsCode", FactKind::Code, at!(Text lars_code))
    },
    FactRow {
        maps_api: Some(may_give("soc.soc2020Code")),
        labels: &["soc 2020 code"],
        html_labels: &["soc code"],
        pages: &[PageKind::Map],
        in_words: "the SOC 2020 unit group",
        label: "SOC 2020 unit group",
        ..row(
            FactId::SocUnitGroup,
            FactChangeId::SocCode,
            "soc2020.unitGroup",
            FactKind::Text,
            at!(Text soc.unit_group),
        )
    },
    FactRow {
        maps_api: Some(may_give("soc.soc2020SubUnitGroups")),
        pages: &[PageKind::Map],
        in_words: "the list of SOC 2020 sub-unit groups",
        label: "SOC 2020 sub-unit groups",
        ..row(
            FactId::SocSubUnitGroups,
            FactChangeId::SocCode,
            "soc2020.subUnitGroups",
            FactKind::Texts,
            at!(Texts soc.sub_unit_groups),
        )
    },
    FactRow {
        standards_api: Some(may_give("regulated")),
        labels: &["regulated occupation"],
        html_labels: &["regulated"],
        pages: &[PageKind::Standard],
        in_words: "the answer whether the occupation is regulated",
        label: "Regulated occupation",
        ..row(
            FactId::Regulated,
            FactChangeId::RegulatedStatus,
            "regulated",
            FactKind::YesNo,
            at!(YesNo regulated),
        )
    },
    FactRow {
        standards_api: Some(may_give("typicalDuration")),
        labels: &["typical duration", "typical duration to gateway", "duration"],
        text_labels: &["typical duration of apprenticeship"],
        pages: &[PageKind::Retired],
        in_words: "the typical duration",
        label: "Typical duration",
        ..row(
            FactId::Duration,
            FactChangeId::Duration,
            "typicalDurationMonths",
            FactKind::Months,
            at!(Number typical_duration),
        )
    },
    FactRow {
        labels: &["review after"],
        pages: &[PageKind::Retired],
        in_words: "the time of the review",
        label: "Review",
        ..row(
            FactId::Review,
            FactChangeId::Review,
            "reviewAfterMonths",
            FactKind::Months,
            at!(Number review_after),
        )
    },
    FactRow {
        standards_api: Some(may_give("maxFunding")),
        labels: &["maximum funding"],
        text_labels: &["funding band"],
        html_labels: &["max funding"],
        in_words: "the maximum funding",
        label: "Funding band",
        ..row(
            FactId::MaxFunding,
            FactChangeId::FundingBand,
            "maxFunding",
            FactKind::Pounds,
            at!(Number max_funding),
        )
    },
    FactRow {
        text_labels: &["average (median) salary"],
        html_labels: &["typical salary", "salary"],
        pages: &[PageKind::Map],
        in_words: "the salary",
        label: "Salary",
        ..row(FactId::Salary, FactChangeId::Salary, "salary", FactKind::Text, at!(Text salary))
    },
    FactRow {
        standards_api: Some(may_give("createdDate")),
        labels: &["date created"],
        in_words: "the date of creation",
        label: "Created",
        ..row(FactId::Created, FactChangeId::Date, "dates.created", FactKind::Date, at!(Text dates.created))
    },
    FactRow {
        standards_api: Some(may_give("approvedForDelivery")),
        labels: &["approved for delivery"],
        text_labels: &["date approved"],
        in_words: "the date of approval",
        label: "Approved",
        ..row(
            FactId::Approved,
            FactChangeId::Date,
            "dates.approved",
            FactKind::Date,
            at!(Text dates.approved),
        )
    },
    FactRow {
        standards_api: Some(may_give("lastUpdated")),
        maps_api: Some(may_give("statusLastUpdated")),
        labels: &["date updated", "last updated"],
        html_labels: &["updated"],
        pages: &[PageKind::Standard],
        in_words: "the date of the last update",
        label: "Updated",
        ..row(FactId::Updated, FactChangeId::Date, "dates.updated", FactKind::Date, at!(Text dates.updated))
    },
    FactRow {
        standards_api: Some(may_give("earliestStartDate")),
        labels: &["earliest start date"],
        in_words: "the earliest start date",
        label: "Earliest start",
        ..row(
            FactId::EarliestStart,
            FactChangeId::Date,
            "dates.earliestStart",
            FactKind::Date,
            at!(Text dates.earliest_start),
        )
    },
    FactRow {
        standards_api: Some(may_give("latestStartDate")),
        labels: &["latest start date"],
        in_words: "the latest start date",
        label: "Latest start",
        ..row(
            FactId::LatestStart,
            FactChangeId::Date,
            "dates.latestStart",
            FactKind::Date,
            at!(Text dates.latest_start),
        )
    },
    FactRow {
        standards_api: Some(may_give("latestEndDate")),
        labels: &["latest end date"],
        in_words: "the latest end date",
        label: "Latest end",
        ..row(
            FactId::LatestEnd,
            FactChangeId::Date,
            "dates.latestEnd",
            FactKind::Date,
            at!(Text dates.latest_end),
        )
    },
    FactRow {
        standards_api: Some(given("overviewOfRole")),
        maps_api: Some(may_give("overview")),
        pages: &[PageKind::Map, PageKind::Retired],
        in_words: "the overview",
        label: "Overview",
        ..row(FactId::Overview, FactChangeId::Overview, "overview", FactKind::Prose, at!(Text overview))
    },
];

impl FactId {
    /// Its row of [`FACTS`].
    ///
    /// # Panics
    /// Never: a test checks that there is a row for each fact.
    #[must_use]
    pub fn row(self) -> &'static FactRow {
        FACTS.iter().find(|row| row.id == self).expect("each fact has a row")
    }
}

impl<'s> Facts<'s> {
    /// All facts that are texts in one line, each with its row.
    pub fn texts(&self) -> impl Iterator<Item = (&'static FactRow, &Field<Text<'s>>)> {
        FACTS.iter().filter_map(|row| match row.value(self) {
            FactValue::Text(field) => Some((row, field)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests;
