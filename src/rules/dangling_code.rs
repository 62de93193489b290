//! [`DanglingCode`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Duty, Kind, Standard};
use crate::source::Spanned;

declare_rule! {
    /// # What it does
    /// Reports a code in a duty's list that the document does not define. Where it defines no statement
    /// of that kind at all, that is one finding.
    ///
    /// # Why it matters
    /// The reader finds nothing under such a code. Usually a statement was renumbered or removed and the
    /// duty still names the old code.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2", "K3"] }],
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
    /// Data: published standards have had duties that name statements which the version does not have.
    DanglingCode { name: "dangling-code", group: Mapping, severity: Error }
}

impl Rule for DanglingCode {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if standard.statements.items().is_empty() {
            return;
        }
        let mut kinds_reported: Vec<Kind> = Vec::new();
        for (index, duty) in standard.duties.items().iter().enumerate() {
            for listed in dangling(standard, duty) {
                match listed.value.prefix.kind().filter(|kind| standard.statements_of(*kind).next().is_none())
                {
                    Some(kind) if kinds_reported.contains(&kind) => {}
                    Some(kind) => {
                        kinds_reported.push(kind);
                        report_kind(kind, listed, cx);
                    }
                    None => report_code(standard, &standard.duty_subject(index), listed, cx),
                }
            }
        }
    }
}

/// The codes in the list of `duty` that no statement has, each once.
fn dangling<'d>(standard: &'d Standard<'_>, duty: &'d Duty<'_>) -> Vec<&'d Spanned<Code>> {
    let mut found: Vec<&Spanned<Code>> = Vec::new();
    for listed in duty.codes() {
        if !standard.defines(listed.value) && found.iter().all(|known| known.value != listed.value) {
            found.push(listed);
        }
    }
    found
}

fn report_kind(kind: Kind, listed: &Spanned<Code>, cx: &mut LintContext<'_>) {
    let message = format!("duties list {}, but the document has none", kind.nouns());
    let label = format!("no {} is defined, neither {} nor any other", kind.noun(), listed.value);
    cx.report(
        cx.diagnostic(kind.list_name(), message, listed.span, label)
            .help(format!("add the {}, or take their codes out of the duties", kind.nouns())),
    );
}

fn report_code(standard: &Standard<'_>, duty: &str, listed: &Spanned<Code>, cx: &mut LintContext<'_>) {
    let code = listed.value;
    let message = format!("{duty} lists {code}, which the document does not define");
    let label = if code.prefix.kind().is_some() {
        format!("there is no {code}")
    } else {
        format!("{code} is the code of a duty, not of a statement")
    };
    let subject = format!("{duty}→{code}");
    cx.report(cx.diagnostic(subject, message, listed.span, label).help(suggestion(standard, duty, code)));
}

/// What to put instead: the code without its letter, the only statement of the kind that no duty
/// lists if no other duty waits for one, or where the kind's codes end.
fn suggestion(standard: &Standard<'_>, duty: &str, code: Code) -> String {
    let Some(kind) = code.prefix.kind() else {
        return format!("take {code} out of {duty}, or put the code of the statement that is meant");
    };
    let bare = Code { letter: None, ..code };
    if standard.defines(bare) {
        return format!("did you mean {bare}?");
    }
    let mut unmapped = standard.unmapped(kind);
    let awaited = standard.duties_without(kind).next().is_some();
    if let (Some(only), None, false) = (unmapped.next(), unmapped.next(), awaited) {
        let only = only.code.value;
        return format!("did you mean {only}, the only {} that no duty lists?", kind.noun());
    }
    let last = standard.statements_of(kind).map(|statement| statement.code.value).max();
    match last.filter(|last| last.number < code.number) {
        Some(last) => {
            format!("the {} end at {last}: add {code}, or take {code} out of {duty}", kind.nouns())
        }
        None => format!("correct the code, add {code}, or take {code} out of {duty}"),
    }
}
