//! [`VersionFormat`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, is_version};

declare_rule! {
    /// # What it does
    /// Reports a version that is not a number, a full stop and a number. Also checks the version log.
    ///
    /// # Why it matters
    /// These two numbers put versions in order.
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
    /// Data: the import rejects anything else (E1003).
    VersionFormat { name: "version-format", group: Identity, severity: Error, aliases: ["E1003"], needs_whole: true }
}

impl Rule for VersionFormat {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let own = ("version".to_owned(), standard.written(&standard.facts.version));
        let log = standard.version_log.iter().enumerate().map(|(index, entry)| {
            let version = entry.version.stated().map(|text| (text.as_str(), text.span()));
            (format!("versionLog[{index}].version"), version)
        });
        for (subject, version) in std::iter::once(own).chain(log) {
            let Some((text, place)) = version.filter(|(text, _)| !is_version(text)) else { continue };
            let message = format!("\"{text}\" is not a version number");
            cx.report(
                cx.diagnostic(subject, message, place, "expected 2 numbers with a full stop between them")
                    .help("write the version in the form 1.0"),
            );
        }
    }
}
