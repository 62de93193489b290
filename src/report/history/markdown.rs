//! The history as Markdown.

use std::fmt::Write;

use super::versions::{COLUMNS, HistoryReport, stated};
use crate::report::diff_markdown::{licence, whole};
use crate::report::markdown_text::escaped;

/// Renders the version log, then each step, its tables folded.
#[must_use]
pub fn render(history: &HistoryReport<'_>) -> String {
    let mut out = format!("## {}\n\n", escaped(&history.heading()));
    let _infallible = writeln!(out, "| {} |\n|{}", COLUMNS.join(" | "), ":---|".repeat(COLUMNS.len()));
    for line in history.log() {
        let cells = line.cells().map(|cell| escaped(&cell));
        let _infallible = writeln!(out, "| {} |", cells.join(" | "));
    }
    for remark in &history.remarks {
        let _infallible = writeln!(out, "\n{}", escaped(remark));
    }
    for (old, new, step) in history.steps() {
        let _infallible = writeln!(
            out,
            "\n### {} → {}\n\n{}\n",
            escaped(old.number),
            escaped(new.number),
            escaped(&stated(new))
        );
        out.push_str(&whole(step, "####"));
    }
    out.push_str(&licence(&history.steps));
    out
}
