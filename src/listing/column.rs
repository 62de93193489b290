//! The columns of the table.

/// What a column holds. Besides the first four, a table has only the columns that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// What the row is.
    Type,
    /// A code, a reference or a version.
    Code,
    /// The text, or the value of a fact.
    Text,
    /// The codes that are mapped to a duty.
    Ksbs,
    /// Whether a duty is one of the core.
    Core,
    /// The codes of the options of a duty; the options of an occupation on a map.
    Options,
    /// Whether a job title counts as a green job.
    Green,
    /// The level of a product, of a linked occupation, or of an occupation on a map.
    Level,
    /// Whether an occupation on a map is a degree apprenticeship.
    Degree,
    /// The status of a product.
    Status,
    /// The direction of a link to another occupation.
    Direction,
    /// The first day of starts on a version.
    EarliestStart,
    /// The last day of starts on a version.
    LatestStart,
    /// A remark next to the name of a cluster.
    Note,
    /// What the occupations of a cluster have in common.
    Description,
    /// What a finding to ignore is about.
    Subject,
    /// Where a finding to ignore is.
    Pointer,
    /// The date until which a finding is ignored.
    Until,
    /// The identifier of a statement.
    Id,
}

impl Column {
    /// All columns, in order.
    pub const ALL: [Self; 19] = [
        Self::Type,
        Self::Code,
        Self::Text,
        Self::Ksbs,
        Self::Core,
        Self::Options,
        Self::Green,
        Self::Level,
        Self::Degree,
        Self::Status,
        Self::Direction,
        Self::EarliestStart,
        Self::LatestStart,
        Self::Note,
        Self::Description,
        Self::Subject,
        Self::Pointer,
        Self::Until,
        Self::Id,
    ];

    /// Its header.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Type => "Type",
            Self::Code => "Code",
            Self::Text => "Text",
            Self::Ksbs => "KSBs",
            Self::Core => "Core",
            Self::Options => "Options",
            Self::Green => "Green job",
            Self::Level => "Level",
            Self::Degree => "Degree",
            Self::Status => "Status",
            Self::Direction => "Direction",
            Self::EarliestStart => "Earliest start",
            Self::LatestStart => "Latest start",
            Self::Note => "Note",
            Self::Description => "Description",
            Self::Subject => "Subject",
            Self::Pointer => "Pointer",
            Self::Until => "Until",
            Self::Id => "ID",
        }
    }

    /// The column with this header, in upper or lower case.
    #[must_use]
    pub fn of(head: &str) -> Option<Self> {
        let head = head.trim().trim_end_matches([':', '*']).trim_end();
        Self::ALL.into_iter().find(|column| column.name().eq_ignore_ascii_case(head))
    }
}
