//! Several comparisons: a table of documents, most significant first, then what changed in each.

use super::screen::{INDENT, Screen};
use super::wrap::{Paint, ScreenLine, wrap};
use crate::diff::set::Fate;
use crate::report::Style;
use crate::report::diff::{DiffSet, SetLine, fate_word};
use crate::report::width::width;

/// Names and titles that are longer than this are wrapped.
const WIDEST: usize = 28;
/// The narrowest column for what changed; screens that have no room for it get a paragraph for each document.
const NARROWEST: usize = 24;

/// Renders the table, then the reports below each other, each under a line with the names of its documents.
#[must_use]
pub fn render_all(set: &DiffSet<'_>, style: &Style) -> String {
    let mut screen = Screen::new(*style);
    let title = screen.own(&set.title);
    screen.pieces(0, 0, &[(Paint::Strong, &title)]);
    screen.say(0, &set.summary());
    let lines = set.lines();
    if !lines.is_empty() {
        screen.heading("Documents");
        table(&mut screen, &lines);
    }
    let mut out = screen.finish();
    for report in lines.iter().filter_map(|line| line.report).map(|index| &set.reports[index]) {
        let mut screen = Screen::new(*style);
        screen.blank();
        screen.rule(&match (report.old.document, report.new.document) {
            (None, None) => format!("{} → {}", report.old.name, report.new.name),
            _ => report.new.label().to_owned(),
        });
        out += &screen.finish();
        out += &super::render(report, style);
    }
    out
}

fn table(screen: &mut Screen, lines: &[SetLine]) {
    let widest = |cell: fn(&SetLine) -> &str| lines.iter().map(|line| width(cell(line))).max().unwrap_or(0);
    let columns = [
        widest(|line| line.category.name()),
        widest(|line| fate_word(line.fate)),
        widest(|line| &line.name).min(WIDEST),
        widest(|line| &line.title).min(WIDEST),
    ];
    let used = INDENT + columns.iter().map(|column| column + 2).sum::<usize>();
    let rest = screen.width().saturating_sub(used);
    for line in lines {
        if rest < NARROWEST {
            paragraph(screen, line);
            continue;
        }
        let said = screen.own(&line.said);
        let cells = [
            (Paint::Strong, line.category.name()),
            (paint(line.fate), fate_word(line.fate)),
            (Paint::Strong, &line.name),
            (Paint::Plain, &line.title),
        ];
        let mut blocks: Vec<(usize, Vec<ScreenLine>)> =
            columns.iter().zip(cells).map(|(&columns, cell)| (columns, wrap(&[cell], columns))).collect();
        blocks.push((rest, wrap(&[(Paint::Plain, &said)], rest)));
        screen.beside(INDENT, "  ", &blocks);
    }
}

fn paragraph(screen: &mut Screen, line: &SetLine) {
    let head = format!("{} {}", line.category.name(), fate_word(line.fate));
    let rest = screen.own(&format!(" {} {}: {}", line.name, line.title, line.said));
    screen.pieces(INDENT, 2 * INDENT, &[(paint(line.fate), &head), (Paint::Plain, &rest)]);
}

fn paint(fate: Fate) -> Paint {
    match fate {
        Fate::Changed => Paint::Changed,
        Fate::NewVersion | Fate::Added => Paint::Added,
        Fate::Removed => Paint::Removed,
    }
}
