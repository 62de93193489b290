//! Which statements are mapped to which duty, as a table with its gaps marked: statements that are not mapped to any
//! duty, and duties without any of a kind. The coverage of documents that cite a standard is shown in the same way.

pub mod csv;
mod gap;
pub mod html;
pub mod markdown;
mod rows;
pub mod terminal;

use std::collections::BTreeSet;

pub use self::gap::MappingGap;
pub use self::rows::{MatrixCell, MatrixColumn, MatrixDuty, MatrixRow, MatrixRowKind, MatrixTable};
use crate::model::{Code, Duty, Field, Kind, Mapping, Standard};

/// The mapping of a standard, or the coverage of its statements.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// What its rows are.
    pub row_kind: MatrixRowKind,
    /// The title of the standard, its reference and its version, if it states them.
    pub name: String,
    /// A row for each duty or document.
    pub rows: Vec<MatrixRow>,
    /// The statements, a table for each kind.
    pub tables: Vec<MatrixTable>,
    /// What is missing: statements first, then duties.
    pub gaps: Vec<MappingGap>,
    /// How much of each duty is cited, if the rows are not duties.
    pub duties: Vec<MatrixDuty>,
}

impl Matrix {
    /// The mapping that a standard states.
    ///
    /// # Errors
    /// Why there is no mapping, as a sentence without a full stop.
    pub fn new(standard: &Standard<'_>) -> Result<Self, &'static str> {
        if !standard.kind.has_duties() {
            return Err("a standard of this kind has no duties, so there is no mapping to show");
        }
        if standard.duties.items().is_empty() {
            return Err("the document has no duties, so there is no mapping to show");
        }
        if !standard.states_mapping() {
            return Err("the document does not say which statements are mapped to which duty");
        }
        let mapping = Mapping::new(standard);
        let tables: Vec<MatrixTable> = standard.kinds().map(|kind| table(standard, &mapping, kind)).collect();
        let duties = standard.duties.items();
        let is_common = |kind: &Kind| duties.iter().any(|duty| duty.lists_kind(*kind));
        let common: Vec<Kind> = standard.kinds().filter(is_common).collect();
        let row = |(index, duty)| row(standard.duty_subject(index), duty, &common);
        let rows: Vec<MatrixRow> = duties.iter().enumerate().map(row).collect();
        let gaps = gap::gaps(&rows, &tables, &standard.defined());
        Ok(Self {
            row_kind: MatrixRowKind::Duties,
            name: name(standard),
            rows,
            tables,
            gaps,
            duties: Vec::new(),
        })
    }
}

/// The title of a standard, its reference and its version, if it states them.
pub(super) fn name(standard: &Standard<'_>) -> String {
    let facts = &standard.facts;
    let fact = |fact: &Field<crate::source::Text<'_>>| fact.stated().map(|text| text.as_str().to_owned());
    let reference = fact(&facts.reference).or_else(|| fact(&facts.occupation));
    let version = fact(&facts.version).map(|version| format!("version {version}"));
    let parts: Vec<String> = [fact(&facts.title), reference, version].into_iter().flatten().collect();
    if parts.is_empty() { "Untitled standard".to_owned() } else { parts.join(", ") }
}

/// The row of a duty; `common` are the kinds that are mapped to at least one duty.
fn row(name: String, duty: &Duty<'_>, common: &[Kind]) -> MatrixRow {
    let readable = !matches!(duty.mapping, Field::Unreadable(_));
    let missing_kinds = common.iter().copied().filter(|kind| readable && !duty.lists_kind(*kind));
    MatrixRow {
        name,
        text: duty.text.as_str().to_owned(),
        codes: readable.then(|| duty.codes().iter().map(|code| code.value).collect()),
        missing_kinds: missing_kinds.collect(),
    }
}

fn table(standard: &Standard<'_>, mapping: &Mapping<'_>, kind: Kind) -> MatrixTable {
    let orphans: BTreeSet<Code> =
        mapping.unmapped(kind).iter().map(|statement| statement.code.value).collect();
    let mut seen = BTreeSet::new();
    let once = standard.statements_of(kind).filter(|statement| seen.insert(statement.code.value));
    let column = |code: Code, text: &str| MatrixColumn {
        code,
        text: text.to_owned(),
        // If a code is mapped to a duty twice, its places are side by side.
        duties: mapping.places(code).chunk_by(|one, next| one.duty == next.duty).count(),
        orphan: orphans.contains(&code),
    };
    let columns = once.map(|statement| column(statement.code.value, statement.text.as_str()));
    MatrixTable { kind, columns: columns.collect() }
}

#[cfg(test)]
mod tests;
