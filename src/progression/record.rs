//! What is kept of a standard: the little that is needed to compare occupations, owned rather than borrowed, so that
//! documents need not be kept.

use crate::catalogue::{VersionNumber, reference};
use crate::model::{Field, Kind, Standard, StandardKind, Status};
use crate::source::Text;

/// What is kept of a standard.
#[derive(Clone, Debug)]
pub struct OccupationRecord {
    /// The reference of the apprenticeship, or otherwise of the occupation, in upper case; if it states neither, the
    /// name of the document.
    pub reference: String,
    /// The version as written.
    pub version: Option<String>,
    /// The status as written.
    pub status: Option<String>,
    /// The title, or otherwise the only job title, or otherwise the name of the document.
    pub title: String,
    /// The level.
    pub level: Option<i64>,
    /// What it is a standard for.
    pub kind: StandardKind,
    /// The route.
    pub route: Option<String>,
    /// The file that it is in, and which document of the file if it has several.
    pub place: (String, Option<String>),
    /// Its knowledge statements and skills, in order.
    pub statements: Vec<StatementRecord>,
    /// Its duties, in order.
    pub duties: Vec<StatementRecord>,
    /// How many statements and duties are left out, because it has more than any standard has.
    pub left_out: usize,
    /// The links to other occupations that it states.
    pub stated: Vec<StatedLink>,
}

/// What is kept of a statement, or of a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRecord {
    /// Its code; of a duty without one, `duty 3`.
    pub code: String,
    /// What it is.
    pub part: Part,
    /// What it says.
    pub text: String,
}

/// What a part of a standard is. Only parts of the same type are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A knowledge statement.
    Knowledge,
    /// A skill.
    Skill,
    /// A duty.
    Duty,
}

impl Part {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Duty as usize + 1;
}

/// A link to another occupation that a document states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedLink {
    /// Whether it leads into the occupation of the document, or out of it; none if that is not stated.
    pub is_into: Option<bool>,
    /// The reference of the other occupation, in upper case.
    pub reference: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its level.
    pub level: Option<i64>,
}

/// Many more statements, or duties, than any standard has. There is a limit because each is compared with those of all
/// others.
const MOST: usize = 1000;

impl OccupationRecord {
    /// What is kept of a standard, which is called `label` and is in `place`.
    #[must_use]
    pub fn new(standard: &Standard<'_>, label: &str, place: (String, Option<String>)) -> Self {
        let facts = &standard.facts;
        let statements = standard.statements.items().iter().filter_map(|one| {
            let part = match one.kind.plain() {
                Kind::Knowledge => Part::Knowledge,
                Kind::Skill => Part::Skill,
                _ => return None,
            };
            Some(StatementRecord { code: one.code.value.to_string(), part, text: in_one_line(&one.text) })
        });
        let duties = standard.duties.items().iter().enumerate().map(|(index, one)| StatementRecord {
            code: one.code.map_or_else(|| format!("duty {}", index + 1), |code| code.value.to_string()),
            part: Part::Duty,
            text: in_one_line(&one.text),
        });
        let (statements, more_statements) = first(statements);
        let (duties, more_duties) = first(duties);
        let reference = reference(standard).map(|text| text.trim().to_ascii_uppercase());
        Self {
            reference: reference.filter(|text| !text.is_empty()).unwrap_or_else(|| label.to_owned()),
            version: text(&facts.version),
            status: text(&facts.status),
            title: text(&facts.title)
                .or_else(|| only_job_title(standard))
                .unwrap_or_else(|| label.to_owned()),
            level: facts.level.stated().map(|level| level.value),
            kind: standard.kind,
            route: text(&facts.route),
            place,
            statements,
            duties,
            left_out: more_statements + more_duties,
            stated: stated(standard),
        }
    }

    /// What identifies the occupation of a document: it is the same for `ST0218` and `OCC0218`.
    #[must_use]
    pub fn occupation(&self) -> &str {
        occupation_of(&self.reference)
    }

    /// Whether its version is the one that apprentices start on.
    pub(super) fn is_approved(&self) -> bool {
        self.status.as_deref().and_then(Status::of) == Some(Status::Approved)
    }

    /// The number of its version.
    pub(super) fn number(&self) -> Option<VersionNumber> {
        self.version.as_deref().and_then(VersionNumber::parse)
    }
}

/// What a reference has in common with that of the same occupation on the map: its digits.
pub(super) fn occupation_of(reference: &str) -> &str {
    let letters =
        [StandardKind::Apprenticeship, StandardKind::Occupation].map(StandardKind::reference_letters);
    let digits = letters.iter().find_map(|letters| reference.strip_prefix(letters));
    digits.filter(|digits| digits.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(reference)
}

/// As many as are kept, and how many more there are.
fn first(mut all: impl Iterator<Item = StatementRecord>) -> (Vec<StatementRecord>, usize) {
    (all.by_ref().take(MOST).collect(), all.count())
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The only typical job title: pages that show no title give the occupation there.
fn only_job_title(standard: &Standard<'_>) -> Option<String> {
    match standard.typical_job_titles.items() {
        [title] => Some(in_one_line(&title.name)).filter(|title| !title.is_empty()),
        _ => None,
    }
}

fn text(field: &Field<Text<'_>>) -> Option<String> {
    field.stated().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The links that a standard states: those of its map, and the products for other occupations.
fn stated(standard: &Standard<'_>) -> Vec<StatedLink> {
    let upper = |field: &Field<Text<'_>>| text(field).map(|text| text.to_ascii_uppercase());
    let level = |field: &Field<crate::source::Spanned<i64>>| field.stated().map(|level| level.value);
    let links = standard.progression.iter().map(|link| StatedLink {
        is_into: link.is_into(),
        reference: upper(&link.reference),
        title: text(&link.title),
        level: level(&link.level),
    });
    let own = reference(standard).map(|text| text.trim().to_ascii_uppercase()).unwrap_or_default();
    let products = standard.products.iter().filter_map(|product| {
        let reference = upper(&product.reference).filter(|other| is_of_another(other, &own))?;
        let (title, level) = (text(&product.title), level(&product.level));
        Some(StatedLink { is_into: None, reference: Some(reference), title, level })
    });
    links.chain(products).collect()
}

/// Whether a reference is that of a standard for a different occupation from `own`.
fn is_of_another(reference: &str, own: &str) -> bool {
    StandardKind::of_reference(reference).is_some() && occupation_of(reference) != occupation_of(own)
}
