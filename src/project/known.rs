//! Inputs that were read before: a run treats them as documents alongside those that it checks.

use std::collections::BTreeMap;
use std::path::Path;

use super::input::Input;
use crate::diagnostic::Diagnostic;
use crate::lint::Extract;
use crate::source::SourceId;

/// The extracts of inputs that are not read again, by the numbers of their files.
#[derive(Debug, Default)]
pub(super) struct Known(BTreeMap<SourceId, Vec<Extract>>);

impl Known {
    /// Adds the extracts of the `known` inputs that are among `inputs`.
    pub(super) fn add<'k>(
        &mut self,
        inputs: &[(SourceId, Input)],
        known: impl IntoIterator<Item = (&'k Input, &'k [Extract])>,
    ) {
        let ids: BTreeMap<&Path, SourceId> =
            inputs.iter().filter_map(|(id, input)| Some((input.path()?, *id))).collect();
        for (input, extracts) in known {
            let Some(id) = input.path().and_then(|path| ids.get(path)) else { continue };
            let renumbered = |extract: &Extract| Extract {
                source: extract.source.index().map_or(*id, |index| id.document(index)),
                ..extract.clone()
            };
            self.0.insert(*id, extracts.iter().map(renumbered).collect());
        }
    }

    /// Whether the file of this number is not read again.
    pub(super) fn has(&self, id: SourceId) -> bool {
        self.0.contains_key(&SourceId::of_file(id.file()))
    }

    /// All extracts.
    pub(super) fn extracts(&self) -> impl Iterator<Item = Extract> {
        self.0.values().flatten().cloned()
    }

    /// The findings that are not in one of these files.
    pub(super) fn elsewhere(&self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        found.retain(|one| !self.has(one.primary().source));
        found
    }
}
