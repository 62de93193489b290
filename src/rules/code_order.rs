//! [`CodeOrder`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Standard};
use crate::source::Spanned;

declare_rule! {
    /// # What it does
    /// Reports a code that comes after a higher one in its list: K1, K3, K2.
    ///
    /// # Why it matters
    /// Published data numbers statements by their place in the list. If the list is out of order, codes change when it
    /// is published.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K3", "text": "How casks are cleaned." },
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
    /// Data: programs that read the published data number statements by their place in the list.
    CodeOrder { name: "code-order", group: Codes, severity: Warning }
}

impl Rule for CodeOrder {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in standard.kinds() {
            let codes = standard.statements_of(kind).map(|statement| statement.code);
            report_descents(codes.filter(|code| code.value.prefix == kind.prefix()), cx);
        }
        report_descents(standard.duties.items().iter().filter_map(|duty| duty.code), cx);
    }
}

fn report_descents(codes: impl Iterator<Item = Spanned<Code>> + Clone, cx: &mut LintContext<'_>) {
    if codes.clone().is_sorted_by_key(|code| code.value) {
        return;
    }
    // The codes of a group (AK1) may be mixed with those of another, each in its own order.
    let mut lasts: BTreeMap<_, Spanned<Code>> = BTreeMap::new();
    for code in codes {
        let last = lasts.insert(code.value.group, code);
        let Some(before) = last.filter(|before| code.value < before.value) else { continue };
        let message = format!("{} comes after {}", code.value, before.value);
        let label = format!("lower than {}, which comes before it", before.value);
        cx.report(
            cx.diagnostic(code.value.to_string(), message, code.span, label)
                .label(cx.label(before.span, "the higher code"))
                .help("sort the list by code, or renumber it in its present order"),
        );
    }
}
