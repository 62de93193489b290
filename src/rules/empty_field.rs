//! [`EmptyField`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

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
    let words = match name {
        "occupation" => "the occupation's code",
        "soc2020.unitGroup" => "the SOC 2020 unit group",
        "soc2020.subUnitGroups" => "the list of SOC 2020 sub-unit groups",
        "larsCode" => "the LARS code",
        "regulated" => "the answer whether the occupation is regulated",
        "typicalDurationMonths" => "the typical duration",
        "reviewAfterMonths" => "the time of the review",
        "maxFunding" => "the maximum funding",
        "dates.created" => "the date of creation",
        "dates.approved" => "the date of approval",
        "dates.updated" => "the date of the last update",
        "dates.earliestStart" => "the earliest start date",
        "dates.latestStart" => "the latest start date",
        "dates.latestEnd" => "the latest end date",
        "typicalJobTitles" => "the list of typical job titles",
        "keywords" => "the list of keywords",
        _ => return format!("the {name}"),
    };
    words.to_owned()
}
