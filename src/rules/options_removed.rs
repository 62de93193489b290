//! [`OptionsRemoved`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports an option that an earlier copy of the same version has, in the same file or another one, such as an
    /// earlier and a later download. Options are matched by their IDs and titles.
    ///
    /// # Why it matters
    /// Apprentices may be on that option. A published version keeps its options, but a new version may have different
    /// ones.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }, { "code": "B", "title": "Beer cellars" }]
    /// }
    /// ```
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }, { "code": "B", "title": "Beer cellars" }]
    /// }
    /// ```
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.1",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: the import drops such a version (S1014).
    OptionsRemoved {
        name: "options-removed", group: Versions, severity: Error, aliases: ["S1014"], scope: Catalogue
    }
}

impl Rule for OptionsRemoved {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        let Some(version) = one.version.as_deref() else { return };
        let Some(given) = all.earlier_record(one) else { return };
        let place = version.version.as_ref().map_or(version.reference.span, |number| number.span);
        for option in version.lost_options(given.version) {
            let message = format!("the option \"{}\" is missing from this version", option.title.trim());
            cx.report(
                cx.diagnostic(
                    &option.id,
                    message,
                    place,
                    "this copy of the version does not have the option",
                )
                .label(Label::new(
                    given.extract.source,
                    option.span,
                    "the option is here in the earlier copy",
                ))
                .help("put the option back, or make a new version"),
            );
        }
    }
}
