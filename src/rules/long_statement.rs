//! [`LongStatement`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a duty or a statement of more than 400 characters.
    ///
    /// # Why it matters
    /// What is so long is seldom one thing, and is hard to assess. No official limit was found, so this
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
    /// Convention: the statements of published standards have 26 to 340 characters, hardly one has more.
    /// A limit of 300 would report every tenth statement of some.
    LongStatement {
        name: "long-statement", group: Wording, severity: Advice,
        options: [MAX { name: "max", default: 400, what: "characters that a duty or a statement may have" }]
    }
}

impl Rule for LongStatement {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let max = cx.option(&Self::MAX);
        for entry in cx.index().requirements().iter().filter(|one| one.text.len() > max) {
            let (subject, text) = (&entry.subject, entry.text);
            let length = text.chars().count();
            if length > max {
                let message = format!("{} is unusually long: {length} characters", subject.in_words());
                cx.report(
                    cx.diagnostic(subject.to_string(), message, text.span(), "one thing, or several?")
                        .help("see whether it is several things, or names more than it needs to"),
                );
            }
        }
    }
}
