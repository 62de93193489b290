//! [`SharedStatementDiffers`].

use super::declare_rule;
use crate::diagnostic::Label;
use crate::lint::{Catalogue, Extract, LintContext, Rule};

declare_rule! {
    /// # What it does
    /// Reports a statement that differs from a statement of another standard in one letter of one word. That
    /// word must not be in any other statement of the catalogue, and the word in the other statement must be in at
    /// least one more. For each standard, ksb uses the version approved for delivery or, if there is none, the
    /// latest.
    ///
    /// # Why it matters
    /// Standards share statements. If a mistake gets into one of them, they are no longer the same, and nobody can see
    /// what carries over from one occupation to the next.
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
    /// Data: in published standards that share statements, one was seen with "legisation". `misspelling` also reports
    /// the words that it knows.
    SharedStatementDiffers { name: "shared-statement-differs", group: Wording, severity: Advice, scope: Catalogue }
}

impl Rule for SharedStatementDiffers {
    fn catalogue(&self, one: &Extract, all: &Catalogue<'_>, cx: &mut LintContext<'_>) {
        for slip in all.slips(one) {
            let (other, statement) = slip.other;
            let code = slip.statement.code.to_string();
            let standards = if slip.others == 1 { "another standard says" } else { "other standards say" };
            let message = format!("{code} says \"{}\", but {standards} \"{}\"", slip.word, slip.usual);
            cx.report(
                cx.diagnostic(code, message, slip.statement.span, "the statements differ only in this word")
                    .label(Label::new(
                        other.source,
                        statement.span,
                        format!("this one says \"{}\"", slip.usual),
                    ))
                    .help(format!("write \"{}\" if the statement should be the same", slip.usual)),
            );
        }
    }
}
