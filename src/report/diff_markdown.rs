//! The report.

use super::diff::{DiffReport, DiffSet};

/// Renders.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    report.title()
}

/// Renders.
#[must_use]
pub fn render_all(set: &DiffSet<'_>) -> String {
    set.reports.iter().map(render).collect()
}
