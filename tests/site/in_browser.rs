//! The pages in a real browser, and what validators say about them. Needs node, Chromium, `tests/browser/node_modules`
//! and a Python with feedparser.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::browser;
use crate::made::{catalogue, site};
use crate::skipped::{Want, skip};

#[test]
fn pages_hold_in_a_browser_and_are_valid() {
    if let Some(missing) = browser::missing() {
        skip(Want::Clients, &missing);
        return;
    }
    let made = catalogue();
    let drafts = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/broken");
    let drafts = drafts.to_str().expect("UTF-8");
    site(&[made.path(), drafts], &made.root(), &[]);
    browser::run("site.mjs", [made.root()]);
}

#[test]
fn feeds_can_be_read() {
    let python = env::var_os("KSB_FEEDPARSER_PYTHON").unwrap_or_else(|| OsString::from("python3"));
    let has_it = Command::new(&python).args(["-c", "import feedparser"]).output();
    if !has_it.is_ok_and(|output| output.status.success()) {
        skip(Want::Clients, "there is no feedparser here (KSB_FEEDPARSER_PYTHON names a Python that has it)");
        return;
    }
    let made = catalogue();
    site(&[made.path()], &made.root(), &[]);
    let script = made.folder().join("feeds.py");
    fs::write(&script, include_str!("feeds.py")).expect("it is written");
    let output = Command::new(&python).arg(script).arg(made.root()).output().expect("Python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
