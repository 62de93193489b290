//! [`DuplicateVersion`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a document with the same reference and version as an earlier one in the same file. If options changed or
    /// disappeared between the two, `options-changed` or `options-removed` reports that instead.
    ///
    /// # Why it matters
    /// A program that loads the file keeps one of the two, and does not say which.
    ///
    /// # Example
    /// ```json,fails
    /// [
    ///   { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0" },
    ///   { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0" }
    /// ]
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// [
    ///   { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0" },
    ///   { "kind": "apprenticeship", "reference": "ST9902", "version": "1.1" }
    /// ]
    /// ```
    ///
    /// # Source
    /// Convention.
    DuplicateVersion { name: "duplicate-version", group: Versions, severity: Warning, scope: Catalogue }
}

impl Rule for DuplicateVersion {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref() else { return };
        let Some(given) =
            all.earlier_record(one).filter(|given| given.extract.source.file() == one.source.file())
        else {
            return;
        };
        let said = !version.renamed_options(given.version).is_empty()
            || !version.lost_options(given.version).is_empty();
        let (Some(number), Some(earlier)) = (&version.version, &given.version.version) else { return };
        if said {
            return;
        }
        let message = format!("{} {} appears twice in this file", version.reference.value, number.value);
        cx.report(
            cx.diagnostic("version", message, number.span, "repeated here")
                .label(Label::new(given.extract.source, earlier.span, "the first one"))
                .help("remove one of the 2, or correct its version"),
        );
    }
}
