//! Checks files on all threads and puts together what was found.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use ksb::check;
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::extracts;
use ksb::ignores;
use ksb::lint::Extract;
use ksb::read::encoding::unreadable;
use ksb::read::{self, Parts, Reading};
use ksb::source::{Source, SourceId, Sources};
use ksb::tally::Tally;
use ksb::text_index::Vocabulary;
use rayon::prelude::*;

use crate::args::CheckArgs;
use crate::document::called;
use crate::exit::Failure;
use crate::input::{Input, Origin};
use crate::pieces::{Pieces, Unfit};
use crate::progress::Progress;
use crate::screen::{Screen, Screens, by_file};
use crate::settings::{AllSettings, FileSettings};

/// What was found in all files of a run.
pub(crate) struct Findings<'s> {
    /// The findings that are not ignored.
    pub(crate) found: Vec<Diagnostic>,
    /// Those of them that are only counted.
    pub(crate) hidden: Hidden,
    /// The screens of the files that could be read.
    pub(crate) screens: Screens<'s>,
    /// The files in which there are findings that are shown at their severity, ignored ones too.
    pub(crate) sources: Sources,
    /// How many documents were read in all files.
    pub(crate) documents: usize,
    /// How many files, and documents in files of several, cannot be read.
    pub(crate) unread: usize,
}

/// Findings that are not shown at their severity: they are only counted, for there may be many.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hidden {
    pub(crate) count: usize,
    pub(crate) worst: Option<Severity>,
}

impl Hidden {
    /// Takes out of `found` what is under `least`.
    fn out_of(found: &mut Vec<Diagnostic>, least: Severity) -> Self {
        let mut hidden = Self::default();
        found.retain(|one| {
            let is_hidden = one.severity < least;
            if is_hidden {
                hidden.add(Self { count: 1, worst: Some(one.severity) });
            }
            !is_hidden
        });
        found.shrink_to_fit();
        hidden
    }

    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.worst = self.worst.max(other.worst);
    }
}

/// A document by the number of its file and its name among the others there: what is the same in another version
/// of the file.
pub(crate) type DocumentKey = (usize, Option<String>);

/// Room for the documents and the findings of a run, so that it ends with a message before it takes up all memory.
#[derive(Debug, Default)]
pub(crate) struct Room(AtomicUsize);

impl Room {
    /// How many of both there is room for: they take up about two gigabytes.
    const MOST: usize = 1_000_000;

    /// Takes room for more.
    fn take(&self, count: usize) {
        self.0.fetch_add(count, Ordering::Relaxed);
    }

    /// Whether more was taken than there is.
    fn is_over(&self) -> bool {
        self.0.load(Ordering::Relaxed) > Self::MOST
    }

    /// Why the run ends.
    fn failure() -> Failure {
        Failure(format!(
            "there are more than {} documents and findings: check fewer at a time, or those of a stream with --format jsonl",
            Self::MOST
        ))
    }
}

/// How files are checked.
#[derive(Clone, Copy)]
pub(crate) struct Run<'r> {
    pub(crate) args: &'r CheckArgs,
    /// The settings of each input, by its number.
    pub(crate) each: &'r [FileSettings],
    pub(crate) settings: &'r AllSettings,
    /// Room for what is found; none if it is not kept.
    pub(crate) room: Option<&'r Room>,
}

/// What is kept of one checked document: its text only if findings in it can be shown.
pub(crate) struct Checked<'s> {
    pub(crate) id: SourceId,
    pub(crate) source: Option<Source>,
    pub(crate) found: Vec<Diagnostic>,
    pub(crate) hidden: Hidden,
    pub(crate) extract: Option<Extract>,
    /// None if there is no document.
    pub(crate) screen: Option<Screen<'s>>,
    /// Whether it is no document but the file around several.
    holds_others: bool,
}

impl Checked<'_> {
    /// What is said of a file as a whole.
    fn of_file(source: Source, found: Vec<Diagnostic>) -> Self {
        let (id, hidden) = (source.id(), Hidden::default());
        let (extract, screen, source) = (None, None, Some(source));
        Self { id, source, found, hidden, extract, screen, holds_others: false }
    }

    /// What is kept of an extract, whose document was checked elsewhere.
    fn of_extract(source: Source) -> Self {
        match extracts::parse(source.text(), source.id()) {
            Ok((extract, places)) => Self { extract: Some(extract), ..Self::of_file(places, Vec::new()) },
            Err(why) => {
                let found = unreadable(source.id(), format!("this is not an extract: {why}"));
                Self::of_file(source, vec![found])
            }
        }
    }

    /// Whether there is something that could be read.
    pub(crate) fn is_read(&self) -> bool {
        self.screen.is_some() || self.extract.is_some()
    }
}

/// That the older version of a file that can be read cannot be: then nobody knows which of its findings are new.
fn unread_before(
    older: &Findings<'_>,
    newer: &Screens<'_>,
    inputs: &[(SourceId, &Input)],
) -> Option<Failure> {
    let is_known = |file: usize| newer.keys().any(|id| id.file() == file);
    let is_why = |one: &&Diagnostic| {
        let id = one.primary().source;
        !older.screens.contains_key(&id) && one.severity == Severity::Error && is_known(id.file())
    };
    let why = older.found.iter().find(is_why).filter(|_| older.unread > 0)?;
    let file = why.primary().source.file();
    let (_, input) = inputs.iter().find(|(id, _)| id.file() == file)?;
    let (name, why) = (&input.name, &why.message);
    Some(Failure(format!(
        "the older version of `{name}` cannot be read, so no finding is known to be new: {why}"
    )))
}

impl<'r> Run<'r> {
    /// What is found in these files, on their own and held against each other.
    pub(crate) fn findings(self, inputs: &[(SourceId, &Input)]) -> Result<Findings<'r>, Failure> {
        let (mut found, mut extracts) = (Vec::new(), Vec::new());
        let (mut screens, mut sources) = (Screens::new(), Sources::default());
        let (mut documents, mut unread, mut hidden) = (0, 0, Hidden::default());
        let checked = self.check_each(inputs);
        if self.is_over() {
            return Err(Room::failure());
        }
        for one in checked.into_iter().flatten() {
            documents += usize::from(one.is_read());
            unread += usize::from(!one.holds_others && !one.is_read());
            found.extend(one.found);
            hidden.add(one.hidden);
            extracts.extend(one.extract);
            screens.extend(one.screen.map(|screen| (one.id, screen)));
            sources.extend(one.source);
        }
        let among = check::check_group(&extracts, |id| &self.each[id.file()].config);
        for (id, among) in by_file(among) {
            found.extend(match screens.get_mut(&id) {
                Some(screen) => screen.ignores.pass(among),
                None => among,
            });
        }
        found.extend(ignores::stale(screens.values().map(|screen| &screen.ignores)));
        Ok(Findings { found, hidden, screens, sources, documents, unread })
    }

    /// How often each finding is there, by document, in the older versions of what was read.
    pub(crate) fn tallies(
        self,
        inputs: &[(SourceId, &Input)],
        newer: &Screens<'_>,
    ) -> Result<BTreeMap<DocumentKey, Tally>, Failure> {
        let tally = |found: Vec<Diagnostic>| {
            let mut tally = Tally::default();
            for one in &found {
                tally.add(one);
            }
            tally
        };
        let older = self.findings(inputs)?;
        if let Some(failure) = unread_before(&older, newer, inputs) {
            return Err(failure);
        }
        let Findings { found, screens, .. } = older;
        let key = |id: SourceId| (id.file(), screens.get(&id).and_then(|screen| screen.document.clone()));
        Ok(by_file(found).into_iter().map(|(id, found)| (key(id), tally(found))).collect())
    }

    /// Takes room for more documents or findings.
    fn take(self, count: usize) {
        if let Some(room) = self.room {
            room.take(count);
        }
    }

    /// Whether there is no room for more.
    fn is_over(self) -> bool {
        self.room.is_some_and(Room::is_over)
    }

    /// Checks every input on its own, on all threads; the results are in the order of the inputs, and for each of
    /// them in the order of its documents.
    fn check_each(self, inputs: &[(SourceId, &Input)]) -> Vec<Vec<Checked<'r>>> {
        let progress = Progress::new(inputs.len(), !self.args.no_progress);
        let one = |vocabulary: &mut Vocabulary, (id, input): &(SourceId, &Input)| {
            let checked = self.check_input(*id, input, vocabulary);
            progress.step();
            checked
        };
        let checked = inputs.par_iter().map_init(Vocabulary::default, one).collect();
        progress.finish();
        checked
    }

    /// What keeps findings of this document from being shown; none if it is no document.
    pub(crate) fn screen(self, id: SourceId, reading: &Reading<'_>) -> Option<Screen<'r>> {
        let own = &self.each[id.file()];
        let document = reading.document.as_ref()?;
        Some(Screen::new(document, reading.whole, self.settings.followed(own), own))
    }

    /// Checks all documents of a file.
    fn check_input(self, id: SourceId, input: &Input, vocabulary: &mut Vocabulary) -> Vec<Checked<'r>> {
        let pieces = Pieces::open(input, id, self.args.input.max_size);
        if let Some(checked) = pieces.and_then(|pieces| self.check_pieces(id, input, pieces)) {
            return checked;
        }
        let (source, encoding) = match input.read(id, self.args.input.max_size) {
            Ok(read) => read,
            Err(failed) => {
                return vec![Checked::of_file(failed.source, vec![failed.diagnostic])];
            }
        };
        match read::parts_as(source, self.args.input.from) {
            // Standard input cannot be read again when a finding between files leads into it.
            Parts::One(source) => {
                vec![self.check_source(
                    source,
                    encoding,
                    matches!(input.origin, Origin::Stdin | Origin::Begun(_)),
                    vocabulary,
                )]
            }
            Parts::Several { file, documents, around } => {
                let around = Reading::of_file(encoding.into_iter().chain(around).collect());
                let found = check::check(&around, &self.each[id.file()].config);
                let around = Checked { holds_others: true, ..Checked::of_file(file, found) };
                let mut checked = vec![around];
                // The text is there as long as any document of the file is, so keeping one costs nothing.
                let one =
                    |vocabulary: &mut Vocabulary, one| self.check_source(one, Vec::new(), true, vocabulary);
                checked.par_extend(documents.into_par_iter().map_init(Vocabulary::default, one));
                checked
            }
        }
    }

    /// Checks the documents of an array while it is read; none if it has to be read as a whole.
    fn check_pieces(self, id: SourceId, input: &Input, mut pieces: Pieces<'_>) -> Option<Vec<Checked<'r>>> {
        let checked = Mutex::new(BTreeMap::new());
        rayon::scope(|scope| {
            for piece in 0.. {
                let Some(documents) = pieces.next()?.filter(|_| !self.is_over()) else { return Ok(()) };
                // A list of anything else is refused as a whole, not element by element.
                if piece == 0 && !self.are_documents(&documents) {
                    return Err(Unfit);
                }
                // What is read waits for nobody, so it counts at once.
                self.take(documents.len());
                let checked = &checked;
                scope.spawn(move |_| {
                    let (documents, mut vocabulary) = (documents.into_iter(), Vocabulary::default());
                    // A finding between documents may lead into any of them.
                    let found: Vec<_> = documents
                        .map(|one| self.check_source(one, Vec::new(), true, &mut vocabulary))
                        .collect();
                    checked.lock().unwrap_or_else(PoisonError::into_inner).insert(piece, found);
                });
            }
            Ok(())
        })
        .map_err(|Unfit| ())
        .ok()?;
        let around = Checked::of_file(Source::new(id, &*input.name, ""), Vec::new());
        let checked = checked.into_inner().unwrap_or_else(PoisonError::into_inner);
        let checked = checked.into_values().flatten();
        Some(std::iter::once(Checked { holds_others: true, ..around }).chain(checked).collect())
    }

    /// Whether there is a document among the elements of an array.
    fn are_documents(self, elements: &[Source]) -> bool {
        self.args.input.from.is_some() || elements.iter().any(|one| read::format_of(one.text()).is_some())
    }

    /// Checks one document; its text is kept if it is wanted or if findings in it can be shown.
    pub(crate) fn check_source(
        self,
        source: Source,
        encoding: Vec<Diagnostic>,
        keep: bool,
        vocabulary: &mut Vocabulary,
    ) -> Checked<'r> {
        if extracts::looks_like(source.text()) {
            return Checked::of_extract(source);
        }
        if self.is_over() {
            return Checked::of_file(source, Vec::new());
        }
        let id = source.id();
        let mut reading = read::read(&source, self.args.input.from);
        reading.add_encoding(encoding);
        let extract = check::extract(&reading);
        let mut screen = self.screen(id, &reading);
        let mut found = match &mut screen {
            Some(screen) => {
                screen.ignores.pass(check::check_with(&reading, &self.each[id.file()].config, vocabulary))
            }
            // What keeps a file from being read is said whatever the settings of this run.
            None => check::check(&reading, &Config::default()),
        };
        let name = called(reading.document.as_ref(), &source);
        drop(reading);
        if let Some((screen, name)) = screen.as_mut().zip(name.as_ref()) {
            screen.document = Some(name.clone());
        }
        let least: Severity = self.args.severity.into();
        let all_wanted = self.args.known.are_wanted();
        let hidden = if all_wanted { Hidden::default() } else { Hidden::out_of(&mut found, least) };
        let ignored = screen.iter().flat_map(|screen| screen.ignores.ignored()).map(|one| &one.diagnostic);
        self.take(found.len());
        let keep = keep || found.iter().chain(ignored).any(|one| one.severity >= least);
        let source = keep.then_some(source).map(|source| match name {
            Some(name) => source.called(name),
            None => source,
        });
        Checked { id, source, found, hidden, extract, screen, holds_others: false }
    }
}
