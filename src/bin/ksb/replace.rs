//! Writing files in one step: whoever looks sees the old file or the new one, whatever happens.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::Builder;

use crate::exit::Failure;
use crate::input::shown;

/// Puts `text` in the place of the file at `path`, or of the file that a link there leads to. Given
/// what was `read` from the file, it refuses to write over anything else.
pub(crate) fn replace(path: &Path, text: &str, read: Option<&str>) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure(format!("cannot write `{}`: {error}", shown(path)));
    match target(path).map_err(failed)? {
        Target::New(file) => swap(&file, text, None),
        Target::File(file) => {
            if read.is_some_and(|read| fs::read(&file).is_ok_and(|now| now != read.as_bytes())) {
                let why = format!("`{}` changed while it was checked: nothing is written", shown(path));
                return Err(Failure(why));
            }
            swap(&file, text, Some(&file))
        }
        Target::Device(device) => write_into(&device, text),
    }
    .map_err(failed)
}

/// What stands at a path.
enum Target {
    /// A file, by its own path.
    File(PathBuf),
    /// Nothing yet.
    New(PathBuf),
    /// Something that takes bytes but cannot be replaced: a pipe, a device.
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

/// Writes a file beside the place and moves it there. The permissions are those of `old`, or those
/// of any new file.
fn swap(place: &Path, text: &str, old: Option<&Path>) -> io::Result<()> {
    let folder = place.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = builder().tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    if let Some(old) = old {
        // A file that may not be written is not to be replaced either.
        OpenOptions::new().write(true).open(old)?;
        file.as_file().set_permissions(fs::metadata(old)?.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(place).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// The file to be, hidden so that nobody takes it for a document.
#[cfg(unix)]
fn builder() -> Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;

    let mut builder = Builder::new();
    // The process's own mask takes away what is not for everybody.
    builder.prefix(".ksb-").suffix(".tmp").permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> Builder<'static, 'static> {
    let mut builder = Builder::new();
    builder.prefix(".ksb-").suffix(".tmp");
    builder
}

/// Makes the move itself lasting, where folders can be opened at all.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

fn write_into(device: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(device)?;
    file.write_all(text.as_bytes())?;
    file.flush()
}
