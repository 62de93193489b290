//! The two states of a Word document with tracked changes, as two sides.

use std::path::Path;

use ksb::office::{self, TrackedChanges};
use ksb::project::{Disk, Files, Input, shown};
use ksb::source::Container;

use super::side::Operands;
use crate::exit::Failure;

/// The document with all of its tracked changes rejected, and with all of them accepted.
pub(super) fn sides(path: &Path) -> Result<Operands, Failure> {
    let name = shown(path);
    let bytes = Disk.read(path, u64::MAX).map_err(|why| Failure(format!("`{name}`: {why}")))?;
    if office::container_of(&bytes) != Ok(Some(Container::Word)) {
        let why = "is not a Word document (.docx), so ksb cannot read tracked changes in it";
        return Err(Failure(format!("`{name}` {why}")));
    }
    let old = Input {
        name: format!("{name} before its tracked changes"),
        changes: TrackedChanges::Rejected,
        ..Input::file(path)
    };
    Ok(Operands::of(old, Input::file(path)))
}
