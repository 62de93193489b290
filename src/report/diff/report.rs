//! A report of one comparison: the comparison, and everything else that the report says.

use crate::diff::{Category, Comparison, FactField, Score, Side, Stated, Which};
use crate::model::FactId;

/// What every report of a comparison says to anyone who might take its category for a decision.
pub(in crate::report) const WHO_DECIDES: &str =
    "This is a proposal based only on the wording of the two documents. Skills England decides.";

/// Where the texts of real standards come from, and on what terms.
pub(in crate::report) const LICENCE: &str = "The texts of published occupational standards are Crown copyright \
    and are used under the Open Government Licence v3.0.";

/// The URL of the licence.
pub(in crate::report) const LICENCE_URL: &str =
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

/// Pairs that are less alike than this are shown as two whole texts: the words that they share by
/// chance would only break both up.
pub(in crate::report) const REDLINE_FROM: Score = Score(450);

/// A comparison and everything else that a report of it says.
#[derive(Clone, Copy, Debug)]
pub struct DiffReport<'a> {
    /// What differs.
    pub comparison: &'a Comparison<'a>,
    /// The file compared from.
    pub old: ComparedInput<'a>,
    /// The file compared to.
    pub new: ComparedInput<'a>,
    /// The version of this tool, without its name: `0.1.0`.
    pub tool_version: &'a str,
    /// What to show.
    pub options: DiffOptions,
    /// How the two documents are related.
    pub relation: Relation,
}

/// How the two documents of a comparison are related.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Relation {
    /// They are one document, before and after a change.
    #[default]
    Changed,
    /// The new one was added, and the old one is the version before it.
    NewVersion,
}

/// One of the two files, as the reader of a report knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComparedInput<'a> {
    /// Its name, as it was given: a path, or `REV:PATH`.
    pub name: &'a str,
    /// What the document is called among the others in its file, if there are several: `ST9901_1.1`.
    pub document: Option<&'a str>,
    /// The SHA-256 of the document's bytes, as 64 hexadecimal digits.
    pub sha256: &'a str,
}

impl<'a> ComparedInput<'a> {
    /// What tells the document from the others in a run: its name in its file, or the name of the file.
    #[must_use]
    pub fn label(&self) -> &'a str {
        self.document.unwrap_or(self.name)
    }

    /// The file and, if it holds several documents, which of them.
    #[must_use]
    pub fn shown(&self) -> String {
        match self.document {
            Some(document) => format!("{document} in {}", self.name),
            None => self.name.to_owned(),
        }
    }
}

/// What a report shows. The default is what most readers want.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DiffOptions {
    /// Whether screen readers announce where an insertion or a deletion starts and ends; the reader
    /// of a page can still turn this on or off.
    pub announce: bool,
    /// Whether changes to quotes, dashes, spaces and capitals are shown.
    pub typography: bool,
}

impl Default for DiffOptions {
    fn default() -> Self {
        Self { announce: true, typography: false }
    }
}

impl DiffReport<'_> {
    /// What the comparison proposes as a whole, or `None` if nothing differs.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        self.comparison.overall.category
    }

    /// Whether a category is proposed at all.
    #[must_use]
    pub fn proposes(&self) -> bool {
        self.comparison.overall.is_proposed
    }

    /// Whether one of the documents has been published: a draft belongs to its author.
    pub(in crate::report) fn is_of_published(&self) -> bool {
        !(self.comparison.old.is_draft && self.comparison.new.is_draft)
    }

    /// What changed as one sentence, or that nothing did.
    #[must_use]
    pub fn said(&self) -> String {
        if self.has_something_to_show() { self.what_changed() } else { "No differences.".to_owned() }
    }

    /// Whether there is more to say than that nothing differs.
    pub(in crate::report) fn has_something_to_show(&self) -> bool {
        let hidden = || self.comparison.changes.iter().any(|change| change.id.is_hidden());
        !self.comparison.is_empty() || (self.options.typography && hidden())
    }

    /// The title of the report: the title of the standard, or both titles if they differ.
    #[must_use]
    pub fn title(&self) -> String {
        match self.titles() {
            (old, Some(new)) => format!("{old} → {new}"),
            (title, None) => title.to_owned(),
        }
    }

    /// The title of the standard, and the title of the new document if it is different. Documents
    /// without titles go by the names of their files.
    #[must_use]
    pub fn titles(&self) -> (&str, Option<&str>) {
        let stated =
            |which| self.stated(FactField::Value(FactId::Title), which).map(|stated| stated.value.as_str());
        match (stated(Which::Old), stated(Which::New)) {
            (Some(old), Some(new)) => (old, Some(new).filter(|new| *new != old)),
            (Some(title), None) | (None, Some(title)) => (title, None),
            (None, None) => (self.old.name, Some(self.new.name)),
        }
    }

    /// What one of the documents states for a fact.
    pub(in crate::report) fn stated(&self, field: FactField, which: Which) -> Option<&Stated> {
        let fact = self.comparison.facts.iter().find(|fact| fact.field == field)?;
        if which == Which::Old { fact.old.as_ref() } else { fact.new.as_ref() }
    }

    /// What to call one of the documents: `ST0218 version 1.1`, or otherwise the name of its file.
    #[must_use]
    pub fn name_of(&self, side: &Side<'_>, input: ComparedInput<'_>) -> String {
        match (side.reference, side.version) {
            (Some(reference), Some(version)) => format!("{reference} version {version}"),
            (Some(reference), None) => reference.to_owned(),
            (None, Some(version)) => format!("{} (version {version})", input.shown()),
            (None, None) => input.shown(),
        }
    }

    /// What is compared with what: `ST0218 version 1.0 → ST0218 version 1.1`.
    #[must_use]
    pub fn between(&self) -> String {
        let old = self.name_of(&self.comparison.old, self.old);
        let new = self.name_of(&self.comparison.new, self.new);
        match self.relation {
            Relation::NewVersion => format!("{old} → {new} (new version)"),
            Relation::Changed if self.old.document.and(self.new.document).is_some() && old == new => new,
            Relation::Changed => format!("{old} → {new}"),
        }
    }
}
