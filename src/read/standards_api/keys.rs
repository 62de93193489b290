//! The keys of a record: those that are read, and those that the import of the data relies on.
//!
//! Source: the types that the government's own import uses to read the data, in
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

/// The other keys of an apprenticeship.
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

/// The other keys of a foundation apprenticeship.
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

/// The other keys of an apprenticeship unit.
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

/// The keys that are read, including those that only have to be present.
pub(in crate::read) static READ: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| known(|row| row.standards_api, OTHERS));

/// Those that are not facts.
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
