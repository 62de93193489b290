//! [`MissingTitle`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Field, OccupationalMap, Standard, is_blank, is_placeholder};

declare_rule! {
    /// # What it does
    /// Reports a document whose title is missing, empty or only a placeholder: "TBC", or a title without any letters.
    ///
    /// # Why it matters
    /// Readers know an occupation by its title. Lists, links and file names are made from it.
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
        let none = "the document has no title";
        let (message, place, label) = match &standard.facts.title {
            Field::Missing if !standard.leaves_out("title") => (none, standard.start, "the title is missing"),
            Field::Empty(place) => (none, *place, "the title is empty"),
            Field::Stated(text) if is_blank(text) => (none, text.span(), "the title is empty"),
            Field::Stated(text) if is_placeholder(text) => {
                ("the title is a placeholder", text.span(), "this is not a title yet")
            }
            _ => return,
        };
        let mut diagnostic = cx.diagnostic("title", message, place, label);
        let help = match standard.typical_job_titles.items() {
            [only] => {
                diagnostic = diagnostic.label(cx.label(only.name.span(), "the only typical job title"));
                format!("add the title: it may be \"{}\", the only typical job title", only.name.as_str())
            }
            _ => "add the title of the occupation".to_owned(),
        };
        cx.report(diagnostic.help(help));
    }

    fn map(&self, map: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        if map.title.is_missing() {
            let message = "the map has no title";
            cx.report(
                cx.diagnostic("title", message, map.start, "the title of the map is missing")
                    .help("add the title of the map"),
            );
        }
    }
}
