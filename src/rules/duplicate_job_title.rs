//! [`DuplicateJobTitle`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, folded};
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports a typical job title that repeats an earlier one in the list, apart from case and spacing.
    ///
    /// # Why it matters
    /// People who look for an occupation see the same title twice in the list.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "typicalJobTitles": ["Cellar hand", "Cellar Hand", "Cellar assistant"] }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "typicalJobTitles": ["Cellar hand", "Cellar assistant"] }
    /// ```
    ///
    /// # Source
    /// Convention.
    DuplicateJobTitle { name: "duplicate-job-title", group: Identity, severity: Warning }
}

impl Rule for DuplicateJobTitle {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let mut first: BTreeMap<String, Span> = BTreeMap::new();
        for (index, title) in standard.typical_job_titles.items().iter().enumerate() {
            let name = &title.name;
            let key = folded(name);
            let Some(place) = first.get(&key).filter(|_| !key.is_empty()) else {
                first.insert(key, name.span());
                continue;
            };
            let message = format!("the job title \"{}\" is listed twice", name.trim());
            cx.report(
                cx.diagnostic(format!("typicalJobTitles[{index}]"), message, name.span(), "repeated here")
                    .label(cx.label(*place, "first listed here"))
                    .help("remove one of the 2 titles"),
            );
        }
    }
}
