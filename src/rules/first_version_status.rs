//! [`FirstVersionStatus`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Status};

declare_rule! {
    /// # What it does
    /// Reports a record of the standards API that calls itself version 1.0 and is still in development or
    /// proposed. Silent for drafts in other formats.
    ///
    /// # Why it matters
    /// Version 1.0 is the first that is approved for delivery; what comes before has a version below it.
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
    /// Data: the import warns of it (W1002). Of a status that there is not, `status-name` speaks.
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
        let message = format!("version 1.0 has the status {}", status.trim());
        cx.report(
            cx.diagnostic("status", message, status.span(), "not approved yet")
                .label(cx.label(version.span(), "the first version that can be approved"))
                .help("correct the status, or give the draft a version below 1.0"),
        );
    }
}
