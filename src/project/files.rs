//! Where files come from: the disk for the command, buffers for an editor, memory for a web page.

use std::collections::BTreeMap;
use std::io::{self, BufRead, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// The files of a project. A project reads nothing except through this trait.
pub trait Files: Sync {
    /// The bytes of a file, unless there are more than `max_size`.
    ///
    /// # Errors
    /// If it cannot be read or is longer: the reason, in words for the user.
    fn read(&self, path: &Path, max_size: u64) -> Result<Vec<u8>, String>;

    /// Whether there is a file at this path.
    fn exists(&self, path: &Path) -> bool;

    /// The files in a folder and its subfolders that `is_taken` accepts; none if the path is not a folder.
    fn list(&self, path: &Path, is_taken: &mut dyn FnMut(&Path) -> bool) -> Option<Vec<FolderEntry>>;

    /// The absolute path with its links resolved, as far as they can be.
    fn resolved(&self, path: &Path) -> PathBuf {
        path.to_owned()
    }

    /// A reader of the file for going through it line by line; none if the whole file should be read at once.
    fn lines_of(&self, _path: &Path) -> Option<Box<dyn BufRead>> {
        None
    }

    /// A reader of standard input.
    fn standard_input(&self) -> Box<dyn BufRead> {
        Box::new(io::empty())
    }

    /// The bytes of the file that git calls `REV:PATH`, unless there are more than `max_size`.
    ///
    /// # Errors
    /// If it cannot be read or is longer: the reason, in words for the user.
    fn committed(&self, _name: &str, _max_size: u64) -> Result<Vec<u8>, String> {
        Err("git is not available here".to_owned())
    }
}

/// The folder that a file is in.
pub(super) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path of a file in its folder as `resolved` gives it.
pub(super) fn in_folder_resolved(path: &Path, resolved: impl FnOnce(&Path) -> PathBuf) -> PathBuf {
    path.file_name().map_or_else(|| path.to_owned(), |name| resolved(folder_of(path)).join(name))
}

/// A file that was found in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderEntry {
    /// Its path.
    pub path: PathBuf,
    /// What it is.
    pub kind: EntryKind,
}

/// What kind of entry it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A file.
    File,
    /// A link out of the folder: it is read and never written.
    LinkOutside,
    /// Not a regular file, although named like one: a named pipe, for example. It is not opened, because that might
    /// block for ever or have side effects.
    Special,
    /// A folder that cannot be listed, and why.
    Unlisted(String),
}

/// Files in memory, by their paths.
#[derive(Clone, Debug, Default)]
pub struct InMemory(BTreeMap<PathBuf, Vec<u8>>);

impl InMemory {
    /// These files with one more, which replaces any file at the same path.
    #[must_use]
    pub fn with(mut self, path: impl AsRef<Path>, content: impl Into<Vec<u8>>) -> Self {
        self.insert(path, content);
        self
    }

    /// Adds a file, which replaces any file at the same path.
    pub fn insert(&mut self, path: impl AsRef<Path>, content: impl Into<Vec<u8>>) {
        self.0.insert(self.resolved(path.as_ref()), content.into());
    }
}

impl Files for InMemory {
    fn read(&self, path: &Path, max_size: u64) -> Result<Vec<u8>, String> {
        let content = self.0.get(&self.resolved(path)).ok_or(NOT_THERE)?;
        if content.len() as u64 > max_size { Err(too_long(max_size)) } else { Ok(content.clone()) }
    }

    fn exists(&self, path: &Path) -> bool {
        self.0.contains_key(&self.resolved(path))
    }

    fn list(&self, path: &Path, is_taken: &mut dyn FnMut(&Path) -> bool) -> Option<Vec<FolderEntry>> {
        let folder = self.resolved(path);
        let below = self.0.keys().filter(|file| file.starts_with(&folder) && **file != folder);
        let below: Vec<&PathBuf> = below.collect();
        if below.is_empty() {
            return None;
        }
        let taken = below.into_iter().filter(|file| is_taken(file));
        Some(taken.map(|file| FolderEntry { path: file.clone(), kind: EntryKind::File }).collect())
    }

    fn resolved(&self, path: &Path) -> PathBuf {
        path.strip_prefix(".").unwrap_or(path).to_owned()
    }
}

/// The message about a file that does not exist.
const NOT_THERE: &str = "there is no such file or folder";

/// The message about an input that is too long.
pub(super) fn too_long(max_size: u64) -> String {
    format!("it is larger than {max_size} bytes: raise `--max-size` to read it")
}

/// All bytes of an input, unless there are more than `max_size`. `expected` is a guess at their number.
pub(super) fn take(input: impl Read, expected: u64, max_size: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(usize::try_from(expected.min(max_size)).unwrap_or(0) + 1);
    if expected > max_size {
        return Err(too_long(max_size));
    }
    input.take(max_size.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| reason(&error))?;
    if bytes.len() as u64 > max_size { Err(too_long(max_size)) } else { Ok(bytes) }
}

/// Why a file cannot be read, in words for the user.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    let why = match error.kind() {
        ErrorKind::NotFound => NOT_THERE,
        ErrorKind::PermissionDenied => "you do not have permission to read it",
        ErrorKind::IsADirectory => "it is a folder, not a file",
        _ => return format!("it cannot be read: {}", plain_message(error)),
    };
    why.to_owned()
}

/// The message of an operating system error, without its number and without paths that the user does not know.
#[must_use]
pub fn plain_message(error: &io::Error) -> String {
    let words = error.to_string();
    let end = [" (os error", " at path "].iter().filter_map(|more| words.find(more)).min();
    let words = &words[..end.unwrap_or(words.len())];
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn system_error_numbers_are_not_shown() {
        let full = io::Error::from_raw_os_error(2);
        assert!(full.to_string().contains("os error") && !plain_message(&full).contains("os error"));
        assert_eq!(plain_message(&io::Error::other("no room (left)")), "no room (left)");
    }

    #[test]
    fn files_in_memory_are_listed_by_their_folders() {
        let files = InMemory::default().with("a/b.json", "{}").with("./a/c/d.txt", "").with("e.json", "");
        let json = |path: &Path| path.extension().is_some_and(|extension| extension == "json");
        let listed = |folder: &str| {
            let found = files.list(Path::new(folder), &mut |path| json(path))?;
            Some(found.iter().map(|one| one.path.display().to_string()).collect::<Vec<_>>())
        };
        assert_eq!(listed("."), Some(vec!["a/b.json".to_owned(), "e.json".to_owned()]));
        assert_eq!((listed("a/c"), listed("a/b.json"), listed("b")), (Some(vec![]), None, None));
        assert_eq!(files.read(Path::new("./e.json"), 0), Ok(Vec::new()));
        assert_eq!(files.read(Path::new("a/b.json"), 1), Err(too_long(1)));
        assert!(files.read(Path::new("a"), 1).is_err() && !files.exists(Path::new("a")));
    }
}
