//! The context of a rule: what it checks, and how it reports.

use super::survey::Survey;
use super::{RuleMeta, RuleOption};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{Date, Format, Kind, Mapping};
use crate::source::{SourceId, Span};
use crate::text_index::{SharedWords, TextIndex};

/// The current document, the severity and the options that the rule has in this run, and where findings go.
#[derive(Debug)]
pub struct LintContext<'a> {
    meta: &'static RuleMeta,
    severity: Severity,
    config: &'a Config,
    source: SourceId,
    format: Format,
    survey: &'a Survey<'a>,
    found: &'a mut Vec<Diagnostic>,
}

impl<'a> LintContext<'a> {
    pub(super) fn new(
        meta: &'static RuleMeta,
        severity: Severity,
        config: &'a Config,
        source: SourceId,
        format: Format,
        survey: &'a Survey<'a>,
        found: &'a mut Vec<Diagnostic>,
    ) -> Self {
        Self { meta, severity, config, source, format, survey, found }
    }

    /// The index of the words of the document.
    #[must_use]
    pub fn index(&self) -> &'a TextIndex<'a> {
        &self.survey.index
    }

    /// Which statements of the standard are mapped to which duty.
    #[must_use]
    pub fn mapping(&self) -> &'a Mapping<'a> {
        &self.survey.mapping
    }

    /// The words that the statements of one kind share.
    #[must_use]
    pub fn shared_words(&self, kind: Kind) -> &'a SharedWords {
        self.survey.shared_words(kind)
    }

    /// The format of the current document.
    #[must_use]
    pub fn format(&self) -> Format {
        self.format
    }

    /// The day on which this run checks, if it is known.
    #[must_use]
    pub fn today(&self) -> Option<Date> {
        self.config.today
    }

    /// The value in this run of an option that the rule declares.
    #[must_use]
    pub fn option(&self, declared: &RuleOption) -> usize {
        self.config.option(self.meta.name, declared.name).unwrap_or(declared.default)
    }

    /// A diagnostic of this rule about `subject` in the current document: what is wrong, where, and why there.
    #[must_use]
    pub fn diagnostic(
        &self,
        subject: impl Into<String>,
        message: impl Into<String>,
        span: Span,
        label: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(self.meta.name, self.severity, subject, message, self.label(span, label))
    }

    /// A label in the current document.
    #[must_use]
    pub fn label(&self, span: Span, message: impl Into<String>) -> Label {
        Label::new(self.source, span, message)
    }

    /// Reports it.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }
}
