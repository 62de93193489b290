//! [`Misquoted`].

use similar::{Algorithm, TextDiff};

use super::declare_rule;
use crate::citing::Citation;
use crate::lint::{CitedStandard, DocumentCitations, LintContext, Rule, listed};
use crate::model::{Code, folded};

declare_rule! {
    /// # What it does
    /// Reports text next to a code in a document that cites a standard (`ksb trace`), where the statement with that
    /// code says something else. The text may be that of another code or an earlier version, or it may be worded
    /// differently. Text in the author's own words is not a quotation and is not reported.
    ///
    /// # Why it matters
    /// Either the code or the text is wrong, so readers cannot tell which statement is intended.
    ///
    /// # Example
    /// ```markdown,fails
    /// | KSB | Description | Evidence |
    /// |-----|-------------|----------|
    /// | K1 | The parts of a hive. | Log, week 2 |
    /// | K3 | The law on the sale of honey. | Test |
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// | KSB | Description | Evidence |
    /// |-----|-------------|----------|
    /// | K2 | The parts of a hive. | Log, week 2 |
    /// | K3 | The law on the sale of honey. | Test |
    /// ```
    ///
    /// # Source
    /// Convention.
    Misquoted { name: "misquoted", group: Citations, severity: Warning, scope: Trace }
}

/// At or above this similarity, a text is a quotation with some different words.
const QUOTED: f32 = 0.6;

impl Rule for Misquoted {
    fn citing(&self, one: &DocumentCitations<'_>, standard: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
        for citation in &one.citations.codes {
            let Some(beside) = &citation.beside else { continue };
            let Some(statement) = standard.citable.statement(citation.first) else { continue };
            let (said, own) = (folded(beside), folded(&statement.text));
            // More may follow the text of the statement, and a quotation mark may come before it.
            let unquoted = || said.trim_start_matches(['"', '\'']).strip_prefix(&own);
            let more = said.strip_prefix(&own).or_else(unquoted);
            if more.is_some_and(|more| !more.starts_with(char::is_alphanumeric)) {
                continue;
            }
            let others = standard.citable.codes_with_text(beside);
            if !others.is_empty() {
                report_other(citation, others, cx);
            } else if let Some(past) = past(beside, citation.first, standard) {
                let message = format!("the text next to {} is from {past}", citation.first);
                report(citation, message, &difference(&said, &own), cx);
            } else if likeness(&said, &own) >= QUOTED {
                let message = format!("the text next to {} differs from the standard", citation.first);
                report(citation, message, &difference(&said, &own), cx);
            }
        }
    }
}

fn report_other(citation: &Citation<'_>, others: &[Code], cx: &mut LintContext<'_>) {
    let others = listed(&others.iter().map(ToString::to_string).collect::<Vec<_>>(), usize::MAX);
    let message = format!("the text next to {} is the text of {others}", citation.first);
    report(citation, message, &format!("this is the text of {others}"), cx);
}

fn report(citation: &Citation<'_>, message: String, label: &str, cx: &mut LintContext<'_>) {
    let Some(beside) = &citation.beside else { return };
    let found = cx.diagnostic(citation.first.to_string(), message, beside.span(), label);
    let mut found = found.help("correct the code, or copy the text of the statement from the standard");
    found.labels.push(cx.label(citation.span, "the code next to it"));
    cx.report(found);
}

/// The earlier version that says so, and the code there if it was different: `version 1.0, where it was S10`.
fn past(beside: &str, code: Code, standard: &CitedStandard<'_>) -> Option<String> {
    let past = standard.history.iter().find(|past| !past.citable.codes_with_text(beside).is_empty())?;
    let codes = past.citable.codes_with_text(beside);
    let other = codes.first().filter(|_| !codes.contains(&code));
    let where_else = other.map_or_else(String::new, |other| format!(", where it was {other}"));
    Some(format!("version {}{where_else}", past.label))
}

/// How similar two texts are by their words, from 0 to 1.
fn likeness(one: &str, other: &str) -> f32 {
    TextDiff::configure().algorithm(Algorithm::Myers).diff_words(one, other).ratio()
}

/// What the standard has in place of the words that differ, in short.
fn difference(said: &str, own: &str) -> String {
    let changes = TextDiff::from_words(said, own);
    let of = |tag: similar::ChangeTag| {
        let words = changes.iter_all_changes().filter(move |change| change.tag() == tag);
        words
            .map(|change| change.value())
            .collect::<String>()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (only_said, only_own) = (of(similar::ChangeTag::Delete), of(similar::ChangeTag::Insert));
    match (only_said.as_str(), only_own.as_str()) {
        ("", missing) => format!("this leaves out \"{missing}\""),
        (more, "") => format!("the standard does not say \"{more}\""),
        (said, own) => format!("this says \"{said}\", but the standard says \"{own}\""),
    }
}
