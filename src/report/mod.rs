//! Rendering: diagnostics and rules in, text out. Nothing here writes, judges or picks an exit code.

mod cell;
pub mod comments;
pub mod concise;
pub mod coverage;
pub mod diff;
pub mod diff_csv;
pub mod diff_html;
pub mod diff_json;
pub mod diff_markdown;
pub mod diff_stat;
pub mod diff_terminal;
mod fingerprint;
pub mod full;
pub mod github;
pub mod gitlab;
pub mod history;

pub mod html;
mod html_page;
pub mod json;
pub mod jsonl;
pub mod junit;
mod label_position;
mod locator;
pub mod markdown;
mod markdown_text;
pub mod matrix;
pub mod migration;
pub mod patch;
pub mod progression;
mod rule_blocks;
pub mod rules;
pub mod sarif;
pub mod site;
pub mod starts;
pub mod statistics;
mod text;
mod width;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Ignored, Severity};
use crate::source::{ColumnUnit, Source, Sources, Span};

/// What a run of `ksb check` found, in the form in which it is shown.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The findings, sorted by file, place and rule.
    pub diagnostics: &'a [Diagnostic],
    /// The files that they point into.
    pub sources: &'a Sources,
    /// How many files were looked at, including those without findings and those that could not be read.
    pub files: usize,
    /// How many documents these files hold: more than there are files if one of them is a catalogue.
    pub documents: usize,
    /// How many findings the user chose not to see.
    pub hidden: usize,
    /// The findings that are ignored, sorted in the same way; none of them is counted.
    pub ignored: &'a [Ignored],
}

/// How the report for people should look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The columns of the screen.
    pub width: usize,
    /// Whether colours are used.
    pub colour: bool,
    /// Whether lines are drawn with characters other than ASCII.
    pub unicode: bool,
    /// How many findings of one rule are shown for one file; 0 for all.
    pub limit: usize,
}

/// The text with every character that would act on a terminal written as `\u{…}`: for file names and other texts from
/// outside that appear in messages.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    text::escaped(text)
}

/// Where a span is, as the user finds it: the name of the file, and the line and column or the place in a document that
/// is not plain text.
#[must_use]
pub fn place(source: &Source, span: Span) -> String {
    let start = span.range().start;
    let line = || {
        let at = source.position(start, ColumnUnit::CodePoints);
        format!(":{}:{}", at.line, at.column)
    };
    let place = source.place(start).map_or_else(line, |place| format!(": {place}"));
    visible(&format!("{}{place}", source.name())).into_owned()
}

impl<'a> Report<'a> {
    /// These findings, sorted, in this many files and documents; nothing is hidden or ignored.
    #[must_use]
    pub fn new(diagnostics: &'a [Diagnostic], sources: &'a Sources, files: usize, documents: usize) -> Self {
        Self { diagnostics, sources, files, documents, hidden: 0, ignored: &[] }
    }

    /// The same, where the user chose not to see this many more.
    #[must_use]
    pub fn with_hidden(self, hidden: usize) -> Self {
        Self { hidden, ..self }
    }

    /// The same, where these findings are ignored, sorted in the same way.
    #[must_use]
    pub fn with_ignored(self, ignored: &'a [Ignored]) -> Self {
        Self { ignored, ..self }
    }

    /// How many findings of this severity there are.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// One line that sums up the run, without a line break.
    #[must_use]
    pub fn summary(&self) -> String {
        let counts = [
            text::counted(self.count(Severity::Error), "error", "errors"),
            text::counted(self.count(Severity::Warning), "warning", "warnings"),
            text::counted(self.count(Severity::Advice), "piece of advice", "pieces of advice"),
        ];
        let counts: Vec<String> = counts.into_iter().flatten().collect();
        let found = if counts.is_empty() { "No findings".to_owned() } else { text::listed(&counts) };
        let hidden = text::counted(self.hidden, "more is", "more are");
        let hidden = hidden.map_or_else(String::new, |hidden| {
            format!(" ({hidden} not shown: use `--severity advice` to show all)")
        });
        format!("{found} in {}{hidden}", self.extent())
    }

    /// In how many of the documents there are findings, if there are several, and in how many files, if some hold more
    /// than one document.
    fn extent(&self) -> String {
        let counted =
            |count, one, many| text::counted(count, one, many).unwrap_or_else(|| format!("0 {many}"));
        let files = counted(self.files, "file", "files");
        let documents = counted(self.documents, "document", "documents");
        let with: BTreeSet<_> = self.diagnostics.iter().map(|found| found.primary().source).collect();
        let part = if with.is_empty() || with.len() >= self.documents.max(self.files) {
            String::new()
        } else {
            format!("{} of ", with.len())
        };
        match self.documents.cmp(&self.files) {
            Ordering::Less => format!("{part}{files}"),
            Ordering::Equal => format!("{part}{documents}"),
            Ordering::Greater => format!("{part}{documents} in {files}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Label;
    use crate::source::SourceId;

    fn found(severity: Severity, source: u64) -> Diagnostic {
        Diagnostic::new("r", severity, "s", "m", Label::new(SourceId(source), Span::at(0), ""))
    }

    fn summary(severities: &[Severity], files: usize, hidden: usize) -> String {
        let diagnostics: Vec<_> = severities.iter().map(|severity| found(*severity, 0)).collect();
        Report {
            diagnostics: &diagnostics,
            sources: &Sources::default(),
            files,
            documents: files,
            hidden,
            ignored: &[],
        }
        .summary()
    }

    #[test]
    fn the_summary_counts_what_is_shown() {
        use Severity::{Advice, Error, Warning};
        assert_eq!(summary(&[], 3, 0), "No findings in 3 documents");
        assert_eq!(
            summary(&[], 1, 2),
            "No findings in 1 document (2 more are not shown: use `--severity advice` to show all)"
        );
        assert_eq!(summary(&[Error], 1, 0), "1 error in 1 document");
        let diagnostics = [found(Error, 0)];
        let sources = Sources::default();
        let catalogue = Report::new(&diagnostics, &sources, 1, 20);
        assert_eq!(catalogue.summary(), "1 error in 1 of 20 documents in 1 file");
        let unread = Report { files: 3, documents: 2, ..catalogue };
        assert_eq!(unread.summary(), "1 error in 1 of 3 files");
        assert_eq!(summary(&[Error, Advice, Error], 1, 0), "2 errors and 1 piece of advice in 1 document");
        assert_eq!(
            summary(&[Error, Warning, Warning, Advice, Advice], 9, 1),
            "1 error, 2 warnings and 2 pieces of advice in 1 of 9 documents (1 more is not shown: use `--severity advice` to show all)"
        );
    }
}
