//! [`EmptyCluster`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::OccupationalMap;

declare_rule! {
    /// # What it does
    /// Reports a cluster of an occupational map that has no occupations.
    ///
    /// # Why it matters
    /// A cluster groups occupations. A cluster without any was emptied by mistake, or its occupations were lost when
    /// the map was copied.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "occupational-map",
    ///   "title": "Food and drink",
    ///   "pathways": [{
    ///     "name": "Wine",
    ///     "clusters": [
    ///       { "name": "Cellar work", "levels": [2, 3], "occupations": [{ "title": "Cellar hand", "levels": [2] }] },
    ///       { "name": "Wine making", "levels": [4, 5], "occupations": [] }
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
    /// Data: seen in a published map.
    EmptyCluster { name: "empty-cluster", group: Maps, severity: Warning, needs_whole: true }
}

impl Rule for EmptyCluster {
    fn map(&self, map: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        for cluster in map.clusters().filter(|cluster| cluster.occupations.is_empty()) {
            let name = cluster.name.as_str();
            let message = format!("the cluster \"{name}\" has no occupations");
            cx.report(
                cx.diagnostic(name, message, cluster.name.span(), "no occupations follow")
                    .help("add the occupations of the cluster, or remove the cluster"),
            );
        }
    }
}
