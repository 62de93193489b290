//! What occupations share as CSV (RFC 4180), for spreadsheets.

use super::words::way;
use super::{ProgressionReport, ShownLinks};
use crate::progression::{CarryOver, Direction, FocusLink, Link, OccupationRecord, RequiredStatement};
use crate::report::cell::safe;

/// The first columns of each line: a direction of a link.
const DIRECTION: [&str; 9] = [
    "from",
    "from title",
    "from level",
    "to",
    "to title",
    "to level",
    "carries over in thousandths",
    "statements that carry over",
    "statements",
];
/// The columns that follow where statements are listed.
const STATEMENT: [&str; 5] =
    ["code", "statement", "brought by", "statement that brings it", "alike in thousandths"];

/// Renders a line for each statement that is asked for in each direction of the links of an occupation or, where the
/// links of all occupations are shown, a line for each direction.
///
/// A text that a spreadsheet would take for a formula starts with an apostrophe.
#[must_use]
pub fn render(report: &ProgressionReport<'_>) -> String {
    let mut rows = vec![DIRECTION.map(str::to_owned).to_vec()];
    match &report.shown {
        ShownLinks::OneOccupation(focus) | ShownLinks::Between(focus) => {
            rows[0].extend(STATEMENT.map(str::to_owned));
            rows[0].push("way".to_owned());
            rows.extend(focus.links.iter().flat_map(|link| statements(focus.occupation, link)));
        }
        ShownLinks::All(links) => {
            rows[0].push("way".to_owned());
            let all = report.progression.occupations();
            rows.extend(links.iter().flat_map(|link| figures(link, all)));
        }
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for line in rows {
        writer.write_record(line.iter().map(|cell| safe(cell))).expect("every line has all columns");
    }
    let bytes = writer.into_inner().expect("a Vec takes all that is written to it");
    String::from_utf8(bytes).expect("the cells are UTF-8")
}

fn direction(from: &OccupationRecord, to: &OccupationRecord, carried: CarryOver) -> Vec<String> {
    let level = |one: &OccupationRecord| one.level.map(|level| level.to_string()).unwrap_or_default();
    vec![
        from.reference.clone(),
        from.title.clone(),
        level(from),
        to.reference.clone(),
        to.title.clone(),
        level(to),
        carried.share.to_string(),
        carried.statements.to_string(),
        carried.of.to_string(),
    ]
}

/// Which way a direction leads: up, down, or along one level.
fn leads(from: &OccupationRecord, to: &OccupationRecord) -> String {
    match Direction::of(from.level, to.level) {
        Direction::From => "up",
        Direction::Into => "down",
        Direction::Both => way(Direction::Both),
    }
    .to_owned()
}

fn figures(link: &Link, all: &[OccupationRecord]) -> [Vec<String>; 2] {
    let (one, other) = (&all[link.one], &all[link.other]);
    [(one, other, link.there), (other, one, link.back)].map(|(from, to, carried)| {
        let mut cells = direction(from, to, carried);
        cells.push(leads(from, to));
        cells
    })
}

fn statements(own: &OccupationRecord, link: &FocusLink<'_>) -> Vec<Vec<String>> {
    let directions = [(own, link.other, &link.there), (link.other, own, &link.back)];
    let lines = directions.into_iter().flat_map(|(from, to, step)| {
        step.statements.iter().map(move |asked| {
            let mut cells = direction(from, to, step.carried);
            cells.extend(statement(asked));
            cells.push(leads(from, to));
            cells
        })
    });
    lines.collect()
}

fn statement(asked: &RequiredStatement<'_>) -> [String; 5] {
    let (code, text, alike) = asked.covered_by.map_or_else(Default::default, |(own, alike)| {
        (own.code.clone(), own.text.clone(), alike.to_string())
    });
    [asked.statement.code.clone(), asked.statement.text.clone(), code, text, alike]
}
