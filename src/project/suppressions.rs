//! Suppressions: the ignores, the baseline and the older version that stop findings from being shown.

use std::collections::BTreeMap;

use super::settings::FileSettings;
use crate::config::Settings;
use crate::diagnostic::Diagnostic;
use crate::ignores::Ignores;
use crate::model::Document;
use crate::source::SourceId;
use crate::tally::Tally;

/// The suppressions of each document.
pub type AllSuppressions<'s> = BTreeMap<SourceId, Suppressions<'s>>;

/// The suppressions of one document.
#[derive(Debug, Default)]
pub struct Suppressions<'s> {
    /// The ignores that apply to it.
    pub ignores: Ignores<'s>,
    /// The name of the document within its file, if that holds several.
    pub document: Option<String>,
    /// The reference that the document states.
    pub reference: Option<String>,
    /// Whether the document is complete, rather than cut off.
    pub whole: bool,
    /// The findings of an older version.
    pub older: Tally,
    /// The findings of the baseline.
    pub baseline: Tally,
    /// The findings of this run that are not ignored.
    pub seen: Tally,
}

impl<'s> Suppressions<'s> {
    pub(super) fn new(
        document: &Document<'_>,
        whole: bool,
        settings: Option<&'s Settings>,
        own: &FileSettings,
    ) -> Self {
        let ignores = Ignores::new(settings, &own.path, document, whole, &own.config);
        let reference = document.standard().and_then(|standard| standard.facts.reference.stated());
        let reference = reference.map(|reference| reference.as_str().to_owned());
        Self { ignores, reference, whole, ..Self::default() }
    }

    /// The findings to show, among those that are not ignored.
    fn filter(&mut self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        for one in &found {
            self.seen.add(one);
        }
        let found = self.older.remove_known(found);
        self.baseline.remove_known(found)
    }
}

/// Findings by the documents that they are in.
pub(super) fn by_document(found: Vec<Diagnostic>) -> BTreeMap<SourceId, Vec<Diagnostic>> {
    let mut by_document: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for one in found {
        by_document.entry(one.primary().source).or_default().push(one);
    }
    by_document
}

/// The findings that nothing ignores.
pub(super) fn not_ignored(found: Vec<Diagnostic>, all: &mut AllSuppressions<'_>) -> Vec<Diagnostic> {
    let pass = |(id, found)| match all.get_mut(&id) {
        Some(suppressions) => suppressions.ignores.filter(found),
        None => found,
    };
    by_document(found).into_iter().flat_map(pass).collect()
}

/// The findings to show, among those that are not ignored.
pub(super) fn to_show(found: Vec<Diagnostic>, all: &mut AllSuppressions<'_>) -> Vec<Diagnostic> {
    let pass = |(id, found)| match all.get_mut(&id) {
        Some(suppressions) => suppressions.filter(found),
        None => found,
    };
    by_document(found).into_iter().flat_map(pass).collect()
}
