//! The page of `web/` in a real browser, compared with the command: the same findings in every document, the same
//! reports and files. Needs the page, which `just web` builds, and what `tests/common/browser.rs` names.
#![allow(clippy::disallowed_methods, reason = "this test finds documents and runs a browser")]

#[path = "common/browser.rs"]
mod browser;
#[path = "common/built.rs"]
mod built;
#[path = "common/skipped.rs"]
mod skipped;

use std::path::{Path, PathBuf};

use built::{files, root};
use skipped::{Want, skip};

/// The folder of the page, or why there is none that was built from this ksb.
fn page() -> Result<PathBuf, String> {
    let page = built::built("web/ksb.html", "web", &["src", "schemas", "web/src", "web/page"])?;
    page.parent().map(Path::to_owned).ok_or_else(|| "the page is in no folder".to_owned())
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
