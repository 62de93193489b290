//! Spark spreads a catalogue over its workers and finds what one run finds.
#![allow(clippy::disallowed_methods, reason = "these tests run programs on files")]

mod generated;
#[path = "common/skipped.rs"]
mod skipped;

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::process::Command;

use skipped::{Want, skip};

/// A Python that has pyspark, or `None` if there is none and it is not required.
fn python() -> Option<String> {
    let python = env::var("KSB_PYSPARK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let has = Command::new(&python).args(["-c", "import pyspark"]).output();
    if has.is_ok_and(|output| output.status.success()) {
        return Some(python);
    }
    skip(Want::Clients, &format!("{python} has no pyspark"));
    None
}

fn lines(text: &str) -> BTreeSet<&str> {
    text.lines().collect()
}

#[test]
fn spark_finds_what_one_run_finds() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let catalogue = folder.path().join("catalogue.jsonl");
    generated::catalogue(&catalogue, &["--records", "300", "--layout", "lines", "--faults"]);
    let ksb = env!("CARGO_BIN_EXE_ksb");
    let one =
        Command::new(ksb).args(["check", "--format", "jsonl"]).arg(&catalogue).output().expect("ksb runs");
    let one = String::from_utf8(one.stdout).expect("findings are text");
    let findings = folder.path().join("findings.jsonl");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/spark/check_catalogue.py");
    let spark = Command::new(&python)
        .arg(script)
        .args([&catalogue, &findings])
        .args(["--ksb", ksb, "--partitions", "5"])
        .env("PYSPARK_PYTHON", &python)
        .env("SPARK_LOCAL_IP", "127.0.0.1")
        .output()
        .expect("Spark runs");
    assert!(spark.status.success(), "{}", String::from_utf8_lossy(&spark.stderr));
    let spread = fs::read_to_string(&findings).expect("Spark has written its findings");
    assert!(one.lines().count() > 20, "there are findings: {one}");
    assert_eq!(lines(&spread), lines(&one));
    assert_eq!(spread.lines().count(), one.lines().count());
}

#[test]
fn blocks_against_blocks_find_the_links_of_one_run() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let catalogue = folder.path().join("catalogue.json");
    generated::catalogue(&catalogue, &["--records", "120"]);
    let ksb = env!("CARGO_BIN_EXE_ksb");
    let one = Command::new(ksb)
        .args(["progression", "--format", "csv", "--least", "1"])
        .arg(&catalogue)
        .output()
        .expect("ksb runs");
    let one = String::from_utf8(one.stdout).expect("links are text");
    let links = folder.path().join("links.csv");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/spark/progression.py");
    let spark = Command::new(&python)
        .arg(script)
        .args([&catalogue, &links])
        .args(["--ksb", ksb, "--blocks", "3", "--least", "1", "--send"])
        .env("PYSPARK_PYTHON", &python)
        .env("SPARK_LOCAL_IP", "127.0.0.1")
        .output()
        .expect("Spark runs");
    assert!(spark.status.success(), "{}", String::from_utf8_lossy(&spark.stderr));
    let spread = fs::read_to_string(&links).expect("Spark has written the links");
    assert!(one.lines().count() > 20, "there are links: {one}");
    assert_eq!(lines(&spread), lines(&one));
    assert_eq!(spread.lines().count(), one.lines().count());
}
