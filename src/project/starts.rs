//! Which versions take starts on a day, among documents.

use std::collections::{BTreeMap, BTreeSet};

use super::parallel;
use crate::catalogue::{Catalogue, CatalogueEntry, DocumentName, Extract, StartsOn, has_reference};
use crate::check::{check, check_together, extract, known_rules};
use crate::config::{Config, unselected};
use crate::diagnostic::Diagnostic;
use crate::model::{Date, Document, Format};
use crate::read::{self, Reading};
use crate::report::starts::{OpenVersion, StandardLine, StartsReport};
use crate::source::{Source, SourceId};

/// The rules that report dates that contradict each other, or are not real dates.
const RULES_ON_DATES: [&str; 4] =
    ["date-invalid", "date-order", "several-approved", "start-dates-not-contiguous"];

/// What documents state about their versions and starts.
#[derive(Debug, Default)]
pub struct DatedDocuments<'s> {
    /// What was read: the documents of the standard that was asked for, or all, and those from which nothing can be
    /// read.
    readings: Vec<Reading<'s>>,
    extracts: Vec<Extract>,
    names: BTreeMap<SourceId, DocumentName>,
}

impl<'s> DatedDocuments<'s> {
    /// What these documents state; only those of the standard with this reference, if one is given.
    #[must_use]
    pub fn new(reference: Option<&str>, documents: &'s [Source], from: Option<Format>) -> Self {
        let read = parallel::map(documents.iter().collect(), |source: &'s Source| {
            (source, read::read(source, from))
        });
        let mut all = Self::default();
        for (source, reading) in read {
            let found = reading.document.as_ref().and_then(Document::standard);
            let is_other = |one| reference.is_some_and(|reference| !has_reference(one, reference));
            if reading.document.is_some() && found.is_none_or(is_other) {
                continue;
            }
            if let Some(one) = extract(&reading) {
                all.names.insert(one.source, DocumentName::new(reading.document.as_ref(), source));
                all.extracts.push(one);
            }
            all.readings.push(reading);
        }
        all
    }

    /// Whether there is a standard among them.
    #[must_use]
    pub fn has_standards(&self) -> bool {
        !self.extracts.is_empty()
    }

    /// Whether a document could not be read.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.readings.iter().any(|reading| reading.document.is_none())
    }

    /// Why documents could not be read, and where dates contradict each other.
    #[must_use]
    pub fn findings(&self) -> Vec<Diagnostic> {
        let on_dates = Config {
            unselected: unselected(&known_rules(), &BTreeSet::from(RULES_ON_DATES)),
            ..Config::default()
        };
        let is_on_dates = |one: &Diagnostic| RULES_ON_DATES.contains(&one.rule);
        let alone = parallel::map(self.readings.iter().collect(), |reading: &Reading<'_>| {
            if reading.document.is_none() {
                return check(reading, &Config::default());
            }
            let mut found = check(reading, &on_dates);
            // What the reader reports does not depend on which rules are selected.
            found.retain(is_on_dates);
            found
        });
        let mut found = alone.concat();
        found.extend(check_together(&self.extracts, &on_dates).into_iter().filter(is_on_dates));
        found
    }

    /// Gives the report on a day to `render`; `sources` are the documents.
    pub fn report<R>(&self, day: Date, sources: &[Source], render: impl FnOnce(&StartsReport<'_>) -> R) -> R {
        let starts = Catalogue::new(&self.extracts).starts_on(day);
        let by_id: BTreeMap<SourceId, &Source> = sources.iter().map(|source| (source.id(), source)).collect();
        let line = |one| self.line(one, &by_id);
        render(&StartsReport { day, standards: starts.iter().map(line).collect() })
    }

    fn line<'a>(&'a self, one: &'a StartsOn<'a>, by_id: &BTreeMap<SourceId, &'a Source>) -> StandardLine<'a> {
        let name = |entry: &CatalogueEntry<'_>| self.names.get(&entry.extract.source);
        StandardLine {
            reference: one.reference,
            title: name(&one.newest).and_then(|name| name.title.as_deref()),
            version: one.version.and_then(|entry| self.version(entry, by_id)),
            reason: &one.reason,
        }
    }

    fn version<'a>(
        &'a self,
        entry: CatalogueEntry<'a>,
        by_id: &BTreeMap<SourceId, &'a Source>,
    ) -> Option<OpenVersion<'a>> {
        let CatalogueEntry { extract, version } = entry;
        let is_one_of_many = extract.source.index().is_some();
        let name = self.names.get(&extract.source).filter(|_| is_one_of_many);
        Some(OpenVersion {
            number: &version.version.as_ref()?.value,
            status: version.status.as_ref().map(|status| status.value.as_str()),
            earliest_start: version.earliest_start.map(|day| day.value),
            latest_start: version.latest_start.map(|day| day.value),
            path: by_id.get(&extract.source)?.name(),
            document: name.map(|name| name.label.as_str()),
        })
    }
}
