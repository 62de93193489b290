//! The file of a baseline: whose findings are whose, and what is stale in it.

use std::path::{Path, PathBuf};

use super::Files;
use super::input::{Input, InputOrigin};
use super::settings::{FileSettings, path_from};
use super::suppressions::{AllSuppressions, Suppressions};
use crate::baseline::{self, Baseline, BaselineEntry};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, SourceId};

/// What stands between the path of a file and the name of a document in it.
const PART: char = '#';

/// A baseline that was read.
pub struct BaselineFile {
    path: PathBuf,
    pub(super) source: Source,
    baseline: Baseline,
}

/// A baseline that cannot be used.
#[derive(Debug)]
pub struct WrongBaseline {
    /// Its text.
    pub source: Source,
    /// What is wrong with it.
    pub found: Vec<Diagnostic>,
}

/// The number of the baseline among the sources: behind all inputs, before all files of settings.
fn id() -> SourceId {
    SourceId::of_file(u32::MAX as usize / 2)
}

impl BaselineFile {
    /// Reads the baseline at a path.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(files: &dyn Files, path: &Path, max_size: u64) -> Result<Self, Box<WrongBaseline>> {
        let (source, _encoding) = Input::named(path, None).read(files, id(), max_size).map_err(|failed| {
            Box::new(WrongBaseline { source: failed.source, found: vec![failed.diagnostic] })
        })?;
        match Baseline::parse(&source) {
            Ok(baseline) => Ok(Self { path: path.to_owned(), source, baseline }),
            Err(found) => Err(Box::new(WrongBaseline { source, found })),
        }
    }

    /// Gives each document what the baseline has of it. The pairs are the documents and the parts of the
    /// baseline that speak of them.
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

    /// What is in the baseline and was not found, of rules that ran.
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

/// The text of a baseline at `path` that has all that was seen, and how many findings these are.
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

/// The name of a document in a baseline: the path of its file from the folder of the baseline, and what it is called
/// there if it is one of several.
fn name(files: &dyn Files, baseline: &Path, input: &Input, one: &Suppressions<'_>) -> String {
    let file = match &input.origin {
        InputOrigin::Path(path) => path_from(files, baseline, path),
        _ => input.name.clone(),
    };
    one.document.as_ref().map_or_else(|| file.clone(), |document| format!("{file}{PART}{document}"))
}
