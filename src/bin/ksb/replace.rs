//! Writing files in one step: other programs see the old file or the new one, whatever happens.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use ksb::project::{plain_message, shown};

use crate::exit::Failure;
use crate::temporary::{hand_over, temporary};

/// Replaces the file at `path`, or the file that a link there points to, with `content`. Given what was `read` from the
/// file, it refuses to write over anything else.
pub(crate) fn replace(path: &Path, content: impl AsRef<[u8]>, read: Option<&[u8]>) -> Result<(), Failure> {
    let content = content.as_ref();
    let failed = |error: io::Error| unwritten(path, &error);
    match (target(path).map_err(failed)?, read) {
        (Target::File(file), Some(read)) => {
            if fs::read(&file).map_err(failed)? != read {
                let why = format!("`{}` changed after ksb read it, so nothing was written", shown(path));
                return Err(Failure(why));
            }
            swap(&file, content, Some(&file))
        }
        (Target::File(file), None) => swap(&file, content, Some(&file)),
        (Target::New(file), None) => swap(&file, content, None),
        (Target::Device(device), None) => write_into(&device, content),
        (Target::New(_), Some(_)) => Err(ErrorKind::NotFound.into()),
        (Target::Device(_), Some(_)) => Err(io::Error::other("it is not a file that can be replaced")),
    }
    .map_err(failed)
}

/// That a file cannot be written, and why.
pub(crate) fn unwritten(path: &Path, error: &io::Error) -> Failure {
    let why = match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => {
            "permission denied: ksb must be able to write the file and its folder".to_owned()
        }
        _ => plain_message(error),
    };
    Failure(format!("cannot write `{}`: {why}", shown(path)))
}

/// That a file in a folder is not written because it is a link to somewhere else.
pub(crate) fn links_outside(name: &str) -> Failure {
    Failure(format!(
        "`{name}` is a link to a file outside the folder, so nothing was written: name that file instead"
    ))
}

/// What is at a path.
enum Target {
    /// A file, by its own path.
    File(PathBuf),
    /// Nothing yet.
    New(PathBuf),
    /// Something that bytes can be written to but that cannot be replaced: a pipe, a device.
    Device(PathBuf),
}

fn target(path: &Path) -> io::Result<Target> {
    match fs::canonicalize(path) {
        Ok(file) if fs::metadata(&file)?.is_file() => Ok(Target::File(file)),
        Ok(other) => Ok(Target::Device(other)),
        Err(error) if error.kind() == ErrorKind::NotFound && !path.is_symlink() => {
            Ok(Target::New(path.to_owned()))
        }
        Err(error) => Err(error),
    }
}

/// Writes a file next to the place and moves it there. Its owner and permissions are those of `old`, or those of any
/// new file.
fn swap(place: &Path, content: &[u8], old: Option<&Path>) -> io::Result<()> {
    let folder = place.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let old = old.map(|old| {
        // A file that may not be written must not be replaced either.
        OpenOptions::new().write(true).open(old)?.metadata()
    });
    let old = old.transpose()?;
    let mut file = temporary(folder, old.as_ref())?;
    file.write_all(content)?;
    if let Some(old) = &old {
        hand_over(file.as_file(), old)?;
    }
    file.as_file().sync_all()?;
    file.persist(place).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Makes the move itself durable, where folders can be opened at all.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn write_into(device: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(device)?;
    file.write_all(content)?;
    file.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_changed_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("a");
        fs::write(&path, "newer").expect("it can be written");
        let failure = replace(&path, "fixed", Some(b"old")).expect_err("it changed");
        assert!(failure.0.contains("changed after ksb read it"), "{}", failure.0);
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "newer");
        assert_eq!(replace(&path, "fixed", Some(b"newer")).map_err(|failure| failure.0), Ok(()));
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "fixed");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }

    #[test]
    fn a_file_that_has_gone_is_not_made_again() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("a");
        assert!(replace(&path, "fixed", Some(b"old")).is_err());
        assert!(!path.exists());
        assert!(replace(&path, "new", None).is_ok());
        assert_eq!(fs::read_to_string(&path).expect("it is there"), "new");
        assert!(replace(&folder.path().join("no/a"), "new", None).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_written_into() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().expect("a folder can be made");
        assert!(replace(Path::new("/dev/null"), "new", None).is_ok());
        assert!(!Path::new("/dev/null").is_file());
        assert!(replace(Path::new("/dev/null"), "fixed", Some(b"old")).is_err());
        let link = folder.path().join("link");
        symlink("nowhere", &link).expect("links can be made");
        assert!(replace(&link, "new", None).is_err());
        assert!(link.is_symlink());
    }
}
