//! [`MissingTitle`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Field, OccupationalMap, Standard};

declare_rule! {
    /// # What it does
    /// Reports a document that states no title, or an empty one.
    ///
    /// # Why it matters
    /// Readers know an occupation by its title, and lists, links and file names are made from it.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "typicalJobTitles": ["Cellar hand"] }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand" }
    /// ```
    ///
    /// # Source
    /// Data: the import drops a version with an empty title (S1008).
    MissingTitle { name: "missing-title", group: Structure, severity: Error, aliases: ["S1008"], needs_whole: true }
}

impl Rule for MissingTitle {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let (place, label) = match &standard.facts.title {
            Field::Missing if !standard.leaves_out("title") => {
                (standard.start, "the title of the occupation is missing")
            }
            Field::Empty(place) => (*place, "nothing stands here"),
            Field::Stated(text) if text.trim().is_empty() => (text.span(), "nothing stands here"),
            _ => return,
        };
        let mut diagnostic = cx.diagnostic("title", "the document states no title", place, label);
        let help = match standard.typical_job_titles.items() {
            [only] => {
                diagnostic = diagnostic.label(cx.label(only.name.span(), "the only typical job title"));
                format!("add the title; it may be \"{}\", the only typical job title", only.name.as_str())
            }
            _ => "add the title of the occupation".to_owned(),
        };
        cx.report(diagnostic.help(help));
    }

    fn map(&self, map: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        if map.title.is_missing() {
            let message = "the map states no title";
            cx.report(
                cx.diagnostic("title", message, map.start, "the title of the map is missing")
                    .help("add the title of the map"),
            );
        }
    }
}
