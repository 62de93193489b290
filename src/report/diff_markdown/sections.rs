//! Statements, duties, the mapping and the pairing, each folded.

use std::fmt::Write;

use super::budget::{Without, details};
use crate::diff::{Category, Change, Comparison, Cover, Item, MappingStated, Section, Which, WordOpKind};
use crate::report::diff::{
    DiffReport, Lookup, Row, RowTexts, badge_text, badges, category, checks, codes, heading, is_shown,
    mapping_lines, mapping_not_compared, not_compared_note, pieces, possible_pairs, possible_parts, range,
    rest as rest_of, side_word, similarity, texts, user_pairs,
};
use crate::report::markdown_text::escaped;
use crate::report::text::counted;

/// The sections of items whose words differ: those of prose, or the others.
pub(super) fn items(report: &DiffReport<'_>, lookup: &Lookup<'_>, without: Without, prose: bool) -> String {
    let sections = Section::ALL.into_iter().filter(|section| section.is_prose() == prose);
    sections.map(|one| section(report, lookup, without, one)).collect()
}

fn section(report: &DiffReport<'_>, lookup: &Lookup<'_>, without: Without, section: Section) -> String {
    let name = heading(section);
    if let Some((_, silent)) = report.comparison.not_stated.iter().find(|(one, _)| *one == section) {
        return format!("{name}: {}\n\n", not_compared_note(report.comparison, section, *silent));
    }
    let (shown, rest): (Vec<Row>, Vec<Row>) =
        report.comparison.rows(section).into_iter().partition(|row| is_shown(report, lookup, *row));
    let rest = rest_of(lookup, section, &rest);
    let Some(count) = counted(shown.len(), "change", "changes") else {
        return rest.map_or_else(String::new, |rest| format!("{name}: {rest}\n\n"));
    };
    let head = if section.is_of_map() {
        "| Name | Change |\n|:---|:---|\n"
    } else {
        "| Code | Change | Text |\n|:---|:---|:---|\n"
    };
    let mut out = head.to_owned();
    for row in shown {
        let [codes, change] = name_and_change(report, lookup, row);
        if section.is_of_map() {
            let _infallible = writeln!(out, "| {codes} | {change} |");
        } else {
            let text = shown_text(report, lookup, without, row);
            let _infallible = writeln!(out, "| {codes} | {change} | {text} |");
        }
    }
    if let Some(rest) = rest {
        let _infallible = writeln!(out, "\n{rest}");
    }
    details(&format!("{name}: {count}"), &out)
}

/// The codes or names of a row, and what happened to it.
fn name_and_change(report: &DiffReport<'_>, lookup: &Lookup<'_>, row: Row) -> [String; 2] {
    let badges: Vec<String> = badges(lookup, row, report.options.typography)
        .iter()
        .map(|badge| escaped(&badge_text(badge)))
        .collect();
    let mut notes: Vec<String> =
        category(lookup, row).map(|weight| weight.name().to_owned()).into_iter().collect();
    if let Row::Pair(index) = row {
        notes.extend(similarity(&report.comparison.pairs[index]));
    }
    let notes = if notes.is_empty() { String::new() } else { format!(" ({})", notes.join(", ")) };
    [escaped(&codes(lookup, row)), format!("{}{notes}", badges.join("<br>"))]
}

/// The texts of a row, if there is room for them.
fn shown_text(report: &DiffReport<'_>, lookup: &Lookup<'_>, without: Without, row: Row) -> String {
    let weight = category(lookup, row).unwrap_or(Category::Info);
    let is_shown = without.texts_from().is_some_and(|least| weight >= least);
    if is_shown { row_text(report, lookup, row) } else { "…".to_owned() }
}

/// The texts of a row in one cell.
fn row_text(report: &DiffReport<'_>, lookup: &Lookup<'_>, row: Row) -> String {
    match texts(lookup, row) {
        RowTexts::Redline(change) => redline(change, report.options.typography),
        RowTexts::Whole { old, new } => {
            let cells = |items: &[&Item<'_>], tag: &str| -> Vec<String> {
                items.iter().map(|item| whole(item, items.len() > 1, tag)).collect()
            };
            [cells(&old, "del"), cells(&new, "ins")].concat().join("<br>")
        }
    }
}

fn whole(item: &Item<'_>, named: bool, tag: &str) -> String {
    let name = if named { format!("{}: ", item.subject()) } else { String::new() };
    format!("{name}<{tag}>{}</{tag}>", escaped(item.text))
}

fn redline(change: &Change<'_>, typography: bool) -> String {
    let mut out = String::new();
    for piece in pieces(change, None) {
        let text = escaped(piece.text);
        let _infallible = match piece.kind {
            WordOpKind::Delete => write!(out, "<del>{text}</del>"),
            WordOpKind::Insert => write!(out, "<ins>{text}</ins>"),
            WordOpKind::Typography if typography => write!(out, "<ins>{text}</ins>"),
            WordOpKind::Equal | WordOpKind::Typography => write!(out, "{text}"),
        };
    }
    out
}

/// The duties whose mapping differs, as a list.
pub(super) fn mapping(lookup: &Lookup<'_>) -> String {
    let stated = lookup.comparison.mapping.stated;
    if let Some(silence) = mapping_not_compared(stated) {
        return format!("{silence}\n\n");
    }
    let lines = mapping_lines(lookup);
    if stated != MappingStated::Both || lines.is_empty() {
        return String::new();
    }
    let mut out = String::new();
    for line in &lines {
        let entries: Vec<&str> = line.entries.iter().map(|(_, text)| text.as_str()).collect();
        let _infallible = writeln!(out, "- {}: {}", line.subject, entries.join(", "));
    }
    let entries: usize = lines.iter().map(|line| line.entries.len()).sum();
    let count = counted(entries, "change", "changes").unwrap_or_default();
    details(&format!("Mapping of duties: {count}"), &out)
}

/// The renumbering as ranges.
pub(super) fn renumbering(comparison: &Comparison<'_>) -> String {
    let ranges: Vec<String> =
        comparison.renumbering.iter().map(|one| format!("- {}\n", range(one))).collect();
    let count = counted(ranges.len(), "range", "ranges").unwrap_or_default();
    details(&format!("Renumbering: {count}"), &ranges.concat())
}

/// Which statements come nearest to which clauses of prose.
pub(super) fn narrative(comparison: &Comparison<'_>) -> String {
    let Some(narrative) = &comparison.narrative else { return String::new() };
    let other = match narrative.side {
        Which::Old => Which::New,
        Which::New => Which::Old,
    };
    let items = &comparison.side(other).items;
    let mut out = format!(
        "| Clause of the {} document | Nearest in the {} document |\n|:---|:---|\n",
        side_word(narrative.side),
        side_word(other)
    );
    for (index, clause) in narrative.clauses.iter().enumerate() {
        let cover = |cover: &Cover| format!("{} {}%", items[cover.item].subject(), cover.share.percent());
        let of = narrative.covers.iter().filter(|one| one.clause == index);
        let covers: Vec<String> = of.map(cover).collect();
        let covers = if covers.is_empty() { "nothing".to_owned() } else { covers.join(", ") };
        let _infallible =
            writeln!(out, "| <b>{}</b>: {} | {covers} |", escaped(clause.theme), escaped(clause.text));
    }
    let count = counted(narrative.clauses.len(), "clause", "clauses").unwrap_or_default();
    details(&format!("Prose against statements: {count}"), &out)
}

/// Pairings to check, and what the reviewer said about the pairing.
pub(super) fn pairing(report: &DiffReport<'_>, lookup: &Lookup<'_>) -> String {
    let checks = checks(report, lookup);
    let count = counted(checks.len(), "pairing", "pairings");
    let mut lines: Vec<String> = checks
        .into_iter()
        .map(|(codes, said)| format!("**{}** {}", escaped(&codes), escaped(&said)))
        .collect();
    lines.extend(possible_pairs(report));
    lines.extend(possible_parts(report, lookup));
    lines.extend(user_pairs(report));
    let body = lines.iter().fold(String::new(), |body, line| body + "- " + line + "\n");
    let count = count.map_or_else(|| "nothing to check".to_owned(), |count| format!("{count} to check"));
    details(&format!("How items were paired: {count}"), &body)
}
