//! What holds for any input: no reader panics, every place lies in the file on character boundaries,
//! and converting what was converted changes nothing.
#![allow(clippy::disallowed_methods, reason = "tests may read the samples")]

use ksb::check::{check, check_together};
use ksb::config::Config;
use ksb::convert::convert;
use ksb::lint::Extract;
use ksb::model::{Document, Format};
use ksb::read::encoding::decode;
use ksb::read::read;
use ksb::source::{Source, SourceId, Span};
use proptest::prelude::*;

/// Pieces that the readers look for, so that random texts reach far into them.
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "\"kind\": \"apprenticeship\"",
    "\"duties\": [",
    "\"code\": \"K1\"",
    "\"ksbs\": [\"k1\", \"S2\"]",
    "\"level\": 3",
    "\\u00e9",
    "\\ud83d",
    "\u{a0}",
    "\u{feff}",
    "\r\n",
    "\n",
    "\n\n",
    "\t",
    " ",
    "Key information",
    "Reference: ST9999",
    "Level: 4",
    "Level 4 - ",
    "Status:",
    "Occupation duties",
    "Duty 1 Do it.",
    "Duty D2",
    "K1 K2 S1",
    "K1: Know it. Back to Duty",
    "S1: Do it.",
    "Knowledge",
    "Typical job titles include:",
    "Employers involved in creating the standard:",
    "A Ltd, B Ltd, C Ltd, D Ltd",
    "This apprenticeship has been retired",
    "Occupational profile",
    "---|---|",
    "|",
    "(1) Note",
    "Typically 24 months",
    "Occupational Map: Made up",
    "<p>Cluster: One <i>Two.</i></p> <p>Tester (3) Trier (4/5): - A - B</p>",
    "Made up\tTechnical Occupations\tHigher Technical Occupations\tProfessional Occupations",
    "<html>",
    "<h1>",
    "</h1>",
    "<table id=\"dutiesTable\">",
    "<tr class=\"duty-row\">",
    "<td>",
    "</table>",
    "<span class=\"ksb-item\" data-ksb-id=\"K1\"><strong>K1 </strong></span>",
    "<p id=\"K1\"><strong>K1</strong>: a&nbsp;b",
    "<!--",
    "<script>",
    "&amp;",
    "&#x1F600;",
    "é",
    "🦀",
    "\u{202e}",
    "1e999",
    "-0",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// The places of all that a document states.
fn places(document: &Document<'_>) -> Vec<Span> {
    match document {
        Document::Standard(standard) => {
            let texts = standard.texts().into_iter().map(|(_, text)| text.span());
            let duties = standard.duties.items().iter();
            let codes = duties.flat_map(|duty| duty.code.iter().chain(duty.codes()).map(|code| code.span));
            let statements = standard.statements.items().iter().map(|statement| statement.code.span);
            texts.chain(codes).chain(statements).chain([standard.start]).collect()
        }
        Document::Map(map) => {
            let levels = map.occupations().flat_map(|(_, one)| one.levels.iter().map(|level| level.span));
            map.texts().into_iter().map(|(_, text)| text.span()).chain(levels).chain([map.start]).collect()
        }
    }
}

fn assert_inside(source: &Source, span: Span) {
    assert!(source.text().get(span.range()).is_some(), "{span:?} is no place in {:?}", source.text());
}

/// Reads, checks and converts a text as one format, or as what it looks like.
fn exercise(text: &str, from: Option<Format>) {
    let source = Source::new(SourceId(0), "any", text);
    let reading = read(&source, from);
    for diagnostic in check(&reading, &Config::default()) {
        for label in &diagnostic.labels {
            assert_inside(&source, label.span);
        }
        for edit in diagnostic.fix.iter().flat_map(|fix| &fix.edits) {
            assert_inside(&source, edit.span);
        }
    }
    let Some(document) = &reading.document else { return };
    for span in places(document) {
        assert_inside(&source, span);
    }
    let extract = Extract::from(document);
    let _findings = check_together(&[extract.clone(), extract], &Config::default());
    let native = convert(document, &source);
    let second = Source::new(SourceId(0), "native", native.as_str());
    let again = read(&second, None).document.expect("what was converted is a document");
    assert_eq!(convert(&again, &second), native);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_in_any_format(text in texts(), format in 0..=Format::ALL.len()) {
        exercise(&text, Format::ALL.get(format).copied());
    }

    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok((source, found)) = decode(SourceId(0), "any", bytes.clone()) {
            prop_assert_eq!(source.text().len(), bytes.len());
            for diagnostic in &found {
                for label in &diagnostic.labels {
                    assert_inside(&source, label.span);
                }
            }
        }
    }
}

/// Every sample cut at many places, and with parts of it missing.
#[test]
fn damaged_samples_are_read() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut cuts = 0;
    for folder in [root.join("pages"), root.join("broken")] {
        for entry in std::fs::read_dir(folder).expect("the samples") {
            let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("UTF-8");
            for part in 1..24 {
                let at = text.floor_char_boundary(text.len() * part / 24);
                let to = text.floor_char_boundary(text.len() * (part + 3).min(24) / 24);
                exercise(&text[..at], None);
                exercise(&text[at..], None);
                exercise(&[&text[..at], &text[to..]].concat(), None);
                cuts += 1;
            }
        }
    }
    assert!(cuts > 100, "only {cuts} cuts");
}
