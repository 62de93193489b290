//! [`SeveralApproved`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};
use crate::model::Status;

declare_rule! {
    /// # What it does
    /// Reports a standard with more than one version approved for delivery, once, at the latest of them. If a version
    /// appears more than once, the last file counts.
    ///
    /// # Why it matters
    /// Apprentices start on the approved version. When a new one is approved, the previous one is retired.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "status": "Approved for delivery" }
    /// ```
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.1", "status": "Approved for delivery" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "status": "Retired" }
    /// ```
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.1", "status": "Approved for delivery" }
    /// ```
    ///
    /// # Source
    /// Data: the import drops such a standard (S1002).
    SeveralApproved {
        name: "several-approved", group: Versions, severity: Error, aliases: ["S1002"], scope: Catalogue
    }
}

impl Rule for SeveralApproved {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref().filter(|version| version.is(Status::Approved)) else {
            return;
        };
        let Some(status) = &version.status else { return };
        let reference = &version.reference.value;
        let mut approved = all.approved_versions(reference).peekable();
        let is_latest = approved.next().is_some_and(|latest| latest.extract.source == one.source);
        if !is_latest || approved.peek().is_none() {
            return;
        }
        let message = format!("more than one version of {reference} is approved for delivery");
        let mut diagnostic = cx
            .diagnostic("status", message, status.span, "the latest approved version")
            .help("change the status of the earlier version to \"Retired\"");
        for other in approved {
            let (Some(status), Some(number)) = (&other.version.status, &other.version.version) else {
                continue;
            };
            let label = format!("version {} is approved too", number.value);
            diagnostic = diagnostic.label(Label::new(other.extract.source, status.span, label));
        }
        cx.report(diagnostic);
    }
}
