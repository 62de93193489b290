//! [`DuplicateOption`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports an option whose id, or code, an option before it has.
    ///
    /// # Why it matters
    /// Duties name options by their ids, so nobody can tell which of the two a duty belongs to.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }, { "code": "A", "title": "Beer cellars" }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }, { "code": "B", "title": "Beer cellars" }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: a published standard has had two options with one id.
    DuplicateOption { name: "duplicate-option", group: Structure, severity: Error }
}

impl Rule for DuplicateOption {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let mut first: BTreeMap<String, Span> = BTreeMap::new();
        let ids = standard.options.items().iter().filter_map(|option| option.code.stated());
        for (index, id) in ids.enumerate() {
            let Some(place) = first.get(&id.trim().to_ascii_lowercase()) else {
                first.insert(id.trim().to_ascii_lowercase(), id.span());
                continue;
            };
            let message = format!("two options have the id \"{}\"", id.trim());
            cx.report(
                cx.diagnostic(format!("options[{index}]"), message, id.span(), "the same again")
                    .label(cx.label(*place, "the option before"))
                    .help("give one of the two another id, and let the duties name the one that they mean"),
            );
        }
    }
}
