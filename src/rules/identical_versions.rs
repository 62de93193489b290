//! [`IdenticalVersions`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a version that says word for word what the version before says: summary, duties, statements and
    /// mapping.
    ///
    /// # Why it matters
    /// A new version that changes nothing in these may be right, as where only the funding changed. It may also
    /// be that the new texts never got into it.
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
    /// Convention. Corrections and changes of funding make new versions too, so this is a matter to look at.
    IdenticalVersions { name: "identical-versions", group: Versions, severity: Advice, scope: Catalogue }
}

impl Rule for IdenticalVersions {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref().filter(|version| version.texts.is_some()) else { return };
        let Some(before) = all.before(one).filter(|before| before.version.texts == version.texts) else {
            return;
        };
        let (Some(number), Some(earlier)) = (&version.version, &before.version.version) else { return };
        let message = format!("version {} says word for word what {} says", number.value, earlier.value);
        cx.report(
            cx.diagnostic(
                "version",
                message,
                number.span,
                "the same summary, duties, statements and mapping",
            )
            .label(Label::new(before.extract.source, earlier.span, "as here"))
            .help("make sure that what was changed is in it"),
        );
    }
}
