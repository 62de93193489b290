//! The result of a check: the findings to show, once all suppressions are applied.

use std::collections::BTreeMap;
use std::path::Path;

use super::Failure;
use super::baseline::{self, BaselineFile};
use super::input::Input;
use super::run::{Ending, Run};
use super::sink::Collected;
use super::suppressions::{self, AllSuppressions, by_document};
use crate::check;
use crate::diagnostic::{Diagnostic, Ignored, Severity};
use crate::limit::limited;
use crate::report::Report;
use crate::report::coverage::Coverage;
use crate::source::{Source, SourceId, Sources};
use crate::tally::Tally;

/// What a check found.
#[derive(Debug, Default)]
pub struct Findings<'p> {
    /// The findings to show, in order, including those about the settings.
    pub shown: Vec<Diagnostic>,
    /// How many more there are, which are only counted.
    pub hidden: usize,
    /// The highest severity of all of these.
    pub worst: Option<Severity>,
    /// The ignored findings, in order, if the options ask for them.
    pub ignored: Vec<Ignored>,
    /// What the findings point into.
    pub sources: Sources,
    /// How many inputs there were.
    pub inputs: usize,
    /// How many documents were read from them.
    pub documents: usize,
    /// Whether every input and all settings could be read.
    pub is_complete: bool,
    /// How much of each standard is cited, by the sections of the settings.
    pub coverage: Vec<Coverage>,
    pub(super) suppressions: AllSuppressions<'p>,
}

impl Findings<'_> {
    /// These findings, to be rendered.
    #[must_use]
    pub fn report(&self) -> Report<'_> {
        let report = Report::new(&self.shown, &self.sources, self.inputs, self.documents);
        report.with_hidden(self.hidden).with_ignored(&self.ignored)
    }

    /// Adds findings; those below the severity `least` are only counted.
    pub(super) fn add(&mut self, found: impl IntoIterator<Item = Diagnostic>, least: Severity) {
        for one in found {
            self.worst = self.worst.max(Some(one.severity));
            if one.severity >= least {
                self.shown.push(one);
            } else {
                self.hidden += 1;
            }
        }
    }
}

/// A document, by the number of its file and its name within it. This stays the same in another version of the file.
type DocumentKey = (usize, Option<String>);

impl<'p> Run<'p> {
    /// Checks all inputs. Findings that the baseline or the older version of an input has are not shown.
    ///
    /// # Errors
    /// If there are too many documents and findings, or if an older version cannot be read.
    pub fn check(
        &mut self,
        baseline: Option<BaselineFile>,
        older: &[(SourceId, Input)],
    ) -> Result<Findings<'p>, Failure> {
        self.keeps_all |= baseline.is_some() || !older.is_empty();
        let (Collected { found, sources }, mut ending) = self.collect(&self.inputs)?;
        self.subtract_older(&mut ending.suppressions, older)?;
        let Ending { hidden, documents, unread, mut suppressions, coverage, .. } = ending;
        let assigned =
            baseline.as_ref().map(|file| file.assign(self.files(), &self.inputs, &mut suppressions));
        let mut shown = suppressions::to_show(found, &mut suppressions);
        if let Some((baseline, assigned)) = baseline.as_ref().zip(assigned) {
            shown.extend(baseline.stale(&assigned, &suppressions, &self.each));
        }
        if self.keeps_all {
            shown = limited(shown);
        }
        let inputs = self.inputs().len() + self.citing().count();
        let (inputs, is_complete) = (inputs, unread == 0 && !self.settings.have_errors());
        let mut findings =
            Findings { sources, inputs, documents, is_complete, coverage, ..Findings::default() };
        findings.add(shown, self.options.min_severity);
        findings.hidden += hidden.count;
        findings.worst = findings.worst.max(hidden.worst);
        findings.sources.extend(baseline.map(|baseline| baseline.source));
        if self.options.reports_ignored {
            let ignored = suppressions.values_mut().flat_map(|one| one.ignores.take_ignored());
            findings.ignored =
                ignored.filter(|one| one.diagnostic.severity >= self.options.min_severity).collect();
        }
        findings.suppressions = suppressions;
        self.add_settings(&mut findings);
        self.add_sources(&mut findings);
        check::sort(&mut findings.shown);
        findings.ignored.sort_by(|a, b| check::order(&a.diagnostic, &b.diagnostic));
        Ok(findings)
    }

    /// The text of a baseline for the file `path` with all of these findings, and their number.
    #[must_use]
    pub fn baseline(&self, path: &Path, findings: &Findings<'_>) -> (String, usize) {
        baseline::written(self.files(), path, &self.inputs, &findings.suppressions)
    }

    /// Gives each document the findings of its older version, which are then not shown.
    fn subtract_older(
        &self,
        newer: &mut AllSuppressions<'p>,
        older: &[(SourceId, Input)],
    ) -> Result<(), Failure> {
        if older.is_empty() {
            return Ok(());
        }
        let (Collected { found, .. }, ending) = self.collect(older)?;
        if let Some(failure) = unread_older(&found, &ending, newer, older) {
            return Err(failure);
        }
        let name = |id: SourceId| ending.suppressions.get(&id).and_then(|one| one.document.clone());
        let mut tallies: BTreeMap<DocumentKey, Tally> = BTreeMap::new();
        for (id, found) in by_document(found) {
            let tally = found.iter().fold(Tally::default(), |mut tally, one| {
                tally.add(one);
                tally
            });
            tallies.insert((id.file(), name(id)), tally);
        }
        for (id, one) in newer {
            one.older = tallies.remove(&(id.file(), one.document.clone())).unwrap_or_default();
        }
        Ok(())
    }

    /// Adds the findings about the settings.
    fn add_settings(&self, findings: &mut Findings<'_>) {
        for file in self.settings.all() {
            findings.add(file.found.iter().cloned(), self.options.min_severity);
            let copy = Source::new(file.source.id(), file.source.name(), file.source.text());
            findings.sources.insert(copy);
        }
    }

    /// Reads again the files that findings point into and that were not kept: those of findings between files, and of
    /// ignored ones. A file that has been deleted since is named, without its lines.
    fn add_sources(&self, findings: &mut Findings<'_>) {
        let ignored = findings.ignored.iter().map(|one| &one.diagnostic);
        let labels = findings.shown.iter().chain(ignored).flat_map(|found| &found.labels);
        let is_missing = |id: &SourceId| findings.sources.get(*id).is_none();
        let mut missing: Vec<_> = labels.map(|label| label.source).filter(is_missing).collect();
        missing.sort_unstable();
        missing.dedup();
        for id in missing {
            match self.inputs[id.file()].1.read(self.files(), id, self.options.max_size) {
                Ok((source, _already_reported)) => findings.sources.insert(source),
                Err(failed) => {
                    findings.sources.insert(failed.source);
                    findings.shown.push(failed.diagnostic);
                }
            }
        }
    }
}

/// The failure if an older version cannot be read although the file can: it is then not known which findings are new.
fn unread_older(
    found: &[Diagnostic],
    ending: &Ending<'_>,
    newer: &AllSuppressions<'_>,
    inputs: &[(SourceId, Input)],
) -> Option<Failure> {
    let is_known = |file: usize| newer.keys().any(|id| id.file() == file);
    let is_why = |one: &&Diagnostic| {
        let id = one.primary().source;
        !ending.suppressions.contains_key(&id) && one.severity == Severity::Error && is_known(id.file())
    };
    let why = found.iter().find(is_why).filter(|_| ending.unread > 0)?;
    let file = why.primary().source.file();
    let (_, input) = inputs.iter().find(|(id, _)| id.file() == file)?;
    let (name, why) = (&input.name, &why.message);
    Some(Failure(format!(
        "the older version of `{name}` cannot be read, so new findings cannot be told from old ones: {why}"
    )))
}
