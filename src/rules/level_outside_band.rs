//! [`LevelOutsideBand`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::OccupationalMap;

declare_rule! {
    /// # What it does
    /// Reports an occupation whose level does not fit its column: levels 2 and 3 are technical, 4 and 5 higher
    /// technical, 6 and 7 professional.
    ///
    /// # Why it matters
    /// People who read the map by its columns think that the occupation has a different level.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "occupational-map",
    ///   "title": "Food and drink",
    ///   "pathways": [{
    ///     "name": "Wine",
    ///     "clusters": [
    ///       { "name": "Cellar work", "levels": [2, 3], "occupations": [{ "title": "Cellar hand", "levels": [2] }, { "title": "Wine maker", "levels": [5] }] }
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
    ///       { "name": "Cellar work", "levels": [2, 3], "occupations": [{ "title": "Cellar hand", "levels": [2] }] },
    ///       { "name": "Wine making", "levels": [4, 5], "occupations": [{ "title": "Wine maker", "levels": [5] }] }
    ///     ]
    ///   }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: every level in brackets fits its column in published maps.
    LevelOutsideBand { name: "level-outside-band", group: Maps, severity: Warning }
}

impl Rule for LevelOutsideBand {
    fn map(&self, map: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        for (cluster, occupation) in map.occupations() {
            let Some(band) = cluster.band else { continue };
            let [low, high] = band.levels();
            let outside = occupation.levels.iter().find(|level| !band.levels().contains(&level.value));
            let Some(level) = outside else { continue };
            let title = occupation.title.as_str();
            let message = format!(
                "\"{title}\" is at level {}, but its column is for levels {low} and {high}",
                level.value
            );
            let column = format!("its cluster is under {}, levels {low} and {high}", band.heading());
            cx.report(
                cx.diagnostic(title, message, level.span, "this level does not fit the column")
                    .label(cx.label(cluster.name.span(), column))
                    .help("correct the level, or move the occupation to the column for its level"),
            );
        }
    }
}
