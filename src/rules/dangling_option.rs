//! [`DanglingOption`].

use std::collections::BTreeSet;

use super::declare_rule;
use crate::lint::{LintContext, Rule, counted};
use crate::model::Standard;
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports an option that a duty refers to by its id or code, but that the document does not list. If the document
    /// lists no options at all, that is one finding. It reports nothing where options are given by their titles only.
    ///
    /// # Why it matters
    /// Readers cannot tell which apprentices the duty is for.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }],
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "options": ["B"] }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }],
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "options": ["A"] }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: published standards have had duties that refer to options the version does not list.
    DanglingOption { name: "dangling-option", group: Structure, severity: Error, needs_whole: true }
}

impl Rule for DanglingOption {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let by_title =
            standard.feed.as_deref().is_some_and(|feed| !feed.unstructured_options.items().is_empty());
        let listed = standard.options.items().iter().filter_map(|option| option.code.stated());
        let listed: BTreeSet<String> = listed.map(|id| folded(id)).collect();
        if listed.is_empty() {
            if !by_title && !standard.leaves_out("options") {
                report_all(standard, cx);
            }
            return;
        }
        for (index, duty) in standard.duties.items().iter().enumerate() {
            let mut seen = BTreeSet::new();
            for id in
                duty.options.iter().filter(|id| !listed.contains(&folded(id)) && seen.insert(folded(id)))
            {
                let subject = standard.duty_subject(index);
                let name = standard.duty_name(index);
                let message = format!("{name} refers to the option \"{}\", which is not listed", id.trim());
                cx.report(
                    cx.diagnostic(
                        format!("{subject}→{}", id.trim()),
                        message,
                        id.span(),
                        "no option has this ID or code",
                    )
                    .help("refer to an option that is listed, or add this one to the list"),
                );
            }
        }
    }
}

fn folded(id: &Text<'_>) -> String {
    id.trim().to_ascii_lowercase()
}

/// Reports, once, that duties name options although there are none.
fn report_all(standard: &Standard<'_>, cx: &mut LintContext<'_>) {
    let naming: Vec<&Text<'_>> =
        standard.duties.items().iter().filter_map(|duty| duty.options.first()).collect();
    let Some(first) = naming.first() else { return };
    let what = counted(naming.len(), "duty refers to", "duties refer to");
    let message = format!("{what} options, but the document lists none");
    cx.report(
        cx.diagnostic("options", message, first.span(), "no option has this ID or code")
            .help("list the options, or remove them from the duties"),
    );
}
