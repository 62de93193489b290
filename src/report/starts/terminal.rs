//! The versions that are open for starts on a date, for a terminal.

use super::{StandardLine, StartsReport};
use crate::report::Style;
use crate::report::diff_terminal::screen::{INDENT, Screen};
use crate::report::diff_terminal::wrap::{Paint, wrap};
use crate::report::width::width;

/// Renders a line for each standard: its reference, the version that is open for starts, its title and why.
#[must_use]
pub fn render(report: &StartsReport<'_>, style: &Style) -> String {
    let mut screen = Screen::new(*style);
    let heading = format!("Version for a start on {}", report.day.in_words());
    screen.pieces(0, 0, &[(Paint::Strong, &heading)]);
    screen.blank();
    let widest = |text: fn(&StandardLine<'_>) -> usize| report.standards.iter().map(text).max().unwrap_or(0);
    let columns = [widest(|line| width(line.reference)), widest(|line| width(shown(line)))];
    for line in &report.standards {
        let said = said(line);
        let rest =
            screen.width().saturating_sub(columns.iter().map(|column| column + 2).sum::<usize>() + INDENT);
        let cell = |paint, text: &str, columns: usize| (columns, wrap(&[(paint, text)], columns.max(1)));
        let blocks = [
            cell(Paint::Plain, line.reference, columns[0]),
            cell(Paint::Strong, shown(line), columns[1]),
            cell(Paint::Plain, &said, rest),
        ];
        screen.beside(INDENT, "  ", &blocks);
    }
    screen.finish()
}

/// The number of the version.
fn shown<'a>(line: &StandardLine<'a>) -> &'a str {
    line.version.map_or("none", |version| version.number)
}

/// The title, and the reason as a sentence.
fn said(line: &StandardLine<'_>) -> String {
    format!("{}: {}.", line.title.unwrap_or("no title"), line.reason)
}
