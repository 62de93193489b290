//! [`NoCoreDuty`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a standard with options in which every duty belongs to an option, so that there is no core.
    ///
    /// # Why it matters
    /// The core is what makes the standard one occupation. Without a core, each option is an occupation of its own.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "O1", "title": "Wine cellars" }, { "code": "O2", "title": "Beer cellars" }],
    ///   "duties": [
    ///     { "code": "D1", "text": "Rack bottles in the cellar.", "options": ["O1"] },
    ///     { "code": "D2", "text": "Tap the casks in the cellar.", "options": ["O2"] }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "O1", "title": "Wine cellars" }, { "code": "O2", "title": "Beer cellars" }],
    ///   "duties": [
    ///     { "code": "D1", "text": "Keep the cellar clean." },
    ///     { "code": "D2", "text": "Rack bottles in the cellar.", "options": ["O1"] },
    ///     { "code": "D3", "text": "Tap the casks in the cellar.", "options": ["O2"] }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: a standard with options has a core.
    NoCoreDuty { name: "no-core-duty", group: Structure, severity: Warning, needs_whole: true }
}

impl Rule for NoCoreDuty {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let options = standard.options.items();
        let duties = standard.duties.items();
        if options.is_empty() || duties.is_empty() || duties.iter().any(|duty| duty.is_core(options.len())) {
            return;
        }
        cx.report(
            cx.diagnostic(
                "duties",
                "the standard has options but no core duties",
                standard.duties_place(),
                "every duty belongs to an option or is marked as not core",
            )
            .help("remove the options from the duties that are core, or add core duties"),
        );
    }
}
