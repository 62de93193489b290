//! The page of `web/` in a real browser, against the command: the same findings in every document, the same reports and
//! files. Needs the page, which `just web` builds, and what `tests/common/browser.rs` names.
#![allow(clippy::disallowed_methods, reason = "this test finds documents and runs a browser")]

#[path = "common/browser.rs"]
mod browser;
#[path = "common/skipped.rs"]
mod skipped;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use skipped::{Want, skip};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files in a folder and those below it, in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.into_iter().flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Where the page was built; or why there is none that tells of this ksb.
fn page() -> Result<PathBuf, String> {
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("web");
    let changed = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let Some(age) = changed(&built.join("ksb.html")) else {
        return Err(format!("there is no page in {}: run just web", built.display()));
    };
    let parts = ["src", "schemas", "web/src", "web/page"].map(|part| files(&root().join(part)));
    let newest: Option<SystemTime> = parts.iter().flatten().filter_map(|path| changed(path)).max();
    if newest > Some(age) {
        return Err(format!(
            "the page in {} is older than what it is built from: run just web",
            built.display()
        ));
    }
    Ok(built)
}

#[test]
fn the_page_does_what_the_command_does() {
    let built = match (page(), browser::missing()) {
        (Ok(built), None) => built,
        (Err(missing), _) | (_, Some(missing)) => return skip(Want::Clients, &missing),
    };
    let mut documents = files(&root().join("samples"));
    let shared = std::env::var_os("KSB_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    match files(&shared.join("seeds")) {
        seeds if seeds.is_empty() => skip(Want::Documents, &format!("{} has no documents", shared.display())),
        seeds => documents.extend(seeds.into_iter().chain(files(&shared.join("cases")))),
    }
    browser::run("web.mjs", [built, env!("CARGO_BIN_EXE_ksb").into()].into_iter().chain(documents));
}
