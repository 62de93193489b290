use std::borrow::Cow;
use std::collections::BTreeSet;

use super::*;
use crate::schema;
use crate::source::Span;
use crate::syntax::{Tree, Value, parse};

#[test]
fn a_row_is_found_by_its_fact_its_name_or_its_labels() {
    let ids: BTreeSet<FactId> = FACTS.iter().map(|row| row.id).collect();
    let names: BTreeSet<&str> = FACTS.iter().map(|row| row.name).collect();
    assert_eq!((ids.len(), names.len()), (FACTS.len(), FACTS.len()));
    assert!(FACTS.iter().all(|row| !row.in_words.is_empty() && !row.label.is_empty()));
    for more in [|row: &FactRow| row.text_labels, |row: &FactRow| row.html_labels] {
        let all = || FACTS.iter().flat_map(|row| row.labels.iter().chain(more(row)));
        assert_eq!(all().collect::<BTreeSet<_>>().len(), all().count());
    }
}

#[test]
fn both_ways_to_a_value_lead_to_its_field() {
    let place = Span::new(1, 2);
    for row in &FACTS {
        let mut facts = Facts::default();
        match row.value_mut(&mut facts) {
            FactValueMut::Text(field) => *field = Field::Empty(place),
            FactValueMut::Number(field) => *field = Field::Empty(place),
            FactValueMut::YesNo(field) => *field = Field::Empty(place),
            FactValueMut::Texts(field) => *field = Field::Empty(place),
        }
        let empty = FACTS.iter().filter(|row| row.value(&facts).empty() == Some(place));
        assert_eq!(empty.map(|row| row.name).collect::<Vec<_>>(), [row.name]);
    }
}

/// The part of a schema for a key, starting from the object that has the properties.
fn property<'t, 's>(tree: &'t Tree<'s>, from: &str, path: (Option<&str>, &str)) -> Value<'t, 's> {
    let (object, key) = path;
    let object = object.map_or(String::new(), |object| format!("/properties/{object}"));
    let pointer = format!("{from}{object}/properties/{key}");
    let property = tree.resolve(&pointer).unwrap_or_else(|| panic!("{pointer} is not in the schema"));
    let named = property.get("$ref").and_then(Value::as_str);
    named.map_or(property, |name| tree.resolve(name.trim_start_matches('#')).expect("a definition"))
}

/// The sorts of value that a schema allows, besides `null`.
fn types(schema: Value<'_, '_>) -> Vec<String> {
    let given = schema.get("type").expect("a type");
    let all = given.as_str().into_iter().chain(given.elements().filter_map(Value::as_str));
    all.filter(|one| one != "null").map(Cow::into_owned).collect()
}

#[test]
fn the_schema_has_each_fact_as_what_it_is() {
    let (tree, errors) = parse(schema::standard().text);
    assert_eq!(errors, []);
    for row in &FACTS {
        let schema = property(&tree, "", row.path());
        let expected: &[&str] = match row.kind {
            FactKind::Text | FactKind::Prose | FactKind::Date => &["string"],
            FactKind::Code => &["integer", "string"],
            FactKind::Number | FactKind::Months | FactKind::Pounds => &["integer"],
            FactKind::YesNo => &["boolean"],
            FactKind::Texts => &["array"],
        };
        assert_eq!(types(schema), expected, "{}", row.name);
        let is_date = schema.get("format").and_then(Value::as_str).as_deref() == Some("date");
        assert_eq!(is_date, row.kind == FactKind::Date, "{}", row.name);
    }
}

#[test]
fn the_schemas_of_both_apis_have_their_keys() {
    let standards: Vec<RecordKey> = FACTS.iter().filter_map(|row| row.standards_api).collect();
    let maps: Vec<RecordKey> = FACTS.iter().filter_map(|row| row.maps_api).collect();
    for (schema, from, keys) in [
        (schema::standards_api(), "/$defs/record", standards),
        (schema::maps_api(), "/$defs/occupation", maps),
    ] {
        let (tree, errors) = parse(schema.text);
        assert_eq!(errors, []);
        for key in keys {
            property(&tree, from, key.path());
        }
    }
}
