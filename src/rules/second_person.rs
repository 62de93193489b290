//! [`SecondPerson`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a duty or statement that addresses the reader: "you", "your", "yourself".
    ///
    /// # Why it matters
    /// A standard describes an occupation to employers, providers and assessors. Most of its readers do not work in
    /// that occupation.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The limits of your role." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The limits of own role." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: almost all statements in published standards say "own".
    SecondPerson { name: "second-person", group: Wording, severity: Advice }
}

const WORDS: [&str; 5] = ["you", "your", "yours", "yourself", "yourselves"];

impl Rule for SecondPerson {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let found = cx.index().first_occurrences(&WORDS);
        for found in found.iter().filter(|found| found.entry.is_requirement()) {
            let (subject, text) = (&found.entry.subject, found.entry.text);
            let message = format!("{} addresses the reader", subject.in_words());
            let (word, span) = (&text[found.range.clone()], text.span_of(found.range.clone()));
            let help = "write \"own\", or say who the person is";
            cx.report(
                cx.diagnostic(
                    subject.to_string(),
                    message,
                    span,
                    format!("it is not clear who \"{word}\" refers to"),
                )
                .help(help),
            );
        }
    }
}
