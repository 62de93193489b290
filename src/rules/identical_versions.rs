//! [`IdenticalVersions`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a version with exactly the same summary, duties, statements and mapping as the previous version.
    ///
    /// # Why it matters
    /// This may be right, for example if only the funding changed. It may also mean that the new text was never saved.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "knowledge": [{ "code": "K1", "text": "How bottles are stored." }]
    /// }
    /// ```
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.1",
    ///   "knowledge": [{ "code": "K1", "text": "How bottles are stored." }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "knowledge": [{ "code": "K1", "text": "How bottles are stored." }]
    /// }
    /// ```
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.1",
    ///   "knowledge": [{ "code": "K1", "text": "How bottles and casks are stored." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention. Corrections and funding changes also make new versions, so this is advice.
    IdenticalVersions { name: "identical-versions", group: Versions, severity: Advice, scope: Catalogue }
}

impl Rule for IdenticalVersions {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref().filter(|version| version.texts.is_some()) else { return };
        let Some(before) = all.before(one).filter(|before| before.version.texts == version.texts) else {
            return;
        };
        let (Some(number), Some(earlier)) = (&version.version, &before.version.version) else { return };
        let message =
            format!("version {} has exactly the same text as version {}", number.value, earlier.value);
        cx.report(
            cx.diagnostic(
                "version",
                message,
                number.span,
                "the summary, duties, statements and mapping are the same",
            )
            .label(Label::new(before.extract.source, earlier.span, "the previous version"))
            .help("check that the new version includes your changes"),
        );
    }
}
