//! [`EmptyField`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{FACTS, Standard};

declare_rule! {
    /// # What it does
    /// Reports a field that has its place in the document, with nothing in it. Of the title, `missing-title`
    /// speaks; of the reference, the version, the status and the LARS code of a record of the standards API the
    /// rules about their forms. Silent about such a record of a version that is not written yet, or not in use any
    /// more: a feed has them as well, and every key.
    ///
    /// # Why it matters
    /// Whoever reads it cannot tell whether there is nothing to say, or whether it was forgotten or lost
    /// on the way.
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

/// The fields of a record that have a form, which nothing is not of.
const FORMED: &[&str] = &["reference", "version", "status", "larsCode"];

impl Rule for EmptyField {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if standard.is_unused_record() {
            return;
        }
        let said = |name: &str| name == "title" || (standard.feed.is_some() && FORMED.contains(&name));
        for (name, span) in standard.empty_fields().into_iter().filter(|(name, _)| !said(name)) {
            let words = in_words(name);
            let message = format!("{words} is left empty");
            cx.report(
                cx.diagnostic(name, message, span, "nothing stands here")
                    .help(format!("fill in {words}, or leave it out while it is not known")),
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
