//! [`DuplicateVersion`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a document that states the same reference and version as one before it in the same file. Silent
    /// where options were changed or removed between the two: there `options-changed` and `options-removed`
    /// speak.
    ///
    /// # Why it matters
    /// Whoever loads the file keeps one of the two, and does not tell which.
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
        let message = format!("{} {} is there twice", version.reference.value, number.value);
        cx.report(
            cx.diagnostic("version", message, number.span, "the same again")
                .label(Label::new(given.extract.source, earlier.span, "the one before"))
                .help("keep one of the two, or correct its version"),
        );
    }
}
