//! Real editors and `ksb server`: pytest-lsp, which makes every request and expects what was written down by hand, and
//! Neovim without a screen. Without them, a test says that it is skipped, unless `KSB_REQUIRE_CLIENTS` is set.

#![allow(clippy::disallowed_methods, reason = "the test runs programs and looks at its environment")]

#[path = "common/skipped.rs"]
mod skipped;

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use skipped::{Want, skip};
use tempfile::TempDir;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/editor");
const KSB: &str = env!("CARGO_BIN_EXE_ksb");

#[test]
fn every_request_is_answered_as_expected() {
    let python = env::var_os("KSB_PYTEST_LSP_PYTHON").unwrap_or_else(|| OsString::from("python3"));
    let has_it = Command::new(&python).args(["-c", "import pytest_lsp"]).output();
    if !has_it.is_ok_and(|ran| ran.status.success()) {
        skip(Want::Clients, "there is no pytest-lsp here (KSB_PYTEST_LSP_PYTHON names a Python that has it)");
        return;
    }
    let ran = Command::new(&python)
        .args(["-m", "pytest", "-q", "-p", "no:cacheprovider", FOLDER])
        .env("KSB", KSB)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("pytest runs");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stdout));
}

#[test]
fn neovim_shows_findings_and_edits() {
    if Command::new("nvim").arg("--version").output().is_err() {
        skip(Want::Clients, "there is no Neovim (nvim) here");
        return;
    }
    let folder = TempDir::new().expect("there is room for a scratch folder");
    let (draft, seen) = (folder.path().join("dräft.md"), folder.path().join("seen"));
    let text = "Duty 1 Roast 🦀 it. K1 K2 S1\r\n\r\nKnowledge\r\n- K1 – Heat.\r\n- K2 – Stages.\r\n\r\n- S1 – Stir the the beans.\r\n";
    fs::write(&draft, text).expect("the folder is writable");
    let ran = Command::new("nvim")
        .args(["--headless", "--clean", "-c", &format!("luafile {FOLDER}/init.lua")])
        .envs([("KSB", KSB.as_ref()), ("KSB_DRAFT", draft.as_os_str()), ("KSB_SEEN", seen.as_os_str())])
        .env("HOME", folder.path())
        .output()
        .expect("Neovim runs");
    let seen =
        fs::read_to_string(&seen).unwrap_or_else(|_| String::from_utf8_lossy(&ran.stderr).into_owned());
    let seen: Vec<&str> = seen.lines().collect();
    assert!(seen[0].starts_with("found: ") && seen[0].contains("6:18 repeated-word"), "{seen:#?}");
    assert_eq!(seen[1], "hover: Stages.", "{seen:#?}");
    assert_eq!(seen[3], "fixed: - S1 – Stir the beans.", "{seen:#?}");
    let renamed = "Duty 1 Roast 🦀 it. K2 K1 S1 /  / Knowledge / - K1 – Stages. / - K2 – Heat. /  / - S1 – Stir the beans.";
    assert_eq!(seen[4], format!("renamed: {renamed}"), "{seen:#?}");
    assert!(!seen[5].contains("repeated-word") && seen[5].starts_with("left: "), "{seen:#?}");
}

#[test]
fn what_is_written_gives_no_error_in_a_plain_json_service() {
    let service = format!("{FOLDER}/json");
    if !Path::new(&service).join("node_modules").is_dir() {
        skip(Want::Clients, "tests/editor/json/node_modules is not installed");
        return;
    }
    let folder = TempDir::new().expect("there is room for a scratch folder");
    let file = |name: &str| folder.path().join(name);
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/drafts/coffee-roaster.txt");
    for args in
        [vec!["new", "new.standard.json"], vec!["convert", sample, "--output", "converted.standard.json"]]
    {
        let ran = Command::new(KSB).args(&args).current_dir(folder.path()).output().expect("ksb runs");
        assert!(ran.status.success(), "{args:?}: {}", String::from_utf8_lossy(&ran.stderr));
    }
    fs::copy(file("new.standard.json"), file("formatted.standard.json")).expect("the file was written");
    let ran = Command::new(KSB).args(["fmt", "formatted.standard.json"]).current_dir(folder.path()).output();
    assert!(ran.expect("ksb runs").status.success());
    let unknown = r#"{ "$schema": "urn:of:nobody" }"#;
    fs::write(file("unknown.json"), unknown).expect("the folder is writable");
    let names = ["new.standard.json", "converted.standard.json", "formatted.standard.json", "unknown.json"];
    let ran = Command::new("node")
        .arg(format!("{service}/check.mjs"))
        .args(names)
        .current_dir(folder.path())
        .output();
    let ran = ran.expect("Node runs");
    let said = String::from_utf8_lossy(&ran.stdout);
    let said: Vec<&str> = said.lines().collect();
    // The service complains where it can, and only about the file that names a schema that does not exist.
    assert!(matches!(said.as_slice(), [only] if only.starts_with("unknown.json: ")), "{said:#?} {ran:?}");
}
