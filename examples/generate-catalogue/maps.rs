//! Writes a version as an occupation of the maps API, with its duties and statements.
//!
//! As for the standards API, no real answer was available: the keys come from a description.

use super::content::{Statement, Version};
use super::json::Json;

/// The occupation of `version`.
pub(crate) fn occupation(version: &Version) -> Json<'_> {
    let frame = &*version.frame;
    let titles = frame.job_titles.iter().map(|name| {
        Json::Object(vec![
            ("name", name.as_str().into()),
            ("isGreen", frame.green_job_titles.contains(name).into()),
        ])
    });
    let duties = version.duties.iter().enumerate().map(|(place, _)| duty(version, place));
    Json::Object(vec![
        ("stdCode", version.occupation.as_str().into()),
        ("name", version.title.as_str().into()),
        ("level", version.level.into()),
        ("versionNo", version.number.as_str().into()),
        ("status", 1_u64.into()),
        ("statusName", "Approved occupation".into()),
        ("statusLastUpdated", version.dates.published.as_str().into()),
        ("overview", frame.overview.as_str().into()),
        ("summary", frame.summary_html().into()),
        ("mapHierarchy", hierarchy(version)),
        ("soc", soc()),
        ("typicalJobTitles", Json::List(titles.collect())),
        ("keywords", Json::texts(&version.keywords)),
        ("involvedEmployers", Json::texts(&frame.employers)),
        ("products", Json::List(vec![product(version)])),
        ("knowledges", statements(&version.lists[0], "knowledgeId", "K")),
        ("skills", statements(&version.lists[1], "skillId", "S")),
        ("behaviours", statements(&version.lists[2], "behaviourId", "B")),
        ("duties", Json::List(duties.collect())),
        ("links", Json::List(Vec::new())),
    ])
}

fn hierarchy(version: &Version) -> Json<'_> {
    let (level, name) = match version.level {
        0..=3 => (1_u64, "Technical"),
        4 | 5 => (2, "Higher Technical"),
        _ => (3, "Professional"),
    };
    Json::Object(vec![
        ("routeId", version.route.len().to_string().into()),
        ("routeName", version.route.as_str().into()),
        ("pathwayName", version.frame.pathway.into()),
        ("clusterName", version.frame.cluster.as_str().into()),
        ("technicalLevel", level.into()),
        ("technicalLevelName", name.into()),
    ])
}

fn soc<'v>() -> Json<'v> {
    let group = Json::Object(vec![
        ("code", "8232/99".into()),
        ("description", "Marine and waterways transport operatives n.e.c.".into()),
        ("isPrimary", true.into()),
    ]);
    Json::Object(vec![
        ("soc2020Code", "8232".into()),
        ("soc2020Description", "Marine and waterways transport operatives".into()),
        ("soc2020SubUnitGroups", Json::List(vec![group])),
        ("soc2010Code", "8232".into()),
    ])
}

fn product(version: &Version) -> Json<'_> {
    Json::Object(vec![
        ("productCode", version.reference.as_str().into()),
        ("name", version.title.as_str().into()),
        ("level", version.level.into()),
        ("statusName", version.status.as_str().into()),
        ("typeName", "Apprenticeship".into()),
    ])
}

fn statements<'v>(list: &'v [Statement], key: &'static str, letters: &str) -> Json<'v> {
    let one = |(place, statement): (usize, &'v Statement)| {
        Json::Object(vec![
            ("id", statement.id.into()),
            (key, format!("{letters}{}", place + 1).into()),
            ("detail", statement.text().into()),
        ])
    };
    Json::List(list.iter().enumerate().map(one).collect())
}

fn duty(version: &Version, place: usize) -> Json<'_> {
    let duty = &version.duties[place];
    let codes = |list: usize| {
        let known = duty.needs[list].iter();
        let code = |id: &u128| version.code(*id).unwrap_or_else(|| format!("{}999", ["K", "S", "B"][list]));
        Json::List(known.map(|id| code(id).into()).collect())
    };
    Json::Object(vec![
        ("id", duty.id.into()),
        ("dutyId", format!("D{}", place + 1).into()),
        ("dutyDetail", duty.text.as_str().into()),
        ("isThisACoreDuty", duty.options.is_empty().into()),
        ("mappedKnowledge", codes(0)),
        ("mappedKnowledgeIds", Json::guids(&duty.needs[0])),
        ("mappedSkills", codes(1)),
        ("mappedSkillsIds", Json::guids(&duty.needs[1])),
        ("mappedBehaviour", codes(2)),
        ("mappedBehaviourIds", Json::guids(&duty.needs[2])),
    ])
}
