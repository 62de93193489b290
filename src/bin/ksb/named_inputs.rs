//! What the user named, as inputs: files, and what is in folders.

use std::path::PathBuf;

use ksb::project::{self, AllSettings, Disk, Input};

/// Everything that the user named, in that order.
pub(crate) fn named_inputs(paths: &[PathBuf]) -> Vec<Input> {
    let inputs = paths.iter().flat_map(|path| {
        if path.is_dir() {
            project::inputs(std::slice::from_ref(path), None, &mut AllSettings::none(&Disk), false)
        } else {
            vec![Input::named(path, None)]
        }
    });
    inputs.collect()
}
