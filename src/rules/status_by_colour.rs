//! [`StatusByColour`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted};
use crate::model::{OccupationalMap, phrases};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports, once, a map whose legend shows the status of occupations by colour only.
    ///
    /// # Why it matters
    /// People who cannot see the colours, or who have the map as text, do not know the status of any occupation.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "occupational-map",
    ///   "title": "Wine",
    ///   "legend": ["Occupations in green: Standard approved for delivery"],
    ///   "pathways": []
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "occupational-map",
    ///   "title": "Wine",
    ///   "legend": ["(4): level of the occupation"],
    ///   "pathways": []
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: what is published must be accessible. Data: seen in published maps.
    StatusByColour { name: "status-by-colour", group: Maps, severity: Advice }
}

const COLOURS: [&str; 6] = ["in green", "in amber", "in red", "in black", "in yellow", "in blue"];

impl Rule for StatusByColour {
    fn map(&self, map: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        let colour = |text: &Text<'_>| COLOURS.iter().find_map(|colour| phrases(text, colour).next());
        let mut lines = map.legend.iter().filter_map(|text| Some((text, colour(text)?)));
        let Some((text, range)) = lines.next() else { return };
        let count = counted(1 + lines.count(), "status", "statuses");
        let message = format!("the map shows {count} by colour only");
        cx.report(
            cx.diagnostic(
                "legend",
                message,
                text.span_of(range),
                "this status has a colour but no words or symbol",
            )
            .help("write the status next to each occupation that has it, or mark it with a symbol"),
        );
    }
}
