//! What is missing in a mapping.

use std::collections::BTreeSet;
use std::fmt;

use super::rows::{MatrixRow, MatrixTable};
use crate::model::{Code, Kind};

/// Something that is missing in a mapping. Shown, it is a sentence without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MappingGap {
    /// A statement that is not mapped to any duty.
    Orphan(Code),
    /// A duty with no statement of a kind mapped to it, although other duties have some.
    Lacks(String, Kind),
    /// A duty with nothing mapped to it at all.
    Bare(String),
    /// A duty that has a statement mapped to it that the document does not define.
    Dangling(String, Code),
    /// A duty whose mapping cannot be read.
    Unread(String),
    /// A statement that nothing cites.
    Uncited(Code),
    /// A duty with none of its knowledge or skills cited.
    Uncovered(String),
}

impl fmt::Display for MappingGap {
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
pub(super) fn gaps(rows: &[MatrixRow], tables: &[MatrixTable], defined: &BTreeSet<Code>) -> Vec<MappingGap> {
    let columns = tables.iter().flat_map(|table| &table.columns);
    let mut gaps: Vec<MappingGap> =
        columns.filter(|column| column.orphan).map(|column| MappingGap::Orphan(column.code)).collect();
    for row in rows {
        let name = || row.name.clone();
        match &row.codes {
            None => gaps.push(MappingGap::Unread(name())),
            Some(codes) if codes.is_empty() => gaps.push(MappingGap::Bare(name())),
            Some(codes) => {
                gaps.extend(row.missing_kinds.iter().map(|kind| MappingGap::Lacks(name(), *kind)));
                gaps.extend(codes.difference(defined).map(|code| MappingGap::Dangling(name(), *code)));
            }
        }
    }
    gaps
}
