//! The report of a comparison for a comment on a pull request: what matters in the open, the tables
//! folded, and never longer than a comment may be.

mod sections;
mod set;
mod tables;

use std::fmt::Write;

use super::diff::{DiffReport, LICENCE, Lookup, WHO_DECIDES, concerned, consequence, sentence_case};
use super::diff_stat;
use super::markdown_text::escaped;
use crate::diff::Category;

pub use set::render_all;

/// The most characters that a report has: GitHub takes 65,536, and others may add to it.
pub const BUDGET: usize = 60_000;

/// The first line of every report. It is not seen, and an action finds its own comment by it.
pub const MARKER: &str = "<!-- ksb-diff -->\n";

/// What is left out of a report that would be too long, in this order until it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Without {
    Nothing,
    Pairing,
    Prose,
    TextsOfCorrections,
    TextsOfAdjustments,
    AllTexts,
    Mapping,
    Facts,
    Statements,
    Codes,
    Everything,
}

impl Without {
    const ALL: [Self; 11] = [
        Self::Nothing,
        Self::Pairing,
        Self::Prose,
        Self::TextsOfCorrections,
        Self::TextsOfAdjustments,
        Self::AllTexts,
        Self::Mapping,
        Self::Facts,
        Self::Statements,
        Self::Codes,
        Self::Everything,
    ];

    /// What this step leaves out, as a part of a sentence.
    fn what(self) -> Option<&'static str> {
        Some(match self {
            Self::Nothing => return None,
            Self::Pairing => "how pairs were made",
            Self::Prose => "the summary and the prose",
            Self::TextsOfCorrections => "the texts of corrections",
            Self::TextsOfAdjustments => "the texts of adjustments",
            Self::AllTexts => "the texts of revisions",
            Self::Mapping => "the mapping and the renumbering",
            Self::Facts => "the facts",
            Self::Statements => "the tables of statements and duties",
            Self::Codes => "the codes that follow from it",
            Self::Everything => "everything but this",
        })
    }

    /// The least category of which texts are shown; none if there are no texts.
    fn texts_from(self) -> Option<Category> {
        match self {
            Self::Nothing | Self::Pairing | Self::Prose => Some(Category::Info),
            Self::TextsOfCorrections => Some(Category::Adjustment),
            Self::TextsOfAdjustments => Some(Category::Revision),
            _ => None,
        }
    }

    /// What has been left out up to this step, as a sentence with its line break.
    fn note(self) -> String {
        let left_out: Vec<&str> =
            Self::ALL.into_iter().take_while(|step| *step <= self).filter_map(Self::what).collect();
        note(&left_out)
    }
}

/// That something was left out, as a sentence with its line break; nothing if nothing was.
fn note(left_out: &[&str]) -> String {
    if left_out.is_empty() {
        return String::new();
    }
    let limit = format!("{},{:03}", BUDGET / 1000, BUDGET % 1000);
    format!(
        "\n_Left out to keep this under {limit} characters: {}. `ksb diff` in a terminal shows all of it._\n",
        left_out.join("; ")
    )
}

/// Renders the report.
#[must_use]
pub fn render(report: &DiffReport<'_>) -> String {
    let lookup = Lookup::new(report.comparison);
    fitting(report.category(), |without| one(report, &lookup, without, "###"))
}

/// The most of a report that is short enough, with what was left out of it.
fn fitting(category: Option<Category>, report: impl Fn(Without) -> String) -> String {
    let whole = Without::ALL.into_iter().take_while(|without| *without < Without::Everything);
    let mut tries =
        whole.map(|without| format!("{MARKER}{}{}{}", report(without), without.note(), licence()));
    tries.find(|text| text.chars().count() <= BUDGET).unwrap_or_else(|| {
        let category = category.map_or("No differences", Category::name);
        let category = sentence_case(category);
        format!("{MARKER}**{category}.** {WHO_DECIDES}\n{}", Without::Everything.note())
    })
}

/// The terms on which the texts are used.
pub(in crate::report) fn licence() -> String {
    format!("\n<sub>{}</sub>\n", escaped(LICENCE))
}

/// Everything that a report says, under a heading of so many hashes.
pub(in crate::report) fn whole(report: &DiffReport<'_>, hashes: &str) -> String {
    one(report, &Lookup::new(report.comparison), Without::Nothing, hashes)
}

/// One report without its marker.
fn one(report: &DiffReport<'_>, lookup: &Lookup<'_>, without: Without, hashes: &str) -> String {
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
    let title = escaped(&format!("{}: {}", report.title(), report.between()));
    let changed = escaped(&report.what_changed());
    let mut out = format!("{hashes} {title}\n\n**{}.** {changed}\n\n", report.proposal());
    for reason in report.reasons() {
        let _infallible = writeln!(out, "- {}: {}", escaped(&reason.what), escaped(reason.why));
    }
    let _infallible = writeln!(out, "\n_{WHO_DECIDES}_\n");
    out
}

/// What follows, with the codes and facts that it concerns.
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
    if out.is_empty() { out } else { format!("\n**What follows**\n\n{out}\n") }
}

/// A part that is folded until somebody opens it. `summary` is Markdown already.
fn details(summary: &str, body: &str) -> String {
    if body.is_empty() {
        return String::new();
    }
    format!("<details><summary>{summary}</summary>\n\n{body}\n</details>\n\n")
}
