//! [`CoreWithoutOptions`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a standards API record that says the standard has a core and options, but lists no options.
    ///
    /// # Why it matters
    /// An apprentice must choose an option, but there is nothing to choose from.
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
    /// Data: the import warns about it (W1003).
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
        let message = "the record says that the standard has a core and options, but it lists no options";
        cx.report(
            cx.diagnostic("options", message, flag.span, "this says that there are options")
                .help("list the options, or write false here if there are none"),
        );
    }
}
