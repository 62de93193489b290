//! [`MappingNotStated`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Field, Standard};

declare_rule! {
    /// # What it does
    /// Reports, once, that a document has duties and statements but does not say which statements each duty needs.
    ///
    /// # Why it matters
    /// Without the mapping nobody can see what a duty needs, and the mapping cannot be checked. Some kinds of page
    /// never show it, but the standard's own page does.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar." }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: each duty has the knowledge, skills and behaviours that it needs, and each of these is mapped to at
    /// least one duty.
    MappingNotStated { name: "mapping-not-stated", group: Mapping, severity: Warning, needs_whole: true }
}

impl Rule for MappingNotStated {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let duties = standard.duties.items();
        let nothing_to_map = duties.is_empty() || standard.statements.items().is_empty();
        if nothing_to_map || standard.states_mapping() || standard.has_unreadable_mapping() {
            return;
        }
        let hidden = duties.iter().all(|duty| matches!(duty.mapping, Field::NotShown));
        let (message, help) = if hidden {
            (
                "this kind of page does not show which knowledge, skills and behaviours each duty needs",
                "to check the mapping, run `ksb check` on the page of the standard or on its source document",
            )
        } else {
            (
                "no knowledge, skills or behaviours are mapped to any duty",
                "add the codes of the statements that each duty needs, for example K1, S1 and B1",
            )
        };
        let label = match duties.len() {
            1 => "this duty has no codes".to_owned(),
            count => format!("none of these {count} duties has any codes"),
        };
        cx.report(cx.diagnostic("duties", message, standard.duties_place(), label).help(help));
    }
}
