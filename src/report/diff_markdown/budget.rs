//! How long a report may be, and what is left out of one that would be longer.

use crate::diff::Category;
use crate::report::diff::{DiffReport, LICENCE};
use crate::report::markdown_text::escaped;

/// The most characters that a report may have: GitHub accepts 65,536, and other programs may add to it.
pub const BUDGET: usize = 60_000;

/// The first line of every report. It is not shown, and an action uses it to find its own comment.
pub const MARKER: &str = "<!-- ksb-diff -->\n";

/// What is left out of a report that would be too long, in this order until it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Without {
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
    pub(super) const ALL: [Self; 11] = [
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
            Self::Pairing => "how items were paired",
            Self::Prose => "the summary and the prose",
            Self::TextsOfCorrections => "the texts of corrections",
            Self::TextsOfAdjustments => "the texts of adjustments",
            Self::AllTexts => "the texts of revisions",
            Self::Mapping => "the mapping and the renumbering",
            Self::Facts => "the facts",
            Self::Statements => "the tables of statements and duties",
            Self::Codes => "the codes affected",
            Self::Everything => "everything else",
        })
    }

    /// The lowest category whose texts are shown, or `None` if no texts are shown.
    pub(super) fn texts_from(self) -> Option<Category> {
        match self {
            Self::Nothing | Self::Pairing | Self::Prose => Some(Category::Info),
            Self::TextsOfCorrections => Some(Category::Adjustment),
            Self::TextsOfAdjustments => Some(Category::Revision),
            _ => None,
        }
    }

    /// What has been left out up to this step, as a sentence with its line break.
    pub(super) fn note(self) -> String {
        let left_out: Vec<&str> =
            Self::ALL.into_iter().take_while(|step| *step <= self).filter_map(Self::what).collect();
        note(&left_out)
    }
}

/// That something was left out, as a sentence with its line break; empty if nothing was.
pub(super) fn note(left_out: &[&str]) -> String {
    if left_out.is_empty() {
        return String::new();
    }
    let limit = format!("{},{:03}", BUDGET / 1000, BUDGET % 1000);
    format!(
        "\n_Left out to keep this under {limit} characters: {}. `ksb diff` in a terminal shows all of it._\n",
        left_out.join("; ")
    )
}

/// The terms on which the texts are used; empty if there are only drafts.
pub(in crate::report) fn licence<'r>(reports: impl IntoIterator<Item = &'r DiffReport<'r>>) -> String {
    let is_of_published = reports.into_iter().any(DiffReport::is_of_published);
    if is_of_published { format!("\n<sub>{}</sub>\n", escaped(LICENCE)) } else { String::new() }
}

/// A part that is folded until somebody opens it. `summary` is Markdown already.
pub(super) fn details(summary: &str, body: &str) -> String {
    if body.is_empty() {
        return String::new();
    }
    format!("<details><summary>{summary}</summary>\n\n{body}\n</details>\n\n")
}
