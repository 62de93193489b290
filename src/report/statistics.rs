//! How often each rule found something.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::Report;
use crate::diagnostic::Severity;
use crate::source::SourceId;

/// How often one rule found something, and in which documents.
#[derive(Default)]
struct RuleCount {
    findings: usize,
    documents: BTreeSet<SourceId>,
}

/// Renders a line for each rule that found something, the most frequent first: findings, documents,
/// severity, rule. The totals of the run follow. A rule with two severities has two lines.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    table(report) + &report.summary() + "\n"
}

/// Only the lines, for the end of another report.
#[must_use]
pub fn table(report: &Report<'_>) -> String {
    let mut counts: BTreeMap<(&str, Severity), RuleCount> = BTreeMap::new();
    for one in report.diagnostics {
        let count = counts.entry((one.rule, one.severity)).or_default();
        count.findings += 1;
        count.documents.insert(one.primary().source);
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|((rule, severity), count)| (usize::MAX - count.findings, *rule, *severity));
    if rows.is_empty() {
        return String::new();
    }
    let mut out = "Findings  Documents  Severity  Rule\n".to_owned();
    for ((rule, severity), count) in rows {
        let _infallible =
            writeln!(out, "{:>8}  {:>9}  {severity:8}  {rule}", count.findings, count.documents.len());
    }
    out + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Label};
    use crate::source::{Sources, Span};

    #[test]
    fn the_most_frequent_rule_comes_first() {
        let found = |rule, severity, source| {
            Diagnostic::new(rule, severity, "K7", "m", Label::new(SourceId(source), Span::at(0), ""))
        };
        let found = [
            found("code-gap", Severity::Warning, 0),
            found("unmapped-ksb", Severity::Error, 0),
            found("unmapped-ksb", Severity::Error, 0),
            found("unmapped-ksb", Severity::Error, 1),
            found("byte-order-mark", Severity::Warning, 1),
        ];
        let out = render(&Report::new(&found, &Sources::default(), 2, 2));
        let expected = "\
Findings  Documents  Severity  Rule
       3          2  error     unmapped-ksb
       1          1  warning   byte-order-mark
       1          1  warning   code-gap

3 errors and 2 warnings in 2 documents
";
        assert_eq!(out, expected);
    }

    #[test]
    fn nothing_found_is_no_table() {
        let sources = Sources::default();
        let report = Report::new(&[], &sources, 2, 2);
        assert_eq!(render(&report), "No findings in 2 documents\n");
    }
}
