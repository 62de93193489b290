//! The documents in a run that have findings.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Document;
use crate::report::Report;
use crate::report::label_position::SEVERITIES;
use crate::report::text::name;
use crate::source::{Source, SourceId, Sources};

/// Reads a document again, to show its words. `None` if it cannot be read.
pub type ReadAgain<'r> = dyn for<'s> Fn(&'s Source) -> Option<Document<'s>> + 'r;

/// A document with findings.
pub(super) struct Checked<'a> {
    pub(super) source: SourceId,
    /// The findings, most severe first, otherwise in the order of their places.
    pub(super) findings: Vec<&'a Diagnostic>,
}

impl<'a> Checked<'a> {
    /// How many findings of this severity it has.
    pub(super) fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// What it is called, to tell it from the others: its name in its file, or the name of the file.
    pub(super) fn name(&self, sources: &'a Sources) -> &'a str {
        let document = sources.get(self.source).and_then(Source::document);
        document.unwrap_or_else(|| name(sources, self.source))
    }
}

/// The documents with findings: those with the most errors first, then those with the most warnings, otherwise in the
/// order of the run.
pub(super) fn by_severity<'a>(report: &Report<'a>) -> Vec<Checked<'a>> {
    let mut documents: BTreeMap<SourceId, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in report.diagnostics {
        documents.entry(finding.primary().source).or_default().push(finding);
    }
    let checked = |(source, mut findings): (SourceId, Vec<&'a Diagnostic>)| {
        findings.sort_by_key(|finding| Reverse(finding.severity));
        Checked { source, findings }
    };
    let mut checked: Vec<Checked<'a>> = documents.into_iter().map(checked).collect();
    checked.sort_by_key(|one| Reverse(SEVERITIES.map(|severity| one.count(severity))));
    checked
}
