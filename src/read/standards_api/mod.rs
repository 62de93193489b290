//! A record of the standards API: one version of an apprenticeship, a foundation apprenticeship or an
//! apprenticeship unit. Statements have ids; their codes are their places in the lists.

pub(super) mod keys;

use super::fields::Fields;
use super::record::{
    DutyKeys, RecordReader, StatementList, absent_if_null, day, marked_up, paragraphs, truth,
};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Document, Facts, Feed, Field, Format, JobTitle, Kind, List, LogEntry, Standard, StandardKind,
    StandardOption, Subject,
};
use crate::source::{SourceId, Span, Spanned};
use crate::syntax::Value;

const OPTION: &[&str] = &["optionId", "title"];

/// The lists of statements, in the document's order.
const LISTS: &[StatementList] = &[
    list(Kind::Knowledge, "knowledges", "knowledgeId"),
    list(Kind::Skill, "skills", "skillId"),
    list(Kind::Behaviour, "behaviours", "behaviourId"),
    list(Kind::TechnicalKnowledge, "technicalKnowledges", "id"),
    list(Kind::TechnicalSkill, "technicalSkills", "id"),
    list(Kind::Employability, "employabilitySkillsAndBehaviours", "id"),
];

const fn list(kind: Kind, key: &'static str, id: &'static str) -> StatementList {
    StatementList { kind, key, id, code: None }
}

const DUTIES: DutyKeys = DutyKeys {
    known: &[
        "dutyDetail",
        "isThisACoreDuty",
        "mappedBehaviour",
        "mappedBehaviours",
        "mappedKnowledge",
        "mappedOptions",
        "mappedSkills",
    ],
    code: None,
    mapped: &["mappedKnowledge", "mappedSkills", "mappedBehaviour", "mappedBehaviours"],
};

/// Reads a record; what is wrong with its texts goes to `found`.
pub(super) fn read<'s>(root: Value<'_, 's>, source: SourceId, found: &mut Vec<Diagnostic>) -> Document<'s> {
    let fields = Fields::exact(root, &keys::READ);
    let mut reader = RecordReader { source, found };
    let start = root.span().range().start;
    let mut standard = Standard::new(source, Format::StandardsApi, Span::new(start, start + 1));
    standard.kind = kind(&fields);
    standard.facts = facts(&fields, standard.kind, &mut reader);
    standard.summary = paragraphs(&fields, "occupationalSummary");
    standard.typical_job_titles = job_titles(&fields, &mut reader);
    standard.options = options(&fields, &mut reader);
    reader.state_lists(&fields, (LISTS, &DUTIES), &mut standard);
    standard.version_log = log(&fields);
    standard.feed = Some(Box::new(feed(&fields, standard.kind)));
    standard.hide_unshown(Format::StandardsApi);
    Document::Standard(Box::new(standard))
}

/// The single values. The code of an apprenticeship is a number, which is 0 until it has one; the code of a unit may be
/// blank until then.
fn facts<'s>(fields: &Fields<'_, 's>, kind: StandardKind, reader: &mut RecordReader<'_>) -> Facts<'s> {
    let mut facts = reader.facts(fields, |row| row.standards_api);
    if kind == StandardKind::ApprenticeshipUnit {
        facts.lars_code = absent_if_null(facts.lars_code);
    }
    facts
}

/// What the record is a standard for: its reference shows it, or otherwise keys that only such records have.
fn kind(fields: &Fields<'_, '_>) -> StandardKind {
    let reference = fields.text("referenceNumber");
    let stated = reference.stated().and_then(|text| StandardKind::of_reference(text.trim()));
    let has = |key: &str| fields.get(key).is_some_and(|value| !value.is_null());
    match stated.filter(|kind| *kind != StandardKind::Occupation) {
        Some(kind) => kind,
        None if has("employabilitySkillsAndBehaviours") => StandardKind::FoundationApprenticeship,
        None if has("technicalKnowledges") => StandardKind::ApprenticeshipUnit,
        None => StandardKind::Apprenticeship,
    }
}

/// The job titles, and after them those that count as green and are not among them.
fn job_titles<'s>(fields: &Fields<'_, 's>, reader: &mut RecordReader<'_>) -> Field<List<JobTitle<'s>>> {
    let green = fields.texts("greenJobTitles");
    let is_green = |name: &str| green.items().iter().any(|title| title.as_str() == name);
    let Field::Stated(titles) = fields.texts("typicalJobTitles") else { return Field::Missing };
    let mut items: Vec<JobTitle<'s>> = Vec::with_capacity(titles.items.len());
    for (index, name) in titles.items.into_iter().enumerate() {
        let name = reader.text(name, || Subject::Item("typicalJobTitles", index));
        items.push(JobTitle { green: is_green(&name).then_some(true), name });
    }
    let more =
        green.items().iter().filter(|green| !items.iter().any(|item| item.name.as_str() == green.as_str()));
    let more: Vec<JobTitle<'s>> =
        more.map(|name| JobTitle { name: name.clone(), green: Some(true) }).collect();
    items.extend(more);
    Field::Stated(List::new(titles.heading, items))
}

fn options<'s>(fields: &Fields<'_, 's>, reader: &mut RecordReader<'_>) -> Field<List<StandardOption<'s>>> {
    let mut index = 0;
    let options = fields.list("options", |value| {
        let option = Fields::exact(value, OPTION);
        let subject = Subject::Part("options", index, "title");
        index += 1;
        let title = match option.text("title") {
            Field::Stated(title) => Field::Stated(reader.text(title, || subject)),
            other => other,
        };
        Some(StandardOption { code: option.text("optionId"), title })
    });
    // A standard without options gives an empty list, which says no more than having no list.
    if options.items().is_empty() { Field::Missing } else { options }
}

/// What changed in this version, according to the record.
fn log<'s>(fields: &Fields<'_, 's>) -> Vec<LogEntry<'s>> {
    let detail = marked_up(fields, "change");
    if detail.stated().is_none() {
        return Vec::new();
    }
    // The version and its dates are facts of the record, and mistakes in them must not be reported twice.
    vec![LogEntry {
        version: Field::NotShown,
        detail,
        earliest_start: Field::NotShown,
        latest_start: Field::NotShown,
    }]
}

fn feed<'s>(fields: &Fields<'_, 's>, kind: StandardKind) -> Feed<'s> {
    let boolean = |key: &str| match fields.get(key) {
        None => Field::Missing,
        Some(value) => match truth(value) {
            Some(truth) => Field::Stated(Spanned::new(truth, value.span())),
            None if value.is_null() => Field::Missing,
            None => Field::Unreadable(value.span()),
        },
    };
    let is_missing = |key: &&&str| fields.get(key).is_none();
    let missing: Vec<&str> = keys::required(kind).filter(is_missing).copied().collect();
    let missing_lists = LISTS.iter().filter(|list| missing.contains(&list.key)).map(|list| list.kind);
    Feed {
        missing_lists: missing_lists.collect(),
        missing,
        required: keys::required(kind).count(),
        version_number: absent_if_null(fields.text("versionNumber")),
        published: day(fields, "publishDate"),
        core_and_options: boolean("coreAndOptions"),
        unstructured_options: fields.texts("optionsUnstructuredTemplate"),
        integrated_degree: absent_if_null(fields.text("integratedDegree")),
        integrated_apprenticeship: boolean("integratedApprenticeship"),
        regulated_body: absent_if_null(fields.text("regulatedBody")),
    }
}
