//! The documents of a comparison, read, and what was wrong with them.

use std::sync::OnceLock;

use ksb::catalogue::DocumentName;
use ksb::check;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::diff::Which;
use ksb::model::{Document, Format};
use ksb::project::{Disk, Documents, Input, Opened, Reader, document_called};
use ksb::read::{self, Reading};
use ksb::report::Report;
use ksb::source::{Source, SourceId, Sources};
use rayon::prelude::*;

use super::side::Operands;
use crate::cli::TerminalArgs;
use crate::exit::Failure;
use crate::output;

/// The rule that readers use to report that they skipped something.
const UNREAD: &str = "unread-content";

/// How files are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ReadOptions<'h> {
    pub(crate) from_old: Option<Format>,
    pub(crate) from_new: Option<Format>,
    /// The document to use from a file with several, on the old and the new side.
    pub(crate) wanted: [Option<&'h str>; 2],
    pub(crate) max_size: u64,
}

impl<'h> ReadOptions<'h> {
    pub(crate) fn from(self, side: Which) -> Option<Format> {
        match side {
            Which::Old => self.from_old,
            Which::New => self.from_new,
        }
    }

    fn wanted(self, side: Which) -> Option<&'h str> {
        self.wanted[usize::from(side == Which::New)]
    }
}

/// A document whose file was opened, or could not be.
pub(crate) struct OpenedFile {
    pub(crate) source: Source,
    /// The format to read it as, unless that is detected from its content.
    pub(crate) from: Option<Format>,
    /// Its name, once it has been read.
    pub(crate) name: OnceLock<DocumentName>,
    sha256: OnceLock<String>,
    found: Vec<Diagnostic>,
    opened: bool,
}

impl OpenedFile {
    fn new(source: Source, from: Option<Format>, found: Vec<Diagnostic>, opened: bool) -> Self {
        Self { source, from, name: OnceLock::new(), sha256: OnceLock::new(), found, opened }
    }

    /// The SHA-256 of its text, in hexadecimal.
    pub(crate) fn sha256(&self) -> &str {
        self.sha256.get_or_init(|| self.source.sha256())
    }

    /// What it is called among the others in its file, if there are several and it has been read.
    pub(crate) fn document(&self) -> Option<&str> {
        self.source.id().index()?;
        self.name.get().map(|name| name.label.as_str())
    }

    /// What it is called in a report.
    pub(crate) fn label(&self) -> &str {
        self.document().unwrap_or(self.source.name())
    }

    /// Reads it, if its file could be opened.
    pub(crate) fn read(&self) -> Option<Reading<'_>> {
        let mut reading = self.opened.then(|| read::read(&self.source, self.from))?;
        reading.diagnostics.iter_mut().for_each(name_own_options);
        self.name.get_or_init(|| DocumentName::new(reading.document.as_ref(), &self.source));
        Some(reading)
    }
}

/// In a comparison, each side has its own option for its format.
fn name_own_options(found: &mut Diagnostic) {
    if let Some(help) = found.help.as_mut().filter(|help| help.ends_with("name it with `--from`")) {
        help.truncate(help.len() - 1);
        help.push_str("-old` or `--from-new`");
    }
}

/// All documents of a task, and which belong together, by number.
#[derive(Default)]
pub(crate) struct OpenedFiles {
    pub(crate) all: Vec<OpenedFile>,
    pub(crate) named: Vec<(Option<usize>, Option<usize>)>,
    /// Pairs of sides, at least one of which holds several documents.
    pub(crate) catalogues: Vec<(Vec<usize>, Vec<usize>)>,
    pub(crate) old: Vec<usize>,
    pub(crate) new: Vec<usize>,
    /// Files with several documents, and what is wrong around these.
    wholes: Vec<(Source, Vec<Diagnostic>)>,
    opened: usize,
}

impl OpenedFiles {
    /// Opens the files of a task.
    pub(crate) fn open(task: Operands, how: ReadOptions<'_>) -> Result<Self, Failure> {
        let mut all = Self::default();
        for (old, new) in task.named {
            let mut side = |input: Option<Input>, side| match input {
                Some(input) => all.one(&input, side, how),
                None => Ok(Vec::new()),
            };
            let (old, new) = (side(old, Which::Old)?, side(new, Which::New)?);
            match (&old[..], &new[..]) {
                ([old], [new]) => all.named.push((Some(*old), Some(*new))),
                ([old], []) => all.named.push((Some(*old), None)),
                ([], [new]) => all.named.push((None, Some(*new))),
                _ => all.catalogues.push((old, new)),
            }
        }
        for input in &task.old {
            let documents = all.one(input, Which::Old, how)?;
            all.old.extend(documents);
        }
        for input in &task.new {
            let documents = all.one(input, Which::New, how)?;
            all.new.extend(documents);
        }
        Ok(all)
    }

    /// Whether it is one document against one.
    pub(crate) fn is_single(&self) -> bool {
        let no_folders = self.old.is_empty() && self.new.is_empty();
        let is_pair = match (&self.named[..], &self.catalogues[..]) {
            ([(Some(_), Some(_))], []) => true,
            ([], [(old, new)]) => old.len() == 1 || new.len() == 1,
            _ => false,
        };
        no_folders && is_pair
    }

    /// The documents in an input: all of them, or the one that was asked for.
    fn one(&mut self, input: &Input, side: Which, how: ReadOptions<'_>) -> Result<Vec<usize>, Failure> {
        let id = SourceId::of_file(self.opened);
        self.opened += 1;
        let from = how.from(side);
        let reader = Reader { files: &Disk, from, max_size: how.max_size };
        let Documents { file, around, mut all } = reader.documents(input, id);
        if let Some(file) = file {
            if let Some(wanted) = how.wanted(side) {
                let sources: Vec<&Source> = all.iter().map(|one| &one.source).collect();
                let index = document_called(file.name(), &sources, Some(wanted), from, "--document");
                let index = index.map_err(Failure)?;
                all = vec![all.swap_remove(index)];
            }
            self.wholes.push((file, around));
        }
        let opened = |one: Opened| OpenedFile::new(one.source, from, one.found, one.is_read);
        Ok(self.add(all.into_iter().map(opened)))
    }

    fn add(&mut self, files: impl IntoIterator<Item = OpenedFile>) -> Vec<usize> {
        let first = self.all.len();
        self.all.extend(files);
        (first..self.all.len()).collect()
    }

    /// Reads every document except those that are only in catalogues: most of those need not be read.
    pub(crate) fn readings(&self) -> Vec<Option<Reading<'_>>> {
        let mut skipped = vec![false; self.all.len()];
        for (old, new) in &self.catalogues {
            old.iter().chain(new).for_each(|&file| skipped[file] = true);
        }
        let files = self.all.par_iter().zip(&skipped);
        files.map(|(file, skipped)| if *skipped { None } else { file.read() }).collect()
    }

    /// Whether there is a document that had to be read and could not be. What is the same on both sides of a catalogue
    /// need not be.
    pub(crate) fn unread(&self, readings: &[Option<Reading<'_>>]) -> bool {
        let is_unread = |(file, reading): (&OpenedFile, &Option<Reading<'_>>)| match reading {
            Some(reading) => reading.document.is_none(),
            None => !file.opened,
        };
        self.all.iter().zip(readings).any(is_unread)
    }

    /// What is wrong with the files: whatever can make a comparison wrong, and what rules found.
    pub(crate) fn found(&self, readings: &[Option<Reading<'_>>]) -> Vec<Diagnostic> {
        let of_wholes = self.wholes.iter().flat_map(|(_, found)| found);
        let of_files = self.all.iter().flat_map(|file| &file.found);
        let of_files = of_wholes.chain(of_files).filter(|found| affects_comparison(found)).cloned();
        of_files.chain(readings.iter().flatten().flat_map(of_reading)).collect()
    }
}

/// Whether a finding reports something that a comparison would not see as it was meant.
pub(crate) fn affects_comparison(found: &Diagnostic) -> bool {
    found.severity == Severity::Error || found.rule == UNREAD
}

/// What to report about one document.
fn of_reading(reading: &Reading<'_>) -> Vec<Diagnostic> {
    let of_rule = |one: &Diagnostic| reading.diagnostics.iter().all(|other| other.rule != one.rule);
    let mut found = check::check_reading(reading);
    found.retain(|one| affects_comparison(one) || of_rule(one));
    found
}

/// The document in a file, or `None` if it could not be read.
pub(crate) fn document<'r, 's>(readings: &'r [Option<Reading<'s>>], file: usize) -> Option<&'r Document<'s>> {
    readings[file].as_ref().and_then(|reading| reading.document.as_ref())
}

/// Shows on standard error what is wrong with files.
pub(crate) fn print_findings(
    found: &[Diagnostic],
    files: OpenedFiles,
    terminal: &TerminalArgs,
) -> Result<(), Failure> {
    if found.is_empty() {
        return Ok(());
    }
    let documents = files.all.len();
    let named = |file: OpenedFile| match file.document().map(str::to_owned) {
        Some(name) => file.source.with_document(name),
        None => file.source,
    };
    let wholes = files.wholes.into_iter().map(|(file, _)| file);
    let sources: Sources = wholes.chain(files.all.into_iter().map(named)).collect();
    let report = Report::new(found, &sources, files.opened, documents);
    output::write_findings(&report, terminal)
}
