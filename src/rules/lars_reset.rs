//! [`LarsReset`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};
use crate::model::Status;

declare_rule! {
    /// # What it does
    /// Reports a version that is approved for delivery with LARS code 0, although there was a code before, in the
    /// previous version in use or in an earlier file with the same version. `retired-without-lars` reports retired
    /// versions without a code.
    ///
    /// # Why it matters
    /// A LARS code stays with a standard. Without it, providers cannot claim funding for apprentices who are on it.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "status": "Retired", "larsCode": 9902 }
    /// ```
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.1",
    ///   "status": "Approved for delivery", "larsCode": 0
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "status": "Retired", "larsCode": 9902 }
    /// ```
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.1",
    ///   "status": "Approved for delivery", "larsCode": 9902
    /// }
    /// ```
    ///
    /// # Source
    /// Data: the import drops such a version (S1001).
    LarsReset { name: "lars-reset", group: Versions, severity: Error, aliases: ["S1001"], scope: Catalogue }
}

impl Rule for LarsReset {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref().filter(|version| version.is(Status::Approved)) else {
            return;
        };
        let Some(code) = &version.lars_code else { return };
        let Some(earlier) = all.lost_lars_code_of(one) else { return };
        let Some(had) = &earlier.version.lars_code else { return };
        let now = if code.value.is_empty() { "empty" } else { &code.value };
        let message = format!("the LARS code is {now}, but it was {} before", had.value);
        cx.report(
            cx.diagnostic("larsCode", message, code.span, "the code has been lost")
                .label(Label::new(earlier.extract.source, had.span, "the code is here"))
                .help(format!("write the LARS code {} here again", had.value)),
        );
    }
}
