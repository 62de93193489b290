//! [`NoBreakSpace`].

use super::declare_rule;
use crate::diagnostic::{Edit, Fix};
use crate::lint::{LintContext, Rule};
use crate::model::{OccupationalMap, Standard};
use crate::text_index::Mark;

declare_rule! {
    /// # What it does
    /// Reports no-break spaces, once for each piece of text.
    ///
    /// # Why it matters
    /// They look like ordinary spaces but are not, so searching, comparing and wrapping lines go wrong. They come from
    /// word processors and web pages.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "summary": ["This occupation is found in\u00a0wineries."] }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "summary": ["This occupation is found in wineries."] }
    /// ```
    ///
    /// # Source
    /// Data: seen in most standards API records, whose text comes from web pages. A no-break space between a number and
    /// its unit may be intended, so this is advice.
    NoBreakSpace { name: "no-break-space", group: Wording, severity: Advice }
}

/// The no-break space, the figure space and the narrow no-break space.
const NO_BREAK: [char; 3] = ['\u{a0}', '\u{2007}', '\u{202f}'];

impl Rule for NoBreakSpace {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }

    fn map(&self, _: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }
}

fn check(cx: &mut LintContext<'_>) {
    for entry in cx.index().marked(&[Mark::NoBreakSpace]) {
        let text = entry.text;
        let places = text.match_indices(NO_BREAK).map(|(at, found)| text.span_of(at..at + found.len()));
        let edits: Vec<Edit> = places.map(|span| Edit { span, replacement: " ".to_owned() }).collect();
        let Some(first) = edits.first().map(|edit| edit.span) else { continue };
        let (count, label) = match edits.len() {
            1 => ("a no-break space".to_owned(), "this is not an ordinary space"),
            many => (format!("{many} no-break spaces"), "the first one"),
        };
        let mut diagnostic = cx
            .diagnostic(entry.subject.to_string(), format!("the text contains {count}"), first, label)
            .help("type an ordinary space instead");
        diagnostic.fix = Some(Fix { safe: true, edits });
        cx.report(diagnostic);
    }
}
