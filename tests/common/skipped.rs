//! A test that needs something that not everyone has says that it is skipped; `tests/what_was_skipped.rs` sums up the
//! skipped tests of a run.
#![allow(dead_code, reason = "each test file uses a part")]

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::PathBuf;

/// What a test may need that not everyone has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Want {
    /// The real documents that readers are tested on.
    Documents,
    /// The programs that `ksb` works with.
    Clients,
}

impl Want {
    pub(crate) const ALL: [Self; 2] = [Self::Documents, Self::Clients];

    /// The variable that makes a test fail instead of being skipped.
    fn demanded_by(self) -> &'static str {
        match self {
            Self::Documents => "KSB_REQUIRE_SHARED",
            Self::Clients => "KSB_REQUIRE_CLIENTS",
        }
    }

    /// What is needed, and how to provide it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Documents => "the real documents (set KSB_SHARED to their folder)",
            Self::Clients => "programs that ksb works with (CONTRIBUTING.md names them)",
        }
    }
}

/// Says that the current test is skipped, and why; it fails instead if nothing may be skipped.
pub(crate) fn skip(want: Want, why: &str) {
    let demanded = want.demanded_by();
    assert!(std::env::var_os(demanded).is_none(), "{demanded} is set, but {why}");
    writeln!(std::io::stderr(), "skipped: {why}").expect("standard error takes a line");
    let Some(path) = list() else { return };
    let file = OpenOptions::new().create(true).append(true).open(path);
    file.and_then(|mut file| file.write_all(line(want).as_bytes())).expect("the list takes a line");
}

/// The list of skipped tests; a program that is not a test has none.
pub(crate) fn list() -> Option<PathBuf> {
    option_env!("CARGO_TARGET_TMPDIR").map(|folder| PathBuf::from(folder).join("skipped-tests"))
}

/// The line for the current test: the run that it is part of, what it needs, its file and its name.
fn line(want: Want) -> String {
    let program = std::env::args().next().unwrap_or_default();
    let thread = std::thread::current();
    format!("{}\t{want:?}\t{program}\t{}\n", run(), thread.name().unwrap_or_default())
}

/// The number of the process that runs all tests of `cargo test`.
pub(crate) fn run() -> u32 {
    #[cfg(unix)]
    return std::os::unix::process::parent_id();
    #[cfg(not(unix))]
    return 0;
}
