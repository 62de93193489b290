//! What is missing in a mapping.

use std::collections::BTreeSet;
use std::fmt;

use super::rows::{MatrixRow, MatrixTable};
use crate::model::{Code, Kind};

/// Something that is missing in a mapping. Shown, it is a sentence without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hole {
    /// A statement that no duty lists.
    Orphan(Code),
    /// A duty that lists no statement of a kind, though other duties do.
    Lacks(String, Kind),
    /// A duty that lists nothing at all.
    Bare(String),
    /// A duty that lists what the document does not define.
    Dangling(String, Code),
    /// A duty whose mapping cannot be read.
    Unread(String),
    /// A statement that nothing cites.
    Uncited(Code),
    /// A duty of whose knowledge and skills none is cited.
    Uncovered(String),
}

impl fmt::Display for Hole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Orphan(code) => write!(f, "{code} is not mapped to any duty"),
            Self::Lacks(duty, kind) => write!(f, "{duty} has no {} mapped to it", kind.nouns()),
            Self::Bare(duty) => write!(f, "{duty} has no statements mapped to it"),
            Self::Dangling(duty, code) => {
                write!(f, "{code} is mapped to {duty}, but the document has no {code}")
            }
            Self::Unread(duty) => write!(f, "the mapping of {duty} cannot be read"),
            Self::Uncited(code) => write!(f, "{code} is not cited in any document"),
            Self::Uncovered(duty) => {
                write!(f, "no document cites any knowledge or skills that are mapped to {duty}")
            }
        }
    }
}

/// What is missing: statements first, then duties. `defined` are the codes of all statements.
pub(super) fn holes(rows: &[MatrixRow], tables: &[MatrixTable], defined: &BTreeSet<Code>) -> Vec<Hole> {
    let columns = tables.iter().flat_map(|table| &table.columns);
    let mut holes: Vec<Hole> =
        columns.filter(|column| column.orphan).map(|column| Hole::Orphan(column.code)).collect();
    for row in rows {
        let name = || row.name.clone();
        match &row.codes {
            None => holes.push(Hole::Unread(name())),
            Some(codes) if codes.is_empty() => holes.push(Hole::Bare(name())),
            Some(codes) => {
                holes.extend(row.lacks.iter().map(|kind| Hole::Lacks(name(), *kind)));
                holes.extend(codes.difference(defined).map(|code| Hole::Dangling(name(), *code)));
            }
        }
    }
    holes
}
