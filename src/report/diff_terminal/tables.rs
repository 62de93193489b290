//! Facts, lists and counts.

use super::screen::{INDENT, Screen};
use super::wrap::{Paint, ScreenLine, wrap};
use crate::diff::{Comparison, Counts, Fact, FactChange, ListedValues};
use crate::report::diff::{COUNTS, count_name, heading, in_sentence, stated};
use crate::report::text::{counted, listed};
use crate::report::width::width;

/// The narrowest column of a value; screens that have no room for two get a paragraph for each fact.
const NARROWEST: usize = 14;

/// The facts that differ or that one side does not state, as a table of three columns.
pub(super) fn facts(screen: &mut Screen, comparison: &Comparison<'_>) {
    let (same, shown): (Vec<_>, Vec<_>) =
        comparison.facts.iter().partition(|fact| fact.change == FactChange::Same);
    if shown.is_empty() && same.is_empty() {
        return;
    }
    screen.heading("Facts");
    let label = shown.iter().map(|fact| width(fact.field.label())).max().unwrap_or(0) + 2;
    let room = screen.width().saturating_sub(INDENT + label + 4);
    if room >= 2 * NARROWEST {
        let columns = [label.max(7), room / 2];
        if !shown.is_empty() {
            row(screen, columns, [(Paint::Faint, "  Field"), (Paint::Faint, "Old"), (Paint::Faint, "New")]);
        }
        for fact in shown {
            fact_row(screen, columns, fact);
        }
    } else {
        for fact in shown {
            fact_paragraph(screen, fact);
        }
    }
    if let Some(count) = counted(same.len(), "fact is", "facts are") {
        let labels: Vec<String> = same.iter().map(|fact| in_sentence(fact.field)).collect();
        screen.say(INDENT, &format!("{count} the same: {}.", listed(&labels)));
    }
}

fn sign(change: FactChange) -> (&'static str, Paint) {
    match change {
        FactChange::Same => ("=", Paint::Plain),
        FactChange::Changed => ("~", Paint::Changed),
        FactChange::NotStatedInOld | FactChange::NotStatedInNew => ("?", Paint::Faint),
    }
}

fn fact_row(screen: &mut Screen, columns: [usize; 2], fact: &Fact) {
    let (sign, paint) = sign(fact.change);
    let label = format!("{sign} {}", fact.field.label());
    let [old, new] = stated(fact);
    let (before, after) = match fact.change {
        FactChange::Changed => (Paint::Removed, Paint::Added),
        FactChange::NotStatedInOld => (Paint::Faint, Paint::Plain),
        FactChange::NotStatedInNew => (Paint::Plain, Paint::Faint),
        FactChange::Same => (Paint::Plain, Paint::Plain),
    };
    row(screen, columns, [(paint, &label), (before, &old), (after, &new)]);
}

/// A row of a table of three columns, the last two equally wide.
fn row(screen: &mut Screen, [label, value]: [usize; 2], cells: [(Paint, &str); 3]) {
    let [name, old, new] = cells;
    let name_lines = label_lines(name, label);
    let blocks = [(label, name_lines), (value, wrap(&[old], value)), (value, wrap(&[new], value))];
    screen.beside(INDENT, "  ", &blocks);
}

/// A label with its leading spaces kept.
fn label_lines((paint, text): (Paint, &str), columns: usize) -> Vec<ScreenLine> {
    match text.strip_prefix("  ") {
        Some(_) => vec![ScreenLine::verbatim(text)],
        None => wrap(&[(paint, text)], columns),
    }
}

fn fact_paragraph(screen: &mut Screen, fact: &Fact) {
    let (sign, paint) = sign(fact.change);
    let [old, new] = stated(fact);
    let label = format!("{sign} {}: ", fact.field.label());
    let arrow = screen.own(" → ");
    let pieces =
        [(paint, label.as_str()), (Paint::Plain, &old), (Paint::Plain, &arrow), (Paint::Plain, &new)];
    screen.pieces(INDENT, 2 * INDENT, &pieces);
}

/// Lists of short values: what was added and what was removed.
pub(super) fn lists(screen: &mut Screen, comparison: &Comparison<'_>) {
    for list in &comparison.lists {
        let label = crate::diff::FactField::List(list.list).label();
        match list.change {
            FactChange::Same => {}
            FactChange::NotStatedInOld => {
                screen.say(INDENT, &format!("? {label}: not stated in the old document"));
            }
            FactChange::NotStatedInNew => {
                screen.say(INDENT, &format!("? {label}: not stated in the new document"));
            }
            FactChange::Changed => list_changes(screen, label, list),
        }
    }
}

fn list_changes(screen: &mut Screen, label: &str, list: &ListedValues) {
    let kept =
        if list.kept.is_empty() { "none kept".to_owned() } else { format!("{} kept", list.kept.len()) };
    screen.pieces(INDENT, 2 * INDENT, &[(Paint::Changed, "~"), (Paint::Plain, &format!(" {label}: {kept}"))]);
    for (sign, paint, values) in [("−", Paint::Removed, &list.removed), ("+", Paint::Added, &list.added)] {
        let sign = screen.own(sign);
        for value in values {
            screen.pieces(2 * INDENT, 3 * INDENT, &[(paint, &sign), (Paint::Plain, " "), (paint, value)]);
        }
    }
}

/// What became of how many items of each section: a column for each section, as many side by side as there is room for.
pub(super) fn counts(screen: &mut Screen, comparison: &Comparison<'_>) {
    if comparison.counts.is_empty() {
        return;
    }
    screen.heading("Counts");
    let label = COUNTS.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    let mut rest = comparison.counts.as_slice();
    while !rest.is_empty() {
        let mut used = INDENT + label;
        let fits = |one: &&Counts| {
            used += 2 + column_width(one);
            used <= screen.width()
        };
        let (now, later) = rest.split_at(rest.iter().take_while(fits).count().max(1));
        counts_table(screen, label, now);
        rest = later;
    }
}

fn column_width(one: &Counts) -> usize {
    let widest = COUNTS.iter().map(|(_, count)| width(&count(one))).max().unwrap_or(0);
    // An arrow takes up one column more where there is only ASCII.
    width(heading(one.section)).max(widest + 1)
}

fn counts_table(screen: &mut Screen, label: usize, columns: &[Counts]) {
    let names: Vec<String> = columns.iter().map(|one| heading(one.section).to_owned()).collect();
    counts_line(screen, label, "", columns, &names, Paint::Faint);
    for (name, count) in COUNTS {
        let values: Vec<String> = columns.iter().map(|one| screen.own(&count(one))).collect();
        if values.iter().any(|value| value != "0") || name == "old" || name == "new" {
            counts_line(screen, label, count_name(name, columns), columns, &values, Paint::Plain);
        }
    }
}

/// A line of the table, with its numbers aligned right.
fn counts_line(
    screen: &mut Screen,
    label: usize,
    name: &str,
    columns: &[Counts],
    values: &[String],
    paint: Paint,
) {
    let mut blocks = vec![(label, wrap(&[(Paint::Plain, name)], label))];
    for (one, value) in columns.iter().zip(values) {
        let columns = column_width(one);
        let margin = columns.saturating_sub(width(value));
        blocks.push((margin, vec![ScreenLine::default()]));
        blocks.push((columns - margin, wrap(&[(paint, value)], columns)));
    }
    let spaced: Vec<_> = blocks
        .into_iter()
        .enumerate()
        .map(|(index, (columns, lines))| (columns + if index % 2 == 1 { 2 } else { 0 }, lines))
        .collect();
    screen.beside(INDENT, "", &spaced);
}
