//! [`LarsOverdue`].

use super::declare_rule;
use crate::lint::{Catalogue, Extract, LintContext, Rule};
use crate::model::{Status, is_no_lars_code};

declare_rule! {
    /// # What it does
    /// Reports a version 1.0 that is approved for delivery but has no LARS code two weeks after publication. Only
    /// standards API records give the publication date. If there was a code before, `lars-reset` reports that instead.
    ///
    /// # Why it matters
    /// Providers cannot claim funding for an apprentice without this code.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "referenceNumber": "ST9902", "status": "Approved for delivery", "version": "1.0",
    ///   "publishDate": "2024-03-01T00:00:00", "larsCode": 0
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "referenceNumber": "ST9902", "status": "Approved for delivery", "version": "1.0",
    ///   "publishDate": "2024-03-01T00:00:00", "larsCode": 9902
    /// }
    /// ```
    ///
    /// # Source
    /// Data: the import warns about it (W1001), whatever the status. This rule leaves out versions that are not
    /// approved, which are waiting for more than a code. `retired-without-lars` reports retired versions.
    LarsOverdue { name: "lars-overdue", group: Identity, severity: Warning, aliases: ["W1001"], scope: Catalogue }
}

/// How many days a code may take.
const DAYS: u16 = 14;

impl Rule for LarsOverdue {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref() else { return };
        let is_first = version.number() == Some((1, 0)) && version.is(Status::Approved);
        let (Some(today), Some(published)) = (cx.today(), version.published) else { return };
        let Some(code) = version.lars_code.as_ref().filter(|code| is_no_lars_code(&code.value)) else {
            return;
        };
        if !is_first || today <= published.value.plus(DAYS) || all.lost_lars_code_of(one).is_some() {
            return;
        }
        let message = "the first version was published more than 2 weeks ago but has no LARS code";
        cx.report(
            cx.diagnostic("larsCode", message, code.span, "there is no code here")
                .label(cx.label(published.span, "published on this day"))
                .help("find the standard in the Learning Aim Reference Service (LARS) and write its code here, or ask for one"),
        );
    }
}
