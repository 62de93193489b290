//! [`UnmappedKsb`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Kind, Standard, Statement, Words};

declare_rule! {
    /// # What it does
    /// Reports a knowledge, skill or behaviour statement that no duty lists.
    ///
    /// # Why it matters
    /// Statements are derived from the duties: one that no duty needs is either in the wrong standard or
    /// missing from a duty, and reviewers return the standard for it.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: every knowledge, skill and behaviour belongs to at least one duty.
    UnmappedKsb { name: "unmapped-ksb", group: Mapping, severity: Error }
}

impl Rule for UnmappedKsb {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in standard.kinds() {
            let unmapped: Vec<_> = standard.unmapped(kind).collect();
            if unmapped.len() > 1 && unmapped.len() == standard.statements_of(kind).count() {
                report_kind(kind, &unmapped, cx);
            } else {
                let only = unmapped.len() == 1;
                for one in &unmapped {
                    report_one(standard, one, only, cx);
                }
            }
        }
    }
}

/// Says once that no duty lists any statement of `kind`.
fn report_kind(kind: Kind, unmapped: &[&Statement<'_>], cx: &mut LintContext<'_>) {
    let (first, last) = (&unmapped[0].code, &unmapped[unmapped.len() - 1].code);
    let message = format!("no duty lists any of the {} {}", unmapped.len(), kind.nouns());
    let label = format!("{} to {} are listed by no duty", first.value, last.value);
    cx.report(
        cx.diagnostic(kind.list_name(), message, first.span, label)
            .help(format!("add to each duty the {} that it needs", kind.nouns())),
    );
}

fn report_one(standard: &Standard<'_>, statement: &Statement<'_>, only: bool, cx: &mut LintContext<'_>) {
    let code = statement.code.value;
    let message = format!("no duty lists {code}");
    let label = format!("this {} belongs to no duty", statement.kind.noun());
    let mut diagnostic = cx.diagnostic(code.to_string(), message, statement.code.span, label);
    let duties = standard.duties.items();
    diagnostic = match only_duty_without(standard, statement.kind).filter(|_| only) {
        Some(index) => {
            let (duty, kind) = (standard.duty_subject(index), statement.kind.name());
            let label = format!("the only duty that lists no {kind}");
            diagnostic.label(cx.label(duties[index].span, label)).help(format!(
                "{code} probably belongs to {duty}, the only duty that lists no {kind}: add {code} to {duty}"
            ))
        }
        None => diagnostic.help(by_words(standard, statement)),
    };
    cx.report(diagnostic);
}

/// The duty that lists no statement of `kind`, if there is just one.
fn only_duty_without(standard: &Standard<'_>, kind: Kind) -> Option<usize> {
    let duties = standard.duties.items();
    let mut lacking = (0..duties.len()).filter(|&index| !duties[index].lists_kind(kind));
    lacking.next().filter(|_| lacking.next().is_none())
}

/// What to do, with the duty whose words are nearest.
fn by_words(standard: &Standard<'_>, statement: &Statement<'_>) -> String {
    let code = statement.code.value;
    let words = Words::of(&statement.text);
    let shared = |text: &str| words.shared_with(&Words::of(text));
    let mut best = (0, 0);
    for (index, duty) in standard.duties.items().iter().enumerate() {
        best = best.max((shared(&duty.text), usize::MAX - index));
    }
    if best.0 == 0 {
        return format!("add {code} to the duty that needs it, or take {code} out of the standard");
    }
    let duty = standard.duty_subject(usize::MAX - best.1);
    format!(
        "add {code} to the duty that needs it ({duty} is nearest to it in its words), or take {code} out \
         of the standard"
    )
}
