//! [`OptionsChanged`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports an option that has another title than where the same version was given before: twice in one file,
    /// or in two files, such as an earlier download and a later one. Options are told by their ids.
    ///
    /// # Why it matters
    /// Apprentices are on an option by its title. A version that is published does not change it; a new
    /// version does.
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
            let message = format!("the option \"{}\" was called \"{}\"", now.title.trim(), old.title.trim());
            cx.report(
                cx.diagnostic(&old.id, message, now.span, "another title in the same version")
                    .label(Label::new(given.extract.source, old.span, "the title where it was given before"))
                    .help("keep the title, or make a new version"),
            );
        }
    }
}
