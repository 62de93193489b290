//! Checks files on all threads and puts together what was found.

use std::collections::BTreeMap;

use ksb::check;
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::ignores;
use ksb::lint::Extract;
use ksb::read;
use ksb::source::{Source, SourceId, Sources};
use ksb::tally::Tally;
use rayon::prelude::*;

use crate::args::CheckArgs;
use crate::input::{Input, Origin};
use crate::progress::Progress;
use crate::screen::{Screen, Screens, by_file};
use crate::settings::{AllSettings, FileSettings};

/// What was found in all files of a run.
pub(crate) struct Findings<'s> {
    /// The findings that are not ignored.
    pub(crate) found: Vec<Diagnostic>,
    /// The screens of the files that could be read.
    pub(crate) screens: Screens<'s>,
    /// The files in which there are findings that are shown at their severity, ignored ones too.
    pub(crate) sources: Sources,
}

/// How files are checked.
#[derive(Clone, Copy)]
pub(crate) struct Run<'r> {
    pub(crate) args: &'r CheckArgs,
    /// The settings of each input, by its number.
    pub(crate) each: &'r [FileSettings],
    pub(crate) settings: &'r AllSettings,
}

/// What is kept of one checked file: its text only if findings in it can be shown.
struct Checked<'s> {
    source: Option<Source>,
    found: Vec<Diagnostic>,
    extract: Option<Extract>,
    /// None if the file cannot be read.
    screen: Option<Screen<'s>>,
}

impl<'r> Run<'r> {
    /// What is found in these files, on their own and held against each other.
    pub(crate) fn findings(self, inputs: &[(SourceId, &Input)]) -> Findings<'r> {
        let (mut found, mut extracts) = (Vec::new(), Vec::new());
        let (mut screens, mut sources) = (Screens::new(), Sources::default());
        for (one, (id, _)) in self.check_each(inputs).into_iter().zip(inputs) {
            found.extend(one.found);
            extracts.extend(one.extract);
            screens.extend(one.screen.map(|screen| (*id, screen)));
            if let Some(source) = one.source {
                sources.insert(source);
            }
        }
        let among = check::check_group(&extracts, |id| &self.each[id.file()].config);
        for (id, among) in by_file(among) {
            found.extend(match screens.get_mut(&id) {
                Some(screen) => screen.ignores.pass(among),
                None => among,
            });
        }
        found.extend(ignores::stale(screens.values().map(|screen| &screen.ignores)));
        Findings { found, screens, sources }
    }

    /// How often each finding is there, by file.
    pub(crate) fn tallies(self, inputs: &[(SourceId, &Input)]) -> BTreeMap<SourceId, Tally> {
        let tally = |found: Vec<Diagnostic>| {
            let mut tally = Tally::default();
            for one in &found {
                tally.add(one);
            }
            tally
        };
        by_file(self.findings(inputs).found).into_iter().map(|(id, found)| (id, tally(found))).collect()
    }

    /// Checks every input on its own, on all threads; the results are in the order of the inputs.
    fn check_each(self, inputs: &[(SourceId, &Input)]) -> Vec<Checked<'r>> {
        let progress = Progress::new(inputs.len(), !self.args.no_progress);
        let one = |(id, input): &(SourceId, &Input)| {
            let checked = self.check_one(*id, input);
            progress.step();
            checked
        };
        let checked = inputs.par_iter().map(one).collect();
        progress.finish();
        checked
    }

    /// What keeps findings of this file from being shown; none if it is no document.
    pub(crate) fn screen(self, id: SourceId, reading: &read::Reading<'_>) -> Option<Screen<'r>> {
        let own = &self.each[id.file()];
        let document = reading.document.as_ref()?;
        Some(Screen::new(document, reading.whole, self.settings.followed(own), own))
    }

    fn check_one(self, id: SourceId, input: &Input) -> Checked<'r> {
        let (source, encoding) = match input.read(id, self.args.input.max_size) {
            Ok(read) => read,
            Err(failed) => {
                let found = vec![failed.diagnostic];
                return Checked { source: Some(failed.source), found, extract: None, screen: None };
            }
        };
        let own = &self.each[id.file()];
        let mut reading = read::read(&source, self.args.input.from);
        reading.diagnostics.extend(encoding);
        let extract = reading.document.as_ref().map(Extract::from);
        let mut screen = self.screen(id, &reading);
        let found = match &mut screen {
            Some(screen) => screen.ignores.pass(check::check(&reading, &own.config)),
            // What keeps a file from being read is said whatever the settings of this run.
            None => check::check(&reading, &Config::default()),
        };
        drop(reading);
        let least: Severity = self.args.severity.into();
        let ignored = screen.iter().flat_map(|screen| screen.ignores.ignored()).map(|one| &one.diagnostic);
        let is_shown = found.iter().chain(ignored).any(|one| one.severity >= least);
        // Standard input cannot be read again when a finding between files leads into it.
        let is_kept = is_shown || matches!(input.origin, Origin::Stdin);
        Checked { source: is_kept.then_some(source), found, extract, screen }
    }
}
