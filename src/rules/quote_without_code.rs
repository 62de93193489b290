//! [`QuoteWithoutCode`].

use super::declare_rule;
use crate::lint::{CitedStandard, DocumentCitations, LintContext, Rule, listed};
use crate::source::{Span, Text};

declare_rule! {
    /// # What it does
    /// Reports the text of a statement, without its code, in a document that cites a standard (`ksb trace`). The
    /// finding gives the code. A paragraph or cell that differs from a statement in a few words is reported too, with
    /// the percentage of words that are the same.
    ///
    /// # Why it matters
    /// People who search for the code do not find this text, and without a code the statement cannot be followed to a
    /// new version.
    ///
    /// # Example
    /// ```markdown,fails
    /// Week 2 covers K1 and K2. In week 3: Open a hive without crushing bees.
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// Week 2 covers K1 and K2. In week 3: S1 Open a hive without crushing bees.
    /// ```
    ///
    /// # Source
    /// Convention.
    QuoteWithoutCode { name: "quote-without-code", group: Citations, severity: Advice, scope: Trace }
}

impl Rule for QuoteWithoutCode {
    fn citing(&self, one: &DocumentCitations<'_>, _standard: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
        // A text next to another code is a wrong quotation, which another rule reports.
        let beside = one.citations.codes.iter().filter_map(|citation| citation.beside.as_ref());
        let mut beside: Vec<Span> = beside.map(Text::span).collect();
        beside.sort_by_key(|other| other.start);
        let is_beside = |span: Span| {
            let behind = beside.partition_point(|other| other.start <= span.start);
            beside[..behind].last().is_some_and(|other| other.contains(span))
        };
        let bare = one.citations.quotes.iter().filter(|quote| !quote.has_code && !is_beside(quote.span));
        for close in &one.citations.close {
            let code = close.code.to_string();
            let message = format!("this is close to the text of {code} but does not have its code");
            let label = format!("{}% of the words are the same as in {code}", close.likeness);
            let help = format!("if {code} is meant, write {code} before it and copy the exact text");
            cx.report(cx.diagnostic(code, message, close.span, label).help(help));
        }
        for quote in bare {
            let codes: Vec<String> = quote.codes.iter().map(ToString::to_string).collect();
            let all = listed(&codes, usize::MAX);
            let message = format!("this is the text of {all} without its code");
            let found = cx.diagnostic(codes.join(","), message, quote.span, format!("the text of {all}"));
            cx.report(
                found.help(format!("write {} before it", codes.first().map_or("its code", String::as_str))),
            );
        }
    }
}
