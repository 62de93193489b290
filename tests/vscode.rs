//! The extension of `editors/vscode` in VS Code, in a browser. Needs the extension, which `just vscode` builds, VS Code, which
//! `tests/editor/install-vscode` installs, and what `tests/common/browser.rs` names.
#![allow(clippy::disallowed_methods, reason = "this test runs a browser")]

#[path = "common/browser.rs"]
mod browser;
#[path = "common/built.rs"]
mod built;
#[path = "common/skipped.rs"]
mod skipped;

use std::path::{Path, PathBuf};

use built::built;
use skipped::{Want, skip};

/// VS Code, as it was installed, or why there is none.
fn code_server() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("code-server");
    if folder.join("installed").is_file() {
        return Ok(folder);
    }
    Err(format!("there is no {}: run tests/editor/install-vscode", folder.display()))
}

#[test]
fn vscode_shows_what_ksb_finds_and_does() {
    let vsix = format!("dist/ksb-{}.vsix", env!("CARGO_PKG_VERSION"));
    let parts = ["editors/vscode", "schemas"];
    match (built(&vsix, "vscode", &parts), code_server(), browser::missing()) {
        (Ok(vsix), Ok(code_server), None) => {
            browser::run("../editor/vscode.mjs", [code_server, vsix, env!("CARGO_BIN_EXE_ksb").into()]);
        }
        (Err(missing), ..) | (_, Err(missing), _) | (.., Some(missing)) => skip(Want::Clients, &missing),
    }
}
