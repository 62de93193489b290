//! [`LevelRange`].

use std::ops::RangeInclusive;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a level below 2 or above 8.
    ///
    /// # Why it matters
    /// No occupation has such a level, so the number was mistyped or means something else.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "level": 33 }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "level": 3 }
    /// ```
    ///
    /// # Source
    /// Guidance: the criteria for standards give levels 2 to 8.
    LevelRange { name: "level-range", group: Identity, severity: Error }
}

/// Funded apprenticeships have levels 2 to 7; the criteria go up to 8.
const LEVELS: RangeInclusive<i64> = 2..=8;

impl Rule for LevelRange {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some(level) = standard.facts.level.stated() else { return };
        if !LEVELS.contains(&level.value) {
            let message = format!("an occupation cannot be at level {}", level.value);
            cx.report(
                cx.diagnostic("level", message, level.span, "expected a level from 2 to 8")
                    .help("give a level from 2 to 8, or from 2 to 7 if the apprenticeship is funded"),
            );
        }
    }
}
