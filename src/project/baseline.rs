//! The baseline file: which of its findings belong to which document, and which are stale.

use std::path::{Path, PathBuf};

use super::Files;
use super::input::{Input, InputOrigin};
use super::settings::{FileSettings, path_from};
use super::suppressions::{AllSuppressions, Suppressions};
use crate::baseline::{self, Baseline, BaselineEntry};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, SourceId};

/// Separates the path of a file from the name of a document in it.
const PART: char = '#';

/// A baseline that has been read.
pub struct BaselineFile {
    path: PathBuf,
    pub(super) source: Source,
    baseline: Baseline,
}

/// A baseline that cannot be used.
#[derive(Debug)]
pub struct WrongBaseline {
    /// The text of the file.
    pub source: Source,
    /// What is wrong with it.
    pub found: Vec<Diagnostic>,
}

/// The number of the baseline among the sources: after all inputs, before all settings files.
fn id() -> SourceId {
    SourceId::of_file(u32::MAX as usize / 2)
}

impl BaselineFile {
    /// Reads the baseline at a path.
    ///
    /// # Errors
    /// If it cannot be read or is not a baseline.
    pub fn read(files: &dyn Files, path: &Path, max_size: u64) -> Result<Self, Box<WrongBaseline>> {
        let (source, _encoding) = Input::named(path, None).read(files, id(), max_size).map_err(|failed| {
            Box::new(WrongBaseline { source: failed.source, found: vec![failed.diagnostic] })
        })?;
        match Baseline::parse(&source) {
            Ok(baseline) => Ok(Self { path: path.to_owned(), source, baseline }),
            Err(found) => Err(Box::new(WrongBaseline { source, found })),
        }
    }

    /// Gives each document its findings in the baseline. The pairs are the documents and the indices of their parts of
    /// the baseline.
    pub(super) fn assign(
        &self,
        files: &dyn Files,
        inputs: &[(SourceId, Input)],
        all: &mut AllSuppressions<'_>,
    ) -> Vec<(SourceId, usize)> {
        let ids: Vec<SourceId> = all.keys().copied().collect();
        let name = |(id, one): (&SourceId, &Suppressions<'_>)| {
            (name(files, &self.path, &inputs[id.file()].1, one), one.reference.clone())
        };
        let checked: Vec<_> = all.iter().map(name).collect();
        let exists = |path: &str| files.exists(&self.path.with_file_name(path));
        let is_gone =
            |path: &str| !exists(path) && !path.rsplit_once(PART).is_some_and(|(file, _)| exists(file));
        let assigned =
            self.baseline.assign(&checked, is_gone).into_iter().map(|(one, part)| (ids[one], part));
        let assigned: Vec<_> = assigned.collect();
        for (id, part) in &assigned {
            if let Some(suppressions) = all.get_mut(id) {
                suppressions.baseline = self.baseline.tally(*part);
            }
        }
        assigned
    }

    /// Reports the findings of the baseline that were not found again, for rules that ran.
    pub(super) fn stale(
        &self,
        assigned: &[(SourceId, usize)],
        all: &AllSuppressions<'_>,
        each: &[FileSettings],
    ) -> Vec<Diagnostic> {
        let report = |(id, part): &(SourceId, usize)| {
            let config = &each[id.file()].config;
            let runs = |rule: &str| config.severity(rule, Severity::Warning).is_some();
            let severity = config.severity("stale-baseline", Severity::Warning)?;
            let suppressions = all.get(id).filter(|one| one.whole)?;
            Some(self.baseline.stale(*part, &suppressions.baseline.of_rules(runs), severity))
        };
        assigned.iter().filter_map(report).flatten().collect()
    }
}

/// The text of a baseline for the file `path` with all findings, and their number.
pub(super) fn written(
    files: &dyn Files,
    path: &Path,
    inputs: &[(SourceId, Input)],
    all: &AllSuppressions<'_>,
) -> (String, usize) {
    let name = |(id, one): (&SourceId, &Suppressions<'_>)| name(files, path, &inputs[id.file()].1, one);
    let names: Vec<String> = all.iter().map(name).collect();
    let entry = |(path, one)| {
        let (path, one): (&String, &Suppressions<'_>) = (path, one);
        BaselineEntry { path, reference: one.reference.as_deref(), found: &one.seen }
    };
    let entries: Vec<BaselineEntry<'_>> = names.iter().zip(all.values()).map(entry).collect();
    let count = entries.iter().flat_map(|entry| entry.found.iter()).map(|(_, _, count)| count).sum();
    (baseline::written(&entries), count)
}

/// The name of a document in a baseline: the path of its file relative to the folder of the baseline, and its name
/// within the file if that holds several.
fn name(files: &dyn Files, baseline: &Path, input: &Input, one: &Suppressions<'_>) -> String {
    let file = match &input.origin {
        InputOrigin::Path(path) => path_from(files, baseline, path),
        _ => input.name.clone(),
    };
    one.document.as_ref().map_or_else(|| file.clone(), |document| format!("{file}{PART}{document}"))
}
