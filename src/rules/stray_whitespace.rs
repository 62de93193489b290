//! [`StrayWhitespace`].

use std::ops::Range;

use super::declare_rule;
use crate::diagnostic::{Edit, Fix};
use crate::lint::{LintContext, Rule};
use crate::model::{OccupationalMap, Standard};
use crate::text_index::Mark;

declare_rule! {
    /// # What it does
    /// Reports spaces that should not be there, once for each piece of text: two spaces together, a tab, or a space at
    /// the start, at the end, or before a comma or full stop.
    ///
    /// # Why it matters
    /// They come from copying and deleting. They show on published pages, and can make two pieces of text differ when
    /// they look the same.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How  bottles are stored ." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: the import drops a version whose title starts with a space (S1008). For other text it is convention, so
    /// this is a warning. It can be fixed safely.
    StrayWhitespace { name: "stray-whitespace", group: Wording, severity: Warning, aliases: ["S1008"], needs_whole: true }
}

impl Rule for StrayWhitespace {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }

    fn map(&self, _: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }
}

fn check(cx: &mut LintContext<'_>) {
    for entry in cx.index().marked(&[Mark::StraySpace]) {
        let text = entry.text;
        let found = if text.trim().is_empty() { Vec::new() } else { strays(text) };
        let Some((first, _)) = found.first() else { continue };
        let edits: Vec<Edit> = found
            .iter()
            .map(|(range, kept)| Edit { span: text.span_of(range.clone()), replacement: (*kept).to_owned() })
            .collect();
        let (count, label) = match edits.len() {
            1 => ("an unnecessary space".to_owned(), "this space is not needed"),
            many => (format!("unnecessary spaces in {many} places"), "the first one"),
        };
        let mut diagnostic = cx
            .diagnostic(
                entry.subject.to_string(),
                format!("the text has {count}"),
                text.span_of(first.clone()),
                label,
            )
            .help(
                "use one space between words, and none at the start or end, or before a comma or full stop",
            );
        diagnostic.fix = Some(Fix { safe: true, edits });
        cx.report(diagnostic);
    }
}

/// Every run of spaces and tabs that is not just one space between two words, and what to keep of it.
fn strays(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let mut out = Vec::new();
    let mut end = 0;
    for (at, _) in text.match_indices([' ', '\t']) {
        if at < end {
            continue;
        }
        let rest = text[at..].trim_start_matches([' ', '\t']);
        end = text.len() - rest.len();
        let kept = if at == 0 || rest.is_empty() || is_lone_mark(rest) { "" } else { " " };
        if &text[at..end] != kept {
            out.push((at..end, kept));
        }
    }
    out
}

/// Whether a text begins with a comma or a full stop that belongs to the word before it.
fn is_lone_mark(text: &str) -> bool {
    let behind = text.strip_prefix([',', '.', ';']);
    behind.is_some_and(|behind| behind.is_empty() || behind.starts_with([' ', '\t']))
}
