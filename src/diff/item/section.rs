//! The lists of a standard that are compared.

use crate::model::Kind;

/// A list of a document whose items are paired with the other document's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// The statements of one kind.
    Statements(Kind),
    /// The duties.
    Duties,
    /// The paragraphs of the summary.
    Summary,
    /// The paragraphs of the old template's prose, where both documents have some.
    Profile,
}

impl Section {
    /// All sections, in the order in which reports show them.
    pub const ALL: [Self; 9] = [
        Self::Statements(Kind::Knowledge),
        Self::Statements(Kind::Skill),
        Self::Statements(Kind::Behaviour),
        Self::Statements(Kind::TechnicalKnowledge),
        Self::Statements(Kind::TechnicalSkill),
        Self::Statements(Kind::Employability),
        Self::Duties,
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
            _ => self.name(),
        }
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
