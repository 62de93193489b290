//! Inputs that once failed or hung, each with the law that it broke. None of them is timed: a hang is noticed anyway.

mod laws;

use ksb::fix::Fixes;
use ksb::model::Format;
use laws::{comparing, editing, reading, records};

/// About 100 KB of `piece`.
fn much(piece: &str) -> String {
    piece.repeat(100_000 / piece.len())
}

/// The text with spaces after it, so that [`reading::is_read`] renders the report for people.
fn for_people(mut text: String) -> String {
    while text.len() % 8 != 6 {
        text.push(' ');
    }
    text
}

/// For each comma, a rule looked for words from the start of the text, and after the comma to the end.
#[test]
fn a_paragraph_of_commas_is_checked() {
    for piece in [", ", "a, "] {
        let text = format!("{{\"kind\": \"apprenticeship\", \"summary\": [\"{}\"]}}", much(piece));
        reading::is_read(&text, Some(Format::NativeJson));
    }
}

/// One finding with thousands of labels on one line, each of which took up a row as long as the line.
#[test]
fn an_employer_that_is_named_thousands_of_times_is_shown() {
    reading::is_read(&for_people(much("A Ltd, ")), Some(Format::OccupationPageText));
}

/// Each word of one text was compared with each word of the other.
#[test]
fn statements_of_thousands_of_words_are_compared() {
    let document = |piece: &str| {
        let text = much(piece);
        format!(
            "{{\"kind\": \"apprenticeship\", \"knowledge\": [{{\"code\": \"K1\", \"text\": \"{text}\"}}]}}"
        )
    };
    for new in ["a b c d e f g h i j ", "a b c d e f g j i h "] {
        let old = document("a b c d e f g h i j ");
        comparing::are_compared(&[old, document(new)].join(comparing::BETWEEN));
    }
}

/// What cannot be read counts as nothing for `jsonschema`, but was reported as wrong by our own validation.
#[test]
fn a_value_that_is_no_json_is_left_to_jsonschema() {
    for (text, format) in [
        ("{\"referenceNumber\": \"ST9901\", \"versionNumber\": 1-}", Format::StandardsApi),
        ("{\"stdCode\": \"OCC9901\", \"level\": 2.}", Format::MapsApi),
    ] {
        reading::is_read(text, Some(format));
    }
}

/// In a document that begins with a byte order mark in the middle of its file, the columns were counted without the
/// mark.
#[test]
fn a_byte_order_mark_between_documents_is_a_character() {
    records::are_split("{\"a\":1}\n\u{feff}{\"b\":2}\n");
}

/// Each unknown key was looked for among all members, and each column counted from the start of its line.
#[test]
fn an_object_of_thousands_of_keys_is_checked() {
    type Key = fn(usize) -> String;
    let kinds: [Key; 5] = [
        |number| format!("\"x{number}\""),
        |number| format!("\"titl{number}\""),
        |number| format!("\"aaaaaaaa{number:08}bbbbbbbb\""),
        |_| "\"extension\"".to_owned(),
        |number| number.to_string(),
    ];
    for key in kinds {
        let members: Vec<String> = (0..4000).map(|number| format!("{}: 1, ", key(number))).collect();
        let members = members.concat();
        reading::is_read(&format!("{{{members}\"kind\": \"apprenticeship\"}}"), Some(Format::NativeJson));
    }
}

/// Each finding in an array walked over all elements before its own; each code without a statement was looked for in
/// its list.
#[test]
fn an_array_of_thousands_of_mistakes_is_checked() {
    let wrong = "{\"code\": 1, \"txet\": null}, ".repeat(4000);
    let codes = (2..8000).map(|number| format!("\"K{number}\", ")).collect::<Vec<_>>().concat();
    let text = format!(
        "{{\"kind\": \"apprenticeship\", \"knowledge\": [{wrong}{{\"code\": \"K1\", \"text\": \"Locks.\"}}], \
         \"duties\": [{{\"code\": \"D1\", \"text\": \"Lock.\", \"ksbs\": [{codes}\"K1\"]}}]}}"
    );
    reading::is_read(&text, Some(Format::NativeJson));
}

/// The name of each Act began at the start of the text, so that all of them together took quadratic time.
#[test]
fn texts_of_nothing_but_acts_are_compared() {
    let document = |verb: &str| {
        let text = format!("How {verb} {}", much("Act "));
        format!(
            "{{\"kind\": \"apprenticeship\", \"knowledge\": [{{\"code\": \"K1\", \"text\": \"{text}\"}}]}}"
        )
    };
    comparing::are_compared(&[document("is"), document("was")].join(comparing::BETWEEN));
}

/// A full stop was added after the backtick that ends a code span over several lines, where it is not part of the
/// words, and so it was added again and again.
#[test]
fn words_that_end_in_a_code_span_are_left_alone() {
    let text = "# Skills\n\n- S1: Wash it in `a\n  bowl`\n- S2: Dry it in the `sun`\n";
    editing::is_fixed(text, Some(Format::Markdown), Fixes::All);
}
