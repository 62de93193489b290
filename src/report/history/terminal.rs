//! The history for a terminal.

use super::versions::{COLUMNS, HistoryReport, LogLine, stated};
use crate::report::Style;
use crate::report::diff::DiffReport;
use crate::report::diff_terminal::screen::{INDENT, Screen};
use crate::report::diff_terminal::wrap::{Paint, ScreenLine, wrap};
use crate::report::diff_terminal::{changes, headline_of};
use crate::report::width::width;

/// A status longer than this is wrapped.
const WIDEST: usize = 24;
/// The narrowest column for what changed; where there is no room for it, what changed goes under its version.
const NARROWEST: usize = 40;
/// How the cells of a version look.
const PAINTS: [Paint; 6] =
    [Paint::Strong, Paint::Plain, Paint::Plain, Paint::Plain, Paint::Strong, Paint::Plain];

/// Renders the version log, then each step.
#[must_use]
pub fn render(history: &HistoryReport<'_>, style: &Style) -> String {
    let mut screen = Screen::new(*style);
    let heading = screen.own(&history.heading());
    screen.pieces(0, 0, &[(Paint::Strong, &heading)]);
    screen.heading("Version log");
    log(&mut screen, &history.log());
    for remark in &history.remarks {
        screen.blank();
        screen.say(0, remark);
    }
    for (old, new, step) in history.steps() {
        screen.blank();
        screen.rule(&format!("{} → {}", old.number, new.number));
        let stated = stated(new);
        screen.pieces(0, 0, &[(Paint::Plain, &stated)]);
        self::step(&mut screen, step);
    }
    screen.finish()
}

fn step(screen: &mut Screen, step: &DiffReport<'_>) {
    if step.has_something_to_show() {
        headline_of(screen, step);
        changes(screen, step);
    } else {
        screen.say(0, "No differences.");
    }
}

fn log(screen: &mut Screen, lines: &[LogLine<'_>]) {
    let rows: Vec<[String; 6]> =
        lines.iter().map(|line| line.cells().map(|cell| screen.own(&cell))).collect();
    let mut widths = COLUMNS.map(width);
    for row in &rows {
        for (column, cell) in widths.iter_mut().zip(row) {
            *column = width(cell).min(WIDEST).max(*column);
        }
    }
    let used: usize = INDENT + widths[..5].iter().map(|column| column + 2).sum::<usize>();
    if used > screen.width() {
        return lines.iter().zip(&rows).for_each(|(line, row)| paragraph(screen, line, row));
    }
    let rest = screen.width() - used;
    let beside = rest >= NARROWEST;
    widths[5] = rest;
    let shown = if beside { 6 } else { 5 };
    let heads = COLUMNS.map(str::to_owned);
    line(screen, &heads[..shown], &widths, [Paint::Faint; 6]);
    for row in &rows {
        line(screen, &row[..shown], &widths, PAINTS);
        if !beside {
            screen.pieces(3 * INDENT, 3 * INDENT, &[(Paint::Plain, &row[5])]);
        }
    }
}

/// A line of the table.
fn line(screen: &mut Screen, cells: &[String], widths: &[usize; 6], paints: [Paint; 6]) {
    let cells = cells.iter().zip(paints).zip(widths);
    let blocks: Vec<(usize, Vec<ScreenLine>)> =
        cells.map(|((cell, paint), &columns)| (columns, wrap(&[(paint, cell)], columns))).collect();
    screen.beside(INDENT, "  ", &blocks);
}

/// A version where there is no room for a table: what it states and what the step to it proposes.
fn paragraph(screen: &mut Screen, line: &LogLine<'_>, row: &[String; 6]) {
    let [number, status, earliest, latest, category, said] = row;
    let mut parts = vec![status.clone()];
    match (line.version.earliest_start, line.version.latest_start) {
        (Some(_), Some(_)) => parts.push(format!("starts from {earliest} to {latest}")),
        (Some(_), None) => parts.push(format!("starts from {earliest}")),
        (None, Some(_)) => parts.push(format!("starts until {latest}")),
        (None, None) => {}
    }
    let (stated, joint) =
        (format!(": {}", parts.join("; ")), if line.category.is_some() { "; " } else { "" });
    let category = if line.category.is_some() { category.as_str() } else { "" };
    let pieces = [
        (Paint::Strong, number.as_str()),
        (Paint::Plain, &stated),
        (Paint::Plain, joint),
        (Paint::Strong, category),
        (Paint::Plain, ". "),
        (Paint::Plain, said),
    ];
    screen.pieces(INDENT, 2 * INDENT, &pieces);
}
