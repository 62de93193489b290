//! [`FirstVersionStatus`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Status};

declare_rule! {
    /// # What it does
    /// Reports a standards API record with version 1.0 that is still proposed or in development. It reports nothing for
    /// drafts in other formats.
    ///
    /// # Why it matters
    /// Version 1.0 is the first that is approved for delivery. Earlier versions have lower numbers.
    ///
    /// # Example
    /// ```json,fails
    /// { "referenceNumber": "ST9902", "status": "In development", "version": "1.0" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "referenceNumber": "ST9902", "status": "In development", "version": "0.1" }
    /// ```
    ///
    /// # Source
    /// Data: the import warns about it (W1002). `status-name` reports an unknown status.
    FirstVersionStatus { name: "first-version-status", group: Versions, severity: Warning, aliases: ["W1002"] }
}

impl Rule for FirstVersionStatus {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let facts = &standard.facts;
        let (Some(status), Some(version)) = (facts.status.stated(), facts.version.stated()) else { return };
        let is_draft = matches!(Status::of(status), Some(Status::InDevelopment | Status::Proposed));
        if standard.feed.is_none() || !is_draft || version.trim() != "1.0" {
            return;
        }
        let message = format!(
            "version 1.0 has the status \"{}\", but 1.0 is the first approved version",
            status.trim()
        );
        cx.report(
            cx.diagnostic("status", message, status.span(), "not approved for delivery")
                .label(cx.label(version.span(), "the version number of an approved standard"))
                .help("correct the status, or give the draft a version below 1.0"),
        );
    }
}
