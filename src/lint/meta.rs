//! The metadata of a rule.

use std::fmt::Write as _;

use crate::diagnostic::Severity;

/// What a group of rules looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Whether the input can be read as what it is.
    Input,
    /// Whether the user's settings are valid and still needed.
    Settings,
    /// Whether the parts of a document are there and are filled in.
    Structure,
    /// How statements and duties are numbered.
    Codes,
    /// Which duty needs which statements.
    Mapping,
    /// How statements are worded.
    Wording,
    /// The occupation summary.
    Summary,
    /// Who wrote it, and the names and numbers that identify it.
    Identity,
    /// When it was written, and when it applies.
    Dates,
    /// The versions of a standard, compared with each other.
    Versions,
    /// Occupational maps, and standards compared with them.
    Maps,
    /// Documents that cite a standard.
    Citations,
}

impl Group {
    /// All groups, in the order in which they are listed.
    pub const ALL: [Self; 12] = [
        Self::Input,
        Self::Settings,
        Self::Structure,
        Self::Codes,
        Self::Mapping,
        Self::Wording,
        Self::Summary,
        Self::Identity,
        Self::Dates,
        Self::Versions,
        Self::Maps,
        Self::Citations,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Settings => "settings",
            Self::Structure => "structure",
            Self::Codes => "codes",
            Self::Mapping => "mapping",
            Self::Wording => "wording",
            Self::Summary => "summary",
            Self::Identity => "identity",
            Self::Dates => "dates",
            Self::Versions => "versions",
            Self::Maps => "maps",
            Self::Citations => "citations",
        }
    }

    /// What its rules look at, in a few words.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Input => "whether files can be read",
            Self::Settings => "whether settings are correct and still needed",
            Self::Structure => "whether the parts of a document are present and filled in",
            Self::Codes => "how statements and duties are numbered",
            Self::Mapping => "which statements are mapped to which duties",
            Self::Wording => "how texts are worded",
            Self::Summary => "the occupation summary",
            Self::Identity => "facts about the standard: its names, numbers and people",
            Self::Dates => "dates, and the order that they are in",
            Self::Versions => "the versions of a standard compared with each other",
            Self::Maps => "occupational maps, and standards compared with them",
            Self::Citations => "documents that cite a standard (`ksb trace`)",
        }
    }
}

/// What a rule is run over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// One document.
    Document,
    /// The extracts of all documents of a run.
    Catalogue,
    /// The documents that cite a standard.
    Trace,
}

impl Scope {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Catalogue => "catalogue",
            Self::Trace => "trace",
        }
    }
}

/// The metadata of a rule.
#[derive(Debug)]
pub struct RuleMeta {
    /// Its name: in kebab case, the same as its file, and never reused for another rule.
    pub name: &'static str,
    /// What it looks at.
    pub group: Group,
    /// Its codes in the checks of the government's own import, which can be used as its name too.
    pub aliases: &'static [&'static str],
    /// Whether it looks at one document or at all documents of a run.
    pub scope: Scope,
    /// How much its findings matter unless a configuration says otherwise.
    pub severity: Severity,
    /// Whether it is about something missing from a document. Such a rule does not run on a document that is cut off,
    /// because what is missing may have been in the rest.
    pub needs_whole: bool,
    /// The options that can be set in a `ksb.toml`.
    pub options: &'static [RuleOption],
    /// Its page, in Markdown: what it does, why it matters, examples, source.
    pub docs: &'static str,
}

/// A whole number that can be set for a rule.
#[derive(Debug)]
pub struct RuleOption {
    /// Its name.
    pub name: &'static str,
    /// Its value unless it is set.
    pub default: usize,
    /// What is counted, and what follows from the number.
    pub what: &'static str,
}

impl RuleMeta {
    /// Its page, including its options, in Markdown.
    #[must_use]
    pub fn page(&self) -> String {
        let mut out = self.docs.to_owned();
        if !self.options.is_empty() {
            let name = self.name;
            let about = "You can set these in `ksb.toml`. The values here are the defaults:";
            let _infallible = write!(out, "\n# Options\n{about}\n```toml\n[options.{name}]\n");
            for RuleOption { name, default, what } in self.options {
                let _infallible = writeln!(out, "{name} = {default} # {what}");
            }
            out += "```\n";
        }
        out
    }

    /// The first sentence of its page.
    #[must_use]
    pub fn summary(&self) -> &'static str {
        let text = self.docs.split("# What it does").nth(1).unwrap_or(self.docs).trim_start();
        text.split("\n\n").next().unwrap_or(text).trim()
    }
}
