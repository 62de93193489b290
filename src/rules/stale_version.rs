//! [`StaleVersion`].

use std::collections::BTreeSet;

use super::declare_rule;
use crate::citing::versions_named;
use crate::lint::{CitedStandard, DocumentCitations, LintContext, Rule, Trace};

declare_rule! {
    /// # What it does
    /// Reports that documents are compared with a version of the standard (`ksb trace`) that is not the latest
    /// approved for delivery, if `--history` has a newer one. Also reports a document that gives a different version
    /// from the one it is compared with, in words ("ST9901 version 1.1", "`ST9901_1.1`") or in a column such as
    /// "Standard version". A document that gives both is about a change, and is left alone. The examples are compared
    /// with version 1.1 of ST9900.
    ///
    /// # Why it matters
    /// A code may mean something different in each version.
    ///
    /// # Example
    /// ```markdown,fails
    /// Scheme of work for ST9900 version 1.0. KSBs: K1, S1
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// Scheme of work for ST9900 version 1.1. KSBs: K1, S1
    /// ```
    ///
    /// # Source
    /// Convention.
    StaleVersion { name: "stale-version", group: Citations, severity: Warning, scope: Trace }
}

impl Rule for StaleVersion {
    fn citing(&self, one: &DocumentCitations<'_>, of: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
        let standard = of.citable.standard;
        let Some(own) = standard.facts.version.stated().map(|text| text.trim()) else { return };
        let named = versions_named(&one.document, standard);
        if named.iter().any(|(number, _)| *number == own) {
            return;
        }
        let mut told = BTreeSet::new();
        for (number, place) in named {
            if told.insert(number) {
                let message = format!(
                    "the document says version {number}, but it is being compared with version {own}"
                );
                let found = cx.diagnostic(number, message, place, "a different version of the standard");
                let help = format!(
                    "compare it with version {number}, or update it with `ksb migrate` and change the version here"
                );
                cx.report(found.help(help));
            }
        }
    }

    fn trace(&self, trace: &Trace<'_>, cx: &mut LintContext<'_>) {
        let facts = &trace.standard.citable.standard.facts;
        let Some((newer, own)) = trace.standard.newer.as_deref().zip(facts.version.stated()) else { return };
        let name = facts.reference.stated().map_or("the standard", |text| text.trim());
        let message = format!(
            "documents cite version {} of {name}, but version {newer} is approved for delivery",
            own.trim()
        );
        let found = cx.diagnostic("version", message, own.span(), "not the latest version");
        cx.report(
            found.help("see what changed with `ksb diff`, and update the documents with `ksb migrate`"),
        );
    }
}
