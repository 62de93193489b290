//! Several comparisons: a table of documents, most significant first, then as much of what changed in each as there is
//! room for.

use std::fmt::Write;

use super::budget::{BUDGET, MARKER, Without, details, licence, note};
use super::one::one;
use crate::report::diff::{DiffSet, Lookup, SetLine, WHO_DECIDES, fate_word};
use crate::report::markdown_text::escaped;

/// The room for what comes at the end, whatever is left out.
const RESERVED: usize = 1_000;
/// How much of the room the table may take up.
const FOR_TABLE: usize = BUDGET / 2;

/// A text and how much of the budget is left.
struct Sheet {
    out: String,
    left: usize,
}

impl Sheet {
    /// Adds a text if there is room for it within `room`.
    fn add(&mut self, text: &str, room: usize) -> bool {
        let length = text.chars().count();
        let fits = length <= room.min(self.left);
        if fits {
            self.out.push_str(text);
            self.left -= length;
        }
        fits
    }
}

/// Renders several reports as one.
#[must_use]
pub fn render_all(set: &DiffSet<'_>) -> String {
    let mut sheet = Sheet { out: String::new(), left: BUDGET - RESERVED };
    let head = format!("{MARKER}### {}\n\n**{}**\n\n", escaped(&set.title), escaped(&set.summary()));
    sheet.add(&head, BUDGET);
    let lines = set.lines();
    let rows = table(&mut sheet, &lines);
    let reports: Vec<usize> = lines.iter().filter_map(|line| line.report).collect();
    let (whole, shortened) = comparisons(&mut sheet, set, &reports);
    let left_out = [
        (lines.len() - rows, "the last lines of the table"),
        (shortened, "details of some documents"),
        (reports.len() - whole, "what changed in the last documents"),
    ];
    let left_out: Vec<&str> =
        left_out.into_iter().filter(|(count, _)| *count > 0).map(|(_, what)| what).collect();
    format!("{}{}{}", sheet.out, note(&left_out), licence(&set.reports))
}

/// Adds the table of documents. Returns how many of its lines there was room for.
fn table(sheet: &mut Sheet, lines: &[SetLine]) -> usize {
    if lines.is_empty() {
        return 0;
    }
    sheet.add(
        "| Proposed category | What | Document | Title | What changed |\n|:---|:---|:---|:---|:---|\n",
        BUDGET,
    );
    let mut room = FOR_TABLE;
    let mut rows = 0;
    for line in lines {
        let row = format!(
            "| {} | {} | {} | {} | {} |\n",
            line.category.name(),
            fate_word(line.fate),
            escaped(&line.name),
            escaped(&line.title),
            escaped(&line.said)
        );
        if !sheet.add(&row, room) {
            break;
        }
        room -= row.chars().count();
        rows += 1;
    }
    sheet.add(&format!("\n_{WHO_DECIDES}_\n\n"), BUDGET);
    rows
}

/// Adds what changed, document by document. Returns how many documents there was room for, and how many of them are
/// shortened. The most significant one may take up half of the room that is left, so that others are also shown.
fn comparisons(sheet: &mut Sheet, set: &DiffSet<'_>, reports: &[usize]) -> (usize, usize) {
    let (mut shown, mut shortened) = (0, 0);
    for (at, &index) in reports.iter().enumerate() {
        let report = &set.reports[index];
        let lookup = Lookup::new(report.comparison);
        let room = if at + 1 == reports.len() { sheet.left } else { sheet.left / 2 };
        let summary = format!("<b>{}</b>: {}", escaped(report.new.label()), escaped(&report.title()));
        let steps = Without::ALL.into_iter().take_while(|without| *without < Without::Everything);
        let fitting = steps.into_iter().find(|&without| {
            let mut body = String::new();
            let _infallible = write!(body, "{}", one(report, &lookup, without, "####"));
            sheet.add(&details(&summary, &body), room)
        });
        let Some(without) = fitting else { break };
        shown += 1;
        shortened += usize::from(without != Without::Nothing);
    }
    (shown, shortened)
}
