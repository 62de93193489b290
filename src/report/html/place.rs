//! Which line of a document a finding is about.

use std::collections::BTreeMap;

use super::paper::Part;
use super::spans::Spans;
use crate::diagnostic::Diagnostic;
use crate::model::Kind;
use crate::source::Span;

/// A line, by the number of its part and its own number within the part.
pub(super) type LineAt = (usize, usize);

/// The number that stands for the heading of a part instead of a line.
pub(super) const HEADING: usize = usize::MAX;

/// The place that stands for the document as a whole instead of a line.
pub(super) const WHOLE: LineAt = (usize::MAX, HEADING);

/// What findings about the statements of all kinds call them: such findings are shown at the heading of the first kind.
const ALL_STATEMENTS: &str = "statements";

/// The lines of a document by the places of their words, and by what findings call them.
pub(super) struct Places {
    lines: Spans<LineAt>,
    subjects: BTreeMap<String, LineAt>,
    /// The parts, by what findings about a whole part call it.
    parts: BTreeMap<&'static str, usize>,
}

impl Places {
    pub(super) fn new(parts: &[Part<'_>]) -> Self {
        let (mut spans, mut subjects, mut of_parts) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        for (part, lines) in parts.iter().enumerate() {
            of_parts.entry(lines.subject).or_insert(part);
            if Kind::ALL.iter().any(|kind| kind.list_name() == lines.subject) {
                of_parts.entry(ALL_STATEMENTS).or_insert(part);
            }
            for (index, line) in lines.lines.iter().enumerate() {
                let at = (part, index);
                spans.extend(line.words.iter().map(|words| (words.span(), at)));
                spans.extend(line.span.map(|span| (span, at)));
                subjects.entry(line.subject.clone()).or_insert(at);
            }
        }
        of_parts.remove("");
        Self { lines: Spans::new(spans), subjects, parts: of_parts }
    }

    /// The line that a finding is about: the heading of the part that it names, otherwise the line that it points into
    /// or, if it points to several lines or none, the line that it names.
    pub(super) fn line_of(&self, finding: &Diagnostic) -> LineAt {
        let named = || self.subjects.get(&finding.subject).copied();
        match self.parts.get(finding.subject.as_str()) {
            Some(&part) => (part, HEADING),
            None => self.only_line_at(finding.primary().span).or_else(named).unwrap_or(WHOLE),
        }
    }

    /// The line with words in a place, unless there are several.
    fn only_line_at(&self, place: Span) -> Option<LineAt> {
        let mut lines = self.lines.touching(place).map(|(_, line)| *line);
        let first = lines.next()?;
        lines.all(|line| line == first).then_some(first)
    }
}
