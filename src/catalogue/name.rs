//! The name of a document among others.

use super::extract::reference;
use super::versions::VersionNumber;
use crate::model::{Document, Field, Standard};
use crate::source::{Source, Text};

/// The name of a document, and what else identifies it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentName {
    /// Its name among others: `ST9901_1.1`, else `document 3`.
    pub label: String,
    /// The reference of the apprenticeship, else of the occupation.
    pub reference: Option<String>,
    /// The version.
    pub version: Option<VersionNumber>,
    /// The title.
    pub title: Option<String>,
}

impl DocumentName {
    /// The name of the document in `source`; `document` is none if it cannot be read.
    #[must_use]
    pub fn new(document: Option<&Document<'_>>, source: &Source) -> Self {
        let label = document_label(document, source).or_else(|| document.and_then(Document::label));
        let label = label.unwrap_or_else(|| source.name().to_owned());
        let Some(Document::Standard(standard)) = document else { return Self { label, ..Self::default() } };
        let facts = &standard.facts;
        let text = |text: &Text<'_>| text.trim().to_owned();
        Self {
            label,
            reference: reference(standard).map(text),
            version: facts.version.stated().and_then(|version| VersionNumber::parse(version)),
            title: facts.title.stated().map(text),
        }
    }

    /// Whether `wanted`, as a user writes it, names this document.
    #[must_use]
    pub fn is(&self, wanted: &str) -> bool {
        self.label.eq_ignore_ascii_case(wanted.trim())
    }
}

/// Whether a standard, or its occupation, has this reference.
#[must_use]
pub fn has_reference(standard: &Standard<'_>, reference: &str) -> bool {
    let stated = [&standard.facts.reference, &standard.facts.occupation].map(Field::stated);
    stated.into_iter().flatten().any(|text| text.trim().eq_ignore_ascii_case(reference))
}

/// The name of a document within a file that holds several: its reference and version, or else its number. None if
/// the file holds only one.
#[must_use]
pub fn document_label(document: Option<&Document<'_>>, source: &Source) -> Option<String> {
    let index = source.id().index()?;
    Some(document.and_then(Document::label).unwrap_or_else(|| format!("document {}", index + 1)))
}
