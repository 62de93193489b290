//! The report of a comparison for a terminal: old and new side by side where there is room, else in one
//! text. Nothing is cut off, and every mark is there without colour.

mod items;
mod links;
mod narrative;
mod pairing;
mod screen;
mod tables;
mod wrap;

use self::screen::{INDENT, Screen};
use self::wrap::Paint;
use super::Style;
use super::diff::{DiffReport, DiffSet, Lookup, WHO_DECIDES, concerned, consequence};
use super::diff_stat;
use super::text::escaped;
use crate::diff::Section;

/// Renders the report: one line if nothing differs.
#[must_use]
pub fn render(report: &DiffReport<'_>, style: &Style) -> String {
    let mut screen = Screen::new(*style);
    if !report.has_something_to_show() {
        return screen.own(&diff_stat::render(report));
    }
    let lookup = Lookup::new(report.comparison);
    verdict(&mut screen, report);
    tables::facts(&mut screen, report.comparison);
    tables::lists(&mut screen, report.comparison);
    tables::counts(&mut screen, report.comparison);
    consequences(&mut screen, report);
    narrative::render(&mut screen, report.comparison);
    let sections = |prose: bool| Section::ALL.into_iter().filter(move |one| is_prose(*one) == prose);
    sections(false).for_each(|section| items::section(&mut screen, report, &lookup, section));
    links::mapping(&mut screen, &lookup);
    links::renumbering(&mut screen, report.comparison);
    sections(true).for_each(|section| items::section(&mut screen, report, &lookup, section));
    pairing::render(&mut screen, report, &lookup);
    screen.finish()
}

/// Renders several reports below each other, each under a line with the names of its files; the
/// documents without a counterpart come last.
#[must_use]
pub fn render_all(set: &DiffSet<'_>, style: &Style) -> String {
    let mut out = String::new();
    for report in set.with_differences() {
        let mut screen = Screen::new(*style);
        screen.rule(&format!("{} → {}", report.old.name, report.new.name));
        out += &screen.finish();
        out += &render(report, style);
        out.push('\n');
    }
    let mut screen = Screen::new(*style);
    let last = set.unmatched().into_iter().chain(set.without_differences());
    last.for_each(|line| screen.say(0, &line));
    out + &screen.finish()
}

fn is_prose(section: Section) -> bool {
    matches!(section, Section::Summary | Section::Profile)
}

/// What it is about, what is proposed and why.
fn verdict(screen: &mut Screen, report: &DiffReport<'_>) {
    let title = screen.own(&report.title());
    screen.pieces(0, 0, &[(Paint::Strong, &title)]);
    let comparison = report.comparison;
    let (old, new) =
        (report.name_of(&comparison.old, report.old), report.name_of(&comparison.new, report.new));
    screen.say(0, &format!("{old} → {new}"));
    screen.blank();
    let category = format!("{}.", report.headline());
    let changed = screen.own(&report.what_changed());
    screen.pieces(0, 0, &[(Paint::Strong, &category), (Paint::Plain, " "), (Paint::Plain, &changed)]);
    for reason in report.reasons() {
        let text = screen.own(&format!("- {}: {}", reason.what, reason.why));
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Plain, &text)]);
    }
    screen.say(0, WHO_DECIDES);
}

/// What follows, with the codes and facts that it concerns.
fn consequences(screen: &mut Screen, report: &DiffReport<'_>) {
    if report.comparison.consequences.is_empty() {
        return;
    }
    screen.heading("What follows");
    for one in &report.comparison.consequences {
        let words = consequence(report.comparison, one);
        let heading = screen.own(&format!("{}:", words.heading));
        let rest = screen.own(&format!(" {}", concerned(report.comparison, one, &words.sentence)));
        let rest = escaped(&rest);
        screen.pieces(INDENT, 2 * INDENT, &[(Paint::Strong, &heading), (Paint::Plain, &rest)]);
    }
}
