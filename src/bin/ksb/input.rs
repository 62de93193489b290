//! Reading files: the one place that touches them.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use ksb::diagnostic::Diagnostic;
use ksb::read::encoding::{decode, unreadable};
use ksb::source::{Source, SourceId};

use crate::exit::{Failure, plainly};
use crate::git;

/// The path that stands for standard input.
pub(crate) const STDIN: &str = "-";

/// One thing to read.
#[derive(Debug)]
pub(crate) struct Input {
    /// The name by which findings in it go.
    pub(crate) name: String,
    /// Where it comes from.
    pub(crate) origin: Origin,
    /// Whether it was found in a folder and is a link that leads out of it: then it is read and never written.
    pub(crate) leads_out: bool,
}

/// Where an input comes from.
#[derive(Debug)]
pub(crate) enum Origin {
    /// A file, or whatever else can be opened: a named pipe, a device.
    Path(PathBuf),
    /// Standard input.
    Stdin,
    /// Standard input, of which these first bytes have been read.
    Begun(Vec<u8>),
    /// A file in a git repository, as `REV:PATH`.
    Git(String),
    /// Nowhere: a folder without anything to check, or one that cannot be listed.
    Nothing {
        /// Why there is nothing to read.
        why: String,
        /// What to do.
        help: Option<String>,
    },
}

/// Bytes, or why there are none.
type Bytes = Result<Vec<u8>, String>;

impl Input {
    /// What a user named on the command line: a file, or `-` for standard input.
    pub(crate) fn named(path: &Path, stdin_name: Option<&Path>) -> Self {
        if path == Path::new(STDIN) {
            let name = stdin_name.map_or_else(|| "<stdin>".to_owned(), shown);
            return Self::of(name, Origin::Stdin);
        }
        Self::of(shown(path), Origin::Path(path.to_owned()))
    }

    /// An input of this name.
    pub(crate) fn of(name: String, origin: Origin) -> Self {
        Self { name, origin, leads_out: false }
    }

    /// The path of the file that is read; none if it is no file.
    pub(crate) fn path(&self) -> Option<&Path> {
        match &self.origin {
            Origin::Path(path) => Some(path),
            Origin::Stdin | Origin::Begun(_) | Origin::Git(_) | Origin::Nothing { .. } => None,
        }
    }

    /// Reads the input as the source of this number, with what is wrong with its encoding.
    ///
    /// Every failure is a diagnostic with a source to point into, so that every output format shows it.
    pub(crate) fn read(
        &self,
        id: SourceId,
        max_size: u64,
    ) -> Result<(Source, Vec<Diagnostic>), Box<Unreadable>> {
        let failed =
            |diagnostic| Box::new(Unreadable { source: Source::new(id, &*self.name, ""), diagnostic });
        let bytes = match &self.origin {
            Origin::Path(path) => open(path).and_then(|(file, length)| take(file, length, max_size)),
            Origin::Stdin => take(io::stdin().lock(), 0, max_size),
            Origin::Begun(head) => take(head.as_slice().chain(io::stdin().lock()), 0, max_size),
            Origin::Git(name) => git::file(name, max_size),
            Origin::Nothing { why, help } => {
                let mut diagnostic = unreadable(id, why);
                diagnostic.help.clone_from(help);
                return Err(failed(diagnostic));
            }
        };
        let bytes = bytes.map_err(|why| failed(unreadable(id, why)))?;
        decode(id, &self.name, bytes).map_err(|diagnostic| failed(*diagnostic))
    }
}

/// An input that cannot be read: an empty source of its name, and why.
#[derive(Debug)]
pub(crate) struct Unreadable {
    pub(crate) source: Source,
    pub(crate) diagnostic: Diagnostic,
}

/// A path as it is shown: without a leading `./`, and readable even where it is not UTF-8.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).to_string_lossy().into_owned()
}

/// What an error of the operating system means for the user.
pub(crate) fn reason(error: &io::Error) -> String {
    let why = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "reading it is not permitted",
        ErrorKind::IsADirectory => "it is a folder, not a file",
        _ => return format!("it cannot be read: {}", plainly(error)),
    };
    why.to_owned()
}

/// The text of a file that belongs to the command line, unless it is longer than `max_size` bytes.
pub(crate) fn text(path: &Path, max_size: u64) -> Result<String, Failure> {
    let bytes = open(path).and_then(|(file, length)| take(file, length, max_size));
    let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned()));
    text.map_err(|why| Failure(format!("`{}`: {why}", shown(path))))
}

/// The opened file and the length to expect.
fn open(path: &Path) -> Result<(File, u64), String> {
    let file = File::open(path).map_err(|error| reason(&error))?;
    let length = file.metadata().map_err(|error| reason(&error))?.len();
    Ok((file, length))
}

/// All bytes of an input, unless there are more than `max_size`.
fn take(input: impl Read, expected: u64, max_size: u64) -> Bytes {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(max_size)).unwrap_or(0) + 1);
    if expected > max_size {
        return Err(too_long(max_size));
    }
    input.take(max_size.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    if bytes.len() as u64 > max_size { Err(too_long(max_size)) } else { Ok(bytes) }
}

/// That an input is longer than it may be.
pub(crate) fn too_long(max_size: u64) -> String {
    format!("it is longer than {max_size} bytes: raise --max-size to read it")
}
