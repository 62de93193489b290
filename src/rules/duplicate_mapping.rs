//! [`DuplicateMapping`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Mapping, Standard};
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports a code that is mapped to the same duty twice.
    ///
    /// # Why it matters
    /// The second one adds nothing. Often a different code was intended.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2", "K1"] }],
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
    /// Convention.
    DuplicateMapping { name: "duplicate-mapping", group: Mapping, severity: Warning }
}

impl Rule for DuplicateMapping {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let repeating = repeating(cx.mapping());
        for (index, duty) in standard.duties.items().iter().enumerate() {
            let codes = duty.codes();
            if repeating.binary_search(&index).is_err() {
                continue;
            }
            let mut seen: BTreeMap<Code, Span> = BTreeMap::new();
            for (place, listed) in codes.iter().enumerate() {
                let Some(first) = seen.get(&listed.value) else {
                    seen.insert(listed.value, listed.span);
                    continue;
                };
                let (subject, name, code) =
                    (standard.duty_subject(index), standard.duty_name(index), listed.value);
                let message = format!("{code} is mapped to {name} twice");
                let mut diagnostic = cx
                    .diagnostic(format!("{subject}→{code}"), message, listed.span, "repeated here")
                    .label(cx.label(*first, format!("{code} is first listed here")))
                    .help(format!("remove the second {code}, or replace it with the code that you intended"));
                if cx.format().is_json() {
                    let before = codes[place - 1].span;
                    let with_separator = Span { start: before.end, end: listed.span.end };
                    diagnostic = diagnostic.fix(true, with_separator, "");
                }
                cx.report(diagnostic);
            }
        }
    }
}

/// The indices of the duties that list any code twice, ascending.
fn repeating(mapping: &Mapping<'_>) -> Vec<usize> {
    let of_codes = mapping.codes().map(|(_, places)| places).chain([mapping.undefined()]);
    let pairs = of_codes.flat_map(|places| places.windows(2));
    let twice = pairs.filter(|pair| (pair[0].code, pair[0].duty) == (pair[1].code, pair[1].duty));
    let mut duties: Vec<usize> = twice.map(|pair| pair[0].duty).collect();
    duties.sort_unstable();
    duties
}
