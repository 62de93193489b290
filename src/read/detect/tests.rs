use super::*;

fn format_named(text: &str, name: &str) -> Option<Format> {
    detect(text, name).format()
}

#[test]
fn json_is_recognised_by_keys_in_the_form_that_they_have_in_a_standard() {
    let (native, api, maps) = (Some(Format::NativeJson), Some(Format::StandardsApi), Some(Format::MapsApi));
    for (text, format) in [
        (r#"{"$schema": "urn:ksb:schema:standard:1"}"#, native),
        (r#"[{"title": "a", "kind": "occupation", "level": 3}]"#, native),
        (r#"{"kind": "apprenticeship", "title": "Beekeeper"}"#, native),
        (r#"{"kind": "apprenticeship", "titel": "Beekeeper"}"#, native),
        (r#"{"reference": "ST9901", "title": "Beekeeper", "level": 2}"#, native),
        (r#"{"knowledge": [{"code": "K1", "text": "Bees."}], "skills": [{"text": "Open a hive."}]}"#, native),
        (
            r#"{"knowlege": [{"code": "K1", "text": "Bees."}], "dutys": [{"code": "D1", "text": "Keep."}]}"#,
            native,
        ),
        (r#"{"duties": [], "knowledge": [], "skills": [], "title": ""}"#, native),
        ("// a comment\n{\"kind\": \"apprenticeship\", \"duties\": []}", native),
        ("{\"kind\": \"apprenticeship\", \"level\": 3, \"duties\": [", native),
        (r#"{"kind": "occupational-map", "pathways": [{"name": "Land", "clusters": []}]}"#, native),
        ("\u{feff} [ {\"title\":\"a\",\"referenceNumber\":\"ST9901\",\"versionNumber\":\"1.0\"", api),
        (r#"{"referenceNumber": "AU9902", "title": "Casks", "status": "In development"}"#, api),
        (r#"{"keywords": [], "technicalKnowledges": [{"id": "1", "detail": "Casks."}], "larsCode": 0}"#, api),
        (r#"{"name": "a", "knowledges": [], "stdCode": "OCC9901"}"#, maps),
        (r#"{"stdCode": "OCC9901A", "name": "a", "statusName": "Approved occupation"}"#, maps),
    ] {
        assert_eq!(format_of(text), format, "{text}");
    }
}

#[test]
fn other_json_is_not_a_standard() {
    for text in [
        "{}",
        "[]",
        "[{}]",
        "12",
        "\"text\"",
        "null",
        "[1, 2]",
        r#"{"name": "honey", "version": "1.0.0", "scripts": {"build": "x"}, "keywords": ["bee"]}"#,
        r#"{"$schema": "https://json.schemastore.org/tsconfig", "compilerOptions": {}}"#,
        r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "a", "properties": {"duties": {}}}"#,
        r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null}]}"#,
        r#"{"openapi": "3.1.0", "info": {"title": "a", "version": "1.0"}, "paths": {}}"#,
        r#"{"name": "skills", "version": "1.0.0", "skills": [], "knowledge": []}"#,
        r#"{"company": "a", "duties": [], "skills": []}"#,
        r#"{"cells": [], "metadata": {}, "nbformat": 4}"#,
        r#"{"lockfileVersion": 3, "packages": {"": {"name": "a"}}}"#,
        r#"{"root": true, "rules": {"semi": "error"}, "overrides": []}"#,
        r#"{"@context": "https://schema.org", "@type": "Occupation", "skills": "Bees", "name": "Beekeeper"}"#,
        r#"{"skills": "Skills", "knowledge": "Knowledge", "behaviours": "Behaviours", "duties": "Duties"}"#,
        r#"{"basics": {}, "work": [], "education": [], "skills": [{"name": "Bees", "keywords": ["hive"]}]}"#,
        r#"{"title": "Beekeeper", "level": "Senior", "summary": "Bees", "skills": ["Hives"], "duties": ["Keep"]}"#,
        r#"{"kind": "apprenticeship", "title": "Job", "company": "a", "location": "b", "url": "c"}"#,
        r#"{"kind": "Pod", "metadata": {"name": "a"}, "status": {}}"#,
        r#"{"referenceNumber": "A-123", "versionNumber": "2", "total": 12}"#,
        r#"{"reference": "ST9955", "learner": "a", "progress": 4, "start": "2025"}"#,
        r#"[{"code": "K1", "type": "Knowledge", "description": "How bees keep warm."}]"#,
        r#"{"knowledge": [{"code": "K1", "description": "Bees"}], "skills": [{"code": "S1", "description": "b"}]}"#,
    ] {
        assert_eq!(format_of(text), None, "{text}");
    }
}

#[test]
fn a_name_says_that_json_is_meant_and_no_more() {
    let begun = r#"{"titel": "Beekeeper", "level": 2}"#;
    assert_eq!(format_named(begun, "a/beekeeper.standard.json"), Some(Format::NativeJson));
    assert_eq!(format_named(begun, "beekeeper.json"), None);
    assert_eq!(format_named("{\"scripts\": {}}", "package.standard.json"), None);
    for (text, name) in [("[package]\nname = \"a\"", "x.json"), ("[[[[", "x.json"), ("{,}", "x.json")] {
        assert!(matches!(detect(text, name), Detected::StrangeJson(..)), "{text}");
        assert!(matches!(detect(text, ""), Detected::Stranger(_)), "{text}");
    }
}

#[test]
fn texts_of_other_kinds_are_not_standards() {
    for text in [
        "[package]\nname = \"ksb\"\n",
        "[a link](https://example.org) to a page\n",
        "; a comment\n[section]\nkey = value\n",
        "{{ page.title }}\n{% for duty in duties %}\nDuty 1 {{ duty }}\n{% endfor %}\n",
        "{\\bf Skills}\n\\section{Duties}\n\\begin{itemize}\n",
        "// KSB items\nwindow.ITEMS = [\n  { id: \"K1\" },\n];\n",
        "/* C */\n#include <stdio.h>\nint main(void) {\n  return 0;\n}\n",
        "{ key: 'value', other: 1 }\n",
        "# Skills\n\nCooking.\n\n## Duties\n\nNone.\n",
        "| item | price |\n|---|---|\n| tea | 3 |\n",
        "knowledge:\n  - code: K1\n    text: Bees.\nskills:\n  - code: S1\n    text: Hives.\n",
        "ID,Description\nK1,Bees.\nS1,\"Hives, and more.\"\n",
        "INSERT INTO ksbs (code, text) VALUES\n('K1', 'Bees.');\n",
        "End-point assessment plan\nGateway requirements\nK1: Bees.\nGrading\n",
        "<?xml version=\"1.0\"?>\n<duties/>\n",
        "<!doctype html><p>Duties and skills</p>\n",
        "#!/bin/sh\nexit 0\n",
    ] {
        assert_eq!(format_of(text), None, "{text}");
    }
}

#[test]
fn documents_inside_something_are_recognised_as_such() {
    let record = r#"{"referenceNumber": "ST9901", "title": "a", "larsCode": 1}"#;
    for (text, count) in [
        (format!("[{record}, {record}]"), 2),
        (format!("{{\"list\": [{record}]}}"), 1),
        (format!("\u{feff}{{\"ST9901\": {record}, \"ST9902\": {record}}}"), 2),
    ] {
        let Detected::Several(_, format, found) = detect(&text, "") else { panic!("{text}") };
        assert_eq!((format, found), (Format::StandardsApi, count), "{text}");
    }
}
