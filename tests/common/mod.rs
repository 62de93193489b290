//! What the tests of several files share.
#![allow(clippy::disallowed_methods, reason = "these tests read documents from a folder")]

pub(crate) mod skipped;

use std::path::PathBuf;

use skipped::{Want, skip};

/// A file in the folder of real documents, which is not part of the project. Without the folder,
/// the test that asks says that it is skipped, unless `KSB_REQUIRE_SHARED` is set.
pub(crate) fn shared(path: &str) -> Option<Vec<u8>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("KSB_SHARED").map_or_else(beside, PathBuf::from);
    let file = folder.join(path);
    let bytes = std::fs::read(&file);
    bytes.map_err(|_absent| skip(Want::Documents, &format!("{} cannot be read", file.display()))).ok()
}
