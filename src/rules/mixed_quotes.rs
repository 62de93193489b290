//! [`MixedQuotes`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::source::Span;
use crate::text_index::{Entry, Mark};

declare_rule! {
    /// # What it does
    /// Reports, once, that some text has straight quotation marks and some has curly ones.
    ///
    /// # Why it matters
    /// It shows that the text was put together from several sources. A search that includes quotation marks finds only
    /// one of the two kinds.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The meaning of 'duty of care'." },
    ///     { "code": "K2", "text": "The meaning of ‘risk’." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The meaning of ‘duty of care’." },
    ///     { "code": "K2", "text": "The meaning of ‘risk’." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention.
    MixedQuotes { name: "mixed-quotes", group: Wording, severity: Advice }
}

impl Rule for MixedQuotes {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let prose = |mark| cx.index().marked(&[mark]).filter(|entry| entry.is_prose());
        // A straight double quote may mean inches, so only unambiguous quotes count.
        let straight: Vec<_> = prose(Mark::Apostrophe).collect();
        let curly: Vec<_> = prose(Mark::CurlyQuote).collect();
        let (few, many, kinds) = if straight.len() <= curly.len() {
            (straight, curly, ("straight", "curly"))
        } else {
            (curly, straight, ("curly", "straight"))
        };
        let first = |entries: Vec<_>| entries.into_iter().min_by_key(|entry: &&Entry<'_>| entry.text.span());
        let (Some(few), Some(many)) = (first(few), first(many)) else { return };
        let message =
            format!("some quotation marks and apostrophes are {} and others are {}", kinds.0, kinds.1);
        cx.report(
            cx.diagnostic(few.subject.to_string(), message, mark(few, kinds.0), format!("a {} one", kinds.0))
                .label(cx.label(mark(many, kinds.1), format!("a {} one", kinds.1)))
                .help("use the same kind everywhere"),
        );
    }
}

/// The first quote or apostrophe of a kind in a text that has one.
fn mark(entry: &Entry<'_>, kind: &str) -> Span {
    let marks: &[char] = if kind == "curly" { &['‘', '’', '“'] } else { &['\''] };
    let at = entry.text.find(marks).unwrap_or_default();
    let len = entry.text[at..].chars().next().map_or(0, char::len_utf8);
    entry.text.span_of(at..at + len)
}
