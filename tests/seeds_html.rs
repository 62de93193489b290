//! The reader of occupation pages on a real page: codes, lines and counts.

mod common;

use std::collections::BTreeSet;

use ksb::diagnostic::Diagnostic;
use ksb::model::{Document, Duty, Field, Format, Kind, Standard, StandardKind};
use ksb::read::{Reading, read};
use ksb::source::{ColumnUnit, Position, Source, SourceId, Span};

fn page() -> Option<Source> {
    let bytes = common::shared("formats/occupation-page-occ0499-v1-2.html")?;
    Some(source(String::from_utf8(bytes).expect("the page is UTF-8")))
}

fn source(text: String) -> Source {
    Source::new(SourceId(0), "page.html", text)
}

fn standard(source: &Source) -> (Standard<'_>, Vec<Diagnostic>) {
    let Reading { document, diagnostics, .. } = read(source, None);
    let Some(Document::Standard(standard)) = document else { panic!("a standard") };
    (*standard, diagnostics)
}

fn position(source: &Source, span: Span) -> (usize, usize) {
    let Position { line, column } = source.position(span.start as usize, ColumnUnit::CodePoints);
    (line, column)
}

#[test]
fn key_information_is_read() {
    let Some(source) = page() else { return };
    let (standard, diagnostics) = standard(&source);
    assert_eq!(diagnostics, []);
    assert_eq!((standard.format, standard.kind), (Format::OccupationPageHtml, StandardKind::Occupation));
    let facts = &standard.facts;
    let line = |field: &Field<_>| {
        field.stated().map(|text: &ksb::source::Text<'_>| position(&source, text.span()).0)
    };
    assert_eq!(facts.occupation.stated().map(ksb::source::Text::as_str), Some("OCC0499"));
    assert!(matches!(facts.reference, Field::NotShown));
    assert_eq!(line(&facts.title), Some(222));
    assert_eq!(line(&facts.occupation), Some(244));
    assert_eq!(line(&facts.dates.updated), Some(249));
    assert_eq!(
        facts.level.stated().map(|level| (level.value, position(&source, level.span).0)),
        Some((2, 252))
    );
    assert_eq!(line(&facts.route), Some(256));
    assert_eq!(facts.regulated.stated().map(|one| one.value), Some(false));
    assert!(matches!(facts.version, Field::NotShown) && matches!(facts.status, Field::NotShown));
    let banners: Vec<_> = standard.banners.iter().map(|banner| position(&source, banner.span()).0).collect();
    assert_eq!(banners, [273]);
}

#[test]
fn the_summary_and_job_titles_are_read() {
    let Some(source) = page() else { return };
    let (standard, _) = standard(&source);
    let summary: Vec<_> =
        standard.summary.items().iter().map(|one| position(&source, one.span()).0).collect();
    assert_eq!(summary, [312, 313, 314, 315]);
    let titles = standard.typical_job_titles.items();
    let lines: Vec<_> = titles.iter().map(|one| position(&source, one.name.span()).0).collect();
    assert_eq!(lines, [319, 322, 325, 328, 331]);
}

#[test]
fn duties_are_read_with_their_mapping() {
    let Some(source) = page() else { return };
    let (standard, _) = standard(&source);
    let duties = standard.duties.items();
    let lines: Vec<_> = duties.iter().map(|duty| position(&source, duty.span).0).collect();
    assert_eq!(lines, [353, 522, 700, 902, 1062, 1225, 1415, 1605, 1750, 1880]);
    assert_eq!(position(&source, duties[0].span), (353, 33));
    let codes: Vec<_> = duties.iter().map(|duty| duty.code.expect("a code")).collect();
    let wanted: Vec<_> = (1..=10).map(|number| format!("D{number}")).collect();
    assert_eq!(codes.iter().map(|code| code.value.to_string()).collect::<Vec<_>>(), wanted);
    let shown: Vec<_> = (1..=10).map(|number| format!("Duty {number}")).collect();
    assert_eq!(codes.iter().map(|code| source.slice(code.span)).collect::<Vec<_>>(), shown);
    let count = |index: usize, kind: Kind| {
        duties[index].codes().iter().filter(|code| code.value.prefix == kind.prefix()).count()
    };
    let counts: Vec<_> = (0..10)
        .map(|index| [Kind::Knowledge, Kind::Skill, Kind::Behaviour].map(|kind| count(index, kind)))
        .collect();
    assert_eq!(counts, COUNTS);
    let first = &duties[0].codes()[0];
    assert_eq!((first.value.to_string().as_str(), position(&source, first.span).0), ("K1", 358));
    for code in duties.iter().flat_map(Duty::codes) {
        assert_eq!(source.slice(code.span), code.value.to_string());
    }
}

/// How many codes of each kind are mapped to each duty, counted in the file.
const COUNTS: [[usize; 3]; 10] = [
    [27, 20, 5],
    [26, 24, 5],
    [33, 25, 5],
    [24, 22, 3],
    [22, 25, 3],
    [31, 24, 4],
    [31, 23, 5],
    [24, 18, 2],
    [20, 15, 4],
    [25, 19, 5],
];

#[test]
fn statements_are_read_without_furniture() {
    let Some(source) = page() else { return };
    let (standard, _) = standard(&source);
    let counts =
        [Kind::Knowledge, Kind::Skill, Kind::Behaviour].map(|kind| standard.statements_of(kind).count());
    assert_eq!(counts, [34, 26, 5]);
    let statements = standard.statements.stated().expect("statements");
    assert_eq!(position(&source, statements.heading).0, 2146);
    let line = |code: &str| {
        let statement =
            statements.items.iter().find(|one| one.code.value.to_string() == code).expect("the code");
        position(&source, statement.text.span()).0
    };
    for (code, wanted) in
        [("K1", 2154), ("K34", 2352), ("S1", 2365), ("S26", 2515), ("B1", 2528), ("B5", 2552)]
    {
        assert_eq!(line(code), wanted, "{code}");
    }
    for statement in &statements.items {
        assert!(!statement.text.contains("Back to Duty"), "{}", statement.code.value);
        assert!(
            statement.text.ends_with('.') && !statement.text.contains(['\n', '<']),
            "{}",
            statement.code.value
        );
    }
}

#[test]
fn every_statement_is_mapped_and_every_mapped_code_defined() {
    let Some(source) = page() else { return };
    let (standard, _) = standard(&source);
    let mapped: BTreeSet<_> =
        standard.duties.items().iter().flat_map(Duty::codes).map(|code| code.value).collect();
    let defined: BTreeSet<_> = standard.statements.items().iter().map(|one| one.code.value).collect();
    assert_eq!(defined.len(), 65);
    assert_eq!(mapped, defined);
}

#[test]
fn a_page_that_is_cut_says_so_once() {
    let Some(whole) = page() else { return };
    for (line, duties, statements) in [(900, 3, 0), (1064, 5, 0), (2400, 10, 40), (2554, 10, 65)] {
        let source = source(whole.text()[..whole.line_start(line)].to_owned());
        let (standard, diagnostics) = standard(&source);
        assert_eq!(diagnostics.iter().map(|one| one.rule).collect::<Vec<_>>(), ["truncated-page"], "{line}");
        let read = (standard.duties.items().len(), standard.statements.items().len());
        assert_eq!(read, (duties, statements), "{line}");
    }
}

#[test]
fn other_line_ends_move_nothing() {
    let Some(source) = page() else { return };
    let other = self::source(source.text().replace('\n', "\r\n"));
    let ((one, _), (two, _)) = (standard(&source), standard(&other));
    let lines = |standard: &Standard<'_>, source: &Source| -> Vec<_> {
        standard.statements.items().iter().map(|one| position(source, one.text.span())).collect()
    };
    assert_eq!(lines(&one, &source), lines(&two, &other));
    let texts = |standard: &Standard<'_>| -> Vec<String> {
        standard.statements.items().iter().map(|one| one.text.as_str().to_owned()).collect()
    };
    assert_eq!(texts(&one), texts(&two));
}
