//! [`LarsShared`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a LARS code that is used by standards with different references. It is reported once for each reference
    /// except the first, at its first version with the code. All versions of one standard have the same code.
    /// `lars-format` reports text that is not a code.
    ///
    /// # Why it matters
    /// Funding is claimed under this code, so it would be paid for the wrong standard.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST9901", "version": "1.0", "larsCode": 9901 }
    /// ```
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "larsCode": 9901 }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9901", "version": "1.0", "larsCode": 9901 }
    /// ```
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9902", "version": "1.0", "larsCode": 9902 }
    /// ```
    ///
    /// # Source
    /// Data: the import rejects it (E1004). 0 or an empty value means that there is no code yet.
    LarsShared { name: "lars-shared", group: Identity, severity: Error, aliases: ["E1004"], scope: Catalogue }
}

impl Rule for LarsShared {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref() else { return };
        let Some(code) = &version.lars_code else { return };
        let own = &version.reference.value;
        let Some([first, first_own]) = all.first_with_lars_code(&code.value, own) else { return };
        if first.version.reference.value == *own || first_own.extract.source != one.source {
            return;
        }
        let Some(there) = &first.version.lars_code else { return };
        let other = &first.version.reference.value;
        let message = format!("the LARS code {} already belongs to {other}", code.value);
        cx.report(
            cx.diagnostic("larsCode", message, code.span, format!("{} uses it too", version.reference.value))
                .label(Label::new(first.extract.source, there.span, format!("{other} uses it here")))
                .help("give one of the 2 its own code, or write 0 until there is one"),
        );
    }
}
