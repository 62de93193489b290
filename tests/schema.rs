//! The embedded schemas are valid and described in plain English.

use ksb::check::check;
use ksb::config::Config;
use ksb::diagnostic::Diagnostic;
use ksb::model::Format;
use ksb::read::read;
use ksb::source::{ColumnUnit, Source, SourceId};
use serde_json::Value;

fn schemas() -> impl Iterator<Item = (&'static str, Value)> {
    ksb::schema::ALL.iter().map(|schema| (schema.name, serde_json::from_str(schema.text).expect("JSON")))
}

/// Calls `f` with every object inside `value` and its pointer.
fn walk(value: &Value, pointer: &str, f: &mut dyn FnMut(&str, &Value)) {
    if value.is_object() {
        f(pointer, value);
    }
    let children: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, child)| (format!("{pointer}/{key}"), child)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(i, child)| (format!("{pointer}/{i}"), child)).collect()
        }
        _ => Vec::new(),
    };
    for (pointer, child) in children {
        walk(child, &pointer, f);
    }
}

/// Every property of every object in the schema, with its pointer.
fn properties(schema: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    walk(schema, "", &mut |pointer, object| {
        // A property may itself be called `properties`; an object of properties has no `type` string.
        let Some(properties) = object.get("properties").and_then(Value::as_object) else { return };
        for (key, property) in properties {
            found.push((format!("{pointer}/properties/{key}"), property.clone()));
        }
    });
    found
}

#[test]
fn each_schema_is_valid_against_the_metaschema() {
    for (name, schema) in schemas() {
        assert!(jsonschema::meta::is_valid(&schema), "{name}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
    }
}

#[test]
fn every_list_of_formats_is_whole() {
    let mut own: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
    own.sort_unstable();
    let mut count = 0;
    for (name, schema) in schemas() {
        walk(&schema, "", &mut |pointer, object| {
            let values = object.get("enum").and_then(Value::as_array);
            let mut values: Vec<&str> = values.into_iter().flatten().filter_map(Value::as_str).collect();
            if values.contains(&"native-json") {
                values.sort_unstable();
                assert_eq!(values, own, "{name}{pointer}");
                count += 1;
            }
        });
    }
    assert!(count >= 3, "only {count} lists of formats");
}

/// The schemas of data that others publish, who may add unknown keys.
const OPEN: [&str; 2] = ["standards-api", "maps-api"];

#[test]
fn every_object_is_closed_and_every_property_described() {
    for (name, schema) in schemas() {
        let closed = (!OPEN.contains(&name)).then_some(&Value::Bool(false));
        walk(&schema, "", &mut |pointer, object| {
            if object.get("properties").is_some_and(Value::is_object) && object.get("type").is_some() {
                assert_eq!(object.get("additionalProperties"), closed, "{name} {pointer}");
            }
        });
        for (pointer, property) in properties(&schema) {
            let target =
                property["$ref"].as_str().map(|path| schema.pointer(&path[1..]).expect("a definition"));
            let described = |part: &Value| part["description"].as_str().is_some_and(|text| text.len() > 10);
            assert!(described(&property) || target.is_some_and(described), "{name} {pointer}");
        }
    }
}

#[test]
fn the_list_of_schemas_is_whole() {
    let page = include_str!("../schemas/README.md");
    let rows = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let rows: Vec<&str> = rows.filter(|name| *name != "ksb schema").collect();
    assert_eq!(rows, ksb::schema::ALL.iter().map(|schema| schema.name).collect::<Vec<_>>());
}

#[test]
fn every_example_is_valid() {
    let mut examples = 0;
    for (name, schema) in schemas() {
        for (pointer, property) in properties(&schema) {
            for example in property["examples"].as_array().into_iter().flatten() {
                let mut alone = property.clone();
                if let Some(definitions) = schema.get("$defs") {
                    alone["$defs"] = definitions.clone();
                }
                assert!(jsonschema::is_valid(&alone, example), "{name} {pointer} {example}");
                examples += 1;
            }
        }
    }
    assert!(examples > 50, "the schemas have examples");
}

#[test]
fn every_rule_that_a_schema_names_is_there() {
    let rules: Vec<&str> = ksb::rules::ALL.iter().map(|rule| rule.meta().name).collect();
    let mut named = 0;
    for (name, schema) in schemas() {
        walk(&schema, "", &mut |pointer, object| {
            let Some(deferred) = object.get("x-ksb-rules") else { return };
            walk(deferred, "", &mut |_, map| {
                for rule in map.as_object().into_iter().flatten().filter_map(|(_, rule)| rule.as_str()) {
                    assert!(rules.contains(&rule), "{name} {pointer} names {rule}");
                    named += 1;
                }
            });
        });
    }
    assert!(named > 5, "schemas name rules");
}

/// The diagnostics of a native document, each with its line and column.
fn findings(text: &str) -> Vec<(usize, usize, Diagnostic)> {
    let source = Source::new(SourceId(0), "test.standard.json", text);
    let reading = read(&source, Some(Format::NativeJson));
    let found = check(&reading, &Config::default());
    let placed = found.into_iter().map(|one| {
        let position = source.position(one.primary().span.start as usize, ColumnUnit::CodePoints);
        (position.line, position.column, one)
    });
    placed.collect()
}

/// What the schema says about one line of a document that is otherwise correct.
fn said(line: &str) -> Vec<String> {
    let text = format!(
        "{{\n\"kind\": \"occupation\",\n\"source\": {{ \"format\": \"native-json\", \"sha256\": \"{}\" }},\n{line}\n}}",
        "0".repeat(64)
    );
    let schema = findings(&text).into_iter().filter(|(_, _, one)| one.rule == "schema");
    schema
        .map(|(line, column, one)| {
            assert_eq!(line, 4, "{}", one.message);
            format!("{column} {}: {} / {}", one.subject, one.message, one.help.unwrap_or_default())
        })
        .collect()
}

#[test]
fn five_mistakes_are_five_findings() {
    let text = include_str!("../samples/broken/five-mistakes.standard.json");
    let found = findings(text);
    let places: Vec<(usize, &str, &str)> =
        found.iter().map(|(line, _, one)| (*line, one.rule, one.subject.as_str())).collect();
    let line = |needle: &str| text.lines().position(|line| line.contains(needle)).expect(needle) + 1;
    assert_eq!(places.len(), 5, "{places:#?}");
    assert_eq!(places[0], (line("\"titel\""), "schema", "titel"));
    assert_eq!(places[1], (line("\"level\""), "schema", "level"));
    assert_eq!(places[2], (line("\"gren\""), "schema", "typicalJobTitles[1].gren"));
    assert_eq!((places[3].0, places[3].1), (line("\"k2\""), "schema"));
    assert_eq!((places[4].1, places[4].2), ("duplicate-mapping", "D3→S3"));
    assert_eq!(found[0].2.help.as_deref(), Some("did you mean `title`?"));
}

#[test]
fn mistakes_are_told_in_plain_english() {
    let one = |line: &str| {
        let said = said(line);
        assert_eq!(said.len(), 1, "{line}: {said:#?}");
        said.into_iter().next().expect("one")
    };
    assert_eq!(
        one(r#""regulated": "true""#),
        "14 regulated: `regulated` must be true or false, not text / write true without quotation marks"
    );
    assert_eq!(
        one(r#""title": 12"#),
        "10 title: `title` must be text in quotation marks, not a number / write it in quotation marks: \"12\""
    );
    assert_eq!(one(r#""sumary": []"#), "1 sumary: `sumary` is not a known key / did you mean `summary`?");
    assert!(one(r#""frobnicate": []"#).contains("remove it, or use one of the known keys: `$schema`"));
    assert!(
        one(r#""typicalJobTitles": [4]"#)
            .starts_with("22 typicalJobTitles[0]: `typicalJobTitles[0]` must be text")
    );
    assert!(one(r#""duties": [{ "code": "D1", "ksbs": [] }]"#).contains("`text` is missing"));
    assert!(
        one(r#""duties": [{ "code": "1", "text": "Do it.", "ksbs": [] }]"#)
            .contains("write it in the form `D1`")
    );
}

#[test]
fn a_message_names_the_key_that_it_is_about() {
    for (line, message) in [
        (r#""level": [3]"#, "`level`"),
        (r#""kind": "apprentice""#, "`kind`"),
        (r#""reference": "ST99""#, "`reference`"),
        (r#""knowledge": [{ "code": "S1", "text": "" }]"#, "`knowledge[0].code`"),
        (r#""duties": [{ "code": "D1", "ksbs": [] }]"#, "`text` is missing from `duties[0]`"),
        (r#""duties": [{ "code": "D1", "text": "a", "ksbs": ["K1", "K1"] }]"#, "`duties[0].ksbs`"),
        (r#""typicalDurationMonths": -1"#, "`typicalDurationMonths`"),
        (r#""dates": { "created": "soon" }"#, "`dates.created`"),
        (r#""dates": { "made": "soon" }"#, "`made` is not a known key in `dates`"),
    ] {
        let text = format!("{{ \"title\": \"Cooper\", \"kind\": \"occupation\", {line} }}");
        let source = Source::new(SourceId(0), "a.json", text);
        let found = read(&source, None).diagnostics;
        let of_schema: Vec<&str> =
            found.iter().filter(|one| one.rule == "schema").map(|one| one.message.as_str()).collect();
        assert!(of_schema.iter().any(|said| said.contains(message)), "{line}: {of_schema:?}");
    }
}

#[test]
fn the_branch_that_the_author_meant_is_the_only_one_told() {
    let ignore = |entry: &str| said(&format!("\"x-ksb-ignore\": [{entry}]"));
    let neither = ignore(r#"{ "rule": "a", "reason": "b" }"#);
    assert_eq!(neither.len(), 1, "{neither:#?}");
    assert!(neither[0].contains("`subject` or `pointer`"), "{neither:#?}");
    let misspelt = ignore(r#"{ "rule": "a", "subjct": "K1", "reason": "x" }"#);
    assert_eq!(misspelt.len(), 1, "{misspelt:#?}");
    assert!(misspelt[0].contains("did you mean `subject`?"), "{misspelt:#?}");
    let pointer = ignore(r#"{ "rule": "a", "pointer": "no", "reason": "x" }"#);
    assert_eq!(pointer.len(), 1, "{pointer:#?}");
    assert!(pointer[0].contains("right form"), "{pointer:#?}");
}

#[test]
fn a_kind_that_is_misspelt_is_suggested() {
    let found = findings(r#"{ "kind": "aprenticeship", "title": "X", "level": 3, "duties": [] }"#);
    let kind = found.iter().find(|(_, _, one)| one.subject == "kind").expect("a finding about the kind");
    assert!(kind.2.help.as_deref().is_some_and(|help| help.contains("did you mean `apprenticeship`?")));
}
