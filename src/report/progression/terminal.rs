//! What occupations share, for a terminal.

use super::words::{
    self, CLAIM, agreement, confirmed, count, left_out, level, name, percent, shown, stated, way,
};
use super::{ProgressionReport, ShownLinks};
use crate::progression::{Direction, Focus, FocusLink, Link, OccupationRecord, Step};
use crate::report::Style;
use crate::report::diff_terminal::screen::{INDENT, Screen};
use crate::report::diff_terminal::wrap::{Paint, wrap};
use crate::report::text::counted;
use crate::report::width::width;

/// The headers of the table of links, except the last one.
const HEADS: [&str; 5] = ["Reference", "Level", "Direction", "There", "Back"];
/// The headers of the table of all links, except the last one.
const ALL_HEADS: [&str; 4] = ["From", "To", "There", "Back"];

/// Renders the links of an occupation, with what carries over and what has to be learned given by code, or by text for
/// a single link; or the links of all occupations in a table.
#[must_use]
pub fn render(report: &ProgressionReport<'_>, style: &Style) -> String {
    let mut screen = Screen::new(*style);
    match &report.shown {
        ShownLinks::OneOccupation(focus) => {
            heading(&mut screen, focus);
            screen.say(0, &shown(focus));
            screen.say(0, CLAIM);
            remarks(&mut screen, report.other_versions, focus);
            links(&mut screen, focus);
            stated_links(&mut screen, focus);
            focus.links.iter().for_each(|link| steps(&mut screen, focus, link, by_codes));
        }
        ShownLinks::Between(focus) => {
            heading(&mut screen, focus);
            screen.say(0, CLAIM);
            remarks(&mut screen, report.other_versions, focus);
            focus.links.iter().for_each(|link| steps(&mut screen, focus, link, by_texts));
        }
        ShownLinks::All(links) => all(&mut screen, report, links),
    }
    screen.finish()
}

fn heading(screen: &mut Screen, focus: &Focus<'_>) {
    let own = focus.occupation;
    let version = own.version.as_ref().map(|version| format!(", version {version}")).unwrap_or_default();
    let heading = format!("{}{version}, {}", name(own), level(own.level));
    screen.pieces(0, 0, &[(Paint::Strong, &heading)]);
}

/// What is not compared.
fn remarks(screen: &mut Screen, other_versions: usize, focus: &Focus<'_>) {
    if let Some(said) = words::other_versions(other_versions) {
        screen.say(0, &said);
    }
    let all = std::iter::once(focus.occupation).chain(focus.links.iter().map(|link| link.other));
    for remark in all.filter_map(left_out) {
        screen.say(0, &remark);
    }
}

/// A table whose last column takes the remaining width.
fn table(screen: &mut Screen, heads: &[&str], rows: &[Vec<String>]) {
    let last = heads.len() - 1;
    let widest = |column: usize| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0);
    let columns: Vec<usize> = (0..last).map(|column| widest(column).max(width(heads[column]))).collect();
    let used: usize = INDENT + columns.iter().map(|column| column + 2).sum::<usize>();
    let rest = screen.width().saturating_sub(used).max(1);
    let mut line = |cells: &[&str], paint: Paint| {
        let widths = columns.iter().chain([&rest]);
        let blocks: Vec<_> = cells
            .iter()
            .zip(widths)
            .map(|(cell, &columns)| (columns, wrap(&[(paint, cell)], columns.max(1))))
            .collect();
        screen.beside(INDENT, "  ", &blocks);
    };
    line(heads, Paint::Faint);
    for row in rows {
        line(&row.iter().map(String::as_str).collect::<Vec<_>>(), Paint::Plain);
    }
}

fn links(screen: &mut Screen, focus: &Focus<'_>) {
    if focus.links.is_empty() {
        return;
    }
    screen.heading("Links");
    let row = |link: &FocusLink<'_>| {
        vec![
            link.other.reference.clone(),
            link.other.level.map_or_else(|| "–".to_owned(), |level| level.to_string()),
            way(link.direction).to_owned(),
            percent(link.there.carried.share),
            percent(link.back.carried.share),
            link.other.title.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = focus.links.iter().map(row).collect();
    let heads: Vec<&str> = HEADS.into_iter().chain(["Title"]).collect();
    table(screen, &heads, &rows);
    screen.say(
        INDENT,
        "There: how much of what the other occupation asks for is already part of this one. Back: how much of what \
         this one asks for is already part of the other.",
    );
}

fn stated_links(screen: &mut Screen, focus: &Focus<'_>) {
    let Some(said) = agreement(focus) else { return };
    screen.heading("Links that the document states");
    screen.say(INDENT, &said);
    for (link, found) in focus.occupation.stated.iter().zip(&focus.stated) {
        let line = format!("{}: {}", stated(link), confirmed(focus, *found));
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Plain, &line)]);
    }
}

/// Both directions of a link: upwards first.
fn steps(screen: &mut Screen, focus: &Focus<'_>, link: &FocusLink<'_>, listed: fn(&mut Screen, &Step<'_>)) {
    for (from, to, step) in link.directions(focus.occupation) {
        let carried = step.carried;
        let arrow = screen.own("→");
        let heading =
            format!("{} {arrow} {}: {} carries over", from.reference, name(to), percent(carried.share));
        screen.blank();
        screen.pieces(
            0,
            INDENT,
            &[(Paint::Strong, &heading), (Paint::Plain, &format!(" ({})", count(step)))],
        );
        listed(screen, step);
    }
}

/// The codes of a step: what carries over, each with the code of what brings it, and what has to be learned.
fn by_codes(screen: &mut Screen, step: &Step<'_>) {
    let covered_by: Vec<String> =
        step.carried_over().map(|(asked, own, _)| format!("{} ({})", asked.code, own.code)).collect();
    let missing: Vec<String> = step.to_learn().map(|asked| asked.code.clone()).collect();
    for (label, codes) in [("Carries over: ", covered_by), ("To learn: ", missing)] {
        let codes = if codes.is_empty() { "nothing".to_owned() } else { codes.join(", ") };
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Faint, label), (Paint::Plain, &codes)]);
    }
}

/// The texts of a step.
fn by_texts(screen: &mut Screen, step: &Step<'_>) {
    let rest = screen.width().saturating_sub(INDENT + 14).max(1);
    let line = |screen: &mut Screen, [head, text]: [&str; 2], paint: Paint| {
        let blocks = [(12, wrap(&[(paint, head)], 12)), (rest, wrap(&[(paint, text)], rest))];
        screen.beside(INDENT, "  ", &blocks);
    };
    if step.carried.statements > 0 {
        screen.heading("Carries over");
    }
    for (asked, own, alike) in step.carried_over() {
        line(screen, [&asked.code, &asked.text], Paint::Plain);
        let by = format!("  {} {}", own.code, percent(alike));
        line(screen, [&by, &own.text], Paint::Faint);
    }
    if step.carried.statements < step.carried.of {
        screen.heading("To learn");
    }
    for asked in step.to_learn() {
        line(screen, [&asked.code, &asked.text], Paint::Plain);
    }
}

fn all(screen: &mut Screen, report: &ProgressionReport<'_>, links: &[Link]) {
    let occupations = report.progression.occupations();
    let heading = [
        counted(occupations.len(), "occupation", "occupations"),
        Some(counted(links.len(), "link", "links").unwrap_or_else(|| "no link".to_owned()) + " between them"),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(", ");
    screen.pieces(0, 0, &[(Paint::Strong, &heading)]);
    screen.say(0, CLAIM);
    if let Some(said) = words::other_versions(report.other_versions) {
        screen.say(0, &said);
    }
    if links.is_empty() {
        return;
    }
    screen.blank();
    let row = |link: &Link| {
        let upwards = match Direction::of(occupations[link.one].level, occupations[link.other].level) {
            Direction::Into => link.reversed(),
            _ => *link,
        };
        let (one, other) = (&occupations[upwards.one], &occupations[upwards.other]);
        vec![
            with_level(one),
            with_level(other),
            percent(upwards.there.share),
            percent(upwards.back.share),
            screen.own(&format!("{} → {}", one.title, other.title)),
        ]
    };
    let rows: Vec<Vec<String>> = links.iter().map(row).collect();
    let heads: Vec<&str> = ALL_HEADS.into_iter().chain(["Titles"]).collect();
    table(screen, &heads, &rows);
}

/// `ST9901 (3)`.
fn with_level(one: &OccupationRecord) -> String {
    one.level.map_or_else(|| one.reference.clone(), |level| format!("{} ({level})", one.reference))
}
