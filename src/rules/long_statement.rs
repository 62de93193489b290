//! [`LongStatement`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a duty or a statement of more than 400 characters.
    ///
    /// # Why it matters
    /// Text of this length rarely says only one thing, and is hard to assess. No official limit was found, so this rule
    /// only says that it is unusual.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, flasks, and casks are stored." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles, flasks and casks are stored." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: statements in published standards usually have 26 to 340 characters, and hardly any have more. A
    /// limit of 300 would report 1 in 10 statements in some standards.
    LongStatement {
        name: "long-statement", group: Wording, severity: Advice,
        options: [MAX { name: "max", default: 400, what: "the maximum number of characters in a duty or statement" }]
    }
}

impl Rule for LongStatement {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let max = cx.option(&Self::MAX);
        for entry in cx.index().requirements().iter().filter(|one| one.text.len() > max) {
            let (subject, text) = (&entry.subject, entry.text);
            let length = text.chars().count();
            if length > max {
                let message =
                    format!("{} has {length} characters, which is unusually long", subject.in_words());
                cx.report(
                    cx.diagnostic(
                        subject.to_string(),
                        message,
                        text.span(),
                        "this may say more than one thing",
                    )
                    .help("split it if it says several things, or remove what it does not need"),
                );
            }
        }
    }
}
