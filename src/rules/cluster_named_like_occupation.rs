//! [`ClusterNamedLikeOccupation`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{OccupationalMap, folded};

declare_rule! {
    /// # What it does
    /// Reports a cluster that has the same name as an occupation in another column of the map.
    ///
    /// # Why it matters
    /// The same name then means two things at two levels. A reader who looks for one finds the other.
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
    ///       { "name": "Cellar hand", "levels": [4, 5], "occupations": [{ "title": "Wine maker", "levels": [5] }] }
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
    ClusterNamedLikeOccupation { name: "cluster-named-like-occupation", group: Maps, severity: Advice }
}

impl Rule for ClusterNamedLikeOccupation {
    fn map(&self, map: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        let mut occupations: BTreeMap<String, Vec<_>> = BTreeMap::new();
        for (cluster, occupation) in map.occupations() {
            occupations.entry(folded(&occupation.title)).or_default().push((cluster.band, occupation));
        }
        for cluster in map.clusters() {
            let same = occupations.get(&folded(&cluster.name)).map_or(&[][..], Vec::as_slice);
            let elsewhere = same.iter().find(|(band, _)| *band != cluster.band);
            if let Some((_, occupation)) = elsewhere {
                let name = cluster.name.as_str();
                let message =
                    format!("the cluster \"{name}\" has the same name as an occupation in another column");
                cx.report(
                    cx.diagnostic(name, message, cluster.name.span(), "the name of the cluster")
                        .label(cx.label(occupation.title.span(), "the occupation with the same name"))
                        .help("rename the cluster after what its occupations have in common"),
                );
            }
        }
    }
}
