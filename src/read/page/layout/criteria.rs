//! Criteria for measuring performance, which drafts have below each duty and standards do not state.

use crate::read::notes::Notes;
use crate::read::page::codes;
use crate::read::page::lines::Line;
use crate::read::page::row::{row, trailing_rows};
use crate::read::page::sections;

/// Their headings.
const HEADINGS: [&str; 3] =
    ["criteria for measuring performance", "performance criteria", "criteria for performance"];

/// The lines without such criteria, which are noted once: they extend to whatever else a draft has.
pub(super) fn undo<'s>(lines: Vec<Line<'s>>, notes: &mut Notes) -> Vec<Line<'s>> {
    let Some(first) = lines.iter().copied().find(|line| heads(*line)) else { return lines };
    let mut out = Vec::with_capacity(lines.len());
    let mut is_inside = false;
    for line in lines {
        if heads(line) {
            is_inside = true;
        } else if is_inside && ends(line) {
            is_inside = false;
        }
        if !is_inside {
            out.push(line);
        } else if !trailing_rows(line).1.is_empty() {
            notes.unread("mapping", line.span());
        }
    }
    notes.left_out(first.span(), &["Criteria for measuring performance"], true);
    out
}

/// Whether criteria begin here.
fn heads(line: Line<'_>) -> bool {
    let line = line.unnumbered().unbulleted();
    let heading = HEADINGS.iter().find(|heading| line.code.is_none() && line.begins(heading));
    heading.is_some_and(|heading| {
        line.text[heading.len()..].trim_start().starts_with([':', '–', '-', '.'])
            || line.text.len() == heading.len()
    })
}

/// Whether the line is not a criterion.
fn ends(line: Line<'_>) -> bool {
    let is_label = || line.text.trim_end_matches(':').eq_ignore_ascii_case("ksbs");
    line.is_heading()
        || row(line).is_some()
        || codes::duty_heading(line).is_some()
        || codes::statement(line).is_some()
        || sections::heading(line).is_some()
        || is_label()
}
