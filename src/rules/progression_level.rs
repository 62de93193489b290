//! [`ProgressionLevel`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a progression link into the occupation from an occupation at a higher level.
    ///
    /// # Why it matters
    /// People progress to the same level or a higher one. Either the link should lead the other way, or one of the
    /// levels is wrong.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "occupation", "level": 3,
    ///   "progression": [{ "direction": "into", "title": "Cellar manager", "level": 5 }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "occupation", "level": 3,
    ///   "progression": [{ "direction": "from", "title": "Cellar manager", "level": 5 }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: on the progression maps that we looked at, links into an occupation come from its own level or a lower
    /// one.
    ProgressionLevel { name: "progression-level", group: Maps, severity: Warning }
}

impl Rule for ProgressionLevel {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some(own) = standard.facts.level.stated() else { return };
        for (index, link) in standard.progression.iter().enumerate() {
            let Some(level) = link.level.stated() else { continue };
            if link.is_into() != Some(true) || level.value <= own.value {
                continue;
            }
            let (higher, own_level) = (level.value, own.value);
            let other = link.title.stated().map(|title| format!("\"{}\"", title.as_str()));
            let from = other.as_deref().map_or_else(String::new, |other| format!(" from {other}"));
            let to = other.unwrap_or_else(|| "the other occupation".to_owned());
            let message = format!(
                "the link{from} comes from level {higher}, but this occupation is at level {own_level}"
            );
            cx.report(
                cx.diagnostic(format!("progression[{index}]"), message, level.span, "this level is higher")
                    .label(cx.label(own.span, format!("this occupation is at level {own_level}")))
                    .help(format!(
                        "if people progress from this occupation to {to}, reverse the link; if not, correct the \
                         level that is wrong"
                    )),
            );
        }
    }
}
