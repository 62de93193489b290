//! Which codes in a document are citations of a standard.
#![allow(clippy::disallowed_methods, reason = "the test reads its own folder")]

use ksb::citing::{Block, Citable, CitingChoices, CitingDocument, cite};
use ksb::model::Document;
use ksb::read::read;
use ksb::source::{Source, SourceId, TableCell, Text};

/// A standard with twenty statements of each kind.
fn standard() -> String {
    let list = |letter: &str| {
        let one = |number: usize| format!("{letter}{number}: How thing {number} of {letter} is done well.\n");
        (1..=20).map(one).collect::<String>()
    };
    format!("Duty 1 Do it. K1 S1 B1\nKnowledge\n{}Skills\n{}Behaviours\n{}", list("K"), list("S"), list("B"))
}

/// The codes that are found in paragraphs.
fn cited(paragraphs: &[&str]) -> Vec<String> {
    cited_in(paragraphs.iter().map(|text| block(text, None)).collect())
}

fn block(text: &str, cell: Option<TableCell>) -> Block<'_> {
    Block { text: Text::verbatim(text, 0), cell, is_heading: false }
}

fn cited_in(blocks: Vec<Block<'_>>) -> Vec<String> {
    let source = Source::new(SourceId(0), "standard.txt", standard());
    let reading = read(&source, None);
    let Some(Document::Standard(standard)) = &reading.document else { panic!("the standard is read") };
    let document = CitingDocument { source: SourceId(1), blocks };
    let found = cite(&document, &Citable::new(standard), &CitingChoices::default());
    let shown = |first: &ksb::model::Code, last: Option<ksb::model::Code>| {
        last.map_or_else(|| first.to_string(), |last| format!("{first}-{last}"))
    };
    found.codes.iter().map(|one| shown(&one.first, one.last)).collect()
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

#[test]
fn everyday_texts_cite_nothing() {
    let texts = include_str!("everyday.txt");
    let taken: Vec<&str> = texts.lines().filter(|text| !cited(&[*text]).is_empty()).collect();
    assert!(texts.lines().count() >= 300);
    assert!(taken.len() * 100 <= texts.lines().count(), "{taken:#?}");
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
        "S4: gates",
    ]);
    assert_eq!(found, ["K1", "S3", "K5", "S4"]);
}

#[test]
fn the_head_of_a_column_tells() {
    let rows: &[&[&str]] =
        &[&["Week", "KSBs", "Room"], &["1", "k1, 2 and 3", "B1"], &["2", "S4", "B2"], &["3", "", "B3"]];
    assert_eq!(cited_in(table(rows)), ["K1", "K2", "K3", "S4"]);
}
