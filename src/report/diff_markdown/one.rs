//! One report, or as much of it as there is room for.

use std::fmt::Write;

use super::budget::Without;
use super::{sections, tables};
use crate::report::diff::{DiffReport, Lookup, WHO_DECIDES, concerned, consequence};
use crate::report::diff_stat;
use crate::report::markdown_text::escaped;

/// Everything that a report says, under a heading with these hashes.
pub(in crate::report) fn whole(report: &DiffReport<'_>, hashes: &str) -> String {
    one(report, &Lookup::new(report.comparison), Without::Nothing, hashes)
}

/// One report without its marker.
pub(super) fn one(report: &DiffReport<'_>, lookup: &Lookup<'_>, without: Without, hashes: &str) -> String {
    let comparison = report.comparison;
    if !report.has_something_to_show() {
        return format!("{}\n", escaped(diff_stat::render(report).trim_end()));
    }
    let mut out = headline(report, hashes);
    out.push_str(&tables::counts(comparison));
    out.push_str(&consequences(report, without));
    if without < Without::Facts {
        out.push_str(&tables::facts(comparison));
    }
    if without < Without::Statements {
        out.push_str(&sections::items(report, lookup, without, false));
    }
    if without < Without::Mapping {
        out.push_str(&sections::mapping(lookup));
        out.push_str(&sections::renumbering(comparison));
    }
    if without < Without::Prose {
        out.push_str(&sections::items(report, lookup, without, true));
        out.push_str(&sections::narrative(comparison));
    }
    if without < Without::Pairing {
        out.push_str(&sections::pairing(report, lookup));
    }
    out
}

/// What it is about, what is proposed and why.
fn headline(report: &DiffReport<'_>, hashes: &str) -> String {
    let (title, between) = (report.title(), report.between());
    let title = escaped(&if title == between { title } else { format!("{title}: {between}") });
    let changed = escaped(&report.what_changed());
    let mut out = format!("{hashes} {title}\n\n**{}.** {changed}\n\n", report.proposal());
    for reason in report.reasons() {
        let _infallible = writeln!(out, "- {}: {}", escaped(&reason.what), escaped(reason.why));
    }
    if let Some(codes) = report.same_codes() {
        let _infallible = writeln!(out, "\n{}", escaped(&codes.sentence()));
    }
    let _infallible = writeln!(out, "\n_{WHO_DECIDES}_\n");
    out
}

/// What this means, with the codes and facts that it concerns.
fn consequences(report: &DiffReport<'_>, without: Without) -> String {
    let mut out = String::new();
    for item in &report.comparison.consequences {
        let words = consequence(report.comparison, item);
        let sentence = if without < Without::Codes {
            concerned(report.comparison, item, &words.sentence)
        } else {
            words.sentence
        };
        let _infallible = writeln!(out, "- **{}:** {}", words.heading, escaped(&sentence));
    }
    if out.is_empty() { out } else { format!("\n**What this means**\n\n{out}\n") }
}
