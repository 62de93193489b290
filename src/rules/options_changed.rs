//! [`OptionsChanged`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports an option whose title differs from an earlier copy of the same version, in the same file or another one,
    /// such as an earlier and a later download. Options are matched by their IDs.
    ///
    /// # Why it matters
    /// Apprentices know their option by its title. A published version does not change the title, but a new version
    /// may.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }]
    /// }
    /// ```
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "options": [{ "code": "A", "title": "Beer cellars" }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }]
    /// }
    /// ```
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.1",
    ///   "options": [{ "code": "A", "title": "Beer cellars" }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: the import drops such a version (S1013).
    OptionsChanged {
        name: "options-changed", group: Versions, severity: Error, aliases: ["S1013"], scope: Catalogue
    }
}

impl Rule for OptionsChanged {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref() else { return };
        let Some(given) = all.earlier_record(one) else { return };
        for [old, now] in version.renamed_options(given.version) {
            let message =
                format!("the option \"{}\" was called \"{}\" before", now.title.trim(), old.title.trim());
            cx.report(
                cx.diagnostic(&old.id, message, now.span, "a different title in the same version")
                    .label(Label::new(given.extract.source, old.span, "the earlier title"))
                    .help("keep the earlier title, or make a new version"),
            );
        }
    }
}
