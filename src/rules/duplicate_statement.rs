//! [`DuplicateStatement`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, folded, is_placeholder};
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports two statements of one kind, or two duties, with the same text. Capitals, white space, the
    /// form of quotes and a full stop at the end make no difference.
    ///
    /// # Why it matters
    /// The second adds nothing, but is taught, evidenced and assessed again.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "How bottles are stored" }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "How casks are cleaned." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention.
    DuplicateStatement { name: "duplicate-statement", group: Structure, severity: Error }
}

/// A text, the code or name of what has it, and where it stands.
type Entry<'d> = (&'d str, String, Span);

impl Rule for DuplicateStatement {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in standard.kinds() {
            let entries = standard.statements_of(kind);
            let entry = |code: String, text, span| (text, code, span);
            let entries = entries
                .map(|one| entry(one.code.value.to_string(), one.text.as_str(), one.text.span()))
                .collect();
            report_same(entries, cx);
        }
        let duties = standard.duties.items().iter().enumerate();
        let entries =
            duties.map(|(index, duty)| (duty.text.as_str(), standard.duty_subject(index), duty.text.span()));
        report_same(entries.collect(), cx);
    }
}

fn report_same(entries: Vec<Entry<'_>>, cx: &mut LintContext<'_>) {
    let mut seen: BTreeMap<String, (String, Span)> = BTreeMap::new();
    for (text, name, span) in entries {
        let key = folded(text);
        if key.is_empty() || is_placeholder(text) {
            continue;
        }
        let Some((first, place)) = seen.get(&key) else {
            seen.insert(key, (name, span));
            continue;
        };
        let help = if *first == name {
            "take one of the two out".to_owned()
        } else {
            format!("take {name} out and let the duties list {first}, or write what {name} was to say")
        };
        cx.report(
            cx.diagnostic(
                format!("{first},{name}"),
                format!("{name} says the same as {first}"),
                span,
                "the same text",
            )
            .label(cx.label(*place, format!("{first} says it first")))
            .help(help),
        );
    }
}
