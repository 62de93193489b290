//! [`SeveralLevels`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::OccupationalMap;

declare_rule! {
    /// # What it does
    /// Reports an occupation for which an occupational map gives two levels.
    ///
    /// # Why it matters
    /// An occupation has one level. Two levels mean two occupations, or a level that is not settled yet.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "occupational-map",
    ///   "title": "Food and drink",
    ///   "pathways": [{
    ///     "name": "Wine",
    ///     "clusters": [
    ///       { "name": "Wine making", "levels": [4, 5], "occupations": [{ "title": "Wine maker", "levels": [4, 5] }] }
    ///     ]
    ///   }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "occupational-map",
    ///   "title": "Food and drink",
    ///   "pathways": [{
    ///     "name": "Wine",
    ///     "clusters": [
    ///       { "name": "Wine making", "levels": [4, 5], "occupations": [{ "title": "Wine maker", "levels": [5] }] }
    ///     ]
    ///   }]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: an occupation has one level.
    SeveralLevels { name: "several-levels", group: Maps, severity: Advice }
}

impl Rule for SeveralLevels {
    fn map(&self, map: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        for (_, occupation) in map.occupations() {
            let [first, .., last] = occupation.levels.as_slice() else { continue };
            let title = occupation.title.as_str();
            let levels: Vec<String> = occupation.levels.iter().map(|level| level.value.to_string()).collect();
            let message = format!("\"{title}\" has more than one level: {}", listed(&levels, 6));
            cx.report(
                cx.diagnostic(title, message, first.span.to(last.span), "an occupation has one level")
                    .help("keep the level that its standard has"),
            );
        }
    }
}
