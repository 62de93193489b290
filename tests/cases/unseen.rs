//! Invisible characters, and letters that look like others, in every text of a document.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::Case;

/// The rule that reports each of these characters.
const MARKS: [(char, &str); 13] = [
    ('\0', "unseen-character"),
    ('\x1b', "unseen-character"),
    ('\u{85}', "unseen-character"),
    ('\u{ad}', "unseen-character"),
    ('\u{200b}', "unseen-character"),
    ('\u{200f}', "unseen-character"),
    ('\u{202e}', "unseen-character"),
    ('\u{2028}', "unseen-character"),
    ('\u{e000}', "unseen-character"),
    ('\u{feff}', "unseen-character"),
    ('\u{fffd}', "unseen-character"),
    ('\u{e0041}', "unseen-character"),
    ('\u{430}', "lookalike-letter"),
];

/// Texts of a document, as JSON pointers, and what findings call them.
const TEXTS: [(&str, &str); 9] = [
    ("/title", "title"),
    ("/route", "route"),
    ("/overview", "overview"),
    ("/summary/0", "summary[0]"),
    ("/typicalJobTitles/0", "typicalJobTitles[0]"),
    ("/keywords/0", "keywords[0]"),
    ("/employers/0", "employers[0]"),
    ("/duties/0/text", "D1"),
    ("/knowledge/0/text", "K1"),
];

/// The clean sample with a text in place of the one at a JSON pointer.
fn with(pointer: &str, text: &str) -> Case {
    let sample = include_str!("../../samples/clean.standard.json");
    let mut document: Value = serde_json::from_str(sample).expect("JSON");
    *document.pointer_mut(pointer).expect("the sample has such a text") = json!(text);
    written(&document)
}

fn written(document: &Value) -> Case {
    let folder = TempDir::new().expect("there is room for a folder");
    let path = folder.path().join("case.standard.json");
    fs::write(&path, document.to_string()).expect("files can be written");
    Case { path, _folder: folder }
}

/// The findings of a rule about a subject: their severities, and the texts at their places.
fn of(case: &Case, rule: &str, subject: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(&case.path).expect("a text");
    let found = case.diagnostics().1.into_iter();
    let found = found.filter(|one| one["rule"] == rule && one["subject"] == subject);
    let place = |one: &Value| {
        let end =
            |index: usize| usize::try_from(one["span"][index].as_u64().expect("a number")).expect("a place");
        text[end(0)..end(1)].to_owned()
    };
    found.map(|one| (one["severity"].as_str().expect("a text").to_owned(), place(&one))).collect()
}

#[test]
fn a_character_that_nobody_sees_is_told_in_every_text_at_its_place() {
    for (pointer, subject) in TEXTS {
        let (mark, rule) = MARKS[4];
        let found = of(&with(pointer, &format!("Ha{mark}nd")), rule, subject);
        assert_eq!(found, [("warning".to_owned(), mark.to_string())], "{pointer}");
    }
    for (mark, rule) in MARKS {
        let found = of(&with("/knowledge/0/text", &format!("The ha{mark}nd.")), rule, "K1");
        let written = json!(mark.to_string()).to_string();
        let written = written.trim_matches('"').to_owned();
        assert_eq!(found, [("warning".to_owned(), written)], "{mark:?}");
    }
}

#[test]
fn a_title_of_nothing_else_is_told() {
    for (mark, _) in MARKS {
        let (_, found) = with("/title", &mark.to_string()).diagnostics();
        let about = |one: &&Value| one["subject"] == "title" && one["severity"] != "advice";
        assert!(found.iter().filter(about).count() > 0, "{mark:?}: {found:#?}");
    }
}

#[test]
fn what_has_no_letter_is_not_written() {
    for text in ["123.", "—", "\u{200b}.", "[insert text here]", "TBC", "T\u{200b}BC"] {
        assert_eq!(of(&with("/knowledge/0/text", text), "stub-statement", "K1").len(), 1, "{text}");
        assert_eq!(of(&with("/duties/0/text", text), "stub-statement", "D1").len(), 1, "{text}");
        assert_eq!(of(&with("/title", text), "missing-title", "title").len(), 1, "{text}");
    }
    assert_eq!(of(&with("/knowledge/0/text", "\u{200b} "), "empty-statement", "K1").len(), 1);
}
