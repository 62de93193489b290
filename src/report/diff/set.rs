//! Several comparisons at once: those of the documents of two folders.

use super::DiffReport;
use crate::diff::category::Category;
use crate::report::text::counted;

/// The comparisons of the documents of two folders, and the documents without a counterpart.
#[derive(Clone, Debug, Default)]
pub struct DiffSet<'a> {
    /// The comparisons, in the order in which they are shown.
    pub reports: Vec<DiffReport<'a>>,
    /// The names of old documents without a counterpart.
    pub only_old: Vec<String>,
    /// The names of new documents without a counterpart.
    pub only_new: Vec<String>,
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
        let same = self.reports.len() - self.with_differences().len();
        counted(same, "document is", "documents are").map(|count| format!("{count} the same on both sides."))
    }

    /// A line for each document without a counterpart.
    pub(in crate::report) fn unmatched(&self) -> Vec<String> {
        let old = self.only_old.iter().map(|name| format!("{name}: removed, or only on the old side"));
        let new = self.only_new.iter().map(|name| format!("{name}: added, or only on the new side"));
        old.chain(new).collect()
    }
}
