//! [`VersionGap`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};
use crate::model::Format;

declare_rule! {
    /// # What it does
    /// Reports a standards API record whose version does not follow the previous one: after 1.2 comes 1.3 or 2.0. Only
    /// API records are checked, because the API gives every version. A folder of drafts does not need them all.
    ///
    /// # Why it matters
    /// Apprentices may be on the version that is missing. Usually the number was mistyped.
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
            format!("version {} follows version {}, so a version is missing", number.value, earlier.value);
        cx.report(
            cx.diagnostic("version", message, number.span, format!("expected {next}"))
                .label(Label::new(before.extract.source, earlier.span, "the previous version"))
                .help("add the missing version, or correct the number"),
        );
    }
}
