//! Tables whose rows say what they are, as people change them by hand, and the templates for new documents.

mod laws;

use ksb::check::check;
use ksb::config::Config;
use ksb::convert::{Target, convert, template};
use ksb::diagnostic::Severity;
use ksb::model::{Document, Standard, StandardKind};
use ksb::read::{Reading, read};
use ksb::source::{Source, SourceId};
use laws::writing::opened;
use serde_json::{Value, json};

fn csv(text: &str) -> Source {
    Source::new(SourceId(0), "a.csv", text)
}

fn standard<'r>(reading: &'r Reading<'_>) -> &'r Standard<'r> {
    match &reading.document {
        Some(Document::Standard(standard)) => standard,
        other => panic!("no standard: {other:?}, {:?}", reading.diagnostics),
    }
}

/// What a table states, and the findings about anything that could not be read.
fn stated(text: &str) -> (Value, Vec<String>) {
    let source = csv(text);
    let reading = read(&source, None);
    let json = convert(reading.document.as_ref().expect("a document"), &source);
    let mut value: Value = serde_json::from_str(&json).expect("JSON");
    value.as_object_mut().expect("an object").remove("source");
    let said = reading.diagnostics.iter();
    (value, said.map(|one| format!("{}: {}", source.slice(one.primary().span), one.message)).collect())
}

#[test]
fn rows_are_added_by_hand() {
    let table = "Type,Code,Text,KSBs\n\
                 Title,,Dyer,\n\
                 level,,Level 3,\n\
                 Duty,1,Dye wool.,\"K1, S1 and S9\"\n\
                 Duties,Duty 2,Wash it.,\n\
                 K,K1,The law.,\n\
                 Skills,S1,Mix dyes.,\n\
                 Skill,S9,\"Weld \"\"old\"\" pipes.\",\n";
    let expected = json!({
        "kind": "apprenticeship", "title": "Dyer", "level": 3,
        "duties": [
            { "code": "D1", "text": "Dye wool.", "ksbs": ["K1", "S1", "S9"] },
            { "code": "D2", "text": "Wash it.", "ksbs": [] },
        ],
        "knowledge": [{ "code": "K1", "text": "The law." }],
        "skills": [{ "code": "S1", "text": "Mix dyes." }, { "code": "S9", "text": "Weld \"old\" pipes." }],
    });
    assert_eq!(stated(table), (expected, Vec::new()));
}

#[test]
fn columns_may_be_left_out_and_moved() {
    let table = "Text;Type\nThe law.;Knowledge\nThe tides.;Knowledge\nS4: Mix dyes.;Skill\nTest;Keywords\n";
    let expected = json!({
        "kind": "apprenticeship", "keywords": ["Test"],
        "knowledge": [{ "code": "K1", "text": "The law." }, { "code": "K2", "text": "The tides." }],
        "skills": [{ "code": "S4", "text": "Mix dyes." }],
    });
    assert_eq!(stated(table), (expected, Vec::new()));
}

#[test]
fn what_has_no_place_is_told() {
    let table = "Type,Code,Text,Evidence\n\
                 Title,,Dyer,\n\
                 Title,,Weaver,\n\
                 Colour,,Blue,\n\
                 Level,,many,\n\
                 ,,Nothing,\n\
                 Knowledge,K1,The law.,a test\n\
                 Knowledge,,The tides.,\n\
                 Kind,,Guild,\n\
                 Keyword,K7,dyes,\n";
    let (value, said) = stated(table);
    assert_eq!((&value["title"], value["knowledge"].as_array().map(Vec::len)), (&json!("Dyer"), Some(1)));
    let expected = [
        "Evidence: the column \"Evidence\" is not read",
        "many: the level is not a number",
        "Colour: some of the types of rows could not be read",
        "Nothing: 2 parts of the table could not be read",
        "Title,,Weaver: some of the facts could not be read",
        "Guild: part of the kind could not be read",
        "Knowledge,,The tides.: some of the statements could not be read",
    ];
    assert_eq!(said, expected);
}

#[test]
fn values_have_their_places() {
    let text = "Type,Code,Text\nSkill,S1,\"Weld \"\"old\"\" pipes.\"\nSummary,,\"\"\" a\"\"\"\n";
    let source = csv(text);
    let reading = read(&source, None);
    let standard = standard(&reading);
    let statement = &standard.statements.items()[0];
    assert_eq!(
        (source.slice(statement.code.span), source.slice(statement.text.span_of(6..9))),
        ("S1", "old")
    );
    let summary = &standard.summary.items()[0];
    assert_eq!((summary.as_str(), source.slice(summary.span())), (" a", "\"\" a\"\""));
}

#[test]
fn other_tables_with_a_type_are_strangers() {
    for text in ["Type,Text\nError,no file\nWarning,slow\n", "Type,Text,Level\nrow,a,1\nrow,b,2\nTitle,c,3\n"]
    {
        assert!(read(&csv(text), None).document.is_none(), "{text}");
    }
}

#[test]
fn a_template_says_what_is_to_be_written_and_nothing_else() {
    for kind in StandardKind::ALL {
        for target in Target::ALL {
            let written = template(kind, target).expect("it can be written");
            let source = opened(&written, target);
            let reading = read(&source, None);
            let read = standard(&reading);
            assert_eq!(read.kind, kind, "{target:?}");
            let kinds: Vec<_> = read.kinds().collect();
            assert_eq!(kinds, kind.kinds(), "{target:?}");
            assert_eq!(read.duties.items().len(), usize::from(kind.has_duties()), "{target:?}");
            for found in check(&reading, &Config::default()) {
                let is_to_be_written = match found.rule {
                    "missing-title" | "stub-statement" => {
                        source.slice(found.primary().span).contains("nsert ")
                    }
                    "empty-field" => ["the level is empty", "the route is empty"].contains(&&*found.message),
                    // A draft with one duty has less than a standard.
                    _ => found.severity == Severity::Advice,
                };
                assert!(is_to_be_written, "{kind:?} {target:?}: {} {}", found.rule, found.message);
            }
        }
    }
}
