//! The inputs of a run, under the names that the user gave.

use std::io::Read;
use std::path::{Path, PathBuf};

use super::files::take;
use super::{Failure, Files};
use crate::diagnostic::Diagnostic;
use crate::office::TrackedChanges;
use crate::read::encoding::{decode_in, unreadable};
use crate::source::{Source, SourceId};

/// The path that stands for standard input.
pub const STDIN: &str = "-";

/// One input: a file, standard input, or a file in git.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name that findings in it show.
    pub name: String,
    /// Where it comes from.
    pub origin: InputOrigin,
    /// Whether it was found in a folder and is a link out of that folder: then it is read but never written.
    pub links_outside: bool,
    /// Which state of a document with tracked changes is read.
    pub changes: TrackedChanges,
}

/// Where an input comes from.
#[derive(Clone, Debug)]
pub enum InputOrigin {
    /// A file, or anything else that can be opened by a path: a named pipe, a device.
    Path(PathBuf),
    /// Standard input.
    Stdin,
    /// Standard input, whose first bytes have been read already: these.
    Begun(Vec<u8>),
    /// A file in a git repository, as `REV:PATH`.
    Git(String),
    /// Nowhere: a folder with nothing to check, or one that cannot be listed.
    Nothing {
        /// Why there is nothing to read.
        why: String,
        /// What to do.
        help: Option<String>,
    },
}

impl Input {
    /// The file of this path.
    #[must_use]
    pub fn file(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        Self::of(shown(path), InputOrigin::Path(path.to_owned()))
    }

    /// What a user named on the command line: a file, or `-` for standard input.
    #[must_use]
    pub fn named(path: &Path, stdin_name: Option<&Path>) -> Self {
        if path == Path::new(STDIN) {
            let name = stdin_name.map_or_else(|| "<stdin>".to_owned(), shown);
            return Self::of(name, InputOrigin::Stdin);
        }
        Self::file(path)
    }

    /// An input with this name and origin.
    #[must_use]
    pub fn of(name: String, origin: InputOrigin) -> Self {
        Self { name, origin, links_outside: false, changes: TrackedChanges::default() }
    }

    /// The path of its file; none if it is not a file on disk.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.origin {
            InputOrigin::Path(path) => Some(path),
            InputOrigin::Stdin
            | InputOrigin::Begun(_)
            | InputOrigin::Git(_)
            | InputOrigin::Nothing { .. } => None,
        }
    }

    /// Whether it is standard input, which can be read only once.
    #[must_use]
    pub fn is_stdin(&self) -> bool {
        matches!(self.origin, InputOrigin::Stdin | InputOrigin::Begun(_))
    }

    /// Reads the input as the source numbered `id`, with the findings about its encoding.
    ///
    /// # Errors
    /// If it cannot be read: a diagnostic with a source to point into, so that every output format can show it.
    pub fn read(
        &self,
        files: &dyn Files,
        id: SourceId,
        max_size: u64,
    ) -> Result<(Source, Vec<Diagnostic>), Box<Unreadable>> {
        let failed =
            |diagnostic| Box::new(Unreadable { source: Source::new(id, &*self.name, ""), diagnostic });
        let bytes = match &self.origin {
            InputOrigin::Path(path) => files.read(path, max_size),
            InputOrigin::Stdin => take(files.standard_input(), 0, max_size),
            InputOrigin::Begun(head) => take(head.as_slice().chain(files.standard_input()), 0, max_size),
            InputOrigin::Git(name) => files.committed(name, max_size),
            InputOrigin::Nothing { why, help } => {
                let mut diagnostic = unreadable(id, why);
                diagnostic.help.clone_from(help);
                return Err(failed(diagnostic));
            }
        };
        let bytes = bytes.map_err(|why| failed(unreadable(id, why)))?;
        decode_in(id, &self.name, bytes, self.changes).map_err(|diagnostic| failed(*diagnostic))
    }
}

/// An input that cannot be read: an empty source with its name, and the reason.
#[derive(Debug)]
pub struct Unreadable {
    /// The source.
    pub source: Source,
    /// Why it is empty.
    pub diagnostic: Diagnostic,
}

/// A path as it is shown: without a leading `./`, and readable even where it is not UTF-8.
#[must_use]
pub fn shown(path: &Path) -> String {
    let inner = path.strip_prefix(".").unwrap_or(path);
    let shown = if inner.as_os_str().is_empty() { path } else { inner };
    shown.to_string_lossy().into_owned()
}

/// The text of a file that an option names, such as a list of pairs.
///
/// # Errors
/// If it cannot be read, or is longer than `max_size` bytes.
pub fn read_text(files: &dyn Files, path: &Path, max_size: u64) -> Result<String, Failure> {
    let text = files.read(path, max_size);
    let text = text.and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned()));
    text.map_err(|why| Failure(format!("`{}`: {why}", shown(path))))
}
