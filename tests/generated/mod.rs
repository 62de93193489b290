//! Catalogues that `examples/generate-catalogue` makes.

use std::path::Path;
use std::process::Command;

/// Writes a made-up catalogue to a file, according to the arguments.
pub(crate) fn catalogue(path: &Path, arguments: &[&str]) {
    let ran = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--locked", "--example", "generate-catalogue", "--"])
        .args(arguments)
        .arg("-o")
        .arg(path)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}
