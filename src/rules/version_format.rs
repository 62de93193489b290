//! [`VersionFormat`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Field, Standard, is_version};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports a version that is not a number, a full stop and a number, also in the version log.
    ///
    /// # Why it matters
    /// Versions are put in order by these two numbers.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "version": "1" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "version": "1.0" }
    /// ```
    ///
    /// # Source
    /// Data: anything else is refused when the data is imported (E1003).
    VersionFormat { name: "version-format", group: Identity, severity: Error, aliases: ["E1003"], needs_whole: true }
}

impl Rule for VersionFormat {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        look_at("version".to_owned(), &standard.facts.version, cx);
        for (index, entry) in standard.version_log.iter().enumerate() {
            look_at(format!("versionLog[{index}].version"), &entry.version, cx);
        }
    }
}

fn look_at(subject: String, field: &Field<Text<'_>>, cx: &mut LintContext<'_>) {
    let Some(text) = field.stated().filter(|text| !is_version(text)) else { return };
    let message = format!("\"{}\" is no version", text.as_str());
    cx.report(
        cx.diagnostic(subject, message, text.span(), "expected two numbers with a full stop between them")
            .help("write the version like 1.0"),
    );
}
