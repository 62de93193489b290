//! The single values that a standard states. What each is called, and how it is read, written, shown and compared, is
//! in one row of [`FACTS`](super::FACTS).

use super::field::{Field, List};
use crate::source::{Spanned, Text};

/// Single values of a standard.
#[derive(Clone, Debug, Default)]
pub struct Facts<'s> {
    /// The reference of the apprenticeship: ST0220, FA…, AU….
    pub reference: Field<Text<'s>>,
    /// The code of the occupation: OCC0220.
    pub occupation: Field<Text<'s>>,
    /// The version: 1.1.
    pub version: Field<Text<'s>>,
    /// The status, as written.
    pub status: Field<Text<'s>>,
    /// The title of the occupation.
    pub title: Field<Text<'s>>,
    /// The level.
    pub level: Field<Spanned<i64>>,
    /// The route.
    pub route: Field<Text<'s>>,
    /// The pathway within the route.
    pub pathway: Field<Text<'s>>,
    /// The cluster within the pathway.
    pub cluster: Field<Text<'s>>,
    /// The LARS code, as written: a number, which is 0 while there is no code; for a unit, Z and seven letters or
    /// digits.
    pub lars_code: Field<Text<'s>>,
    /// The SOC 2020 codes.
    pub soc: Soc<'s>,
    /// Whether the occupation is regulated.
    pub regulated: Field<Spanned<bool>>,
    /// The typical duration, in months.
    pub typical_duration: Field<Spanned<i64>>,
    /// When it should be reviewed, in months after approval.
    pub review_after: Field<Spanned<i64>>,
    /// The most that is paid for it, in pounds.
    pub max_funding: Field<Spanned<i64>>,
    /// The salary, as published.
    pub salary: Field<Text<'s>>,
    /// Its dates.
    pub dates: Dates<'s>,
    /// The occupation in one line.
    pub overview: Field<Text<'s>>,
}

/// SOC 2020 codes, each followed by its title, as published: `3111 Laboratory technicians`.
#[derive(Clone, Debug, Default)]
pub struct Soc<'s> {
    /// The unit group.
    pub unit_group: Field<Text<'s>>,
    /// The sub-unit groups.
    pub sub_unit_groups: Field<List<Text<'s>>>,
}

/// Dates, as `YYYY-MM-DD` or as the page writes them.
#[derive(Clone, Debug, Default)]
pub struct Dates<'s> {
    /// When it was created.
    pub created: Field<Text<'s>>,
    /// When it was approved for delivery.
    pub approved: Field<Text<'s>>,
    /// When it was last updated.
    pub updated: Field<Text<'s>>,
    /// The first day on which an apprentice may start.
    pub earliest_start: Field<Text<'s>>,
    /// The last day on which an apprentice may start.
    pub latest_start: Field<Text<'s>>,
    /// The last day on which an apprentice may finish.
    pub latest_end: Field<Text<'s>>,
}

/// A single value that standards state, in the order in which reports show them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactId {
    /// [`Facts::reference`].
    Reference,
    /// [`Facts::occupation`].
    Occupation,
    /// [`Facts::title`].
    Title,
    /// [`Facts::version`].
    Version,
    /// [`Facts::status`].
    Status,
    /// [`Facts::level`].
    Level,
    /// [`Facts::route`].
    Route,
    /// [`Facts::pathway`].
    Pathway,
    /// [`Facts::cluster`].
    Cluster,
    /// [`Facts::regulated`].
    Regulated,
    /// [`Facts::typical_duration`].
    Duration,
    /// [`Facts::review_after`].
    Review,
    /// [`Facts::max_funding`].
    MaxFunding,
    /// [`Soc::unit_group`].
    SocUnitGroup,
    /// [`Soc::sub_unit_groups`].
    SocSubUnitGroups,
    /// [`Facts::lars_code`].
    LarsCode,
    /// [`Facts::salary`].
    Salary,
    /// [`Dates::created`].
    Created,
    /// [`Dates::approved`].
    Approved,
    /// [`Dates::updated`].
    Updated,
    /// [`Dates::earliest_start`].
    EarliestStart,
    /// [`Dates::latest_start`].
    LatestStart,
    /// [`Dates::latest_end`].
    LatestEnd,
    /// [`Facts::overview`].
    Overview,
}

/// What the id of a change of single values is made from, in the order in which reports name them; several dates share
/// one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FactChangeId {
    /// The reference of the apprenticeship or the occupation.
    Reference,
    /// The title.
    Title,
    /// The level.
    Level,
    /// The route.
    Route,
    /// The pathway.
    Pathway,
    /// The cluster.
    Cluster,
    /// The typical duration.
    Duration,
    /// The funding band.
    FundingBand,
    /// Whether the occupation is regulated.
    RegulatedStatus,
    /// A qualification that has to be held or gained.
    MandatoryQualification,
    /// Registration with or recognition by a professional body.
    ProfessionalRecognition,
    /// What is asked for in English and maths.
    EnglishAndMaths,
    /// The occupation in one line.
    Overview,
    /// The version.
    Version,
    /// The status.
    Status,
    /// A date.
    Date,
    /// A SOC code.
    SocCode,
    /// The LARS code.
    LarsCode,
    /// The salary.
    Salary,
    /// When it should be reviewed.
    Review,
    /// The status of the apprenticeship that a map page lists.
    ProductStatus,
}

impl FactChangeId {
    /// All of them.
    pub const ALL: [Self; 21] = [
        Self::Reference,
        Self::Title,
        Self::Level,
        Self::Route,
        Self::Pathway,
        Self::Cluster,
        Self::Duration,
        Self::FundingBand,
        Self::RegulatedStatus,
        Self::MandatoryQualification,
        Self::ProfessionalRecognition,
        Self::EnglishAndMaths,
        Self::Overview,
        Self::Version,
        Self::Status,
        Self::Date,
        Self::SocCode,
        Self::LarsCode,
        Self::Salary,
        Self::Review,
        Self::ProductStatus,
    ];

    /// Its name in kebab case, which ids of changes and JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Title => "title",
            Self::Level => "level",
            Self::Route => "route",
            Self::Pathway => "pathway",
            Self::Cluster => "cluster",
            Self::Duration => "duration",
            Self::FundingBand => "funding-band",
            Self::RegulatedStatus => "regulated-status",
            Self::MandatoryQualification => "mandatory-qualification",
            Self::ProfessionalRecognition => "professional-recognition",
            Self::EnglishAndMaths => "english-and-maths",
            Self::Overview => "overview",
            Self::Version => "version",
            Self::Status => "status",
            Self::Date => "date",
            Self::SocCode => "soc-code",
            Self::LarsCode => "lars-code",
            Self::Salary => "salary",
            Self::Review => "review",
            Self::ProductStatus => "product-status",
        }
    }
}
