//! Several comparisons at once: those of the documents of two folders, or of two catalogues.

use super::{DiffReport, Relation};
use crate::diff::category::Category;
use crate::report::text::{counted, listed};

/// The comparisons of the documents of two folders or catalogues, and the documents without a counterpart.
#[derive(Clone, Debug, Default)]
pub struct DiffSet<'a> {
    /// What is compared with what, as the user named it: `2023 → 2024`.
    pub title: String,
    /// The version of this tool, without its name.
    pub tool_version: &'a str,
    /// The comparisons, in the order in which they are shown.
    pub reports: Vec<DiffReport<'a>>,
    /// Old documents without a counterpart.
    pub only_old: Vec<Alone>,
    /// New documents without a counterpart.
    pub only_new: Vec<Alone>,
    /// How many documents were not compared, because they are the same to the byte.
    pub unchanged: usize,
}

/// A document without a counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    /// What it is called: its name in its file, or that of the file.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
}

/// What became of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::report) enum What {
    /// It is on both sides and differs.
    Changed,
    /// It came, and there is a version before it.
    NewVersion,
    /// It came, or is only on the new side.
    Added,
    /// It went, or is only on the old side.
    Removed,
}

impl What {
    /// The word for it.
    pub(in crate::report) fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::NewVersion => "new version",
            Self::Added => "added",
            Self::Removed => "removed",
        }
    }
}

/// A line of the table of documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct SetLine {
    /// What became of the document.
    pub(in crate::report) what: What,
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

impl DiffSet<'_> {
    /// What is proposed for all of them: the weightiest. A whole standard that comes or goes is a
    /// revision.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        let whole = !(self.only_old.is_empty() && self.only_new.is_empty());
        let of_reports = self.reports.iter().filter_map(DiffReport::category);
        of_reports.chain(whole.then_some(Category::Revision)).max()
    }

    /// The reports that have something to show.
    pub(in crate::report) fn with_differences(&self) -> Vec<&DiffReport<'_>> {
        self.reports.iter().filter(|report| report.has_something_to_show()).collect()
    }

    /// How many documents are the same on both sides, as a sentence; none if none are.
    pub(in crate::report) fn without_differences(&self) -> Option<String> {
        let same = self.unchanged + self.reports.len() - self.with_differences().len();
        counted(same, "document is", "documents are").map(|count| format!("{count} the same on both sides."))
    }

    /// A line for each document without a counterpart.
    pub(in crate::report) fn unmatched(&self) -> Vec<String> {
        let old = self.only_old.iter().map(|one| format!("{}: removed, or only on the old side", one.name));
        let new = self.only_new.iter().map(|one| format!("{}: added, or only on the new side", one.name));
        old.chain(new).collect()
    }

    /// The documents that differ, came or went: the weightiest first.
    pub(in crate::report) fn lines(&self) -> Vec<SetLine> {
        let differing = self.reports.iter().enumerate().filter(|(_, one)| one.has_something_to_show());
        let mut lines: Vec<SetLine> = differing.map(|(index, report)| of_report(index, report)).collect();
        lines.extend(self.only_new.iter().map(|one| of_alone(one, What::Added)));
        lines.extend(self.only_old.iter().map(|one| of_alone(one, What::Removed)));
        lines.sort_by(|a, b| {
            b.category.cmp(&a.category).then(a.what.cmp(&b.what)).then_with(|| a.name.cmp(&b.name))
        });
        lines
    }

    /// How many documents came to what, as a sentence.
    pub(in crate::report) fn summary(&self) -> String {
        let lines = self.lines();
        let count = |what: What| lines.iter().filter(|line| line.what == what).count();
        let parts = [
            counted(count(What::Changed), "document changed", "documents changed"),
            counted(count(What::NewVersion), "new version", "new versions"),
            counted(count(What::Added), "document added", "documents added"),
            counted(count(What::Removed), "document removed", "documents removed"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let changed = if parts.is_empty() { "No differences".to_owned() } else { listed(&parts) };
        let same = self.without_differences();
        format!("{changed}. {}", same.unwrap_or_default()).trim_end().to_owned()
    }
}

fn of_report(index: usize, report: &DiffReport<'_>) -> SetLine {
    SetLine {
        what: match report.relation {
            Relation::Changed => What::Changed,
            Relation::NewVersion => What::NewVersion,
        },
        name: report.new.label().to_owned(),
        title: report.title(),
        category: report.category().unwrap_or(Category::Info),
        said: report.what_changed(),
        report: Some(index),
    }
}

fn of_alone(one: &Alone, what: What) -> SetLine {
    SetLine {
        what,
        name: one.name.clone(),
        title: one.title.clone().unwrap_or_default(),
        category: Category::Revision,
        said: format!("Only on the {} side.", if what == What::Added { "new" } else { "old" }),
        report: None,
    }
}
