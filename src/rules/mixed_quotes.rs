//! [`MixedQuotes`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Subject};
use crate::source::{Span, Text};

declare_rule! {
    /// # What it does
    /// Reports, once, that some texts have straight quotes and others curly ones.
    ///
    /// # Why it matters
    /// It shows that the text was put together from several sources. Searching for a word in quotes finds
    /// one half.
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
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let mut texts = standard.prose();
        texts.sort_by_key(|(_, text)| text.span());
        // A straight double quote may be an inch, so only what is a quote in any case counts.
        let (straight, curly) = (places(&texts, &['\'']), places(&texts, &['‘', '’', '“']));
        let (few, many, kinds) = if straight.len() <= curly.len() {
            (straight, curly, ("straight", "curly"))
        } else {
            (curly, straight, ("curly", "straight"))
        };
        let (Some((subject, span)), Some((_, other))) = (few.first(), many.first()) else { return };
        let message = format!("some quotes and apostrophes are {}, others {}", kinds.0, kinds.1);
        cx.report(
            cx.diagnostic(subject.to_string(), message, *span, format!("a {} one", kinds.0))
                .label(cx.label(*other, format!("a {} one", kinds.1)))
                .help("write the same kind everywhere"),
        );
    }
}

/// The first of `marks` in each text that has one.
fn places<'a>(texts: &'a [(Subject, &Text<'_>)], marks: &[char]) -> Vec<(&'a Subject, Span)> {
    let first = |(subject, text): &'a (Subject, &Text<'_>)| {
        let (at, mark) = text.char_indices().find(|(_, c)| marks.contains(c))?;
        Some((subject, text.span_of(at..at + mark.len_utf8())))
    };
    texts.iter().filter_map(first).collect()
}
