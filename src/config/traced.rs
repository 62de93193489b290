//! The documents that cite a standard, as a `ksb.toml` names them.

use super::Globs;
use crate::diagnostic::Label;

/// Documents that cite a standard: a `[[trace]]`. Paths are relative to the folder of `ksb.toml`.
#[derive(Clone, Debug)]
pub struct TraceSection {
    /// The standard: a path, or `REV:PATH` for what git has.
    pub standard: String,
    /// Which document of that file it is, if the file holds several.
    pub document: Option<String>,
    /// The documents that cite it: each pattern with its place.
    pub files: Vec<(Globs, Label)>,
    /// The headings of the columns that hold codes.
    pub codes_in: Vec<String>,
    /// Whether each document must name each knowledge statement and skill exactly once.
    pub exactly_once: bool,
    /// Files and folders with earlier and later versions of the standard, each with its place.
    pub history: Vec<(String, Label)>,
    /// The share of the statements that must be cited, in per cent.
    pub min_coverage: Option<u8>,
    /// Where the standard is named.
    pub place: Label,
}

impl TraceSection {
    /// Whether a file is one of the documents, by its path.
    #[must_use]
    pub fn matches(&self, path: &str) -> bool {
        self.files.iter().any(|(globs, _)| globs.matches(path))
    }
}
