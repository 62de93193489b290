//! Says at the end of `cargo test`, in one line, how many tests were skipped and what to set. Its name sorts after all
//! others, because tests run in that order.
#![allow(clippy::disallowed_methods, reason = "the test reads what others have written")]

#[path = "common/skipped.rs"]
mod skipped;

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;

use skipped::Want;

/// The number of tests that a run has skipped, from the list of all runs, or `None` if there are none.
fn summed(list: &str, run: u32) -> Option<String> {
    let mut lines: BTreeSet<(&str, &str)> = BTreeSet::new();
    for line in list.lines() {
        let Some((of, rest)) = line.split_once('\t') else { continue };
        if of == run.to_string() {
            lines.extend(rest.split_once('\t'));
        }
    }
    let parts = Want::ALL.into_iter().filter_map(|want| {
        let count = lines.iter().filter(|(wanted, _)| *wanted == format!("{want:?}")).count();
        let tests = if count == 1 { "test" } else { "tests" };
        (count > 0).then(|| format!("{count} {tests} for want of {}", want.words()))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("skipped: {}", parts.join(", ")))
}

#[test]
fn the_skipped_tests_of_this_run_are_summed_up() {
    let Some(path) = skipped::list().filter(|path| path.exists()) else { return };
    let list = fs::read_to_string(&path).expect("the list is text");
    fs::remove_file(path).expect("the list can be removed");
    if let Some(sum) = summed(&list, skipped::run()) {
        writeln!(std::io::stderr(), "{sum}").expect("standard error takes a line");
    }
}

#[test]
fn a_test_is_counted_once_and_only_in_its_run() {
    let list = "7\tDocuments\ta\tone\n7\tDocuments\ta\tone\n7\tDocuments\tb\tone\n6\tDocuments\tc\tone\n7\tClients\td\ttwo\n";
    let sum = summed(list, 7).expect("some were skipped");
    assert!(sum.starts_with("skipped: 2 tests for want of the real documents (set KSB_SHARED"), "{sum}");
    assert!(sum.contains(", 1 test for want of programs"), "{sum}");
    assert_eq!(summed(list, 5), None);
}

#[test]
fn no_other_test_runs_later() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    let names = fs::read_dir(folder).expect("the folder of this file").map(|entry| {
        let path = entry.expect("an entry").path();
        let is_test =
            path.extension().is_some_and(|extension| extension == "rs") || path.join("main.rs").exists();
        path.file_stem().filter(|_| is_test).map(|stem| stem.to_string_lossy().into_owned())
    });
    assert_eq!(names.flatten().max().as_deref(), Some("what_was_skipped"));
}
