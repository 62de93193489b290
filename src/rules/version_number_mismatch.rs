//! [`VersionNumberMismatch`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Status, is_version};

declare_rule! {
    /// # What it does
    /// Reports a standards API record, approved for delivery or retired, whose `versionNumber` is empty or differs from
    /// its `version`.
    ///
    /// # Why it matters
    /// Both give the version, and programs differ in which one they read.
    ///
    /// # Example
    /// ```json,fails
    /// { "referenceNumber": "ST9902", "status": "Retired", "version": "1.1", "versionNumber": "1.0" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "referenceNumber": "ST9902", "status": "Retired", "version": "1.1", "versionNumber": "1.1" }
    /// ```
    ///
    /// # Source
    /// Data: the import drops such a version (S1007).
    VersionNumberMismatch {
        name: "version-number-mismatch", group: Versions, severity: Error, aliases: ["S1007"], needs_whole: true
    }
}

impl Rule for VersionNumberMismatch {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some(feed) = standard.feed.as_deref() else { return };
        let (Some(status), Some(version)) = (standard.facts.status.stated(), standard.facts.version.stated())
        else {
            return;
        };
        let in_use = matches!(Status::of(status), Some(Status::Approved | Status::Retired));
        if !in_use || !is_version(version) || standard.leaves_out("versionNumber") {
            return;
        }
        let subject = "versionNumber";
        let diagnostic = match feed.version_number.stated() {
            Some(number) if number.trim() == version.trim() => return,
            Some(number) => {
                let message =
                    format!("`version` is {}, but `versionNumber` is {}", version.trim(), number.trim());
                cx.diagnostic(subject, message, number.span(), "a different version")
                    .label(cx.label(version.span(), "the version in `version`"))
            }
            None => {
                let message = format!("`version` is {}, but `versionNumber` is empty", version.trim());
                cx.diagnostic(subject, message, version.span(), "the version in `version`")
            }
        };
        cx.report(diagnostic.help("write the same version in both keys"));
    }
}
