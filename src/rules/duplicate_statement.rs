//! [`DuplicateStatement`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, folded};
use crate::source::Span;
use crate::text_index::{Entry, Mark};

declare_rule! {
    /// # What it does
    /// Reports two statements of the same kind, or two duties, with the same text. Capitals, white space, the style of
    /// quotation marks and a final full stop make no difference.
    ///
    /// # Why it matters
    /// The second one adds nothing, but is taught, evidenced and assessed again.
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
        let index = cx.index();
        for kind in standard.kinds() {
            let all = standard.statements.items().iter().zip(index.statements());
            let own = all.filter(|(statement, _)| statement.kind == kind);
            let mapped = |first: &str, name: &str| format!("map {first} to the duties of {name}");
            report_same(index.duplicates(own.map(|(_, entry)| entry.index)), mapped, cx);
        }
        let duties = &index.requirements()[..standard.duties.items().len()];
        let mapped = |first: &str, name: &str| format!("map the statements of {name} to {first}");
        report_same(index.duplicates(duties.iter().map(|entry| entry.index)), mapped, cx);
    }
}

/// Reports entries that say the same as an earlier one. `mapped` says how the earlier one takes over the mapping of a
/// later one that is removed.
fn report_same(entries: Vec<&Entry<'_>>, mapped: impl Fn(&str, &str) -> String, cx: &mut LintContext<'_>) {
    let mut seen: BTreeMap<String, (String, Span)> = BTreeMap::new();
    for entry in entries {
        let Entry { subject, text, .. } = entry;
        let (key, name, span) = (folded(text), subject.to_string(), text.span());
        if key.is_empty() || entry.has(Mark::Placeholder) {
            continue;
        }
        let Some((first, place)) = seen.get(&key) else {
            seen.insert(key, (name, span));
            continue;
        };
        let remedy = if *first == name {
            "remove one of the two".to_owned()
        } else {
            format!("{} and remove {name}", mapped(first, &name))
        };
        let help = format!("{remedy}, or write the text that {name} should have");
        cx.report(
            cx.diagnostic(
                format!("{first},{name}"),
                format!("{name} has the same text as {first}"),
                span,
                "repeated here",
            )
            .label(cx.label(*place, format!("the text of {first}")))
            .help(help),
        );
    }
}
