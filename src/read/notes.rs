//! What a reader of pages has to say about what it could not read.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::Document;
use crate::source::{Beside, LeftOut, SourceId, Span};

/// The rule that reports a page that breaks off.
pub(super) const TRUNCATED_PAGE: &str = "truncated-page";

/// What to do where formulas have no values.
pub(super) const STORE_VALUES: &str =
    "open the workbook in Excel or LibreOffice and save it, so that it also has the values";

/// What to do where codes are beside the text.
const INTO_TEXT: &str = "move them into the text if they cite the standard";

/// What a front end returns: the document, and what it could not read.
pub(crate) type Read<'s> = (Document<'s>, Vec<Diagnostic>);

/// Collects what could not be read.
#[derive(Debug)]
pub(in crate::read) struct Notes {
    source: SourceId,
    /// What is reported as one diagnostic: its subject, the first place and how many there are.
    unread: Vec<(&'static str, Span, usize)>,
    /// The subjects for which only the first note is reported.
    reported: BTreeSet<String>,
    diagnostics: Vec<Diagnostic>,
}

impl Notes {
    /// Notes about the file `source`.
    pub(in crate::read) fn new(source: SourceId) -> Self {
        Self { source, unread: Vec::new(), reported: BTreeSet::new(), diagnostics: Vec::new() }
    }

    /// Notes that something among the `subject` (`duties`, `statements`, …) was not understood.
    pub(in crate::read) fn unread(&mut self, subject: &'static str, span: Span) {
        match self.unread.iter_mut().find(|(known, ..)| *known == subject) {
            Some((.., count)) => *count += 1,
            None => self.unread.push((subject, span, 1)),
        }
    }

    /// Notes that something at `span` was not understood, and why. Only the first note on a subject is kept.
    pub(in crate::read) fn unread_first(&mut self, subject: &str, span: Span, message: &str, help: &str) {
        if self.reported.insert(subject.to_owned()) {
            let label = Label::new(self.source, span, "this was not read");
            let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
            self.diagnostics.push(found.help(help));
        }
    }

    /// Notes that the value of `subject` is not what it should be: for example, `a number`.
    pub(in crate::read) fn value(&mut self, subject: &'static str, span: Span, expected: &str) {
        let message = format!("the {subject} is not {expected}");
        let label = Label::new(self.source, span, format!("expected {expected}"));
        let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
        self.diagnostics.push(found.help(format!("write {expected} here")));
    }

    /// Notes that statements have numbers without letters, and which letters were assumed. Only the first is reported.
    pub(in crate::read) fn lettered(&mut self, span: Span, letters: &str) {
        if self.reported.insert("numbers".to_owned()) {
            let message = format!(
                "statements have numbers without letters: they are read as {letters}1, {letters}2 and so on"
            );
            let label = Label::new(self.source, span, format!("read as {letters}1"));
            let found = Diagnostic::new("unread-content", Severity::Advice, "statements", message, label);
            self.diagnostics.push(found.help(format!("write {letters}1 instead of 1, as the duties do")));
        }
    }

    /// Notes that the parts of a text cannot be told apart.
    pub(in crate::read) fn unclear(
        &mut self,
        subject: &'static str,
        (span, label): (Span, &str),
        message: &str,
        help: &str,
    ) {
        let label = Label::new(self.source, span, label);
        let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
        self.diagnostics.push(found.help(help));
    }

    /// Notes that sections were left out; `span` is the first one. `known` is whether they are all known to say nothing
    /// that is checked.
    pub(in crate::read) fn left_out(&mut self, span: Span, names: &[&str], known: bool) {
        let message = match names {
            [name] => format!("the section \"{name}\" is not read"),
            _ => format!("{} sections are not read: {}", names.len(), names.join(", ")),
        };
        let label = Label::new(self.source, span, "left out");
        let found = Diagnostic::new("unread-content", Severity::Advice, "sections", message, label);
        let help = if known {
            "you do not need to do anything: duties and statements do not depend on it"
        } else {
            "if it belongs to the standard, use the heading from the template"
        };
        self.diagnostics.push(found.help(help));
    }

    /// Notes that columns of a table were left out; `span` is the header of the first one.
    pub(in crate::read) fn left_out_columns(&mut self, span: Span, names: &[&str]) {
        let message = match names {
            [name] => format!("the column \"{name}\" is not read"),
            _ => format!("{} columns are not read: {}", names.len(), names.join(", ")),
        };
        let label = Label::new(self.source, span, "left out");
        let found = Diagnostic::new("unread-content", Severity::Advice, "columns", message, label);
        let help = "if it is a known column with another name, use the known name";
        self.diagnostics.push(found.help(help));
    }

    /// Notes parts with words that a text leaves out.
    pub(in crate::read) fn left_out_of_text(&mut self, places: &[(LeftOut, Span)]) {
        for what in [LeftOut::Footnote, LeftOut::Struck, LeftOut::Code, LeftOut::Formula] {
            let mut of_kind = places.iter().filter(|(kind, _)| *kind == what);
            if let Some((_, first)) = of_kind.next() {
                self.left_out_of_kind(what, *first, of_kind.count());
            }
        }
    }

    /// Notes the parts beside a text that may have codes, each kind once.
    pub(in crate::read) fn codes_beside_text(&mut self, parts: &[Beside]) {
        for part in Beside::ALL {
            if parts.contains(&part) {
                let (subject, help) = match part {
                    Beside::HiddenSheets => ("hidden sheets", "show the sheets if they cite the standard"),
                    Beside::Headers => ("headers", INTO_TEXT),
                    Beside::Footers => ("footers", INTO_TEXT),
                    Beside::Footnotes => ("footnotes", INTO_TEXT),
                    Beside::Endnotes => ("endnotes", INTO_TEXT),
                    Beside::Comments => ("comments", INTO_TEXT),
                };
                let message = format!("codes in {subject} are not read");
                let label = Label::new(self.source, Span::at(0), "only the text is read");
                let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
                self.diagnostics.push(found.help(help));
            }
        }
    }

    fn left_out_of_kind(&mut self, what: LeftOut, first: Span, more: usize) {
        let (subject, one, several, label) = match what {
            LeftOut::Footnote => ("footnotes", "a footnote", "footnotes", "the first one is marked here"),
            LeftOut::Struck => (
                "struck-out text",
                "a piece of struck-out text",
                "pieces of struck-out text",
                "the first one is here",
            ),
            LeftOut::Code => ("code", "a block of code", "blocks of code", "the first one"),
            LeftOut::Formula => {
                ("formulas", "a formula without a value", "formulas without values", "the first one")
            }
        };
        let (message, label) = match more {
            0 => (format!("{one} is not read"), label.replacen("the first one", "it", 1)),
            _ => (format!("{} {several} are not read", more + 1), label.to_owned()),
        };
        let help = match what {
            LeftOut::Struck => "delete it, or remove the strikethrough if it belongs to the standard",
            LeftOut::Footnote | LeftOut::Code => "move what belongs to the standard into its text",
            LeftOut::Formula => STORE_VALUES,
        };
        let label = Label::new(self.source, first, label);
        let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
        self.diagnostics.push(found.help(help));
    }

    /// Notes that the page is not whole.
    pub(in crate::read) fn truncated(&mut self, subject: &'static str, span: Span, message: &str) {
        self.cut(subject, span, message, "copy or save the whole page again");
    }

    /// Notes that the file ends in the middle of the page.
    pub(in crate::read) fn cut_off(&mut self, span: Span) {
        let help = "save the whole page again: only the part before the cut was read";
        self.cut("page", span, "the page is cut off in the middle", help);
    }

    fn cut(&mut self, subject: &str, span: Span, message: &str, help: &str) {
        let label = Label::new(self.source, span, "the page ends here");
        let found = Diagnostic::new(TRUNCATED_PAGE, Severity::Error, subject, message, label);
        self.diagnostics.push(found.help(help));
    }

    /// Adds a diagnostic of another kind.
    pub(in crate::read) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Everything that was noted.
    pub(in crate::read) fn finish(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics;
        for (subject, span, count) in self.unread {
            let message = match count {
                1 if subject.ends_with('s') => format!("some of the {subject} could not be read"),
                1 => format!("part of the {subject} could not be read"),
                _ => format!("{count} parts of the {subject} could not be read"),
            };
            let what = if count == 1 { "this part was not read" } else { "the first part" };
            let label = Label::new(self.source, span, what);
            let found = Diagnostic::new("unread-content", Severity::Warning, subject, message, label);
            diagnostics.push(found.help("if this belongs to the standard, write it like the parts that were read, such as `K1: The parts of a lock.`: until then it is not checked"));
        }
        diagnostics
    }
}
