//! [`LevelTitleMismatch`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, phrases, words};

declare_rule! {
    /// # What it does
    /// Reports a title that gives a different level from the document: "Level 4 ..." at level 3, or a degree below
    /// level 6.
    ///
    /// # Why it matters
    /// One of the two is wrong, and readers cannot tell which.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cellar manager (level 4)", "level": 3 }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar manager", "level": 3 }
    /// ```
    ///
    /// # Source
    /// Guidance: an occupation has one level.
    LevelTitleMismatch { name: "level-title-mismatch", group: Identity, severity: Warning }
}

/// The lowest level of a degree.
const DEGREE: i64 = 6;

impl Rule for LevelTitleMismatch {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let facts = &standard.facts;
        let (Some(title), Some(level)) = (facts.title.stated(), facts.level.stated()) else { return };
        let named = named_level(title).filter(|(_, named)| *named != level.value);
        let degree = phrases(title, "(degree)").next().filter(|_| level.value < DEGREE);
        let Some(range) = named.map(|(range, _)| range).or(degree) else { return };
        let message =
            format!("the title says \"{}\", but the level is {}", &title[range.clone()], level.value);
        cx.report(
            cx.diagnostic("title", message, title.span_of(range), "this does not match the level")
                .label(cx.label(level.span, "the level of the document"))
                .help("correct one of the 2, or remove the level from the title"),
        );
    }
}

/// The level that a title names, and where.
fn named_level(title: &str) -> Option<(Range<usize>, i64)> {
    let lead = phrases(title, "level").next()?;
    let (start, number) = words(&title[lead.end..]).next()?;
    let end = lead.end + start + number.len();
    Some((lead.start..end, number.parse().ok()?))
}
