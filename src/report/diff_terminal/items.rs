//! Statements, duties and paragraphs: what became of each.

use super::screen::{INDENT, Screen};
use super::wrap::{Paint, ScreenLine, wrap};
use crate::diff::{Change, Item, Section, Which, WordOpKind};
use crate::report::diff::{
    DiffReport, Lookup, Row, RowTexts, badge_text, badges, category, codes, heading, is_shown,
    not_compared_note, pieces, rest as rest_of, similarity, texts,
};

/// The rows of a section whose words differ; the others are counted.
pub(super) fn section(screen: &mut Screen, report: &DiffReport<'_>, lookup: &Lookup<'_>, section: Section) {
    if let Some((_, silent)) = report.comparison.not_stated.iter().find(|(one, _)| *one == section) {
        screen.heading(heading(section));
        screen.say(INDENT, &not_compared_note(report.comparison, section, *silent));
        return;
    }
    let all = lookup.comparison.rows(section);
    if all.is_empty() {
        return;
    }
    let (shown, rest): (Vec<Row>, Vec<Row>) = all.into_iter().partition(|row| is_shown(report, lookup, *row));
    if shown.is_empty() {
        screen.blank();
        let text = format!(": {}", rest_of(lookup, section, &rest).unwrap_or_default());
        screen.pieces(0, INDENT, &[(Paint::Strong, heading(section)), (Paint::Plain, &screen.own(&text))]);
        return;
    }
    screen.heading(heading(section));
    for row in shown {
        title(screen, report, lookup, row);
        // The names of a map are already in the title.
        if !section.is_of_map() {
            body(screen, report, lookup, row);
        }
    }
    if let Some(text) = rest_of(lookup, section, &rest) {
        screen.say(INDENT, &text);
    }
}

/// The codes of a row, what happened to it and what that proposes.
fn title(screen: &mut Screen, report: &DiffReport<'_>, lookup: &Lookup<'_>, row: Row) {
    let codes = screen.own(&codes(lookup, row));
    let badges: Vec<(Paint, String)> = badges(lookup, row, report.options.typography)
        .iter()
        .map(|badge| (badge.tone.into(), screen.own(&badge_text(badge))))
        .collect();
    let mut notes: Vec<String> =
        category(lookup, row).map(|category| category.name().to_owned()).into_iter().collect();
    if let Row::Pair(index) = row {
        notes.extend(similarity(&report.comparison.pairs[index]));
    }
    let notes = format!("({})", notes.join(", "));
    let mut pieces = vec![(Paint::Strong, codes.as_str())];
    for (paint, badge) in &badges {
        pieces.extend([(Paint::Plain, " "), (*paint, badge.as_str())]);
    }
    if notes != "()" {
        pieces.extend([(Paint::Plain, " "), (Paint::Faint, notes.as_str())]);
    }
    screen.pieces(INDENT, 2 * INDENT, &pieces);
}

/// The texts of a row.
fn body(screen: &mut Screen, report: &DiffReport<'_>, lookup: &Lookup<'_>, row: Row) {
    match texts(lookup, row) {
        RowTexts::Redline(change) if screen.is_wide() => {
            let side = |which| redline(change, Some(which), report.options.typography);
            side_by_side(screen, &side(Which::Old), &side(Which::New));
        }
        RowTexts::Redline(change) => {
            let words = redline(change, None, report.options.typography);
            screen.pieces(2 * INDENT, 2 * INDENT, &words);
        }
        RowTexts::Whole { old, new } if screen.is_wide() => whole_beside(screen, &old, &new),
        RowTexts::Whole { old, new } => whole(screen, &old, &new),
    }
}

fn redline<'a>(change: &'a Change<'_>, side: Option<Which>, typography: bool) -> Vec<(Paint, &'a str)> {
    let paint = |kind| match kind {
        WordOpKind::Typography if typography => Paint::Changed,
        WordOpKind::Equal | WordOpKind::Typography => Paint::Plain,
        WordOpKind::Delete => Paint::Delete,
        WordOpKind::Insert => Paint::Insert,
    };
    pieces(change, side).into_iter().map(|piece| (paint(piece.kind), piece.text)).collect()
}

fn side_by_side(screen: &mut Screen, old: &[(Paint, &str)], new: &[(Paint, &str)]) {
    let columns = column(screen);
    screen.beside(2 * INDENT, " │ ", &[(columns, wrap(old, columns)), (columns, wrap(new, columns))]);
}

/// The width of either side.
fn column(screen: &Screen) -> usize {
    (screen.width() - 2 * INDENT - 3) / 2
}

fn whole_beside(screen: &mut Screen, old: &[&Item<'_>], new: &[&Item<'_>]) {
    let columns = column(screen);
    let blocks = [(old, Paint::Removed), (new, Paint::Added)].map(|(items, paint)| {
        let lines: Vec<ScreenLine> =
            items.iter().flat_map(|item| item_lines(item, items.len(), paint, columns)).collect();
        (columns, lines)
    });
    screen.beside(2 * INDENT, " │ ", &blocks);
}

/// A whole text; if there are several, it says which one it is.
fn item_lines(item: &Item<'_>, of: usize, paint: Paint, columns: usize) -> Vec<ScreenLine> {
    let name = if of > 1 { format!("{}: ", item.subject()) } else { String::new() };
    wrap(&[(Paint::Plain, &name), (paint, item.text)], columns)
}

/// Whole texts below each other, each with the sign of its side.
fn whole(screen: &mut Screen, old: &[&Item<'_>], new: &[&Item<'_>]) {
    for (items, sign, paint) in [(old, "−", Paint::Removed), (new, "+", Paint::Added)] {
        let sign = screen.own(sign);
        for item in items {
            let name = if items.len() > 1 { format!(" {}: ", item.subject()) } else { " ".to_owned() };
            let pieces = [(paint, sign.as_str()), (Paint::Plain, &name), (paint, item.text)];
            screen.pieces(2 * INDENT, 3 * INDENT, &pieces);
        }
    }
}
