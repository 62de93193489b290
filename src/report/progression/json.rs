//! What occupations share, for programs: `ksb.progression/1`, described by `schemas/progression.schema.json`.

use serde::Serialize;

use super::words::{CLAIM, way};
use super::{ProgressionReport, ShownLinks};
use crate::progression::{
    Agreement, CarryOver, Direction, Focus, FocusLink, Link, OccupationRecord, RequiredStatement, StatedLink,
    StatedLinkMatch, Step,
};
use crate::report::diff_json::written;

/// The name and version of this format.
pub const FORMAT: &str = "ksb.progression/1";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    format: &'static str,
    note: &'static str,
    occupations: Vec<OccupationLine<'a>>,
    other_versions: usize,
    focus: Option<&'a str>,
    links: Vec<LinkLine<'a>>,
    weaker: usize,
    stated: Vec<StatedLine<'a>>,
    agreement: Option<AgreementLine>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OccupationLine<'a> {
    reference: &'a str,
    version: Option<&'a str>,
    status: Option<&'a str>,
    title: &'a str,
    level: Option<i64>,
    kind: &'static str,
    route: Option<&'a str>,
    path: &'a str,
    document: Option<&'a str>,
    statements: usize,
    left_out: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LinkLine<'a> {
    one: &'a str,
    other: &'a str,
    way: &'static str,
    by_duties: bool,
    there: OneWay<'a>,
    back: OneWay<'a>,
}

#[derive(Serialize)]
struct OneWay<'a> {
    share: u64,
    statements: usize,
    of: usize,
    asked: Option<Vec<AskedLine<'a>>>,
}

#[derive(Serialize)]
struct AskedLine<'a> {
    code: &'a str,
    text: &'a str,
    brought: Option<Brought<'a>>,
}

#[derive(Serialize)]
struct Brought<'a> {
    code: &'a str,
    text: &'a str,
    alike: u64,
}

#[derive(Serialize)]
struct StatedLine<'a> {
    direction: Option<&'static str>,
    reference: Option<&'a str>,
    title: Option<&'a str>,
    level: Option<i64>,
    found: &'static str,
    link: Option<usize>,
}

#[derive(Serialize)]
struct AgreementLine {
    agree: usize,
    of: usize,
}

/// Renders the report as JSON with a final line break.
#[must_use]
pub fn render(report: &ProgressionReport<'_>) -> String {
    let all = report.progression.occupations();
    let focus = report.focus();
    let links = match &report.shown {
        ShownLinks::OneOccupation(focus) | ShownLinks::Between(focus) => {
            focus.links.iter().map(|link| of_focus(focus, link)).collect()
        }
        ShownLinks::All(links) => links.iter().map(|link| figures(link, all)).collect(),
    };
    let stated = focus.iter().flat_map(|focus| focus.occupation.stated.iter().zip(&focus.stated));
    let compared = focus.filter(|focus| !focus.stated.is_empty()).map(Focus::agreement);
    written(&Report {
        format: FORMAT,
        note: CLAIM,
        occupations: all.iter().map(occupation).collect(),
        other_versions: report.other_versions,
        focus: focus.map(|focus| focus.occupation.reference.as_str()),
        links,
        weaker: focus.map_or(0, |focus| focus.weaker),
        stated: stated.map(|(link, found)| self::stated(link, *found)).collect(),
        agreement: compared.map(|Agreement { agree, of }| AgreementLine { agree, of }),
    })
}

fn occupation(one: &OccupationRecord) -> OccupationLine<'_> {
    OccupationLine {
        reference: &one.reference,
        version: one.version.as_deref(),
        status: one.status.as_deref(),
        title: &one.title,
        level: one.level,
        kind: one.kind.name(),
        route: one.route.as_deref(),
        path: &one.place.0,
        document: one.place.1.as_deref(),
        statements: one.statements.len(),
        left_out: one.left_out,
    }
}

fn of_focus<'a>(focus: &Focus<'a>, link: &FocusLink<'a>) -> LinkLine<'a> {
    LinkLine {
        one: &focus.occupation.reference,
        other: &link.other.reference,
        way: way(link.direction),
        by_duties: link.there.by_duties,
        there: step(&link.there),
        back: step(&link.back),
    }
}

fn figures<'a>(link: &Link, all: &'a [OccupationRecord]) -> LinkLine<'a> {
    let (one, other) = (&all[link.one], &all[link.other]);
    LinkLine {
        one: &one.reference,
        other: &other.reference,
        way: way(Direction::of(one.level, other.level)),
        by_duties: link.by_duties,
        there: direction(link.there, None),
        back: direction(link.back, None),
    }
}

fn direction(carried: CarryOver, asked: Option<Vec<AskedLine<'_>>>) -> OneWay<'_> {
    let CarryOver { statements, of, share } = carried;
    OneWay { share, statements, of, asked }
}

fn step<'a>(step: &Step<'a>) -> OneWay<'a> {
    let asked = |one: &RequiredStatement<'a>| AskedLine {
        code: &one.statement.code,
        text: &one.statement.text,
        brought: one.covered_by.map(|(own, alike)| Brought { code: &own.code, text: &own.text, alike }),
    };
    direction(step.carried, Some(step.statements.iter().map(asked).collect()))
}

fn stated(link: &StatedLink, found: StatedLinkMatch) -> StatedLine<'_> {
    StatedLine {
        direction: link.is_into.map(|is_into| way(if is_into { Direction::Into } else { Direction::From })),
        reference: link.reference.as_deref(),
        title: link.title.as_deref(),
        level: link.level,
        found: match found {
            StatedLinkMatch::Link(_) => "link",
            StatedLinkMatch::Level(_) => "level",
            StatedLinkMatch::NotFound => "no",
            StatedLinkMatch::Unknown => "unknown",
        },
        link: found.place(),
    }
}
