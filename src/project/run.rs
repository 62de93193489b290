//! The one run loop: opens documents, checks each on its own, and checks them against each other at the end.

use std::collections::BTreeSet;

use super::checked::Checked;
use super::documents::{Batches, Reader, Unit};
use super::input::Input;
use super::known::Known;
use super::limits::{Hidden, Room};
use super::numbered::TracedSection;
use super::opened::{Documents, Opened};
use super::options::Options;
use super::parallel::{self, PerThread};
use super::progress::Progress;
use super::settings::{AllSettings, FileSettings};
use super::sink::{Collected, Sink};
use super::suppressions::{AllSuppressions, Suppressions, not_ignored};
use super::{Failure, Files};
use crate::catalogue::{document_label, lines};
use crate::check;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::ignores::{self, Ignores};
use crate::limit::limited;
use crate::lint::{Extract, Scope};
use crate::read::{self, Reading};
use crate::report::coverage::Coverage;
use crate::source::{FilePosition, Source, SourceId, Sources};
use crate::text_index::Vocabulary;

/// A check of some inputs.
pub struct Run<'p> {
    pub(super) options: &'p Options,
    pub(super) settings: &'p AllSettings<'p>,
    /// The inputs that are checked, then any others that sections name.
    pub(super) inputs: Vec<(SourceId, Input)>,
    /// How many of the inputs are checked as standards and maps.
    pub(super) checked: usize,
    /// The documents that cite standards.
    pub(super) sections: Vec<TracedSection>,
    /// The settings of each input, by its number.
    pub(super) each: Vec<FileSettings>,
    /// What is known about inputs that are not read.
    pub(super) known: Known,
    /// Whether all findings are kept, even those that are not shown: to compare them with others, or for a baseline.
    pub(super) keeps_all: bool,
    pub(super) progress: &'p dyn Progress,
    pub(super) room: Room,
    /// What is known about words, for all documents that a thread checks.
    pub(super) vocabularies: &'p PerThread<Vocabulary>,
}

/// What the end of a run needs from one document.
struct Left<'p> {
    id: SourceId,
    hidden: Hidden,
    is_document: bool,
    is_unread: bool,
    extract: Option<Extract>,
    suppressions: Option<Suppressions<'p>>,
    /// The places that findings about the extract or the suppressions can point to, where the text has been dropped.
    places: Option<Source>,
}

/// What is known at the end of a run, besides what its sink took.
#[derive(Default)]
pub struct Ending<'p> {
    /// The findings between documents, and those about stale ignores.
    pub found: Vec<Diagnostic>,
    /// The sources that these point into, where the sink did not take the text.
    pub places: Sources,
    /// How many documents were read.
    pub documents: usize,
    /// How many documents cannot be read. A file that cannot be opened counts as one.
    pub unread: usize,
    pub(super) hidden: Hidden,
    pub(super) suppressions: AllSuppressions<'p>,
    extracts: Vec<Extract>,
    /// The sources of findings about citations.
    pub(super) sources: Vec<Source>,
    /// How much of each standard is cited.
    pub(super) coverage: Vec<Coverage>,
}

impl<'p> Ending<'p> {
    fn add(&mut self, left: Left<'p>) {
        self.documents += usize::from(left.is_document);
        self.unread += usize::from(left.is_unread);
        self.hidden.add(left.hidden);
        self.extracts.extend(left.extract);
        self.suppressions.extend(left.suppressions.map(|suppressions| (left.id, suppressions)));
        self.places.extend(left.places);
    }
}

impl<'p> Run<'p> {
    /// The inputs that are checked as standards and maps, with their numbers.
    #[must_use]
    pub fn inputs(&self) -> &[(SourceId, Input)] {
        &self.inputs[..self.checked]
    }

    /// The inputs and all other files that findings may be in, with their numbers.
    #[must_use]
    pub fn all_inputs(&self) -> &[(SourceId, Input)] {
        &self.inputs
    }

    /// The documents that are checked for what they cite.
    pub fn citing(&self) -> impl Iterator<Item = &Input> {
        let files: BTreeSet<SourceId> =
            self.sections.iter().flat_map(|section| &section.files).copied().collect();
        self.inputs.iter().filter(move |(id, _)| files.contains(id)).map(|(_, input)| input)
    }

    /// The settings files that apply to the inputs.
    #[must_use]
    pub fn settings(&self) -> &AllSettings<'p> {
        self.settings
    }

    /// The configuration of an input.
    #[must_use]
    pub fn config(&self, id: SourceId) -> &Config {
        &self.each[id.file()].config
    }

    /// What was read from inputs before. They are not read again, and nothing is reported about them. The others are
    /// checked alongside them.
    pub fn know<'k>(&mut self, known: impl IntoIterator<Item = (&'k Input, &'k [Extract])>) {
        self.known.add(&self.inputs, known);
    }

    /// Whether no rule runs on any input.
    #[must_use]
    pub fn has_no_rules(&self) -> bool {
        let none = |one: &FileSettings| self.options.rules.leaves_none(&one.config);
        !self.each.is_empty() && self.each.iter().all(none)
    }

    /// Keeps all findings, even those that are not shown, for a baseline.
    pub fn keep_all(&mut self) {
        self.keeps_all = true;
    }

    /// The reader of its inputs.
    #[must_use]
    pub fn reader(&self) -> Reader<'p> {
        let (files, options) = (self.settings.files(), self.options);
        Reader { files, from: options.from, max_size: options.max_size }
    }

    pub(super) fn files(&self) -> &'p dyn Files {
        self.settings.files()
    }

    /// The documents of its only input, if they come one per line: see [`Reader::stream`].
    pub fn stream(&mut self, begins: Option<FilePosition>) -> Option<Batches<'static>> {
        let reader = self.reader();
        let [(id, input)] = self.inputs.as_mut_slice() else { return None };
        if !self.sections.is_empty() {
            return None;
        }
        match reader.stream(input.clone(), *id, begins) {
            Ok(batches) => Some(batches),
            Err(begun) => {
                *input = begun;
                None
            }
        }
    }

    /// Checks documents on all threads and passes the findings to the sink in the order of the documents; none if the
    /// sink wants no more.
    ///
    /// # Errors
    /// If a stream cannot be read any further, there are too many documents and findings, or the sink fails.
    pub fn check_each<S: Sink>(
        &self,
        batches: Batches<'_>,
        sink: &mut S,
    ) -> Result<Option<Ending<'p>>, Failure> {
        let mut ending = self.check_all(batches, sink)?;
        if let Some(ending) = &mut ending {
            self.finish(ending);
        }
        Ok(ending)
    }

    /// Checks documents one by one.
    fn check_all<S: Sink>(
        &self,
        mut batches: Batches<'_>,
        sink: &mut S,
    ) -> Result<Option<Ending<'p>>, Failure> {
        let mut ending = Ending::default();
        while let Some(units) = batches.next_units()? {
            let shared = &*sink;
            let is_new = |unit: &Unit<'_>| !matches!(unit, Unit::Input(id, _) if self.known.has(*id));
            let units = units.into_iter().filter(is_new).collect();
            let checked = parallel::map(units, |unit| self.check_unit(unit, shared));
            if S::KEEPS && self.room.is_over() {
                return Err(Room::failure());
            }
            let (summaries, left): (Vec<_>, Vec<_>) = checked.into_iter().flatten().unzip();
            for left in left {
                ending.add(left);
            }
            if !sink.take(summaries)? {
                return Ok(None);
            }
        }
        Ok(Some(ending))
    }

    /// Checks inputs and keeps the findings.
    pub(super) fn collect(&self, inputs: &[(SourceId, Input)]) -> Result<(Collected, Ending<'p>), Failure> {
        let mut collected = Collected::default();
        let checked = inputs.partition_point(|(id, _)| id.file() < self.checked);
        let checked = &inputs[..checked];
        self.progress.begin(checked.len());
        let ending = self.check_all(self.reader().inputs(checked), &mut collected)?;
        self.progress.end();
        let mut ending = ending.unwrap_or_default();
        let traced = self.trace_sections(inputs, &mut ending)?;
        collected.found.extend(not_ignored(traced, &mut ending.suppressions));
        self.finish(&mut ending);
        collected.found.append(&mut ending.found);
        collected.sources.extend(std::mem::take(&mut ending.sources));
        Ok((collected, ending))
    }

    /// Adds the findings between documents, and those about stale ignores.
    fn finish(&self, ending: &mut Ending<'p>) {
        ending.extracts.extend(self.known.extracts());
        let among = self.known.elsewhere(check::check_group(&ending.extracts, |id| self.config(id)));
        ending.found = not_ignored(among, &mut ending.suppressions);
        ending.found.extend(ignores::stale(ending.suppressions.values().map(|one| &one.ignores)));
    }

    /// Checks all documents of a unit.
    fn check_unit<S: Sink>(&self, unit: Unit<'_>, sink: &S) -> Vec<(S::Summary, Left<'p>)> {
        let (is_input, is_read_once) = match &unit {
            Unit::Input(_, input) => (true, input.is_stdin()),
            Unit::Document(_) => (false, true),
        };
        let Documents { file, around, all } = unit.open(self.reader());
        // What cannot be read again is kept: a finding between documents may lead into it. So is what costs nothing:
        // the text of a file is there as long as any of its documents is.
        let keep = is_read_once || file.is_some();
        let room = S::KEEPS.then_some(&self.room);
        let mut checked = Vec::new();
        let is_one_of_many = file.is_some();
        if let Some(file) = file {
            self.progress.opened(all.len());
            take(room, all.len());
            let found = check::check(&Reading::of_file(around), self.config(file.id()));
            let around = Checked { holds_others: true, ..Checked::of_file(file, found) };
            checked.push(self.summarise(around, sink));
        }
        checked.extend(parallel::map(all, |one| {
            let summary = self.summarise(self.check_document(one, keep, room), sink);
            if is_one_of_many {
                self.progress.checked();
            }
            summary
        }));
        if is_input {
            self.progress.step();
        }
        checked
    }

    /// The summary of a checked document, and what the end of the run needs from it.
    fn summarise<S: Sink>(&self, mut checked: Checked<'p>, sink: &S) -> (S::Summary, Left<'p>) {
        let is_read = checked.suppressions.is_some() || checked.extract.is_some();
        let summary = sink.summarise(&mut checked);
        // Rules that look at one document need nothing from the others.
        let extract = checked.extract.filter(|_| self.options.scope != Some(Scope::Document));
        let suppressions = checked.suppressions;
        let suppressions = suppressions.filter(|one| self.keeps_all || !one.ignores.is_empty());
        let places = checked.source.and_then(|source| {
            let ignores = suppressions.iter().flat_map(|one| Ignores::offsets(&one.ignores));
            let offsets: Vec<u32> = extract.iter().flat_map(Extract::offsets).chain(ignores).collect();
            (!offsets.is_empty()).then(|| source.without_text(offsets))
        });
        let left = Left {
            id: checked.id,
            hidden: checked.hidden,
            is_document: is_read,
            is_unread: !is_read && !checked.holds_others,
            extract,
            suppressions,
            places,
        };
        (summary, left)
    }

    /// The suppressions that apply to this document; none if it is not a document.
    #[must_use]
    pub fn suppressions(&self, id: SourceId, reading: &Reading<'_>) -> Option<Suppressions<'p>> {
        let own = &self.each[id.file()];
        let document = reading.document.as_ref()?;
        let settings = self.settings.settings_file(own).map(|file| &file.settings);
        Some(Suppressions::new(document, reading.whole, settings, own))
    }

    /// Those findings of an input that are not ignored.
    #[must_use]
    pub fn not_ignored(
        &self,
        id: SourceId,
        reading: &Reading<'_>,
        found: Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        match self.suppressions(id, reading) {
            Some(mut suppressions) => suppressions.ignores.filter(found),
            None => found,
        }
    }

    /// Checks one document; its text is kept if `keep` is set or if findings in it can be shown.
    fn check_document(&self, opened: Opened, keep: bool, room: Option<&Room>) -> Checked<'p> {
        let Opened { source, found, is_read } = opened;
        if !is_read {
            return Checked::of_file(source, found);
        }
        if lines::looks_like(source.text()) {
            return Checked::of_extract(source);
        }
        if room.is_some_and(Room::is_over) {
            return Checked::of_file(source, Vec::new());
        }
        let id = source.id();
        let mut reading = read::read(&source, self.options.from);
        reading.add_encoding(found);
        let extract = check::extract(&reading);
        let mut suppressions = self.suppressions(id, &reading);
        let mut found = match &mut suppressions {
            Some(suppressions) => {
                let check =
                    |vocabulary: &mut Vocabulary| check::check_with(&reading, self.config(id), vocabulary);
                suppressions.ignores.filter(self.vocabularies.with(check))
            }
            // What prevents a file from being read is reported whatever the settings of this run are.
            None => check::check(&reading, &Config::default()),
        };
        let name = document_label(reading.document.as_ref(), &source);
        drop(reading);
        if let Some((suppressions, name)) = suppressions.as_mut().zip(name.as_ref()) {
            suppressions.document = Some(name.clone());
        }
        let least = self.options.min_severity;
        let mut hidden = Hidden::default();
        // Known findings may be left out later, which makes room for others.
        if !self.keeps_all {
            found = limited(found);
            hidden = Hidden::out_of(&mut found, least);
        }
        take(room, found.len());
        let ignored = suppressions.iter().flat_map(|one| one.ignores.ignored()).map(|one| &one.diagnostic);
        let keep = keep || found.iter().chain(ignored).any(|one| one.severity >= least);
        let source = keep.then_some(source).map(|source| match name {
            Some(name) => source.with_document(name),
            None => source,
        });
        Checked { id, source, found, hidden, extract, suppressions, holds_others: false }
    }
}

/// Takes up room for more, if room is limited.
fn take(room: Option<&Room>, count: usize) {
    if let Some(room) = room {
        room.take(count);
    }
}
