//! `ksb history --on`: which version is open for starts on a date, and why.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod scratch;

use scratch::Scratch;
use serde_json::{Value, json};

/// A version of a standard as a file: its reference, number, status, and first and last day of starts.
fn version(scratch: &Scratch, [reference, number, status, first, last]: [&str; 5]) {
    let mut dates = serde_json::Map::new();
    for (key, day) in [("earliestStart", first), ("latestStart", last)] {
        if !day.is_empty() {
            dates.insert(key.to_owned(), json!(day));
        }
    }
    let document = json!({
        "kind": "apprenticeship", "reference": reference, "version": number, "status": status, "title": "Kite maker",
        "dates": dates
    });
    scratch.write(&format!("{reference}-{number}.standard.json"), &document.to_string());
}

fn several(versions: &[[&str; 5]]) -> Scratch {
    let scratch = Scratch::new(&[]);
    for one in versions {
        version(&scratch, *one);
    }
    scratch
}

/// What the report says about a date: the version, and the reason.
fn on(scratch: &Scratch, day: &str) -> (Option<String>, String) {
    let (code, out, _) = scratch.run(&["history", "ST9901", ".", "--on", day, "--format", "json"]);
    assert_eq!(code, 0);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let schema: Value = serde_json::from_str(include_str!("../schemas/starts.schema.json")).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &report), "{report}");
    let line = &report["standards"][0];
    let number = line["version"]["version"].as_str().map(str::to_owned);
    (number, line["reason"].as_str().expect("a reason").to_owned())
}

#[test]
fn a_version_takes_starts_between_its_days() {
    let scratch = several(&[
        ["ST9901", "1.0", "Retired", "2020-10-01", "2024-08-31"],
        ["ST9901", "1.1", "Approved for delivery", "2024-10-01", ""],
        ["ST9901", "1.2", "In development", "2024-11-01", ""],
    ]);
    for (day, number, reason) in [
        ("2020-09-30", None, "starts on 1.0 begin on 1 October 2020"),
        ("2020-10-01", Some("1.0"), "it takes starts from 1 October 2020 to 31 August 2024"),
        ("2024-08-31", Some("1.0"), "it takes starts from 1 October 2020 to 31 August 2024"),
        ("2024-09-15", None, "starts on 1.0 ended on 31 August 2024; starts on 1.1 begin on 1 October 2024"),
        ("2030-01-01", Some("1.1"), "it takes starts from 1 October 2024"),
    ] {
        assert_eq!(on(&scratch, day), (number.map(str::to_owned), reason.to_owned()), "{day}");
    }
}

#[test]
fn dates_that_contradict_each_other_are_told() {
    let scratch = several(&[
        ["ST9901", "1.0", "Retired", "2020-10-01", "2024-10-31"],
        ["ST9901", "1.1", "Approved for delivery", "2024-09-01", ""],
    ]);
    let reason = "it takes starts from 1 September 2024; so does 1.0, by its own dates";
    assert_eq!(on(&scratch, "2024-10-01"), (Some("1.1".to_owned()), reason.to_owned()));
    let (_, _, err) = scratch.run(&["history", "ST9901", ".", "--on", "2024-10-01"]);
    assert!(err.contains("start-dates-not-contiguous") && err.contains("1 error in 1 of 2"), "{err}");
}

#[test]
fn what_cannot_be_told_is_said() {
    let said = |versions: &[[&str; 5]]| on(&several(versions), "2024-10-01");
    let none = |reason: &str| (None, reason.to_owned());
    let open_ended = ["ST9901", "1.0", "Retired", "2020-10-01", ""];
    assert_eq!(said(&[open_ended]), none("1.0 is retired and does not state when its starts ended"));
    assert_eq!(
        said(&[["ST9901", "1.0", "Approved for delivery", "", ""]]),
        none("1.0 does not state when its starts begin")
    );
    let written = ["ST9901", "1.0", "In development", "", ""];
    assert_eq!(said(&[written]), none("the status of 1.0 is In development"));
    // A version that does not say when its starts end continues until the next one begins.
    let both = [
        ["ST9901", "1.0", "Approved for delivery", "2020-10-01", ""],
        ["ST9901", "1.1", "Approved for delivery", "2024-09-01", ""],
    ];
    assert_eq!(said(&both), (Some("1.1".to_owned()), "it takes starts from 1 September 2024".to_owned()));
}

#[test]
fn without_a_reference_all_standards_are_told_of() {
    let scratch = several(&[
        ["ST9902", "1.0", "Approved for delivery", "2024-09-01", ""],
        ["ST9901", "1.0", "Approved for delivery", "2025-09-01", ""],
    ]);
    let (code, out, err) = scratch.run(&["history", ".", "--on", "2024-10-01", "--format", "csv"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let expected = "reference,title,version,status,earliest start,latest start,reason,file,document\n\
                    ST9901,Kite maker,,,,,starts on 1.0 begin on 1 September 2025,,\n\
                    ST9902,Kite maker,1.0,Approved for delivery,2024-09-01,,it takes starts from 1 September 2024,ST9902-1.0.standard.json,\n";
    assert_eq!(out, expected);
    let (_, out, _) = scratch.run(&["history", ".", "--on", "2024-10-01", "--width", "50"]);
    let expected = "Version for a start on 1 October 2024\n\n  ST9901  none  Kite maker: starts on 1.0 begin on\n                1 September 2025.\n  ST9902  1.0   Kite maker: it takes starts from 1\n                September 2024.\n";
    assert_eq!(out, expected);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let scratch = several(&[["ST9901", "1.0", "Approved for delivery", "2024-09-01", ""]]);
    for (args, said) in [
        (["history", "ST9901", ".", "--on=2024-02-30", "--format=json"], "is not a date"),
        (["history", "ST9901", ".", "--on=2024-02-03", "--format=html"], "terminal, json and csv"),
        (["history", "ST9902", ".", "--on=2024-02-03", "--format=json"], "did you mean `ST9901`?"),
        (["history", "ST9901", ".", "--format=csv", "--width=80"], "works only with `--on`"),
    ] {
        let (code, out, err) = scratch.run(&args);
        assert!(code == 2 && out.is_empty() && err.contains(said), "{args:?}: {err}");
    }
}
