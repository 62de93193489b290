//! Whether two sources of one version give the same statements the same codes, according to `ksb diff`.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod scratch;

use scratch::Scratch;
use serde_json::{Value, json};

const STANDARDS_API: &str = include_str!("../samples/api/canal-lock-keeper-1.1.standards-api.json");
const MAPS_API: &str = include_str!("../samples/api/canal-lock-keeper.maps-api.json");

/// What the comparison of the two says about their codes.
fn same_codes(old: &str, new: &str) -> Value {
    let scratch = Scratch::new(&[]);
    scratch.write("old.json", old);
    scratch.write("new.json", new);
    let (_, out, _) = scratch.run(&["diff", "--format", "json", "old.json", "new.json"]);
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let schema: Value =
        serde_json::from_str(include_str!("../schemas/diff-report.schema.json")).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &report), "{report}");
    report["sameCodes"].clone()
}

#[test]
fn both_sources_of_a_version_are_told_to_number_alike() {
    assert_eq!(same_codes(STANDARDS_API, MAPS_API), json!({ "shared": 44, "different": [] }));
}

#[test]
fn statements_that_a_source_numbers_otherwise_are_listed() {
    let swapped = MAPS_API.replace("\"K3\"", "\"K\"").replace("\"K4\"", "\"K3\"").replace("\"K\"", "\"K4\"");
    assert_ne!(swapped, MAPS_API);
    let different = json!([{ "old": "K3", "new": "K4" }, { "old": "K4", "new": "K3" }]);
    assert_eq!(same_codes(STANDARDS_API, &swapped), json!({ "shared": 44, "different": different }));
}

#[test]
fn two_versions_are_not_two_sources() {
    let older = include_str!("../samples/canal-lock-keeper-1.0.standard.json");
    assert_eq!(same_codes(older, MAPS_API), Value::Null);
}
