//! What our schema check reports about a document is what `jsonschema` reports about it, whatever is done to the
//! document.
#![allow(clippy::disallowed_methods, reason = "tests may read the samples")]

use std::fs;
use std::path::Path;

use jsonschema::{Draft, PatternOptions, Validator};
use ksb::schema::{self, Schema};
use ksb::syntax;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A schema, and the valid documents that changes start from.
struct Subject {
    schema: &'static Schema,
    validator: Validator,
    documents: Vec<Value>,
}

fn subject(schema: &'static Schema, files: &[&str]) -> Subject {
    let validator = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .build(&serde_json::from_str(schema.text).expect("a schema is JSON"))
        .expect("a schema is one");
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let read = |file: &&str| {
        let text = fs::read_to_string(samples.join(file)).expect("a sample");
        let value: Value = serde_json::from_str(&text).expect("a sample is JSON");
        if let Value::Array(records) = value { records } else { vec![value] }
    };
    Subject { schema, validator, documents: files.iter().flat_map(read).collect() }
}

fn subjects() -> [Subject; 4] {
    [
        subject(
            schema::standard(),
            &[
                "clean.standard.json",
                "orchard-technician-1.1.standard.json",
                "canal-lock-keeper-1.0.standard.json",
            ],
        ),
        subject(schema::occupational_map(), &["land-water-heritage.occupational-map.json"]),
        subject(
            schema::standards_api(),
            &["api/waterways.catalogue.json", "api/canal-lock-keeper-1.1.standards-api.json"],
        ),
        subject(schema::maps_api(), &["api/canal-lock-keeper.maps-api.json"]),
    ]
}

/// What a value may become.
fn others() -> Vec<Value> {
    let texts = [
        "",
        "K1",
        "K01",
        "TK12a",
        "S3",
        "D2",
        "B1 ",
        "ST9901",
        "ST990",
        " fa9901",
        "\u{a0}FA9901",
        "AU9901",
        "1.0",
        "1.",
        "2024-02-29",
        "2023-02-29",
        "0000-01-01",
        "9999-12-31",
        "2024-13-01",
        "01/02/2024",
        "OCC9901A",
        "Z1234567",
        "tab\t\"quoted\"",
        "é",
        "0f8fad5b-d9cb-469f-a165-70867728950e",
        "apprenticeship",
        "native-json",
        "1",
    ];
    let numbers = ["0", "1", "-1", "1.0", "1.5", "1e2", "-0", "18446744073709551615", "1e300"];
    let numbers = numbers.iter().map(|digits| serde_json::from_str(digits).expect("a number"));
    let simple =
        [json!(null), json!(true), json!(false), json!([]), json!({}), json!([1, 1]), json!(["K1", "K1"])];
    texts.iter().map(|text| json!(text)).chain(numbers).chain(simple).collect()
}

/// All values in a document, as JSON pointers.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(place, item)| places(item, format!("{at}/{place}"), found));
        }
        Value::Object(members) => {
            members.iter().for_each(|(key, item)| places(item, format!("{at}/{key}"), found));
        }
        _ => {}
    }
    found.push(at);
}

/// Makes one change: a value becomes another, is removed, or is repeated.
fn change(document: &mut Value, place: usize, how: usize) {
    let (mut all, others) = (Vec::new(), others());
    places(document, String::new(), &mut all);
    let at = all[place % all.len()].clone();
    let Some((parent, last)) = at.rsplit_once('/') else { return };
    if how < others.len() {
        *document.pointer_mut(&at).expect("it is there") = others[how].clone();
        return;
    }
    let copy = document.pointer(&at).expect("it is there").clone();
    match document.pointer_mut(parent).expect("it is there") {
        Value::Array(items) if how.is_multiple_of(2) => items.push(copy),
        Value::Array(items) => drop(items.remove(last.parse().expect("a number"))),
        Value::Object(members) if how.is_multiple_of(2) => drop(members.insert("unheardOf".to_owned(), copy)),
        Value::Object(members) => drop(members.remove(last)),
        _ => {}
    }
}

fn quick_answer(schema: &Schema, document: &Value) -> Option<bool> {
    let text = document.to_string();
    let (tree, errors) = syntax::parse(&text);
    assert!(errors.is_empty());
    schema.fast_path(&tree)
}

#[test]
fn valid_documents_are_told_at_once() {
    for Subject { schema, validator, documents } in subjects() {
        for document in documents {
            assert!(validator.is_valid(&document), "{}", schema.name);
            assert_eq!(quick_answer(schema, &document), Some(true), "{}", schema.name);
        }
    }
}

#[test]
fn a_repeated_key_is_left_to_others() {
    let (tree, _) = syntax::parse(r#"{"kind":"occupation","kind":1}"#);
    assert_eq!(schema::standard().fast_path(&tree), None);
}

#[test]
fn what_is_told_is_what_jsonschema_tells() {
    let subjects = subjects();
    let count = others().len() + 8;
    let changes = prop::collection::vec((any::<usize>(), 0..count), 1..4);
    let told = std::cell::Cell::new([0_usize; 3]);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(4_000));
    let given = (0..subjects.len(), any::<usize>(), changes);
    let result = runner.run(&given, |(subject, document, changes)| {
        let Subject { schema, validator, documents } = &subjects[subject];
        let mut document = documents[document % documents.len()].clone();
        for (place, how) in changes {
            change(&mut document, place, how);
        }
        let (own, theirs) = (quick_answer(schema, &document), validator.is_valid(&document));
        prop_assert!(own.is_none_or(|own| own == theirs), "{}: {own:?} for {document}", schema.name);
        let mut counts = told.get();
        counts[own.map_or(2, usize::from)] += 1;
        told.set(counts);
        Ok(())
    });
    result.expect("one answer");
    let [no, yes, open] = told.get();
    assert!(no > 500 && yes > 300 && open < 2_000, "{no} no, {yes} yes, {open} left open");
}
