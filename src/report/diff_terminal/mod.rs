//! The report of a comparison for a terminal: old and new side by side where there is room, otherwise in one text.
//! Nothing is cut off, and every mark is there without colour.

mod items;
mod links;
mod narrative;
mod pairing;
pub(in crate::report) mod screen;
mod set;
mod tables;
pub(in crate::report) mod wrap;

use self::screen::{INDENT, Screen};
use self::wrap::Paint;
use super::Style;
use super::diff::{DiffReport, Lookup, WHO_DECIDES, concerned, consequence};
use super::diff_stat;
use super::text::escaped;
use crate::diff::Section;

pub use self::set::render_all;

/// Renders the report: one line if nothing differs.
#[must_use]
pub fn render(report: &DiffReport<'_>, style: &Style) -> String {
    let mut screen = Screen::new(*style);
    if !report.has_something_to_show() {
        return screen.own(&diff_stat::render(report));
    }
    headline(&mut screen, report);
    changes(&mut screen, report);
    pairing::render(&mut screen, report, &Lookup::new(report.comparison));
    screen.finish()
}

/// What differs, and what follows from it.
pub(in crate::report) fn changes(screen: &mut Screen, report: &DiffReport<'_>) {
    let lookup = Lookup::new(report.comparison);
    tables::facts(screen, report.comparison);
    tables::lists(screen, report.comparison);
    tables::counts(screen, report.comparison);
    consequences(screen, report);
    narrative::render(screen, report.comparison);
    let sections = |prose: bool| Section::ALL.into_iter().filter(move |one| one.is_prose() == prose);
    sections(false).for_each(|section| items::section(screen, report, &lookup, section));
    links::mapping(screen, &lookup);
    links::renumbering(screen, report.comparison);
    sections(true).for_each(|section| items::section(screen, report, &lookup, section));
}

/// What it is about, what is proposed and why.
fn headline(screen: &mut Screen, report: &DiffReport<'_>) {
    let title = screen.own(&report.title());
    screen.pieces(0, 0, &[(Paint::Strong, &title)]);
    // Documents without titles go by the names of their files on both lines.
    if report.title() != report.between() {
        screen.say(0, &report.between());
    }
    screen.blank();
    headline_of(screen, report);
}

/// What is proposed and why.
pub(in crate::report) fn headline_of(screen: &mut Screen, report: &DiffReport<'_>) {
    let category = format!("{}.", report.proposal());
    let changed = screen.own(&report.what_changed());
    screen.pieces(0, 0, &[(Paint::Strong, &category), (Paint::Plain, " "), (Paint::Plain, &changed)]);
    for reason in report.reasons() {
        let text = screen.own(&format!("- {}: {}", reason.what, reason.why));
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Plain, &text)]);
    }
    if let Some(codes) = report.same_codes() {
        screen.say(0, &codes.sentence());
    }
    screen.say(0, WHO_DECIDES);
}

/// What this means, with the codes and facts that it concerns.
fn consequences(screen: &mut Screen, report: &DiffReport<'_>) {
    if report.comparison.consequences.is_empty() {
        return;
    }
    screen.heading("What this means");
    for one in &report.comparison.consequences {
        let words = consequence(report.comparison, one);
        let heading = screen.own(&format!("{}:", words.heading));
        let rest = screen.own(&format!(" {}", concerned(report.comparison, one, &words.sentence)));
        let rest = escaped(&rest);
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Strong, &heading), (Paint::Plain, &rest)]);
    }
}
