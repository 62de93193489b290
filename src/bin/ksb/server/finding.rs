//! A finding in an open document, whose places follow the changes of its text.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ksb::diagnostic::{Diagnostic, Edit, Fix, Label};
use ksb::editor::{Buffer, LinePosition, Splice, Unit};
use ksb::project::{Files, Findings};
use ksb::source::{Source, Span};

/// A finding, with its places in the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// The finding, with the labels in its own file, the primary one first.
    pub(super) diagnostic: Diagnostic,
    /// Its places in other files.
    pub(super) elsewhere: Vec<Elsewhere>,
}

/// A place in another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Elsewhere {
    /// The file.
    pub(super) path: PathBuf,
    /// From where to where.
    pub(super) range: [LinePosition; 2],
    /// What is said about it.
    pub(super) message: String,
}

/// Findings, by the file that they are in.
pub(super) type ByFile = BTreeMap<PathBuf, Vec<Finding>>;

/// What a run found, by files.
pub(super) fn by_file(findings: &Findings<'_>, files: &dyn Files, unit: Unit) -> ByFile {
    let mut by_file = ByFile::new();
    for one in &findings.shown {
        let Some(source) = findings.sources.get(one.primary().source) else { continue };
        let path = files.resolved(source.name().as_ref());
        let mut finding = Finding { diagnostic: in_file(one, source), elsewhere: Vec::new() };
        let mut labels = Vec::new();
        for label in &one.labels {
            let Some(own) = findings.sources.get(label.source) else { continue };
            if label.source.file() == source.id().file() {
                labels.push(Label { span: shifted(label.span, own), ..label.clone() });
            } else {
                finding.elsewhere.push(Elsewhere {
                    path: files.resolved(own.name().as_ref()),
                    range: range_in(own, label.span, unit),
                    message: label.message.clone(),
                });
            }
        }
        finding.diagnostic.labels = labels;
        by_file.entry(path).or_default().push(finding);
    }
    by_file
}

/// The finding with its edits in the whole file.
fn in_file(one: &Diagnostic, source: &Source) -> Diagnostic {
    let moved =
        |edit: &Edit| Edit { span: shifted(edit.span, source), replacement: edit.replacement.clone() };
    let fix =
        one.fix.as_ref().map(|fix| Fix { safe: fix.safe, edits: fix.edits.iter().map(moved).collect() });
    Diagnostic { fix, ..one.clone() }
}

/// A span in a document as a span in its file.
pub(super) fn shifted(span: Span, source: &Source) -> Span {
    let base = u32::try_from(source.file_offset(0)).unwrap_or(u32::MAX);
    Span { start: span.start.saturating_add(base), end: span.end.saturating_add(base) }
}

/// A span in another file, in the units of the editor.
pub(super) fn range_in(source: &Source, span: Span, unit: Unit) -> [LinePosition; 2] {
    if source.file_offset(0) == 0 && span.range().end <= source.text().len() {
        return Buffer::new(source.text().to_owned(), unit).range(span);
    }
    let position = |offset: u32| {
        let position = source.position(offset as usize, ksb::source::ColumnUnit::CodePoints);
        let narrow = |count: usize| u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX);
        LinePosition { line: narrow(position.line), character: narrow(position.column) }
    };
    [position(span.start), position(span.end)]
}

impl Finding {
    /// Where it is.
    pub(super) fn span(&self) -> Span {
        self.diagnostic.primary().span
    }

    /// The finding after a change to the text, or `None` if its own place was changed.
    pub(super) fn moved(mut self, splice: &Splice) -> Option<Self> {
        splice.moved(self.span())?;
        self.diagnostic.labels.retain_mut(|label| match splice.moved(label.span) {
            Some(span) => {
                label.span = span;
                true
            }
            None => false,
        });
        self.diagnostic.fix.take_if(|fix| {
            !fix.edits.iter_mut().all(|edit| {
                let moved = splice.moved(edit.span);
                edit.span = moved.unwrap_or(edit.span);
                moved.is_some()
            })
        });
        Some(self)
    }
}

/// The findings of `all` that are not in `some`.
pub(super) fn without(all: Vec<Finding>, some: &[Finding]) -> Vec<Finding> {
    let key = |one: &Finding| (one.diagnostic.rule, one.span(), one.diagnostic.subject.clone());
    let known: std::collections::BTreeSet<_> = some.iter().map(key).collect();
    all.into_iter().filter(|one| !known.contains(&key(one))).collect()
}
