//! What a reader could not understand, one diagnostic for each thing.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::read::TRUNCATED_PAGE;
use crate::source::{SourceId, Span};

/// Collects the diagnostics of a reader.
#[derive(Debug)]
pub(in crate::read) struct Notes {
    source: SourceId,
    list: Vec<Diagnostic>,
    unread: BTreeSet<String>,
}

impl Notes {
    /// No notes on this file yet.
    pub(in crate::read) fn new(source: SourceId) -> Self {
        Self { source, list: Vec::new(), unread: BTreeSet::new() }
    }

    /// Something at `span` is not understood. Only the first note on a subject is kept.
    pub(in crate::read) fn unread(&mut self, subject: &str, span: Span, message: &str, help: &str) {
        if !self.unread.insert(subject.to_owned()) {
            return;
        }
        let label = Label::new(self.source, span, "not understood");
        let note = Diagnostic::new("unread-content", Severity::Warning, subject, message, label).help(help);
        self.list.push(note);
    }

    /// The page ends in the middle, at `span`.
    pub(in crate::read) fn truncated(&mut self, span: Span) {
        let label = Label::new(self.source, span, "the page ends here");
        let message = "the page is cut off in the middle";
        let help = "save the whole page again; only what stands before the cut has been read";
        self.list.push(Diagnostic::new(TRUNCATED_PAGE, Severity::Error, "page", message, label).help(help));
    }

    /// Adds a diagnostic of another rule.
    pub(in crate::read) fn push(&mut self, diagnostic: Diagnostic) {
        self.list.push(diagnostic);
    }

    /// The diagnostics, in the order in which they were found.
    pub(in crate::read) fn finish(self) -> Vec<Diagnostic> {
        self.list
    }
}
