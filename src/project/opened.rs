//! What an input holds, once it was opened.

use crate::diagnostic::Diagnostic;
use crate::source::Source;

/// What one input holds.
#[derive(Debug)]
pub struct Documents {
    /// The file around, if it holds several documents.
    pub file: Option<Source>,
    /// What is wrong with that file, its encoding and what stands between its documents.
    pub around: Vec<Diagnostic>,
    /// Each document, in order: one if the input holds but one, or cannot be read.
    pub all: Vec<Opened>,
}

/// A document that was opened, or an input that cannot be.
#[derive(Debug)]
pub struct Opened {
    /// Its text; none of what cannot be read.
    pub source: Source,
    /// What is wrong with its encoding, or why it cannot be read.
    pub found: Vec<Diagnostic>,
    /// Whether there is a text.
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
