//! [`CodeGap`].

use std::collections::BTreeSet;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Prefix, Standard, Statement};
use crate::source::Spanned;

declare_rule! {
    /// # What it does
    /// Reports a number that is missing between the codes of a list, or before the first: K1, K2, K4. Codes missing
    /// from the end of a list cannot be detected.
    ///
    /// # Why it matters
    /// Published data numbers statements by their place in the list, so programs that read it will call K4 "K3". A gap
    /// also often means that a statement was lost.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "How casks are cleaned." },
    ///     { "code": "K4", "text": "What a label must state." }
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
    CodeGap { name: "code-gap", group: Codes, severity: Warning }
}

impl Rule for CodeGap {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in standard.kinds() {
            let prefix = kind.prefix();
            let is_taken = |one: &&Statement<'_>| one.kind == kind || one.code.value.prefix == prefix;
            let taken = standard.statements.items().iter().filter(is_taken);
            // Most lists are numbered from 1 in their order.
            if taken.clone().zip(1..).all(|(one, number)| one.code.value == Code::new(prefix, number)) {
                continue;
            }
            let groups: BTreeSet<_> = taken.clone().map(|one| one.code.value.group).collect();
            let number = |one: &Statement<'_>| Number {
                code: one.code,
                own: one.kind == kind && one.code.value.prefix == prefix,
            };
            for group in groups {
                let of_group = taken.clone().filter(|one| one.code.value.group == group);
                report_gaps(of_group.map(number), Code { group, ..Code::new(prefix, 0) }, cx);
            }
        }
        let codes = standard.duties.items().iter().filter_map(|duty| duty.code);
        report_gaps(codes.map(|code| Number { code, own: true }), Code::new(Prefix::D, 0), cx);
    }
}

/// A number that is taken in a list: by a code of the list, or by one that was given to a statement
/// of another list or kind.
struct Number {
    code: Spanned<Code>,
    own: bool,
}

/// Reports each run of numbers that are not taken, at the code that comes after it in the list. `zero` is what the list
/// would have before its first code. Only a list without a group is known to begin at 1: a group may continue where
/// another ends.
fn report_gaps(numbers: impl Iterator<Item = Number> + Clone, zero: Code, cx: &mut LintContext<'_>) {
    // Most lists are numbered from 1 in their order.
    if numbers.clone().zip(1..).all(|(taken, number)| taken.code.value.number == number) {
        return;
    }
    let mut numbers: Vec<Number> = numbers.collect();
    numbers.sort_by_key(|number| (number.code.value.number, number.code.span));
    let mut before: Option<Spanned<Code>> = None;
    for Number { code, own } in numbers {
        let last = before.map_or(zero, |before| Code { number: before.value.number, ..zero });
        let begins = before.is_none() && zero.group.is_some();
        if own && !begins && code.value.number > last.number.saturating_add(1) {
            report_gap(last, before, code, cx);
        }
        before = Some(code);
    }
}

fn report_gap(last: Code, before: Option<Spanned<Code>>, code: Spanned<Code>, cx: &mut LintContext<'_>) {
    let (from, to) =
        (Code { number: last.number + 1, ..last }, Code { number: code.value.number - 1, ..last });
    let (subject, missing) = if from == to {
        (from.to_string(), format!("{from} is missing"))
    } else {
        (format!("{from}–{to}"), format!("{from} to {to} are missing"))
    };
    let (message, label) = match before {
        Some(before) => (
            format!("{missing} between {} and {}", before.value, code.value),
            format!("comes after {}", before.value),
        ),
        None => {
            (format!("{missing}: the first code is {}", code.value), "the first code in the list".to_owned())
        }
    };
    let mut diagnostic = cx.diagnostic(subject, message, code.span, label);
    if let Some(before) = before {
        diagnostic = diagnostic.label(cx.label(before.span, "the code before the gap"));
    }
    cx.report(diagnostic.help("add what is missing, or renumber the list without the gap"));
}
