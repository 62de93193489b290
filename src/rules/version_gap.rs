//! [`VersionGap`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};
use crate::model::Format;

declare_rule! {
    /// # What it does
    /// Reports a record of the standards API whose version does not come next after the one before: after 1.2
    /// comes 1.3 or 2.0. Only among records of the API, which gives every version; a folder of drafts need
    /// not have them all.
    ///
    /// # Why it matters
    /// A version that was left out is one that somebody may be on. Usually it is a mistyped number.
    ///
    /// # Example
    /// ```json,fails
    /// { "referenceNumber": "ST9902", "title": "Cellar hand", "version": "1.0" }
    /// ```
    /// ```json,fails
    /// { "referenceNumber": "ST9902", "title": "Cellar hand", "version": "1.2" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "referenceNumber": "ST9902", "title": "Cellar hand", "version": "1.0" }
    /// ```
    /// ```json,passes
    /// { "referenceNumber": "ST9902", "title": "Cellar hand", "version": "1.1" }
    /// ```
    ///
    /// # Source
    /// Data: the import drops a standard with a gap (S1003).
    VersionGap { name: "version-gap", group: Versions, severity: Error, aliases: ["S1003"], scope: Catalogue }
}

impl Rule for VersionGap {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let is_record = |extract: &Extract| extract.format == Format::StandardsApi;
        let Some(version) = one.version.as_deref().filter(|_| is_record(one)) else { return };
        let Some(before) = all.before(one).filter(|before| is_record(before.extract)) else { return };
        let (Some(number), Some(earlier)) = (&version.version, &before.version.version) else { return };
        let Some((major, minor)) = before.version.number().filter(|_| !version.follows(before.version))
        else {
            return;
        };
        let next = format!("{major}.{} or {}.0", minor.saturating_add(1), major.saturating_add(1));
        let message =
            format!("version {} comes after {}, so a version is missing", number.value, earlier.value);
        cx.report(
            cx.diagnostic("version", message, number.span, format!("expected {next}"))
                .label(Label::new(before.extract.source, earlier.span, "the version before"))
                .help("add the version that is missing, or correct the number"),
        );
    }
}
