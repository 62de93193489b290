//! What the tests of several files share.
#![allow(clippy::disallowed_methods, reason = "these tests read documents from a folder")]

use std::io::Write as _;
use std::path::PathBuf;

/// A file of the folder of real documents, which is not a part of the project. Without the folder
/// the test that asks says that it is skipped, unless `KSB_REQUIRE_SHARED` is set.
pub(crate) fn shared(path: &str) -> Option<Vec<u8>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let folder = std::env::var_os("KSB_SHARED").map_or_else(beside, PathBuf::from);
    let file = folder.join(path);
    match std::fs::read(&file) {
        Ok(bytes) => Some(bytes),
        Err(error) if std::env::var_os("KSB_REQUIRE_SHARED").is_some() => {
            panic!("{}: {error}", file.display())
        }
        Err(_) => {
            let told = writeln!(std::io::stderr(), "skipped: no {}", file.display());
            told.expect("standard error takes a line");
            None
        }
    }
}
