//! [`DuplicateCode`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Standard};
use crate::source::Spanned;

declare_rule! {
    /// # What it does
    /// Reports two statements in the same list, or two duties, with the same code.
    ///
    /// # Why it matters
    /// A duty, or a piece of evidence, that refers to the code could mean either.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "How casks are cleaned." },
    ///     { "code": "K2", "text": "What a label must state." }
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
    ///     { "code": "K2", "text": "How casks are cleaned." },
    ///     { "code": "K3", "text": "What a label must state." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: a code belongs to one statement.
    DuplicateCode { name: "duplicate-code", group: Codes, severity: Error }
}

impl Rule for DuplicateCode {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in standard.kinds() {
            report_repeated(standard.statements_of(kind).map(|statement| statement.code), kind.nouns(), cx);
        }
        report_repeated(standard.duties.items().iter().filter_map(|duty| duty.code), "duties", cx);
    }
}

/// Reports each code that occurs more than once in `codes`, at its second place.
fn report_repeated(
    codes: impl Iterator<Item = Spanned<Code>> + Clone,
    nouns: &str,
    cx: &mut LintContext<'_>,
) {
    // Most lists are in order, which shows at once that nothing occurs twice.
    if codes.clone().is_sorted_by(|one, other| one.value < other.value) {
        return;
    }
    let mut sorted: Vec<_> = codes.collect();
    sorted.sort_by_key(|code| (code.value, code.span));
    for same in sorted.chunk_by(|one, other| one.value == other.value) {
        let [first, second, more @ ..] = same else { continue };
        let code = first.value;
        let message = format!("{} {nouns} have the code {code}", same.len());
        let mut diagnostic = cx
            .diagnostic(code.to_string(), message, second.span, "used again here")
            .label(cx.label(first.span, format!("{code} is first used here")))
            .help("give each its own code, then check which one each duty needs");
        for place in more {
            diagnostic = diagnostic.label(cx.label(place.span, "and here"));
        }
        cx.report(diagnostic);
    }
}
