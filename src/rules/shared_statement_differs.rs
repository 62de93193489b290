//! [`SharedStatementDiffers`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a statement that stands word for word in another standard but for one letter of one word, if that word
    /// stands in no other statement of the catalogue and the other one does. One version of each standard counts: the one
    /// approved for delivery, or else the newest.
    ///
    /// # Why it matters
    /// Statements are shared between standards. Where a slip gets into one of them, they are no longer the same, and what
    /// carries over from one occupation to the next cannot be seen.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "knowledge": [{ "code": "K1", "text": "Health and safety legisation for work in a cellar." }]
    /// }
    /// ```
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9903", "version": "1.0",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "Health and safety legislation for work in a cellar." },
    ///     { "code": "K2", "text": "Data protection legislation." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9902", "version": "1.0",
    ///   "knowledge": [{ "code": "K1", "text": "Health and safety legislation for work in a cellar." }]
    /// }
    /// ```
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship", "reference": "ST9903", "version": "1.0",
    ///   "knowledge": [{ "code": "K1", "text": "Health and safety legislation for work in a cellar." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: in published standards that share statements, one was seen with "legisation". A word that `misspelling` knows
    /// is reported there too.
    SharedStatementDiffers { name: "shared-statement-differs", group: Wording, severity: Advice, scope: Catalogue }
}

impl Rule for SharedStatementDiffers {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        for slip in all.slips(one) {
            let (other, statement) = slip.other;
            let code = slip.statement.code.to_string();
            let standards = if slip.others == 1 { "another standard says" } else { "other standards say" };
            let message = format!("{code} says \"{}\" where {standards} \"{}\"", slip.word, slip.usual);
            cx.report(
                cx.diagnostic(code, message, slip.statement.span, "the same statement but for this word")
                    .label(Label::new(
                        other.source,
                        statement.span,
                        format!("here it says \"{}\"", slip.usual),
                    ))
                    .help(format!("write \"{}\", if the statement is meant to be the same", slip.usual)),
            );
        }
    }
}
