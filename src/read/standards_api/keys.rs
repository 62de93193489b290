//! The keys of a record: those that are read, and those that whoever loads the data relies on.
//!
//! Source: the types by which the government's own import reads the data, in
//! `SkillsFundingAgency/das-courses-api`.

use std::sync::LazyLock;

use crate::model::StandardKind;
use crate::read::record::known;

/// The keys that every record has (check E1001 of the government's import).
const COMMON: &[&str] = &[
    "referenceNumber",
    "title",
    "status",
    "version",
    "versionNumber",
    "change",
    "level",
    "larsCode",
    "route",
    "typicalDuration",
    "maxFunding",
    "overviewOfRole",
    "approvedForDelivery",
    "earliestStartDate",
    "latestStartDate",
    "latestEndDate",
    "createdDate",
    "publishDate",
    "keywords",
    "typicalJobTitles",
    "regulated",
    "regulatedBody",
    "regulationDetail",
];

/// Those of an apprenticeship besides.
const APPRENTICESHIP: &[&str] = &[
    "assessmentPlanUrl",
    "tbMainContact",
    "integratedDegree",
    "standardPageUrl",
    "coreAndOptions",
    "coronationEmblem",
    "knowledges",
    "skills",
    "behaviours",
    "options",
    "duties",
    "eQAProvider",
];

/// Those of a foundation apprenticeship besides.
const FOUNDATION: &[&str] = &[
    "assessmentPlanUrl",
    "technicalKnowledges",
    "technicalSkills",
    "employabilitySkillsAndBehaviours",
    "relatedOccupations",
    "assessmentChanged",
    "foundationApprenticeshipUrl",
    "eQAProvider",
];

/// Those of an apprenticeship unit besides.
const UNIT: &[&str] = &[
    "technicalKnowledges",
    "technicalSkills",
    "learningAimClassCode",
    "minimumHoursForCompliance",
    "whoIsItFor",
    "entryRequirements",
    "apprenticeshipUnitUrl",
];

/// The keys that a record of this kind must have.
pub(super) fn required(kind: StandardKind) -> impl Iterator<Item = &'static &'static str> {
    let own = match kind {
        StandardKind::FoundationApprenticeship => FOUNDATION,
        StandardKind::ApprenticeshipUnit => UNIT,
        StandardKind::Apprenticeship | StandardKind::Occupation => APPRENTICESHIP,
    };
    COMMON.iter().chain(own)
}

/// The keys that are read, those among them too of which only the presence matters.
pub(in crate::read) static READ: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| known(|row| row.standards_api, OTHERS));

/// Those that are no facts.
const OTHERS: &[&str] = &[
    "apprenticeshipUnitUrl",
    "assessmentChanged",
    "assessmentPlanUrl",
    "behaviours",
    "change",
    "coreAndOptions",
    "coronationEmblem",
    "duties",
    "eQAProvider",
    "employabilitySkillsAndBehaviours",
    "entryRequirements",
    "foundationApprenticeshipUrl",
    "greenJobTitles",
    "integratedApprenticeship",
    "integratedDegree",
    "involvedEmployers",
    "keywords",
    "knowledges",
    "learningAimClassCode",
    "minimumHoursForCompliance",
    "occupationalSummary",
    "options",
    "optionsUnstructuredTemplate",
    "publishDate",
    "regulatedBody",
    "regulationDetail",
    "relatedOccupations",
    "skills",
    "standardPageUrl",
    "tbMainContact",
    "technicalKnowledges",
    "technicalSkills",
    "typicalJobTitles",
    "versionNumber",
    "whoIsItFor",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_must_be_there_is_read() {
        for kind in StandardKind::ALL {
            for key in required(kind) {
                assert!(READ.contains(key), "{key}");
            }
        }
    }
}
