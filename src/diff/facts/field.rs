//! Single values and lists of short values, side by side.

use crate::diff::id::{FactChangeId, ListField};

/// A single value, or a list, that documents state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactField {
    /// The reference of the apprenticeship, else of the occupation.
    Reference,
    /// The title.
    Title,
    /// The version.
    Version,
    /// The status.
    Status,
    /// The level.
    Level,
    /// The route.
    Route,
    /// The pathway.
    Pathway,
    /// The cluster.
    Cluster,
    /// Whether the occupation is regulated.
    Regulated,
    /// The typical duration.
    Duration,
    /// When it is to be reviewed.
    Review,
    /// The most that is paid for it.
    MaxFunding,
    /// Qualifications that have to be held or gained, as the old template's prose says.
    Qualification,
    /// Registration with or recognition by a professional body, likewise.
    ProfessionalRecognition,
    /// What is asked for in English and maths, likewise.
    EnglishAndMaths,
    /// The SOC 2020 unit group.
    SocUnitGroup,
    /// The SOC 2020 sub-unit groups.
    SocSubUnitGroups,
    /// The LARS code.
    LarsCode,
    /// The salary.
    Salary,
    /// When it was first written.
    Created,
    /// When it was approved.
    Approved,
    /// When it was last updated.
    Updated,
    /// The first day of starts.
    EarliestStart,
    /// The last day of starts.
    LatestStart,
    /// The last day on which an apprentice may end.
    LatestEnd,
    /// The occupation in one line.
    Overview,
    /// The status of the apprenticeship that a map page lists.
    ProductStatus,
    /// A list of short values.
    List(ListField),
    /// The mapping of duties to statements.
    Mapping,
    /// The statements.
    Statements,
    /// The duties.
    Duties,
    /// The summary.
    Summary,
}

/// What of a fact differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactChange {
    /// Both sides state the same.
    Same,
    /// Both sides state it, differently.
    Changed,
    /// The old side does not state it; it is not known to have been added.
    NotStatedInOld,
    /// The new side does not state it; it is not known to have been removed.
    NotStatedInNew,
}

/// What a side states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The value, as people write it: `24 months`, `£9,000`, `no`.
    pub value: String,
    /// Whether it was worked out from something else, such as a title from the only job title.
    pub inferred: bool,
}

/// A single value, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// Which one.
    pub field: FactField,
    /// What the old side states; none if it does not.
    pub old: Option<Stated>,
    /// What the new side states.
    pub new: Option<Stated>,
    /// What differs.
    pub change: FactChange,
}

/// A list of short values, compared as a set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedValues {
    /// Which one.
    pub list: ListField,
    /// What differs as a whole.
    pub change: FactChange,
    /// In both, in the new document's order and words.
    pub kept: Vec<String>,
    /// Only in the new document; none unless both state the list.
    pub added: Vec<String>,
    /// Only in the old document; none unless both state the list.
    pub removed: Vec<String>,
}

impl FactField {
    /// Single values, in the order in which reports show them.
    pub const VALUES: [Self; 27] = [
        Self::Reference,
        Self::Title,
        Self::Version,
        Self::Status,
        Self::Level,
        Self::Route,
        Self::Pathway,
        Self::Cluster,
        Self::Regulated,
        Self::Duration,
        Self::Review,
        Self::MaxFunding,
        Self::Qualification,
        Self::ProfessionalRecognition,
        Self::EnglishAndMaths,
        Self::SocUnitGroup,
        Self::SocSubUnitGroups,
        Self::LarsCode,
        Self::Salary,
        Self::Created,
        Self::Approved,
        Self::Updated,
        Self::EarliestStart,
        Self::LatestStart,
        Self::LatestEnd,
        Self::Overview,
        Self::ProductStatus,
    ];

    /// Its name in the first column of a table: `Title`, `Funding band`.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Reference => "Reference",
            Self::Title => "Title",
            Self::Version => "Version",
            Self::Status => "Status",
            Self::Level => "Level",
            Self::Route => "Route",
            Self::Pathway => "Pathway",
            Self::Cluster => "Cluster",
            Self::Regulated => "Regulated occupation",
            Self::Duration => "Typical duration",
            Self::Review => "Review",
            Self::MaxFunding => "Funding band",
            Self::Qualification => "Qualification",
            Self::ProfessionalRecognition => "Professional recognition",
            Self::EnglishAndMaths => "English and maths",
            Self::SocUnitGroup => "SOC 2020 unit group",
            Self::SocSubUnitGroups => "SOC 2020 sub-unit groups",
            Self::LarsCode => "LARS code",
            Self::Salary => "Salary",
            Self::Created => "Created",
            Self::Approved => "Approved",
            Self::Updated => "Updated",
            Self::EarliestStart => "Earliest start",
            Self::LatestStart => "Latest start",
            Self::LatestEnd => "Latest end",
            Self::Overview => "Overview",
            Self::ProductStatus => "Status of the apprenticeship",
            Self::List(ListField::TypicalJobTitles) => "Typical job titles",
            Self::List(ListField::Options) => "Options",
            Self::List(ListField::Keywords) => "Keywords",
            Self::List(ListField::Employers) => "Employers",
            Self::List(ListField::VersionLog) => "Version log",
            Self::Mapping => "Mapping",
            Self::Statements => "Knowledge, skills and behaviours",
            Self::Duties => "Duties",
            Self::Summary => "Summary",
        }
    }

    /// The change that it is when both sides state it differently; none for lists and sections.
    #[must_use]
    pub fn change_id(self) -> Option<FactChangeId> {
        Some(match self {
            Self::Reference => FactChangeId::Reference,
            Self::Title => FactChangeId::Title,
            Self::Version => FactChangeId::Version,
            Self::Status => FactChangeId::Status,
            Self::Level => FactChangeId::Level,
            Self::Route => FactChangeId::Route,
            Self::Pathway => FactChangeId::Pathway,
            Self::Cluster => FactChangeId::Cluster,
            Self::Regulated => FactChangeId::RegulatedStatus,
            Self::Duration => FactChangeId::Duration,
            Self::Review => FactChangeId::Review,
            Self::MaxFunding => FactChangeId::FundingBand,
            Self::Qualification => FactChangeId::MandatoryQualification,
            Self::ProfessionalRecognition => FactChangeId::ProfessionalRecognition,
            Self::EnglishAndMaths => FactChangeId::EnglishAndMaths,
            Self::SocUnitGroup | Self::SocSubUnitGroups => FactChangeId::SocCode,
            Self::LarsCode => FactChangeId::LarsCode,
            Self::Salary => FactChangeId::Salary,
            Self::Created
            | Self::Approved
            | Self::Updated
            | Self::EarliestStart
            | Self::LatestStart
            | Self::LatestEnd => FactChangeId::Date,
            Self::Overview => FactChangeId::Overview,
            Self::ProductStatus => FactChangeId::ProductStatus,
            Self::List(_) | Self::Mapping | Self::Statements | Self::Duties | Self::Summary => return None,
        })
    }
}
