//! [`LarsShared`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a LARS code that standards with different references have; once, at the first version with
    /// it of every reference but the first. All versions of one standard have the same code. Of what is not
    /// written as a code, `lars-format` speaks.
    ///
    /// # Why it matters
    /// Funding is claimed under this code, so it would be paid for another standard.
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
    /// Data: the import refuses it (E1004). 0 and nothing stand for no code yet.
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
        let message = format!("the LARS code {} is that of {other}", code.value);
        cx.report(
            cx.diagnostic("larsCode", message, code.span, format!("{} has it too", version.reference.value))
                .label(Label::new(first.extract.source, there.span, format!("{other} has it here")))
                .help("give one of the two its own code, or 0 while there is none"),
        );
    }
}
