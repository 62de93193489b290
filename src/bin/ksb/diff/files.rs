//! The files of a comparison, read, and what was wrong with them.

use std::io;

use ksb::diagnostic::{Diagnostic, Severity};
use ksb::diff::Which;
use ksb::model::{Document, Format};
use ksb::read::{self, Reading};
use ksb::report::{Report, full};
use ksb::source::{Source, SourceId, Sources};

use super::side::Task;
use crate::args::LookArgs;
use crate::exit::Failure;
use crate::input::Input;
use crate::output;

/// The rule by which readers say that they passed something over.
const UNREAD: &str = "unread-content";

/// How files are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct How {
    pub(crate) from_old: Option<Format>,
    pub(crate) from_new: Option<Format>,
    pub(crate) max_size: u64,
}

/// A file that was opened, or could not be.
pub(crate) struct File {
    pub(crate) source: Source,
    /// The SHA-256 of its text, in hexadecimal.
    pub(crate) sha256: String,
    from: Option<Format>,
    found: Vec<Diagnostic>,
    opened: bool,
}

/// All files of a task, and which belong to which, by their numbers.
#[derive(Default)]
pub(crate) struct Files {
    pub(crate) all: Vec<File>,
    pub(crate) named: Vec<(Option<usize>, Option<usize>)>,
    pub(crate) old: Vec<usize>,
    pub(crate) new: Vec<usize>,
}

impl Files {
    /// Opens the files of a task.
    pub(crate) fn open(task: Task, how: How) -> Self {
        let mut all = Self::default();
        for (old, new) in task.named {
            let old = old.map(|input| all.add(&input, Which::Old, how));
            let new = new.map(|input| all.add(&input, Which::New, how));
            all.named.push((old, new));
        }
        all.old = task.old.iter().map(|input| all.add(input, Which::Old, how)).collect();
        all.new = task.new.iter().map(|input| all.add(input, Which::New, how)).collect();
        all
    }

    fn add(&mut self, input: &Input, side: Which, how: How) -> usize {
        let number = self.all.len();
        let id = SourceId::of_file(number);
        let from = match side {
            Which::Old => how.from_old,
            Which::New => how.from_new,
        };
        let (source, found, opened) = match input.read(id, how.max_size) {
            Ok((source, found)) => (source, found, true),
            Err(failed) => (failed.source, vec![failed.diagnostic], false),
        };
        let sha256 = source.sha256();
        self.all.push(File { source, sha256, from, found, opened });
        number
    }

    /// Reads every file that could be opened.
    pub(crate) fn readings(&self) -> Vec<Option<Reading<'_>>> {
        let read = |file: &'_ File| file.opened.then_some(file.from);
        self.all.iter().map(|file| read(file).map(|from| read::read(&file.source, from))).collect()
    }

    /// What is wrong with the files, as far as it can make a comparison wrong.
    pub(crate) fn found(&self, readings: &[Option<Reading<'_>>]) -> Vec<Diagnostic> {
        let of_files = self.all.iter().flat_map(|file| &file.found);
        let of_readings = readings.iter().flatten().flat_map(|reading| &reading.diagnostics);
        let bears = |found: &&Diagnostic| found.severity == Severity::Error || found.rule == UNREAD;
        of_files.chain(of_readings).filter(bears).cloned().collect()
    }
}

/// The document of a file; none if it could not be read.
pub(crate) fn document<'r, 's>(readings: &'r [Option<Reading<'s>>], file: usize) -> Option<&'r Document<'s>> {
    readings[file].as_ref().and_then(|reading| reading.document.as_ref())
}

/// Shows on standard error what is wrong with files.
pub(crate) fn complain(found: &[Diagnostic], files: Files, look: &LookArgs) -> Result<(), Failure> {
    if found.is_empty() {
        return Ok(());
    }
    let count = files.all.len();
    let sources: Sources = files.all.into_iter().map(|file| file.source).collect();
    let report = Report {
        diagnostics: found,
        sources: &sources,
        files: count,
        documents: count,
        hidden: 0,
        ignored: &[],
    };
    output::write_aside(&full::render(&report, &output::style(look, 0, &io::stderr())))
}
