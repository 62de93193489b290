//! Several comparisons at once: of the documents in two folders, or in two catalogues.

use super::report::{DiffReport, Relation};
use crate::diff::Category;
use crate::diff::set::{Fate, combined_category, sort_by_category};
use crate::report::text::{counted, listed};

/// The comparisons of the documents in two folders or catalogues, and the documents without a counterpart.
#[derive(Clone, Debug)]
pub struct DiffSet<'a> {
    /// What is compared with what, as the user named it: `2023 → 2024`.
    pub title: String,
    /// The version of this tool, without its name.
    pub tool_version: &'a str,
    /// The comparisons, most significant first.
    pub reports: Vec<DiffReport<'a>>,
    /// The other documents.
    pub uncompared: Uncompared,
    /// What is proposed for all of them.
    pub category: Option<Category>,
}

/// The documents of a set that are in no comparison.
#[derive(Clone, Debug, Default)]
pub struct Uncompared {
    /// Old documents without a counterpart.
    pub only_old: Vec<UnmatchedDocument>,
    /// New documents without a counterpart.
    pub only_new: Vec<UnmatchedDocument>,
    /// How many documents were not compared, because they are byte for byte the same.
    pub unchanged: usize,
}

/// A document without a counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnmatchedDocument {
    /// What it is called: its name in its file, or the name of the file.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
}

/// The word for what became of a document.
pub(in crate::report) fn fate_word(fate: Fate) -> &'static str {
    match fate {
        Fate::Changed => "changed",
        Fate::NewVersion => "new version",
        Fate::Added => "added",
        Fate::Removed => "removed",
    }
}

/// A line of the table of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct SetLine {
    /// What became of the document.
    pub(in crate::report) fate: Fate,
    /// What it is called.
    pub(in crate::report) name: String,
    /// Its title; empty if it has none.
    pub(in crate::report) title: String,
    /// What is proposed.
    pub(in crate::report) category: Category,
    /// What changed, in a sentence.
    pub(in crate::report) said: String,
    /// Its comparison, as an index into [`DiffSet::reports`].
    pub(in crate::report) report: Option<usize>,
}

impl<'a> DiffSet<'a> {
    /// The set of these comparisons and the other documents.
    #[must_use]
    pub fn new(
        title: String,
        tool_version: &'a str,
        mut reports: Vec<DiffReport<'a>>,
        uncompared: Uncompared,
    ) -> Self {
        sort_by_category(&mut reports, |report| (report.category(), report.new.label()));
        let alone = uncompared.only_old.len() + uncompared.only_new.len();
        let category = combined_category(reports.iter().map(DiffReport::category), alone);
        Self { title, tool_version, reports, uncompared, category }
    }

    /// The reports that have something to show.
    pub(in crate::report) fn with_differences(&self) -> Vec<&DiffReport<'_>> {
        self.reports.iter().filter(|report| report.has_something_to_show()).collect()
    }

    /// How many documents are the same on both sides, as a sentence, or `None` if none are.
    pub(in crate::report) fn without_differences(&self) -> Option<String> {
        let same = self.uncompared.unchanged + self.reports.len() - self.with_differences().len();
        counted(same, "document is", "documents are").map(|count| format!("{count} the same on both sides."))
    }

    /// A line for each document without a counterpart.
    pub(in crate::report) fn unmatched(&self) -> Vec<String> {
        let old = self
            .uncompared
            .only_old
            .iter()
            .map(|one| format!("{}: removed, or only on the old side", one.name));
        let new = self
            .uncompared
            .only_new
            .iter()
            .map(|one| format!("{}: added, or only on the new side", one.name));
        old.chain(new).collect()
    }

    /// The documents that differ, were added or were removed, most significant first.
    pub(in crate::report) fn lines(&self) -> Vec<SetLine> {
        let differing = self.reports.iter().enumerate().filter(|(_, one)| one.has_something_to_show());
        let mut lines: Vec<SetLine> = differing.map(|(index, report)| of_report(index, report)).collect();
        lines.extend(self.uncompared.only_new.iter().map(|one| of_alone(one, Fate::Added)));
        lines.extend(self.uncompared.only_old.iter().map(|one| of_alone(one, Fate::Removed)));
        sort_by_category(&mut lines, |line| (Some(line.category), (line.fate, line.name.clone())));
        lines
    }

    /// What became of how many documents, as a sentence.
    pub(in crate::report) fn summary(&self) -> String {
        let lines = self.lines();
        let count = |fate: Fate| lines.iter().filter(|line| line.fate == fate).count();
        let parts = [
            counted(count(Fate::Changed), "document changed", "documents changed"),
            counted(count(Fate::NewVersion), "new version", "new versions"),
            counted(count(Fate::Added), "document added", "documents added"),
            counted(count(Fate::Removed), "document removed", "documents removed"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let changed = if parts.is_empty() { "No differences".to_owned() } else { listed(&parts) };
        let same = self.without_differences();
        format!("{changed}. {}", same.unwrap_or_default()).trim_end().to_owned()
    }
}

fn of_report(index: usize, report: &DiffReport<'_>) -> SetLine {
    let fate = match report.relation {
        Relation::Changed => Fate::Changed,
        Relation::NewVersion => Fate::NewVersion,
    };
    SetLine {
        fate,
        name: report.new.label().to_owned(),
        title: report.title(),
        category: fate.category(report.category()),
        said: report.what_changed(),
        report: Some(index),
    }
}

fn of_alone(one: &UnmatchedDocument, fate: Fate) -> SetLine {
    SetLine {
        fate,
        name: one.name.clone(),
        title: one.title.clone().unwrap_or_default(),
        category: fate.category(None),
        said: format!("Only on the {} side.", if fate == Fate::Added { "new" } else { "old" }),
        report: None,
    }
}
