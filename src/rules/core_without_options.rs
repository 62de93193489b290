//! [`CoreWithoutOptions`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a record of the standards API that says that the standard has a core and options, and lists no
    /// option.
    ///
    /// # Why it matters
    /// An apprentice has to choose one of the options, and there is none to choose.
    ///
    /// # Example
    /// ```json,fails
    /// { "referenceNumber": "ST9902", "coreAndOptions": true, "options": [], "optionsUnstructuredTemplate": [] }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "referenceNumber": "ST9902", "coreAndOptions": true, "optionsUnstructuredTemplate": ["Wine cellars"] }
    /// ```
    ///
    /// # Source
    /// Data: the import warns of it (W1003).
    CoreWithoutOptions {
        name: "core-without-options", group: Structure, severity: Warning, aliases: ["W1003"], needs_whole: true
    }
}

impl Rule for CoreWithoutOptions {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some(feed) = standard.feed.as_deref() else { return };
        let Some(flag) = feed.core_and_options.stated().filter(|flag| flag.value) else { return };
        let has_some = !standard.options.items().is_empty() || !feed.unstructured_options.items().is_empty();
        if has_some || standard.leaves_out("options") {
            return;
        }
        let message = "the standard is to have a core and options, but no option is listed";
        cx.report(
            cx.diagnostic("options", message, flag.span, "it says so here")
                .help("list the options, or give false here if there are none"),
        );
    }
}
