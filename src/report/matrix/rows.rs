//! The rows and columns of a matrix.

use std::collections::BTreeSet;

use crate::model::{Code, Kind};

/// What the rows of a matrix are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixRowKind {
    /// Duties that statements are mapped to.
    Duties,
    /// Documents that cite statements.
    Documents,
    /// Parts of a document that cite statements.
    Parts,
}

impl MatrixRowKind {
    /// One row, in a word.
    pub(super) fn one(self) -> &'static str {
        match self {
            Self::Duties => "duty",
            Self::Documents => "document",
            Self::Parts => "part",
        }
    }

    /// Several rows, in a word.
    pub(super) fn many(self) -> &'static str {
        match self {
            Self::Duties => "duties",
            Self::Documents => "documents",
            Self::Parts => "parts",
        }
    }

    /// What the matrix shows.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Duties => "Mapping of duties to statements",
            Self::Documents => "Coverage: which document cites which statement",
            Self::Parts => "Coverage: which part of the document cites which statement",
        }
    }

    /// What is said about a matrix without gaps.
    pub(super) fn whole(self) -> &'static str {
        match self {
            Self::Duties => {
                "every statement is mapped to a duty, and every duty has statements of each kind."
            }
            Self::Documents | Self::Parts => {
                "every statement is cited, and every duty has some knowledge or skills that are cited."
            }
        }
    }

    /// What is said about a statement that no row has.
    pub(super) fn without(self) -> &'static str {
        match self {
            Self::Duties => "is not mapped to any duty",
            Self::Documents | Self::Parts => "is not cited in any document",
        }
    }
}

/// A duty, a document or a part of one.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// Its code, its name, or what is shown instead of one.
    pub name: String,
    /// What is done; empty for a document.
    pub text: String,
    /// The codes that are mapped to it or that it cites, or `None` if its mapping cannot be read.
    pub codes: Option<BTreeSet<Code>>,
    /// The kinds that it has no statements of, although other duties have some.
    pub missing_kinds: Vec<Kind>,
}

/// The statements of one kind.
#[derive(Clone, Debug)]
pub struct MatrixTable {
    /// The kind.
    pub kind: Kind,
    /// The statements, each code once.
    pub columns: Vec<MatrixColumn>,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct MatrixColumn {
    /// Its code.
    pub code: Code,
    /// What it says.
    pub text: String,
    /// How many rows have it.
    pub duties: usize,
    /// Whether no row has it, if all of them can be read.
    pub orphan: bool,
}

/// How much of what is mapped to a duty is cited.
#[derive(Clone, Debug)]
pub struct MatrixDuty {
    /// What the duty is called.
    pub name: String,
    /// The statements that are mapped to it.
    pub codes: BTreeSet<Code>,
    /// Those of them that are cited.
    pub cited: BTreeSet<Code>,
}

impl MatrixDuty {
    /// How many of its statements are cited, in words.
    #[must_use]
    pub fn share(&self) -> String {
        let (cited, all) = (self.cited.len(), self.codes.len());
        match all {
            1 => format!("{cited} of 1 statement is cited"),
            _ => format!("{cited} of {all} statements are cited"),
        }
    }

    /// The statements that are not cited, by their codes.
    pub(super) fn missing(&self) -> impl Iterator<Item = &Code> {
        self.codes.difference(&self.cited)
    }
}

/// What a duty says about a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixCell {
    /// The statement is mapped to it.
    Listed,
    /// The statement is not mapped to it.
    Blank,
    /// Its mapping cannot be read.
    Unknown,
}

impl MatrixRow {
    /// What it says about the statement with this code.
    #[must_use]
    pub fn cell(&self, code: Code) -> MatrixCell {
        match &self.codes {
            None => MatrixCell::Unknown,
            Some(codes) if codes.contains(&code) => MatrixCell::Listed,
            Some(_) => MatrixCell::Blank,
        }
    }

    /// How many statements of a table it has, as shown: `?` if its mapping cannot be read.
    #[must_use]
    pub fn count(&self, table: &MatrixTable) -> String {
        let Some(codes) = &self.codes else { return "?".to_owned() };
        table.columns.iter().filter(|column| codes.contains(&column.code)).count().to_string()
    }
}

impl MatrixTable {
    /// Its heading: `Knowledge statements`.
    #[must_use]
    pub fn heading(&self) -> String {
        let nouns = self.kind.nouns();
        let first = nouns.chars().next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(nouns.chars().skip(1)).collect()
    }
}
