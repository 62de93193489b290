//! Which codes in a document are citations of a standard.
#![allow(clippy::disallowed_methods, reason = "the test reads its own folder")]

mod contexts;

use std::sync::LazyLock;

use ksb::citing::{Block, Citable, Citation, Citations, CitingDocument, CitingOptions, cite};
use ksb::model::Document;
use ksb::read::{Reading, read};
use ksb::source::{Source, SourceId, TableCell, Text};

/// A standard with twenty statements of each kind.
fn standard() -> String {
    let list = |letter: &str| {
        let one = |number: usize| format!("{letter}{number}: How thing {number} of {letter} is done well.\n");
        (1..=20).map(one).collect::<String>()
    };
    format!(
        "Reference: ST9990\nDuty 1 Do it. K1 S1 B1\nKnowledge\n{}Skills\n{}Behaviours\n{}",
        list("K"),
        list("S"),
        list("B")
    )
}

/// The codes that are found in paragraphs.
fn cited(paragraphs: &[&str]) -> Vec<String> {
    cited_in(paragraphs.iter().map(|text| block(text, None)).collect())
}

fn block(text: &str, cell: Option<TableCell>) -> Block<'_> {
    Block { text: Text::verbatim(text, 0), cell, is_heading: false }
}

fn cited_in(blocks: Vec<Block<'_>>) -> Vec<String> {
    shown(blocks, |_| true)
}

/// The codes that a document claims to cover, without those that a grid does not mark.
fn claimed_in(blocks: Vec<Block<'_>>) -> Vec<String> {
    shown(blocks, |one: &Citation<'_>| one.is_covered())
}

fn shown(blocks: Vec<Block<'_>>, is_wanted: impl Fn(&Citation<'_>) -> bool) -> Vec<String> {
    let one = |one: &Citation<'_>| match one.last {
        Some(last) => format!("{}-{last}", one.first),
        None => one.first.to_string(),
    };
    found(blocks).codes.iter().filter(|one| is_wanted(one)).map(one).collect()
}

fn found(blocks: Vec<Block<'_>>) -> Citations<'_> {
    static STANDARD: LazyLock<Source> =
        LazyLock::new(|| Source::new(SourceId(0), "standard.txt", standard()));
    static READING: LazyLock<Reading<'static>> = LazyLock::new(|| read(&STANDARD, None));
    let Some(Document::Standard(standard)) = &READING.document else { panic!("the standard is read") };
    let document = CitingDocument { source: SourceId(1), blocks };
    cite(&document, &Citable::new(standard), &CitingOptions::default())
}

/// The cells of a table.
fn table<'t>(rows: &[&[&'t str]]) -> Vec<Block<'t>> {
    let mut blocks = Vec::new();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            blocks.push(block(text, Some(TableCell { table: 1, row, column })));
        }
    }
    blocks
}

const EVERYDAY: &str = include_str!("everyday.txt");

/// The everyday texts that are taken for citations after these paragraphs, and how many texts there are.
fn taken<'t>(before: &[&'t str]) -> (Vec<&'t str>, usize) {
    let own = cited(before).len();
    let is_taken = |text: &&str| cited(&[before, &[*text]].concat()).len() > own;
    (EVERYDAY.lines().filter(is_taken).collect(), EVERYDAY.lines().count())
}

#[test]
fn everyday_texts_cite_nothing() {
    let (taken, all) = taken(&[]);
    assert!(all >= 590);
    assert!(taken.len() * 100 <= all, "{taken:#?}");
}

#[test]
fn everyday_texts_in_a_document_that_cites_are_not_citations() {
    let (taken, all) = taken(&["Week 1: gates (KSBs: K1, S3)."]);
    assert!(taken.len() * 100 <= all, "{} of {all} {taken:#?}", taken.len());
}

#[test]
fn lists_of_several_kinds_are_citations() {
    assert_eq!(cited(&["Week 1: fit a lock gate (K1, S3 & B2)."]), ["K1", "S3", "B2"]);
    assert_eq!(cited(&["KSBs: K1-K4, S2"]), ["K1-K4", "S2"]);
}

#[test]
fn in_a_document_that_cites_doubtful_ones_count() {
    let found = cited(&[
        "Covered here: K1, S3.",
        "The lock was repaired (K5).",
        "We used an S3 bucket.",
        "S4: Gates",
    ]);
    assert_eq!(found, ["K1", "S3", "K5", "S4"]);
}

#[test]
fn the_header_of_a_column_decides() {
    let rows: &[&[&str]] =
        &[&["Week", "KSBs", "Room"], &["1", "k1, 2 and 3", "B1"], &["2", "S4", "B2"], &["3", "", "B3"]];
    assert_eq!(cited_in(table(rows)), ["K1", "K2", "K3", "S4"]);
}

#[test]
fn a_grid_cites_what_is_marked() {
    let rows: &[&[&str]] = &[
        &["Learner", "K1", "K2", "S3"],
        &["A", "x", "", "no"],
        &["B", "x", "Met", "-"],
        &["C", "n", "", ""],
    ];
    assert_eq!(claimed_in(table(rows)), ["K1", "K2"]);
    let rows: &[&[&str]] =
        &[&["KSB", "Week 1", "Week 2"], &["K1", "x", ""], &["S2", "", "x"], &["B3", "", ""]];
    assert_eq!(claimed_in(table(rows)), ["K1", "S2"]);
    let log: &[&[&str]] = &[&["KSB", "Evidence", "Gap"], &["K1", "Log", "y"], &["S2", "Plan", ""]];
    assert_eq!(claimed_in(table(log)), ["K1", "S2"]);
}

#[test]
fn a_text_that_is_close_to_a_statement_names_it() {
    let close = |text: &str| -> Vec<(String, usize)> {
        let found = found(vec![block(text, None)]);
        found.close.iter().map(|one| (one.code.to_string(), one.likeness)).collect()
    };
    assert_eq!(close("How each thing 7 of K is done well"), [("K7".to_owned(), 94)]);
    assert_eq!(close("How thing 7 of K is done well"), []);
    assert_eq!(close("How the day in the workshop went for all of us"), []);
}

#[test]
fn codes_that_are_written_apart_need_a_clear_context() {
    assert_eq!(cited(&["KSBs: K 1, S-3 and B.2"]), ["K1", "S3", "B2"]);
    assert_eq!(cited(&["Week 1: fit a lock gate (K 1, S 3)."]), ["K1", "S3"]);
    assert_eq!(
        cited(&["KSBs: K1", "Fit a gate (K3, S 4).", "Skills: S 1, S 2", "Stand S 5, hall B 7"]),
        ["K1", "K3", "S4", "S1", "S2"]
    );
    let rows: &[&[&str]] = &[&["Week", "KSBs", "Room"], &["1", "K 1, S 2", "B 1"], &["2", "K-4", "B 2"]];
    assert_eq!(cited_in(table(rows)), ["K1", "S2", "K4"]);
}

#[test]
fn a_head_names_the_letter_of_numbers_below_it() {
    let rows: &[&[&str]] = &[
        &["Week", "Knowledge", "Skills", "Behaviours", "Hours"],
        &["1", "1, 2, 5", "3", "", "12"],
        &["2", "7-9", "1 & 4", "2", "3, 4"],
    ];
    let expected = ["K1", "K2", "K5", "S3", "K7-K9", "S1", "S4", "B2"];
    assert_eq!(cited_in(table(rows)), expected);
    let scores: &[&[&str]] =
        &[&["Learner", "Knowledge", "Skills", "Behaviours"], &["A", "3", "4", "5"], &["B", "2", "2", "4"]];
    assert_eq!(cited_in(table(scores)), [""; 0]);
    let counts: &[&[&str]] = &[&["Pitcher", "K", "S"], &["A", "120", "1,204"], &["B", "98", "1,100"]];
    assert_eq!(cited_in(table(counts)), [""; 0]);
    // One number that the standard does not have, or one word, does not hide anything.
    let unknown: &[&[&str]] = &[
        &["Week", "K", "S"],
        &["1", "1, 2, 5", "3"],
        &["2", "none", "1 & 4"],
        &["3", "78", "2"],
        &["4", "3-5, 9", "TBC"],
        &["5", "4, 6", "1, 2"],
        &["6", "7", "3, 4"],
        &["7", "8", "5"],
    ];
    let codes = cited_in(table(unknown));
    assert!(codes.contains(&"K78".to_owned()) && codes.contains(&"K3-K5".to_owned()), "{codes:?}");
    let alone: &[&[&str]] = &[&["Aisle", "B"], &["1", "1, 2"], &["2", "3, 4"]];
    assert_eq!(cited_in(table(alone)), [""; 0]);
}

#[test]
fn a_header_may_be_below_a_title_and_span_several_columns() {
    let titled: &[&[&str]] = &[
        &["Lock keeper 2026/27"],
        &["Standard:", "ST9901"],
        &["Week", "Topic", "Knowledge", "Skills", "Room"],
        &["1", "Paddles", "K1; K2", "S1", "B1"],
        &["2", "Pounds", "K4", "S2, S3", "B2"],
    ];
    assert_eq!(cited_in(table(titled)), ["K1", "K2", "S1", "K4", "S2", "S3"]);
    let shared: &[&[&str]] =
        &[&["Week", "KSBs", ""], &["1", "K1", "S4"], &["2", "K2", "S1, B2"], &["3", "", "B1"]];
    let blocks = || table(shared).into_iter().filter(|block| !block.text.is_empty()).collect();
    assert_eq!(cited_in(blocks()), ["K1", "S4", "K2", "S1", "B2", "B1"]);
    let two: &[&[&str]] = &[&["Week", "KSBs"], &["", "K", "S"], &["1", "1, 2", "3"], &["2", "4-6", "1"]];
    assert_eq!(cited_in(table(two)), ["K1", "K2", "S3", "K4-K6", "S1"]);
}

#[test]
fn a_list_goes_as_far_as_its_codes() {
    assert_eq!(cited(&["KSBs: k7, k8 and s3"]), ["K7", "K8", "S3"]);
    assert_eq!(
        cited(&["KSBs: K1\u{2011}K3; K4...K6; \"S1\", S2†, {S3}, K7/8/9"]),
        ["K1-K3", "K4-K6", "S1", "S2", "S3", "K7", "K8", "K9"]
    );
    assert_eq!(
        cited(&["KSBs: K7-9; K2 - 4", "Covers K1, 8 and 9.", "(S1, 2 photos)"]),
        ["K7-K9", "K2-K4", "K1", "S1"]
    );
    // What may be meant is not lost.
    let doubtful = |text: &'static str| -> Vec<String> {
        let blocks = ["KSBs: K1, S1", text].map(|text| block(text, None)).into();
        found(blocks).doubtful.iter().map(|one| one.first.to_string()).collect()
    };
    assert_eq!(doubtful("Covers K7, 8 weeks"), ["K8"]);
    assert_eq!(doubtful("Met (K7 - 9)"), ["K7"]);
    assert_eq!(doubtful("Good use of S2, but S3 needs work, and K7.1; see; room S4"), ["S2", "S3", "K7.1"]);
}

#[test]
fn rooms_in_a_document_that_cites_are_not_codes() {
    let rows: &[&[&str]] = &[&["Room", "Seats"], &["B1", "20"], &["B2", "30"], &["S3", "10"], &["K4", "8"]];
    let mut blocks = vec![block("KSBs: K1, S2", None)];
    blocks.extend(table(rows));
    assert_eq!(cited_in(blocks), ["K1", "S2"]);
}

#[test]
fn a_list_of_codes_is_a_list_of_citations() {
    let lines = ["K1: read the drawing", "K2: named the parts", "S3: fitted a gate", "Mapped to K1, K2 & S3"];
    assert_eq!(cited(&lines), ["K1", "K2", "S3", "K1", "K2", "S3"]);
    assert_eq!(cited(&["K1", "S3", "B2"]), ["K1", "S3", "B2"]);
}
