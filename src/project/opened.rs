//! An input that has been opened, and its documents.

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// The documents of one input.
#[derive(Debug)]
pub struct Documents {
    /// The file itself, if it holds several documents.
    pub file: Option<Source>,
    /// Findings about that file: its encoding, and what is between its documents.
    pub around: Vec<Diagnostic>,
    /// Each document, in order: exactly one if the input is a single document or cannot be read.
    pub all: Vec<Opened>,
}

/// A document that was opened, or an input that could not be.
#[derive(Debug)]
pub struct Opened {
    /// Its text; empty if it cannot be read.
    pub source: Source,
    /// Findings about its encoding, or why it cannot be read.
    pub found: Vec<Diagnostic>,
    /// Whether it could be read.
    pub is_read: bool,
}

impl Opened {
    /// An input that cannot be read, and why.
    pub(super) fn unreadable(source: Source, why: Diagnostic) -> Self {
        Self { source, found: vec![why], is_read: false }
    }
}

impl From<Opened> for Documents {
    fn from(one: Opened) -> Self {
        Self { file: None, around: Vec::new(), all: vec![one] }
    }
}
