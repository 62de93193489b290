//! [`UnknownCode`].

use super::declare_rule;
use crate::citing::Citation;
use crate::lint::{CitedStandard, DocumentCitations, LintContext, Rule, listed};
use crate::model::Code;

declare_rule! {
    /// # What it does
    /// Reports a code in a document that cites a standard (`ksb trace`), where the standard has no such code. If an
    /// earlier version of the standard is available, the finding says what happened to the code.
    ///
    /// # Why it matters
    /// Nobody can tell what is taught or evidenced there. Usually the code is a mistake, or comes from an earlier
    /// version.
    ///
    /// # Example
    /// ```markdown,fails
    /// Week 3: the year of a colony (KSBs: K2, K7).
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// Week 3: the year of a colony (KSBs: K2, K3).
    /// ```
    ///
    /// # Source
    /// Convention.
    UnknownCode { name: "unknown-code", group: Citations, severity: Error, scope: Trace }
}

impl Rule for UnknownCode {
    fn citing(&self, one: &DocumentCitations<'_>, standard: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
        for citation in &one.citations.codes {
            let ends = [Some(citation.first), citation.last];
            let is_unknown = |code: &Code| standard.citable.statement(*code).is_none();
            if let Some(code) = ends.into_iter().flatten().find(is_unknown) {
                report(code, citation, standard, cx);
            }
        }
    }
}

fn report(code: Code, citation: &Citation<'_>, standard: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
    let message = format!("the standard has no {code}");
    let label = ends_at(code, standard).unwrap_or_else(|| "no statement has this code".to_owned());
    let found = cx.diagnostic(code.to_string(), message, citation.span, label);
    cx.report(found.help(help(code, citation, standard)));
}

/// Where the codes of its list end: `the knowledge statements end at K20`.
fn ends_at(code: Code, standard: &CitedStandard<'_>) -> Option<String> {
    let of_list = standard.citable.statements().map(|(own, _)| own).filter(|own| own.list() == code.list());
    let last = of_list.max().filter(|last| *last < code)?;
    Some(format!("the {} end at {last}", code.prefix.kind()?.nouns()))
}

/// What to do: use the code of the text next to it, or the code that it has become.
fn help(code: Code, citation: &Citation<'_>, standard: &CitedStandard<'_>) -> String {
    let beside = citation.beside.as_ref().map_or(&[][..], |text| standard.citable.codes_with_text(text));
    if let Some(meant) = beside.first() {
        return format!("did you mean {meant}? The text next to it is the text of {meant}");
    }
    let past = standard.history.iter().find(|past| past.citable.statement(code).is_some());
    if let Some(past) = past {
        let label = &past.label;
        return match past.became.get(&code).filter(|now| !now.is_empty()) {
            Some(now) => {
                let now = listed(&now.iter().map(ToString::to_string).collect::<Vec<_>>(), usize::MAX);
                format!("write {now} instead: it was {code} up to version {label}")
            }
            None => format!("remove it: {code} was removed after version {label}"),
        };
    }
    "use a code that the standard has, or remove this one".to_owned()
}
