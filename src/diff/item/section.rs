//! The lists of a standard that are compared.

use crate::model::Kind;

/// A list of a document whose items are paired with the other document's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The statements of one kind.
    Statements(Kind),
    /// The duties.
    Duties,
    /// The pathways of an occupational map.
    Pathways,
    /// The clusters of an occupational map.
    Clusters,
    /// The occupations of an occupational map.
    Occupations,
    /// The paragraphs of the summary; for an occupational map, everything that it says besides its names.
    Summary,
    /// The paragraphs of the old template's prose, where both documents have some.
    Profile,
}

impl Section {
    /// All sections, in the order in which reports show them.
    pub const ALL: [Self; 12] = [
        Self::Statements(Kind::Knowledge),
        Self::Statements(Kind::Skill),
        Self::Statements(Kind::Behaviour),
        Self::Statements(Kind::TechnicalKnowledge),
        Self::Statements(Kind::TechnicalSkill),
        Self::Statements(Kind::Employability),
        Self::Duties,
        Self::Pathways,
        Self::Clusters,
        Self::Occupations,
        Self::Summary,
        Self::Profile,
    ];

    /// One item's name in the ids of changes and in JSON: `knowledge`, `skill`, `duty`, `summary`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Statements(Kind::Knowledge) => "knowledge",
            Self::Statements(Kind::Skill) => "skill",
            Self::Statements(Kind::Behaviour) => "behaviour",
            Self::Statements(Kind::TechnicalKnowledge) => "technical-knowledge",
            Self::Statements(Kind::TechnicalSkill) => "technical-skill",
            Self::Statements(Kind::Employability) => "employability",
            Self::Duties => "duty",
            Self::Pathways => "pathway",
            Self::Clusters => "cluster",
            Self::Occupations => "occupation",
            Self::Summary => "summary",
            Self::Profile => "profile",
        }
    }

    /// The whole list's name, as a heading and as a key of the counts in JSON: `skills`, `duties`.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Statements(Kind::Skill) => "skills",
            Self::Statements(Kind::Behaviour) => "behaviours",
            Self::Statements(Kind::TechnicalSkill) => "technical-skills",
            Self::Duties => "duties",
            Self::Pathways => "pathways",
            Self::Clusters => "clusters",
            Self::Occupations => "occupations",
            _ => self.name(),
        }
    }

    /// Whether its items are names on an occupational map.
    #[must_use]
    pub fn is_of_map(self) -> bool {
        matches!(self, Self::Pathways | Self::Clusters | Self::Occupations)
    }

    /// Whether its items are paragraphs.
    #[must_use]
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Summary | Self::Profile)
    }

    /// The kind of its statements; none for duties and paragraphs.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Statements(kind) => Some(kind),
            _ => None,
        }
    }
}
