//! `ksb check --watch`: checks again whenever a document changes.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};

use ksb::project::{is_named_like_a_document, plain_message, reason, shown};

use crate::exit::{Exit, Failure};
use crate::plan::Plan;
use crate::{check, output};

/// How long documents must stay unchanged before they are checked again: programs write a file in steps.
const QUIET: Duration = Duration::from_millis(100);

/// The changes that the system reports.
type Changes = Receiver<notify::Result<Event>>;

/// One path of the command line.
#[derive(Debug)]
enum Watched {
    /// A folder, and everything below it.
    Folder(PathBuf),
    /// A file. Its folder is watched, because many programs put a new file in place of the old one.
    File { folder: PathBuf, path: PathBuf },
}

/// Checks, and checks again after every change, until the user or an error ends it.
pub(crate) fn run(plan: &Plan) -> Result<Exit, Failure> {
    let watched = plan.paths.iter().map(|path| resolved(path)).collect::<Result<Vec<_>, _>>()?;
    let (_watcher, changes) = watch(&watched)?;
    loop {
        check::run(plan)?;
        output::write_aside("Waiting for changes\n")?;
        wait(&changes, &watched)?;
    }
}

/// What a path is, with links resolved.
fn resolved(path: &Path) -> Result<Watched, Failure> {
    let failed = |error| Failure(format!("cannot watch `{}`: {}", shown(path), reason(&error)));
    if path.is_dir() {
        return path.canonicalize().map(Watched::Folder).map_err(failed);
    }
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = folder.canonicalize().map_err(failed)?;
    let path = folder.join(path.file_name().unwrap_or_default());
    Ok(Watched::File { folder, path })
}

/// Begins to watch; that ends when the watcher is dropped.
fn watch(paths: &[Watched]) -> Result<(RecommendedWatcher, Changes), Failure> {
    let failed = |error: notify::Error| {
        let why = match &error.kind {
            notify::ErrorKind::Io(error) => plain_message(error),
            _ => error.to_string(),
        };
        Failure(format!("cannot watch for changes: {why}"))
    };
    let (tell, changes) = mpsc::channel();
    let mut watcher = recommended_watcher(tell).map_err(failed)?;
    for one in paths {
        let (folder, mode) = match one {
            Watched::Folder(folder) => (folder, RecursiveMode::Recursive),
            Watched::File { folder, .. } => (folder, RecursiveMode::NonRecursive),
        };
        watcher.watch(folder, mode).map_err(failed)?;
    }
    Ok((watcher, changes))
}

/// Waits for a change to a document, and then until the changes stop.
fn wait(changes: &Changes, watched: &[Watched]) -> Result<(), Failure> {
    let failed = |why: &dyn std::fmt::Display| Failure(format!("cannot watch for changes: {why}"));
    loop {
        let event = changes.recv().map_err(|error| failed(&error))?.map_err(|error| failed(&error))?;
        if is_of_a_document(&event, watched) {
            break;
        }
    }
    loop {
        match changes.recv_timeout(QUIET) {
            Ok(event) => event.map_err(|error| failed(&error))?,
            Err(RecvTimeoutError::Timeout) => return Ok(()),
            Err(error) => return Err(failed(&error)),
        };
    }
}

/// Whether a document may be different now. Reading one is not a change.
fn is_of_a_document(event: &Event, watched: &[Watched]) -> bool {
    let is_document = |changed: &PathBuf| {
        watched.iter().any(|one| match one {
            Watched::Folder(folder) => changed.starts_with(folder) && is_named_like_a_document(changed),
            Watched::File { path, .. } => path == changed,
        })
    };
    event.need_rescan() || !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind};

    #[test]
    fn only_documents_count() {
        let watched = [
            Watched::Folder(PathBuf::from("/a")),
            Watched::File { folder: PathBuf::from("/b"), path: PathBuf::from("/b/page.txt") },
        ];
        let counts = |path: &str, kind| is_of_a_document(&Event::new(kind).add_path(path.into()), &watched);
        let created = EventKind::Create(CreateKind::File);
        assert!(counts("/a/b/x.standard.json", created) && counts("/b/page.txt", created));
        assert!(!counts("/a/b/x.json", created) && !counts("/b/x.standard.json", created));
        assert!(!counts("/b/page.txt", EventKind::Access(AccessKind::Read)));
    }
}
