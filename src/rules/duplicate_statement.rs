//! [`DuplicateStatement`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Mark, Passage, Standard, folded};
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

impl Rule for DuplicateStatement {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let concordance = cx.concordance();
        for kind in standard.kinds() {
            let all = standard.statements.items().iter().zip(concordance.statements());
            let own = all.filter(|(statement, _)| statement.kind == kind);
            report_same(concordance.alike(own.map(|(_, passage)| passage.index)), cx);
        }
        let duties = &concordance.requirements()[..standard.duties.items().len()];
        report_same(concordance.alike(duties.iter().map(|passage| passage.index)), cx);
    }
}

fn report_same(passages: Vec<&Passage<'_>>, cx: &mut LintContext<'_>) {
    let mut seen: BTreeMap<String, (String, Span)> = BTreeMap::new();
    for passage in passages {
        let Passage { subject, text, .. } = passage;
        let (key, name, span) = (folded(text), subject.to_string(), text.span());
        if key.is_empty() || passage.has(Mark::Placeholder) {
            continue;
        }
        let Some((first, place)) = seen.get(&key) else {
            seen.insert(key, (name, span));
            continue;
        };
        let help = if *first == name {
            "remove one of the two".to_owned()
        } else {
            format!("remove {name} and let the duties list {first}, or write what {name} was to say")
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
