//! The rows and columns of a matrix.

use std::collections::BTreeSet;

use crate::model::{Code, Kind};

/// A duty.
#[derive(Clone, Debug)]
pub struct MatrixRow {
    /// Its code, or what stands for it.
    pub name: String,
    /// What is done.
    pub text: String,
    /// The codes that it lists; none if its mapping cannot be read.
    pub codes: Option<BTreeSet<Code>>,
    /// The kinds of which it lists nothing, though other duties do.
    pub lacks: Vec<Kind>,
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
    /// How many duties list it.
    pub duties: usize,
    /// Whether no duty lists it, as far as all of them can be read.
    pub orphan: bool,
}

/// What a duty says of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatrixCell {
    /// It lists it.
    Listed,
    /// It does not.
    Blank,
    /// Its mapping cannot be read.
    Unknown,
}

impl MatrixRow {
    /// What it says of the statement with this code.
    #[must_use]
    pub fn cell(&self, code: Code) -> MatrixCell {
        match &self.codes {
            None => MatrixCell::Unknown,
            Some(codes) if codes.contains(&code) => MatrixCell::Listed,
            Some(_) => MatrixCell::Blank,
        }
    }

    /// How many statements of a table it lists, as it is shown: `?` if its mapping cannot be read.
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
