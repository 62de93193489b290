//! An occupation of the occupational maps API: statements with codes and ids, a mapping by both, and the place
//! of the occupation on the map.

use std::sync::LazyLock;

use super::fields::Fields;
use super::record::{DutyKeys, RecordReader, StatementList, absent_if_null, known, paragraphs, truth};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{Document, Facts, Field, Format, JobTitle, Kind, Product, Soc, Standard, StandardKind};
use crate::source::{SourceId, Span, Text};
use crate::syntax::{Value, ValueKind};

/// The keys that are read.
pub(super) static KEYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| known(|row| row.maps_api, OTHERS));

/// Those that are not facts.
const OTHERS: &[&str] = &[
    "behaviours",
    "duties",
    "involvedEmployers",
    "keywords",
    "knowledges",
    "products",
    "skills",
    "status",
    "summary",
    "typicalJobTitles",
];
const SUB_UNIT_GROUP: &[&str] = &["code"];
const JOB_TITLE: &[&str] = &["isGreen", "name"];
const PRODUCT: &[&str] = &["level", "name", "productCode", "statusName"];

/// The lists of statements, in the document's order.
const LISTS: &[StatementList] = &[
    list(Kind::Knowledge, "knowledges", "knowledgeId"),
    list(Kind::Skill, "skills", "skillId"),
    list(Kind::Behaviour, "behaviours", "behaviourId"),
];

const fn list(kind: Kind, key: &'static str, code: &'static str) -> StatementList {
    StatementList { kind, key, id: "id", code: Some(code) }
}

/// The codes that are mapped to a duty; their ids are next to them and say the same.
const DUTIES: DutyKeys = DutyKeys {
    known: &["dutyDetail", "dutyId", "isThisACoreDuty", "mappedBehaviour", "mappedKnowledge", "mappedSkills"],
    code: Some("dutyId"),
    mapped: &["mappedKnowledge", "mappedSkills", "mappedBehaviour"],
};

/// The keys that the API returns only when it is asked for duties and statements.
const EXPANDED: [&str; 4] = ["knowledges", "skills", "behaviours", "duties"];

/// Reads an occupation; what is wrong with its texts goes to `found`.
pub(super) fn read<'s>(root: Value<'_, 's>, source: SourceId, found: &mut Vec<Diagnostic>) -> Document<'s> {
    let fields = Fields::exact(root, &KEYS);
    let mut reader = RecordReader { source, found };
    let start = root.span().range().start;
    let mut standard = Standard::new(source, Format::MapsApi, Span::new(start, start + 1));
    standard.kind = StandardKind::Occupation;
    standard.facts = facts(&fields, &mut reader);
    standard.summary = paragraphs(&fields, "summary");
    standard.typical_job_titles = absent_if_null(fields.list("typicalJobTitles", job_title));
    standard.products = fields.objects_exact("products", PRODUCT).iter().map(product).collect();
    reader.state_lists(&fields, (LISTS, &DUTIES), &mut standard);
    not_asked_for(&fields, &mut standard);
    if !EXPANDED.iter().any(|key| fields.get(key).is_some()) {
        (standard.statements, standard.duties) = (Field::NotShown, Field::NotShown);
        reader.found.push(not_expanded(standard.start, source));
    }
    standard.hide_unshown(Format::MapsApi);
    Document::Standard(Box::new(standard))
}

/// The API also returns these only when it is asked for them: without their keys, nothing is said about them.
fn not_asked_for(fields: &Fields<'_, '_>, standard: &mut Standard<'_>) {
    if fields.get("soc").is_none() {
        standard.facts.soc = Soc { unit_group: Field::NotShown, sub_unit_groups: Field::NotShown };
    }
    if fields.get("typicalJobTitles").is_none() {
        standard.typical_job_titles = Field::NotShown;
    }
}

/// What is reported about an occupation that was requested without its duties and statements.
fn not_expanded(place: Span, source: SourceId) -> Diagnostic {
    let label = Label::new(source, place, "the keys for them are missing");
    let message = "the record does not include duties and statements";
    Diagnostic::new("not-expanded", Severity::Warning, "record", message, label)
        .help("download the occupation from the maps API with `?expand=occupation.dutiesKSB`")
}

fn facts<'s>(fields: &Fields<'_, 's>, reader: &mut RecordReader<'_>) -> Facts<'s> {
    let mut facts = reader.facts(fields, |row| row.maps_api);
    facts.version = absent_if_null(fields.text_or_number("versionNo"));
    if let Some(soc) = fields.get("soc").map(Fields::asked) {
        facts.soc = groups(&soc);
    }
    facts
}

/// The SOC codes; 0 stands for no mapping.
fn groups<'s>(soc: &Fields<'_, 's>) -> Soc<'s> {
    let group = |value: Value<'_, 's>| match Fields::exact(value, SUB_UNIT_GROUP).text("code") {
        Field::Stated(code) => Some(code),
        _ => None,
    };
    let unit_group = match absent_if_null(soc.text_or_number("soc2020Code")) {
        Field::Stated(code) if code.as_str() == "0" => Field::Missing,
        other => other,
    };
    let groups = absent_if_null(soc.list("soc2020SubUnitGroups", group));
    Soc { unit_group, sub_unit_groups: if groups.items().is_empty() { Field::Missing } else { groups } }
}

fn job_title<'s>(value: Value<'_, 's>) -> Option<JobTitle<'s>> {
    if value.kind() == ValueKind::String {
        return Some(JobTitle { name: value.text()?, green: None });
    }
    let fields = Fields::exact(value, JOB_TITLE);
    let green = fields.get("isGreen").and_then(truth);
    Some(JobTitle { name: fields.get("name")?.text()?, green })
}

fn product<'s>(fields: &Fields<'_, 's>) -> Product<'s> {
    let text = |key: &str| -> Field<Text<'s>> { absent_if_null(fields.text(key)) };
    Product {
        reference: text("productCode"),
        title: text("name"),
        level: absent_if_null(fields.integer("level")),
        status: text("statusName"),
    }
}
