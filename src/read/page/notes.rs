//! What a page reader has to say about what it could not read.

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::read::TRUNCATED_PAGE;
use crate::source::{SourceId, Span};

/// Collects what could not be read, and makes one diagnostic of each kind of place.
#[derive(Debug)]
pub(super) struct Notes {
    source: SourceId,
    unread: Vec<(&'static str, Span, usize)>,
    diagnostics: Vec<Diagnostic>,
}

impl Notes {
    /// Notes about the file `source`.
    pub(super) fn new(source: SourceId) -> Self {
        Self { source, unread: Vec::new(), diagnostics: Vec::new() }
    }

    /// Notes that something among the `subject` (`duties`, `statements`, …) was not understood.
    pub(super) fn unread(&mut self, subject: &'static str, span: Span) {
        match self.unread.iter_mut().find(|(known, ..)| *known == subject) {
            Some((.., count)) => *count += 1,
            None => self.unread.push((subject, span, 1)),
        }
    }

    /// Notes that the value of `subject` is not what it should be: `a number`, say.
    pub(super) fn value(&mut self, subject: &'static str, span: Span, expected: &str) {
        let message = format!("the {subject} is not {expected}");
        let label = Label::new(self.source, span, format!("expected {expected}"));
        let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
        self.diagnostics.push(found.help(format!("write {expected} here")));
    }

    /// Notes that the parts of a text cannot be told apart.
    pub(super) fn untold(&mut self, subject: &'static str, span: Span, message: &str, help: &str) {
        let label = Label::new(self.source, span, "from here on");
        let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
        self.diagnostics.push(found.help(help));
    }

    /// Notes that sections were left out although they are known: the first one stands there.
    pub(super) fn left_out(&mut self, span: Span, names: &[&str]) {
        let message = match names {
            [name] => format!("the section \"{name}\" is not read"),
            _ => format!("{} sections are not read: {}", names.len(), names.join(", ")),
        };
        let label = Label::new(self.source, span, "left out");
        let found = Diagnostic::new("unread-content", Severity::Advice, "sections", message, label);
        self.diagnostics.push(found.help("nothing is to be done: duties and statements do not depend on it"));
    }

    /// Notes that the page is not whole.
    pub(super) fn truncated(&mut self, subject: &'static str, span: Span, message: &str) {
        let label = Label::new(self.source, span, "the page ends here");
        let found = Diagnostic::new(TRUNCATED_PAGE, Severity::Error, subject, message, label);
        self.diagnostics.push(found.help("copy or save the whole page again"));
    }

    /// All that was noted.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics;
        for (subject, span, count) in self.unread {
            let message = match count {
                1 => format!("one part of the {subject} was not understood"),
                _ => format!("{count} parts of the {subject} were not understood"),
            };
            let what = if count == 1 { "not understood" } else { "the first one" };
            let label = Label::new(self.source, span, what);
            let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
            diagnostics
                .push(found.help("nothing in it is checked: correct it if it belongs to the standard"));
        }
        diagnostics
    }
}
