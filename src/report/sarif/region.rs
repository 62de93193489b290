//! Pieces of files in a SARIF log: where they are, and what is there.

use serde::Serialize;

use crate::diagnostic::Label;
use crate::report::label_position::LabelPosition;
use crate::source::{Sources, Span};

/// The longest piece of a file that the log repeats, in bytes.
const LONGEST: usize = 2_000;
/// The most that is shown of a file on either side of a finding, in bytes: its line may be a whole catalogue.
const AROUND: usize = 300;
/// How many line breaks that includes.
const LINES: usize = 2;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region<'a> {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Snippet<'a>>,
}

#[derive(Serialize)]
struct Snippet<'a> {
    text: &'a str,
}

impl<'a> Region<'a> {
    /// The lines and columns of a label.
    pub(super) fn bare(label: &Label, sources: &Sources) -> Self {
        let LabelPosition { line, column, end_line, end_column, .. } = LabelPosition::new(label, sources);
        Self { start_line: line, start_column: column, end_line, end_column, snippet: None }
    }

    /// The same with what is there, unless that is long or was not kept.
    pub(super) fn of(label: &Label, sources: &'a Sources) -> Self {
        let text = sources.get(label.source).and_then(|source| source.text().get(label.span.range()));
        let snippet = text.filter(|text| text.len() <= LONGEST).map(|text| Snippet { text });
        Self { snippet, ..Self::bare(label, sources) }
    }

    /// What is around a label: some lines, or part of a long one. `None` if there is nothing around it, or if the label
    /// itself is long.
    pub(super) fn around(label: &Label, sources: &'a Sources) -> Option<Self> {
        let text = sources.get(label.source)?.text();
        let inside = text.get(label.span.range()).filter(|text| text.len() <= LONGEST)?;
        let before = before(&text[..label.span.range().start]);
        let after = after(&text[label.span.range().end..]);
        let (start, end) = (label.span.range().start - before, label.span.range().end + after);
        let wide = Label::new(label.source, Span::new(start, end), "");
        (end - start > inside.len()).then(|| Self::of(&wide, sources))
    }
}

/// How many bytes of the text before a label are shown.
fn before(text: &str) -> usize {
    let first = (text.len().saturating_sub(AROUND)..=text.len()).find(|at| text.is_char_boundary(*at));
    let near = &text[first.unwrap_or(text.len())..];
    // The break after the last line that is left out.
    near.rmatch_indices('\n').nth(LINES).map_or(near.len(), |(at, _)| near.len() - at - 1)
}

/// How many bytes of the text after a label are shown.
fn after(text: &str) -> usize {
    let last = (0..=text.len().min(AROUND)).rev().find(|at| text.is_char_boundary(*at));
    let near = &text[..last.unwrap_or(0)];
    near.match_indices('\n').nth(LINES).map_or(near.len(), |(at, _)| near[..at].trim_end_matches('\r').len())
}

#[cfg(test)]
mod tests {
    use super::{AROUND, after, before};

    #[test]
    fn the_surroundings_are_a_few_lines_or_a_part_of_a_long_one() {
        assert_eq!((before(""), after("")), (0, 0));
        assert_eq!(
            (before("0\n1\n2\n  "), after("\"\r\n1\r\n2\r\n3")),
            ("1\n2\n  ".len(), "\"\r\n1\r\n2".len())
        );
        let long = "é".repeat(AROUND);
        assert_eq!((before(&long), after(&long)), (AROUND, AROUND));
        assert_eq!((before(&format!("{long}x")), after(&format!("x{long}"))), (AROUND - 1, AROUND - 1));
    }
}
