//! Lines, columns, and the cells of transcripts.

use super::*;

fn at(source: &Source, offset: usize) -> (usize, usize) {
    let position = source.position(offset, ColumnUnit::CodePoints);
    (position.line, position.column)
}

#[test]
fn every_line_ending_ends_a_line() {
    let source = Source::new(SourceId(0), "x", "a\nb\r\nc\rd");
    assert_eq!(source.line_count(), 4);
    assert_eq!(at(&source, 0), (1, 1));
    assert_eq!(at(&source, 2), (2, 1));
    assert_eq!(at(&source, 5), (3, 1));
    assert_eq!(at(&source, 7), (4, 1));
    assert_eq!(at(&source, 8), (4, 2));
    assert_eq!(at(&source, 99), (4, 2));
}

#[test]
fn columns_count_what_is_asked_for() {
    let source = Source::new(SourceId(0), "x", "\u{feff}é🦀z");
    let z = source.text().len() - 1;
    assert_eq!(source.position(z, ColumnUnit::CodePoints), Position { line: 1, column: 3 });
    assert_eq!(source.position(z, ColumnUnit::Utf16), Position { line: 1, column: 4 });
    assert_eq!(at(&source, 0), (1, 1));
    assert_eq!(at(&source, 3), (1, 1));
}

#[test]
fn an_empty_text_has_one_line() {
    let source = Source::new(SourceId(0), "x", "");
    assert_eq!((source.line_count(), at(&source, 0)), (1, (1, 1)));
}
