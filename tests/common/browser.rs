//! What the tests in a real browser share. Each needs node, Chromium and `tests/browser/node_modules`.
#![allow(clippy::disallowed_methods, reason = "these tests run a browser")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// What is missing to run a browser.
pub(crate) fn missing() -> Option<String> {
    let chromium = std::env::var_os("KSB_CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), PathBuf::from);
    let modules = folder().join("node_modules");
    let node = Command::new("node").arg("--version").output().is_ok_and(|output| output.status.success());
    match () {
        () if !node => Some("no node".to_owned()),
        () if !chromium.exists() => Some(format!("no {}", chromium.display())),
        () if !modules.is_dir() => {
            Some(format!("no {}: run npm ci --prefix tests/browser", modules.display()))
        }
        () => None,
    }
}

/// Runs a script of `tests/browser`, which fails where something is wrong.
pub(crate) fn run<P: AsRef<Path>>(script: &str, arguments: impl IntoIterator<Item = P>) {
    let mut node = Command::new("node");
    node.arg(folder().join(script)).args(arguments.into_iter().map(|one| one.as_ref().to_owned()));
    let output = node.output().expect("node was there a moment ago");
    let told = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    assert!(output.status.success(), "{}\n{}", told[0], told[1]);
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}
