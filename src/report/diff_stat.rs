//! The report of a comparison as one line.

use super::diff::{DiffReport, DiffSet};
use super::text::{counted, escaped};

/// Renders the line, with its line break: what was compared, the proposed category, what changed.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    let comparison = report.comparison;
    let said = match report.category() {
        Some(category) if !comparison.is_empty() => {
            let category = if report.proposes() { category.name() } else { "no category proposed" };
            format!("{category}. {}", report.what_changed())
        }
        _ => no_differences(report),
    };
    format!("{}\n", escaped(&format!("{}: {said}", report.between())))
}

/// Renders a line for each comparison and for each document without a counterpart.
#[must_use]
pub fn render_all(set: &DiffSet<'_>) -> String {
    let unmatched = set.unmatched();
    let unmatched = unmatched.iter().map(|line| format!("{}\n", escaped(line)));
    let same = counted(set.uncompared.unchanged, "document is", "documents are");
    let same = same.map(|count| format!("{count} identical\n"));
    set.reports.iter().map(render).chain(unmatched).chain(same).collect()
}

/// That nothing differs, and what was not compared.
fn no_differences(report: &DiffReport<'_>) -> String {
    if report.comparison.compares_nothing() {
        return "nothing to compare: no part of either document could be read".to_owned();
    }
    let hidden = report.comparison.changes.iter().filter(|change| change.id.is_hidden()).count();
    match counted(hidden, "text", "texts") {
        None => "no differences".to_owned(),
        Some(texts) => {
            format!(
                "no differences except quotes, dashes, spaces and capitals in {texts} (`--typography` shows them)"
            )
        }
    }
}
