//! What the rows of the table are.

use super::Column;
use crate::model::{FACTS, FactId, Kind};

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowType {
    /// What the document is: an apprenticeship, an occupational map.
    Kind,
    /// A single value of a standard; for a map, its title, its route, a paragraph about it, a pathway or a cluster.
    Fact(FactId),
    /// A banner of the page.
    Banner,
    /// A paragraph of the summary.
    Summary,
    /// The heading of a section of prose.
    Section,
    /// A paragraph of the section above.
    SectionText,
    /// A typical job title.
    JobTitle,
    /// A keyword.
    Keyword,
    /// An employer who wrote the standard.
    Employer,
    /// An apprenticeship or qualification for the occupation.
    Product,
    /// A link to another occupation.
    Progression,
    /// An option of the standard.
    Option,
    /// A duty.
    Duty,
    /// A statement.
    Statement(Kind),
    /// A line of the version log.
    VersionLog,
    /// A finding to ignore.
    Ignore,
    /// The meaning of a sign on a map.
    Legend,
    /// An occupation on a map.
    Occupation,
}

/// The types that are neither facts nor statements, with their names: first the one that is written, then others that
/// are read.
const OTHERS: [(RowType, &[&str]); 16] = [
    (RowType::Kind, &["Kind"]),
    (RowType::Banner, &["Banner"]),
    (RowType::Summary, &["Summary", "Summary paragraph", "Occupation summary"]),
    (RowType::Section, &["Section"]),
    (RowType::SectionText, &["Section text"]),
    (RowType::JobTitle, &["Job title", "Typical job title"]),
    (RowType::Keyword, &["Keyword"]),
    (RowType::Employer, &["Employer"]),
    (RowType::Product, &["Product"]),
    (RowType::Progression, &["Progression link"]),
    (RowType::Option, &["Option"]),
    (RowType::Duty, &["Duty", "Duties"]),
    (RowType::VersionLog, &["Version log"]),
    (RowType::Ignore, &["Ignore"]),
    (RowType::Legend, &["Legend"]),
    (RowType::Occupation, &["Occupation"]),
];

impl RowType {
    /// What its rows are called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Fact(id) => id.row().label,
            Self::Statement(kind) => statement(kind),
            _ => OTHERS.iter().find(|(own, _)| *own == self).map_or("", |(_, names)| names[0]),
        }
    }

    /// The type of rows with this name: in upper or lower case, singular or plural; for facts, any label that pages
    /// have; for statements, also the letter of their codes.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let name = name.trim().trim_end_matches(':').trim_end();
        let other = OTHERS.iter().find(|(_, names)| names.iter().any(|own| is_called(name, own)));
        other.map(|(own, _)| *own).or_else(|| of_statement(name)).or_else(|| of_fact(name))
    }

    /// Whether such rows may be in a table of these columns where no column says what each row is, and the header of
    /// the texts does instead: `Code | Option`. The table has no columns that such rows lack, and at least one that
    /// tells it from a table that people draft.
    #[must_use]
    pub fn heads(self, columns: &[Column]) -> bool {
        let is_item = match self {
            Self::JobTitle | Self::Product | Self::Option | Self::VersionLog => true,
            _ => self.is_drafted(),
        };
        let tells = |column: &Column| match column {
            Column::Text | Column::Ksbs => false,
            Column::Code => !self.is_drafted(),
            _ => true,
        };
        is_item && columns.iter().all(|column| self.columns().contains(column)) && columns.iter().any(tells)
    }

    /// Whether people draft tables of such rows.
    fn is_drafted(self) -> bool {
        matches!(self, Self::Duty | Self::Statement(_))
    }

    /// The columns that its rows may fill, besides the type.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Fact(FactId::Cluster) => &[Column::Text, Column::Level, Column::Note, Column::Description],
            Self::JobTitle => &[Column::Text, Column::Green],
            Self::Product => &[Column::Code, Column::Text, Column::Level, Column::Status],
            Self::Progression => &[Column::Code, Column::Text, Column::Level, Column::Direction],
            Self::Option => &[Column::Code, Column::Text],
            Self::Duty => &[Column::Code, Column::Text, Column::Ksbs, Column::Core, Column::Options],
            Self::Statement(_) => &[Column::Code, Column::Text, Column::Id],
            Self::VersionLog => &[Column::Code, Column::Text, Column::EarliestStart, Column::LatestStart],
            Self::Ignore => &[Column::Code, Column::Text, Column::Subject, Column::Pointer, Column::Until],
            Self::Occupation => &[Column::Text, Column::Level, Column::Degree, Column::Options],
            _ => &[Column::Text],
        }
    }
}

/// What the statements of a kind are called.
fn statement(kind: Kind) -> &'static str {
    match kind {
        Kind::Knowledge => "Knowledge",
        Kind::Skill => "Skill",
        Kind::Behaviour => "Behaviour",
        Kind::TechnicalKnowledge => "Technical knowledge",
        Kind::TechnicalSkill => "Technical skill",
        Kind::Employability => "Employability skill or behaviour",
    }
}

fn of_statement(name: &str) -> Option<RowType> {
    let is_it = |kind: &Kind| {
        let names = [statement(*kind), kind.noun(), kind.nouns(), kind.prefix().letters()];
        names.iter().any(|own| is_called(name, own))
    };
    Kind::ALL.into_iter().find(is_it).map(RowType::Statement)
}

fn of_fact(name: &str) -> Option<RowType> {
    let by_label = FACTS.iter().find(|row| is_called(name, row.label));
    let is_it = |own: &str| name.eq_ignore_ascii_case(own);
    let by_others =
        || FACTS.iter().find(|row| row.labels.iter().chain(row.text_labels).any(|own| is_it(own)));
    by_label.or_else(by_others).map(|row| RowType::Fact(row.id))
}

/// Whether a name is `own` in upper or lower case, or its plural.
fn is_called(name: &str, own: &str) -> bool {
    let singular = name.strip_suffix(['s', 'S']).unwrap_or(name);
    name.eq_ignore_ascii_case(own) || singular.eq_ignore_ascii_case(own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_known_by_its_name() {
        let facts = FACTS.iter().map(|row| RowType::Fact(row.id));
        let statements = Kind::ALL.into_iter().map(RowType::Statement);
        let others = OTHERS.iter().map(|(own, _)| *own);
        for own in facts.chain(statements).chain(others) {
            assert_eq!(RowType::of(own.name()), Some(own), "{}", own.name());
            assert!(own.columns().contains(&Column::Text));
        }
    }

    #[test]
    fn people_call_rows_otherwise() {
        for (name, own) in [
            ("skills", RowType::Statement(Kind::Skill)),
            ("K", RowType::Statement(Kind::Knowledge)),
            (" Behaviours: ", RowType::Statement(Kind::Behaviour)),
            ("Duties", RowType::Duty),
            ("level", RowType::Fact(FactId::Level)),
            ("Typical duration to gateway", RowType::Fact(FactId::Duration)),
            ("Job titles", RowType::JobTitle),
        ] {
            assert_eq!(RowType::of(name), Some(own), "{name}");
        }
        assert_eq!((RowType::of("Evidence"), RowType::of("")), (None, None));
    }
}
