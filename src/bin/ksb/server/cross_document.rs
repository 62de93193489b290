//! Documents together: the rules for catalogues and for documents that cite a standard, on a separate thread.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, SystemTime};

use ksb::check::extract;
use ksb::editor::{LinePosition, Unit, outline};
use ksb::lint::{Extract, Scope};
use ksb::model::Document;
use ksb::project::{Files, Input, Options, Project, Reader};
use ksb::read::read;
use ksb::source::SourceId;

use super::finding::{ByFile, by_file, range_in, without};
use super::overlay::{Buffers, Overlay};

/// How long documents must stay unchanged before they are looked at together.
const QUIET: Duration = Duration::from_millis(150);

/// A state of the documents that should be looked at.
#[derive(Debug)]
pub(super) struct Job {
    /// The texts of all open documents.
    pub(super) buffers: Buffers,
    /// The open documents that are checked, and their versions.
    pub(super) open: BTreeMap<PathBuf, i32>,
    /// The folders of the editor.
    pub(super) folders: Vec<PathBuf>,
    /// How many times something has called for another look at the disk.
    pub(super) scans: u64,
    /// What characters are counted in.
    pub(super) unit: Unit,
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct CrossDocumentFindings {
    /// The versions that were looked at.
    pub(super) versions: BTreeMap<PathBuf, i32>,
    /// What is found in each document only together with the others.
    pub(super) found: ByFile,
    /// What is known of the folder now.
    pub(super) known: Known,
}

/// What is known of the documents of a folder that are not open.
#[derive(Clone, Debug, Default)]
pub(super) struct Known(Arc<KnownFiles>);

/// Files by their paths; what is known of one is shared.
pub(super) type KnownFiles = BTreeMap<PathBuf, Arc<KnownFile>>;

impl Known {
    /// All files.
    pub(super) fn files(&self) -> impl Iterator<Item = (&Path, &KnownFile)> {
        self.0.iter().map(|(path, file)| (path.as_path(), file.as_ref()))
    }
}

/// A file, and what was read from it.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownFile {
    stamp: Option<(SystemTime, u64)>,
    extracts: Vec<Extract>,
    /// The titles of its documents, and where they are.
    pub(super) titles: Vec<(String, [LinePosition; 2])>,
    /// The SOC codes that it states.
    pub(super) socs: Vec<String>,
}

/// Looks at documents together whenever nothing has changed for a while, until nothing more can be asked for.
pub(super) fn work(jobs: &Receiver<Job>, options: &Options, tell: &dyn Fn(CrossDocumentFindings) -> bool) {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
    let (files, mut known) = (Overlay::default(), KnownFiles::new());
    let mut scans = 0;
    let mut is_first = true;
    while let Ok(mut job) = jobs.recv() {
        loop {
            let quiet = if is_first { Duration::ZERO } else { QUIET };
            match jobs.recv_timeout(quiet) {
                Ok(newer) => job = newer,
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        is_first = false;
        // On a separate thread, so that the documents that are being typed in never wait for these.
        if job.scans != scans {
            files.forget();
            scans = job.scans;
        }
        let mut look = || look(&job, options, &mut known, &files);
        let looked = || std::panic::catch_unwind(std::panic::AssertUnwindSafe(&mut look));
        let found = match &pool {
            Ok(pool) => pool.install(looked),
            Err(_) => continue,
        };
        if let Ok(found) = found
            && !tell(found)
        {
            return;
        }
    }
}

/// What is found in a state of the documents.
pub(super) fn look(
    job: &Job,
    options: &Options,
    known: &mut KnownFiles,
    files: &Overlay,
) -> CrossDocumentFindings {
    files.set_all(job.buffers.clone());
    let mut project = Project::new(files, options.clone());
    let open: Vec<PathBuf> = job.open.keys().cloned().collect();
    let paths: Vec<PathBuf> = job.folders.iter().chain(&open).cloned().collect();
    let inputs = project.inputs(&paths, None, false);
    let inputs: Vec<Input> = inputs.into_iter().filter(|input| input.path().is_some()).collect();
    let (inputs, sections) = project.sections(&paths, inputs);
    let path_of = |input: &Input| input.path().map(|path| files.resolved(path));
    let closed: Vec<(PathBuf, Input)> = inputs
        .iter()
        .filter_map(|input| Some((path_of(input)?, input.clone())))
        .filter(|(path, _)| !job.open.contains_key(path))
        .collect();
    update(known, &closed, files, (options, job.unit));
    let own: Vec<Input> = inputs
        .iter()
        .filter(|input| path_of(input).is_some_and(|path| job.open.contains_key(&path)))
        .cloned()
        .collect();
    let mut run = project.run_with(inputs, sections, &());
    let extracts = |path: &PathBuf| known.get(path).map_or(&[][..], |file| file.extracts.as_slice());
    run.know(closed.iter().map(|(path, input)| (input, extracts(path))));
    let among = run.check(None, &[]).map_or_else(|_| ByFile::new(), |found| by_file(&found, files, job.unit));
    let alone = alone(job, &own, files, options);
    let found = among
        .into_iter()
        .filter(|(path, _)| job.open.contains_key(path))
        .map(|(path, all)| {
            let left = without(all, alone.get(&path).map_or(&[], Vec::as_slice));
            (path, left)
        })
        .collect();
    CrossDocumentFindings { versions: job.open.clone(), found, known: Known(Arc::new(known.clone())) }
}

/// What is found in each open document on its own, as it is when somebody types.
fn alone(job: &Job, own: &[Input], files: &Overlay, options: &Options) -> ByFile {
    let document = Options { scope: Some(Scope::Document), ..options.clone() };
    let mut project = Project::new(files, document);
    let found = project.check(own.iter().cloned());
    let mut all = found.map_or_else(|_| ByFile::new(), |found| by_file(&found, files, job.unit));
    let is_own =
        |path: &PathBuf| own.iter().any(|input| input.path().is_some_and(|one| files.resolved(one) == *path));
    let mut project = Project::new(files, options.clone());
    for path in job.open.keys().filter(|path| !is_own(path)) {
        let sections = project.sections(std::slice::from_ref(path), Vec::new()).1;
        if let Ok(found) = project.run_with([], sections, &()).check(None, &[]) {
            all.extend(by_file(&found, files, job.unit).remove_entry(path));
        }
    }
    all
}

/// Reads what is new or has changed.
fn update(
    known: &mut KnownFiles,
    closed: &[(PathBuf, Input)],
    files: &Overlay,
    (options, unit): (&Options, Unit),
) {
    let mut before = std::mem::take(known);
    let reader = Reader { files, from: None, max_size: options.max_size };
    for (path, input) in closed {
        let stamp = stamp(path);
        let same = before.remove(path).filter(|file| file.stamp == stamp && stamp.is_some());
        known.insert(path.clone(), same.unwrap_or_else(|| Arc::new(of_file(input, stamp, reader, unit))));
    }
}

fn of_file(input: &Input, stamp: Option<(SystemTime, u64)>, reader: Reader<'_>, unit: Unit) -> KnownFile {
    let mut file = KnownFile { stamp, ..KnownFile::default() };
    for opened in reader.documents(input, SourceId::of_file(0)).all {
        let reading = read(&opened.source, None);
        let Some(document) = reading.document.as_ref().filter(|_| opened.is_read) else { continue };
        let part = outline(document);
        let name =
            if part.detail.is_empty() { part.name } else { format!("{} ({})", part.name, part.detail) };
        let range = range_in(&opened.source, part.head, unit);
        file.titles.push((name, range));
        if let Document::Standard(standard) = document {
            file.socs.extend(standard.facts.soc.unit_group.stated().map(|soc| soc.trim().to_owned()));
        }
        file.extracts.extend(extract(&reading));
    }
    file
}

/// When a file was changed, and how long it is.
fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let about = std::fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}
