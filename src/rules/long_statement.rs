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
    LongStatement { name: "long-statement", group: Wording, severity: Advice }
}

/// In characters. The longest ordinary statements of approved standards have about 340, a handful has
/// up to 505: a limit of 300 would report every tenth statement of some.
const UNUSUAL: usize = 400;

impl Rule for LongStatement {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for (subject, text) in standard.requirements().into_iter().filter(|(_, text)| text.len() > UNUSUAL) {
            let length = text.chars().count();
            if length > UNUSUAL {
                let message = format!("{} is unusually long: {length} characters", subject.in_words());
                cx.report(
                    cx.diagnostic(subject.to_string(), message, text.span(), "one thing, or several?")
                        .help("see whether it is several things, or names more than it needs to"),
                );
            }
        }
    }
}
