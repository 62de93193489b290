//! Writes a version as a record of England's standards API.
//!
//! No real record was available: the keys, their order within a group and their types come from a
//! description of the data, not from a download.

use super::content::{Duty, Lars, Sort, Statement, Version};
use super::frame::LONG_TEXTS;
use super::json::Json;

/// The keys and values of a record.
type Fields<'v> = Vec<(&'static str, Json<'v>)>;

/// The record of `version`.
pub(crate) fn record(version: &Version) -> Json<'_> {
    let mut fields = identity(version);
    fields.extend(dates(version));
    fields.extend(terms(version));
    fields.extend(prose(version));
    match version.sort {
        Sort::Apprenticeship => fields.extend(apprenticeship(version)),
        Sort::Foundation => fields.extend(foundation(version)),
        Sort::Unit => fields.extend(unit(version)),
    }
    fields.retain(|(key, _)| Some(*key) != version.left_out);
    Json::Object(fields)
}

fn identity(version: &Version) -> Fields<'_> {
    let lars = match &version.lars {
        Lars::Number(number) => Json::Number(*number),
        Lars::Text(text) => Json::from(text.as_str()),
    };
    vec![
        ("referenceNumber", version.reference.as_str().into()),
        ("title", version.title.as_str().into()),
        ("status", version.status.as_str().into()),
        ("version", version.number.as_str().into()),
        ("versionNumber", version.number_again.as_str().into()),
        ("change", version.change.as_str().into()),
        ("level", version.level.into()),
        ("larsCode", lars),
        ("occupationCode", version.occupation.as_str().into()),
        ("route", version.route.as_str().into()),
        ("pathway", version.frame.pathway.into()),
        ("cluster", version.frame.cluster.as_str().into()),
        ("standardPageUrl", page(version, "apprenticeships").into()),
        ("templateType", "standard".into()),
        ("banners", Json::List(Vec::new())),
    ]
}

/// The URL of the page of a version, on a site that does not exist.
fn page(version: &Version, kind: &str) -> String {
    let (reference, number) = (version.reference.to_lowercase(), version.number.replace('.', "-"));
    format!("https://standards.example.org/{kind}/{reference}-v{number}")
}

/// A date as in the data: with a time of day.
fn date(date: Option<&String>) -> Json<'_> {
    date.map_or(Json::Null, |date| format!("{date}T00:00:00").into())
}

fn dates(version: &Version) -> Fields<'_> {
    let dates = &version.dates;
    vec![
        ("createdDate", date(Some(&dates.created))),
        ("publishDate", date(Some(&dates.published))),
        ("changedDate", date(Some(&dates.published))),
        ("lastUpdated", date(Some(&dates.published))),
        ("approvedForDelivery", date(dates.approved.as_ref())),
        ("approvedForDeliveryPausedStarts", Json::Null),
        ("earliestStartDate", date(dates.earliest_start.as_ref())),
        ("latestStartDate", date(dates.latest_start.as_ref())),
        ("latestEndDate", date(dates.latest_end.as_ref())),
    ]
}

fn terms(version: &Version) -> Fields<'_> {
    let hours = version.duration * 25 + 30;
    let body = version.regulated_body.as_str();
    let regulation = |name: &'static str| {
        Json::Object(vec![
            ("name", name.into()),
            ("approved", version.regulated.into()),
            ("webLink", "https://regulator.example.org/".into()),
        ])
    };
    let regulations = if version.regulated {
        vec![regulation("Training Provider"), regulation("EPAO")]
    } else {
        Vec::new()
    };
    let hours =
        if version.sort == Sort::Unit { Json::Number(hours.min(140)) } else { hours.to_string().into() };
    vec![
        ("typicalDuration", version.duration.into()),
        ("maxFunding", version.funding.into()),
        ("ePALength", 3_u64.into()),
        ("minimumHoursForCompliance", hours),
        ("learningAimClassCode", Json::Null),
        ("shortAssessment", false.into()),
        ("ssa1", "Preparation for life and work".into()),
        ("ssa2", "Preparation for work".into()),
        ("regulated", version.regulated.into()),
        ("regulatedBody", body.into()),
        ("regulationDetail", Json::List(regulations)),
        ("integratedApprenticeship", (version.integrated_degree == "integrated degree").into()),
        ("integratedDegree", version.integrated_degree.as_str().into()),
        ("integration", Json::Null),
        ("coronationEmblem", false.into()),
        ("careerStarter", (version.level == 2).into()),
        ("tbMainContact", "trailblazer@standards.example.org".into()),
    ]
}

fn prose(version: &Version) -> Fields<'_> {
    let frame = &*version.frame;
    let mut fields: Fields<'_> = vec![
        ("overviewOfRole", frame.overview.as_str().into()),
        ("occupationalSummary", frame.summary_html().into()),
        ("keywords", Json::texts(&version.keywords)),
        ("typicalJobTitles", Json::texts(&frame.job_titles)),
        ("greenJobTitles", Json::texts(&frame.green_job_titles)),
        ("involvedEmployers", Json::texts(&frame.employers)),
    ];
    fields
        .extend(LONG_TEXTS.into_iter().zip(&frame.long_texts).map(|(key, text)| (key, text.as_str().into())));
    fields
}

fn apprenticeship(version: &Version) -> Fields<'_> {
    let options = version.options.iter().map(|option| {
        Json::Object(vec![("optionId", option.id.into()), ("title", option.title.as_str().into())])
    });
    vec![
        ("assessmentPlanUrl", page(version, "assessment-plans").into()),
        ("eQAProvider", quality()),
        ("qualifications", Json::List(qualifications(version))),
        ("coreAndOptions", version.core_and_options.into()),
        ("options", Json::List(options.collect())),
        ("optionsUnstructuredTemplate", Json::List(Vec::new())),
        ("optionsUnstructuredKsbMapping", Json::Null),
        ("duties", Json::List(version.duties.iter().map(duty).collect())),
        ("knowledges", statements(&version.lists[0], "knowledgeId")),
        ("skills", statements(&version.lists[1], "skillId")),
        ("behaviours", statements(&version.lists[2], "behaviourId")),
    ]
}

/// Who looks after the quality of assessment.
fn quality<'v>() -> Json<'v> {
    Json::Object(vec![
        ("providerName", "Example Quality Office".into()),
        ("contactName", Json::Null),
        ("contactAddress", Json::Null),
        ("contactEmail", "quality@standards.example.org".into()),
        ("webLink", "https://quality.example.org/".into()),
    ])
}

fn qualifications(version: &Version) -> Vec<Json<'_>> {
    if version.integrated_degree != "integrated degree" {
        return Vec::new();
    }
    vec![Json::Object(vec![
        ("qualificationId", version.funding.into()),
        ("title", version.title.as_str().into()),
        ("level", version.level.to_string().into()),
        ("anyAdditionalInformation", Json::Null),
    ])]
}

fn duty(duty: &Duty) -> Json<'_> {
    let options = if duty.options.is_empty() { Json::Null } else { Json::guids(&duty.options) };
    Json::Object(vec![
        ("dutyID", duty.id.into()),
        ("dutyDetail", duty.text.as_str().into()),
        ("isThisACoreDuty", u64::from(duty.options.is_empty()).into()),
        ("criteriaForMeasuringPerformance", Json::Null),
        ("mappedKnowledge", Json::guids(&duty.needs[0])),
        ("mappedSkills", Json::guids(&duty.needs[1])),
        ("mappedBehaviour", Json::guids(&duty.needs[2])),
        ("mappedOptions", options),
    ])
}

fn statements<'v>(list: &'v [Statement], id: &'static str) -> Json<'v> {
    let one = |statement: &'v Statement| {
        Json::Object(vec![(id, statement.id.into()), ("detail", statement.text().into())])
    };
    Json::List(list.iter().map(one).collect())
}

/// What the three other kinds of list have in common.
fn technical(version: &Version) -> Fields<'_> {
    vec![
        ("coreAndOptions", false.into()),
        ("options", Json::List(Vec::new())),
        ("technicalKnowledges", statements(&version.lists[0], "id")),
        ("technicalSkills", statements(&version.lists[1], "id")),
    ]
}

fn foundation(version: &Version) -> Fields<'_> {
    let mut fields = technical(version);
    let related =
        Json::Object(vec![("name", version.title.as_str().into()), ("reference", "OCC9900".into())]);
    fields.extend([
        ("assessmentPlanUrl", page(version, "assessment-plans").into()),
        ("employabilitySkillsAndBehaviours", statements(&version.lists[2], "id")),
        ("relatedOccupations", Json::List(vec![related])),
        ("assessmentChanged", false.into()),
        ("eQAProvider", quality()),
        ("foundationApprenticeshipUrl", page(version, "foundation-apprenticeships").into()),
    ]);
    fields
}

fn unit(version: &Version) -> Fields<'_> {
    let mut fields = technical(version);
    fields.extend([
        ("whoIsItFor", format!("<p>{}</p>", version.frame.overview).into()),
        ("apprenticeshipUnitUrl", page(version, "apprenticeship-units").into()),
    ]);
    fields
}
