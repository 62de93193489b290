//! A long array is read in pieces from a file, and as a whole from standard input: both find the same, at the same
//! places, whatever is wrong with it.
#![allow(clippy::disallowed_methods, reason = "these tests run programs on files")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The records of two samples, one of them with faults, as they stand there.
fn records() -> Vec<Value> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let read = |name: &str| {
        let text = fs::read_to_string(samples.join(name)).expect("a sample");
        serde_json::from_str::<Vec<Value>>(&text).expect("an array")
    };
    let mut all = read("broken/feed.catalogue.json");
    all.extend(read("api/waterways.catalogue.json"));
    all
}

/// Two megabytes of records, each written by `write`, with `between` between them.
fn array(between: &str, write: impl Fn(usize, &Value) -> String) -> Vec<u8> {
    let (records, mut text, mut count) = (records(), "[".to_owned(), 0);
    while text.len() < 2 << 20 {
        text += if count == 0 { "" } else { between };
        text += &write(count, &records[count % records.len()]);
        count += 1;
    }
    text += "]\n";
    text.into_bytes()
}

/// What is found in the text and where, read in the one way and in the other.
fn both_ways(text: &[u8]) -> [Value; 2] {
    let folder = TempDir::new().expect("there is room for a folder");
    let file = folder.path().join("long.json");
    fs::write(&file, text).expect("files can be written");
    [false, true].map(|piped| {
        let mut ksb = Command::new(env!("CARGO_BIN_EXE_ksb"));
        ksb.args(["check", "--no-config", "--no-progress", "--format", "json", "--severity", "advice"]);
        if piped {
            ksb.args(["--stdin-filename", "long.json", "-"]);
            ksb.stdin(Stdio::from(fs::File::open(&file).expect("the file is there")));
        } else {
            ksb.arg("long.json").current_dir(folder.path());
        }
        let ran = ksb.output().expect("ksb runs");
        assert!(matches!(ran.status.code(), Some(1 | 2)), "{}", String::from_utf8_lossy(&ran.stderr));
        serde_json::from_slice(&ran.stdout).expect("findings are JSON")
    })
}

fn say_the_same(text: &[u8]) -> Value {
    let [pieces, whole] = both_ways(text);
    let count = |found: &Value| found["diagnostics"].as_array().map(Vec::len);
    assert!(count(&whole) > Some(20), "{:?}", count(&whole));
    assert_eq!(count(&pieces), count(&whole));
    assert!(pieces == whole, "the same findings at other places, or in another order");
    pieces
}

#[test]
fn records_in_one_line() {
    say_the_same(&array(",", |_, record| record.to_string()));
}

#[test]
fn records_over_many_lines_with_other_letters() {
    let write = |count, record: &Value| {
        let pretty = serde_json::to_string_pretty(record).expect("JSON").replace('\n', "\r\n");
        pretty.replacen("\"title\": \"", &format!("\"title\": \"{}", ["é ", "🦀 ", ""][count % 3]), 1)
    };
    say_the_same(&array(" ,\r\n\r\n", write));
}

#[test]
fn records_that_hold_what_looks_like_the_next_one() {
    let write = |count: usize, record: &Value| {
        let key = "{\"referenceNumber\":1}";
        let inner = if count % 50 == 7 { format!("{{\"nested\":[{key},{key}],") } else { "{".to_owned() };
        record.to_string().replacen('{', &inner, 1)
    };
    say_the_same(&array(",", write));
    // The first key of all records, and of what stands in some of them.
    let write = |count: usize, record: &Value| {
        let nested = if count % 50 == 7 { "[{\"first\":1},{\"first\":2}]" } else { "1" };
        record.to_string().replacen('{', &format!("{{\"first\":{nested},"), 1)
    };
    say_the_same(&array(",", write));
}

#[test]
fn records_that_are_no_json() {
    let write = |count: usize, record: &Value| {
        let text = record.to_string();
        if count == 60 { text.replacen("\"level\":", "\"level\":tru,\"more\":", 1) } else { text }
    };
    let found = say_the_same(&array(",", write));
    let rules = found["diagnostics"].as_array().expect("findings");
    assert!(rules.iter().any(|one| one["rule"] == "syntax"), "the mistake is told");
}

#[test]
fn what_is_wrong_between_records() {
    let text = array(",", |_, record| record.to_string());
    let end = text.len() - 2;
    say_the_same(&text[..end]);
    say_the_same(&[&text[..end], b",{}]x"].concat());
    let mut other = text.clone();
    other[end - 500_000] = 0xff;
    say_the_same(&other);
    say_the_same(&["\u{feff}".as_bytes(), &text].concat());
}
