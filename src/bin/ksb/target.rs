//! The format of a file to write, from what was asked for and the ending of its name.

use std::path::Path;

use ksb::convert::Target;
use ksb::lint::listed;
use ksb::project::shown;

use crate::cli::WrittenFormat;
use crate::exit::Failure;

/// The format of a file to write: the one that was named, or the one for its ending. `option` is the option that names
/// a format.
pub(crate) fn of_file(named: Option<WrittenFormat>, file: &Path, option: &str) -> Result<Target, Failure> {
    if let Some(target) = named.map(WrittenFormat::target) {
        return agrees(target, file).map(|()| target);
    }
    Target::of_name(&file.to_string_lossy()).ok_or_else(|| {
        let endings: Vec<String> =
            Target::ALL.iter().map(|one| format!(".{}", one.extensions()[0])).collect();
        let (name, endings) = (shown(file), listed(&endings, endings.len()));
        Failure(format!(
            "the format of `{name}` is unknown: use one of the endings {endings}, or use `{option}`"
        ))
    })
}

/// Refuses a file whose name says that its format is not the one being written, because no program would open it.
fn agrees(target: Target, file: &Path) -> Result<(), Failure> {
    match Target::of_name(&file.to_string_lossy()) {
        Some(other) if other != target => {
            let (name, ending) = (shown(file), target.extensions()[0]);
            Err(Failure(format!("the name `{name}` does not fit the format: end it with .{ending}")))
        }
        _ => Ok(()),
    }
}

/// Refuses a file for a changed copy of `document` if its name says that it has another format.
pub(crate) fn agrees_with(document: &Path, file: &Path) -> Result<(), Failure> {
    Target::of_name(&document.to_string_lossy()).map_or(Ok(()), |target| agrees(target, file))
}
