//! The report of a comparison as one HTML file that needs nothing beside itself, not even a script.

use super::diff::DiffReport;

/// The whole page.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    report.title()
}
