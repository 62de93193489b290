//! A diagnostic: one thing that is wrong with a document, and where. Plain data: `report` renders it.

use crate::source::{SourceId, Span};

/// How much a diagnostic matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Advice,
    /// The standard differs from guidance.
    Warning,
    /// A reviewer would return the standard, or a program that reads it would fail.
    Error,
}

impl Severity {
    /// The word for it: `advice`, `warning` or `error`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// A place that a diagnostic refers to, and a message about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The file.
    pub source: SourceId,
    /// The place in it.
    pub span: Span,
    /// The message about the place; may be empty.
    pub message: String,
}

impl Label {
    /// A label at `span` of `source`.
    pub fn new(source: SourceId, span: Span, message: impl Into<String>) -> Self {
        Self { source, span, message: message.into() }
    }
}

/// A change that fixes what a diagnostic reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Whether it can be applied without a review, because it does not change the meaning.
    pub safe: bool,
    /// The edits, in the file of the primary label, in order and without overlap.
    pub edits: Vec<Edit>,
}

/// One replacement in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The replaced bytes.
    pub span: Span,
    /// What it is replaced with.
    pub replacement: String,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of the rule that reports it.
    pub rule: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about: `K7`, `D3`, `D10→K27`, `K1,S1`, `title`, `summary[3]`.
    pub subject: String,
    /// What is wrong.
    pub message: String,
    /// Where it is wrong. The first label is the primary one, and says why it is wrong there.
    pub labels: Vec<Label>,
    /// What to do.
    pub help: Option<String>,
    /// Where it is in a JSON document, as a JSON pointer.
    pub pointer: Option<String>,
    /// How to fix it.
    pub fix: Option<Fix>,
    /// The rule that explains the same fault better: if it reports inside the primary label, this diagnostic is
    /// dropped.
    pub yields_to: Option<String>,
}

impl Diagnostic {
    /// A diagnostic with its primary label.
    pub fn new(
        rule: &'static str,
        severity: Severity,
        subject: impl Into<String>,
        message: impl Into<String>,
        primary: Label,
    ) -> Self {
        Self {
            rule,
            severity,
            subject: subject.into(),
            message: message.into(),
            labels: vec![primary],
            help: None,
            pointer: None,
            fix: None,
            yields_to: None,
        }
    }

    /// Adds a secondary label.
    #[must_use]
    pub fn label(mut self, label: Label) -> Self {
        self.labels.push(label);
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says how to fix it by replacing one span.
    #[must_use]
    pub fn fix(mut self, safe: bool, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { safe, edits: vec![Edit { span, replacement: replacement.into() }] });
        self
    }

    /// The label that is underlined first.
    #[must_use]
    pub fn primary(&self) -> &Label {
        &self.labels[0]
    }
}

/// A diagnostic that an ignore silences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// What is ignored.
    pub diagnostic: Diagnostic,
    /// Why, in the words of whoever ignores it.
    pub reason: String,
    /// Where the ignore is stated.
    pub stated_in: StatedIn,
}

/// Where an ignore is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatedIn {
    /// In the document that it is about.
    Document,
    /// In the settings.
    Settings,
}
