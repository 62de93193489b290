//! What must be true for any input: no reader panics, every place lies in the file on character boundaries, and
//! converting a converted document changes nothing.
#![allow(clippy::disallowed_methods, reason = "tests may read the samples")]

mod laws;

use ksb::model::Format;
use ksb::read::encoding::decode;
use ksb::source::{Encoding, SourceId};
use laws::assert_places;
use laws::reading::{is_converted, is_read};
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

/// Reads, checks and converts a text as one format, or as what it looks like.
fn exercise(text: &str, from: Option<Format>) {
    is_read(text, from);
    is_converted(text, from);
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
            if source.encoding() == Encoding::Utf8 {
                prop_assert_eq!(source.text().len(), bytes.len());
            }
            assert_places(&source, &found);
        }
    }
}

/// Every sample cut at many places, and with parts of it missing.
#[test]
fn damaged_samples_are_read() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut cuts = 0;
    for folder in [root.join("pages"), root.join("drafts"), root.join("broken")] {
        for entry in std::fs::read_dir(folder).expect("the samples") {
            let bytes = std::fs::read(entry.expect("an entry").path()).expect("a sample is read");
            // Word documents and workbooks are not plain text.
            let Ok(text) = String::from_utf8(bytes) else { continue };
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
