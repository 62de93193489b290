//! The report of a comparison for a comment on a pull request: what matters is visible, the tables
//! are folded, and it is never longer than a comment may be.

mod budget;
mod one;
mod sections;
mod set;
mod tables;

use self::budget::Without;
use self::one::one;
use super::diff::{DiffReport, Lookup, WHO_DECIDES, sentence_case};
use crate::diff::Category;

pub(in crate::report) use budget::licence;
pub use budget::{BUDGET, MARKER};
pub(in crate::report) use one::whole;
pub use set::render_all;

/// Renders the report.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    let lookup = Lookup::new(report.comparison);
    let licence = licence([report]);
    fitting(report.category(), |without| {
        format!("{}{}{licence}", one(report, &lookup, without, "###"), without.note())
    })
}

/// As much of a report as fits, with a note of what was left out.
fn fitting(category: Option<Category>, report: impl Fn(Without) -> String) -> String {
    let whole = Without::ALL.into_iter().take_while(|without| *without < Without::Everything);
    let mut tries = whole.map(|without| format!("{MARKER}{}", report(without)));
    tries.find(|text| text.chars().count() <= BUDGET).unwrap_or_else(|| {
        let category = category.map_or("No differences", Category::name);
        let category = sentence_case(category);
        format!("{MARKER}**{category}.** {WHO_DECIDES}\n{}", Without::Everything.note())
    })
}
