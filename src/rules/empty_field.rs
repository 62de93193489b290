//! [`EmptyField`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{FACTS, Standard};

declare_rule! {
    /// # What it does
    /// Reports a field that is in the document but is empty. Other rules report an empty title (`missing-title`), and
    /// the reference, version, status and LARS code of a standards API record. This rule reports nothing for records of
    /// a version that is not yet written or no longer in use, because such records have every key, filled in or not.
    ///
    /// # Why it matters
    /// Readers cannot tell whether there is nothing to say, or whether the value was forgotten or lost.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cellar hand", "status": "" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand", "status": "In development" }
    /// ```
    ///
    /// # Source
    /// Convention.
    EmptyField { name: "empty-field", group: Structure, severity: Warning, needs_whole: true }
}

/// The fields of a record that must have a certain form, which an empty value does not have.
const FORMED: &[&str] = &["reference", "version", "status", "larsCode"];

impl Rule for EmptyField {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if standard.is_unused_record() {
            return;
        }
        let said = |name: &str| name == "title" || (standard.feed.is_some() && FORMED.contains(&name));
        for (name, span) in standard.empty_fields().into_iter().filter(|(name, _)| !said(name)) {
            let words = in_words(name);
            let message = format!("{words} is empty");
            cx.report(
                cx.diagnostic(name, message, span, "no value here")
                    .help(format!("fill in {words}, or remove the field until it is known")),
            );
        }
    }
}

/// What an author calls the field of this name in the native document.
fn in_words(name: &str) -> String {
    let fact = FACTS.iter().find(|row| row.name == name).map(|row| row.in_words);
    match name {
        "typicalJobTitles" => "the list of typical job titles".to_owned(),
        "keywords" => "the list of keywords".to_owned(),
        _ => fact.map_or_else(|| format!("the {name}"), str::to_owned),
    }
}
