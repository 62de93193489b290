//! The versions of one standard among documents.

use super::named::document_names;
use super::{Failure, parallel};
use crate::catalogue::{DocumentName, VersionNumber, Versions, has_reference};
use crate::diff::{Choices, compare};
use crate::model::{Document, Format};
use crate::read::{self, Reading};
use crate::report::diff::{ComparedInput, DiffOptions, DiffReport, Relation};
use crate::report::history::{HistoryReport, Version};
use crate::source::Source;
use crate::spelling::nearest;

/// A version of the standard, and what was read from it.
#[derive(Debug)]
pub struct FoundVersion<'s> {
    /// The document.
    pub source: &'s Source,
    /// What was read from it.
    pub reading: Reading<'s>,
    /// What it is called.
    pub name: DocumentName,
    sha256: String,
}

impl FoundVersion<'_> {
    /// What a report says about its file.
    fn input(&self) -> ComparedInput<'_> {
        let is_one_of_many = self.source.id().index().is_some();
        let document = is_one_of_many.then_some(self.name.label.as_str());
        ComparedInput { name: self.source.name(), document, sha256: &self.sha256 }
    }
}

/// The versions of a standard among documents.
#[derive(Debug, Default)]
pub struct FoundVersions<'s> {
    /// The versions, oldest first.
    pub versions: Vec<FoundVersion<'s>>,
    /// What was decided in the process, such as which of two files counts.
    pub remarks: Vec<String>,
    /// Documents from which nothing can be read.
    pub failed: Vec<Reading<'s>>,
}

impl<'s> FoundVersions<'s> {
    /// The versions of the standard with this reference.
    #[must_use]
    pub fn new(reference: &str, documents: &'s [Source], from: Option<Format>) -> Self {
        // From a catalogue, only documents that mention the reference are read.
        let upper = reference.to_ascii_uppercase();
        let is_candidate = |source: &&Source| {
            let text = source.text();
            source.id().index().is_none() || text.contains(&upper) || text.contains(reference)
        };
        let candidates: Vec<&Source> = documents.iter().filter(is_candidate).collect();
        let read = parallel::map(candidates, |source: &'s Source| (source, read::read(source, from)));
        let mut versions: Versions<VersionNumber, FoundVersion<'_>> = Versions::default();
        let mut found = Self::default();
        for (source, reading) in read {
            let Some(document) = &reading.document else {
                found.failed.push(reading);
                continue;
            };
            if !document.standard().is_some_and(|standard| has_reference(standard, reference)) {
                continue;
            }
            let name = DocumentName::new(Some(document), source);
            let (label, file) = (&name.label, source.name());
            let Some(version) = name.version.clone() else {
                found.remarks.push(format!("{label} in `{file}` has no version number, so it is left out."));
                continue;
            };
            if let Some(before) = versions.of(&version).last() {
                let (label, old) = (&before.name.label, before.source.name());
                found
                    .remarks
                    .push(format!("{label} is in both `{old}` and `{file}`: the second one is used."));
            }
            let one = FoundVersion { source, sha256: source.sha256(), reading, name };
            versions.add(Some(version), one);
        }
        found.versions = versions.into_latest().collect();
        found
    }

    /// The failure that there is no such standard, and which one might be meant.
    #[must_use]
    pub fn unknown(&self, reference: &str, documents: &[Source], from: Option<Format>) -> Failure {
        let names = document_names(documents, from);
        let references: Vec<&str> = names.iter().filter_map(|name| name.reference.as_deref()).collect();
        let help = match nearest(reference, references.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{} searched", count(documents.len())),
        };
        let remarks = self.remarks.iter().fold(String::new(), |said, remark| said + " " + remark);
        Failure(format!("there is no version of `{reference}`: {help}{remarks}"))
    }
}

/// Passes the history of these versions to `render`.
///
/// # Errors
/// If two versions cannot be compared.
pub fn history_report<R>(
    found: &FoundVersions<'_>,
    tool_version: &str,
    render: impl FnOnce(&HistoryReport<'_>) -> R,
) -> Result<R, Failure> {
    let inputs: Vec<ComparedInput<'_>> = found.versions.iter().map(FoundVersion::input).collect();
    let documents: Vec<&Document<'_>> =
        found.versions.iter().filter_map(|one| one.reading.document.as_ref()).collect();
    let choices = Choices::default();
    let compared = parallel::map(documents.windows(2).collect(), |pair: &[&Document<'_>]| {
        compare(pair[0], pair[1], &choices)
    });
    let compared: Vec<_> =
        compared.into_iter().collect::<Result<_, _>>().map_err(|error| Failure(error.to_string()))?;
    let step = |(index, comparison)| DiffReport {
        comparison,
        old: inputs[index],
        new: inputs[index + 1],
        tool_version,
        options: DiffOptions::default(),
        relation: Relation::Changed,
    };
    let standards = documents.iter().filter_map(|document| document.standard());
    let versions: Vec<Version<'_>> =
        standards.zip(&inputs).filter_map(|(standard, input)| Version::new(standard, *input)).collect();
    let reference = found.versions.last().and_then(|one| one.name.reference.clone()).unwrap_or_default();
    let steps = compared.iter().enumerate().map(step).collect();
    let remarks = found.remarks.clone();
    Ok(render(&HistoryReport { reference: &reference, versions, steps, remarks, tool_version }))
}

fn count(documents: usize) -> String {
    if documents == 1 { "1 document".to_owned() } else { format!("{documents} documents") }
}
