//! What becomes of tables that a document records.

use crate::read::notes::Notes;
use crate::read::page::layout;
use crate::read::page::lines::{Line, lines};
use crate::read::page::links::Link;
use crate::source::{Container, Extracted, Piece, Place, Source, SourceId, TableCell};

/// Lines, each with the code that it has elsewhere.
type Coded = Vec<(String, Option<String>)>;

/// The lines of a table with these rows and cells, in which nothing is left unread.
fn undone(rows: &[&[&str]]) -> Coded {
    let (lines, unread) = undone_with_notes(rows);
    assert_eq!(unread, Vec::<String>::new());
    lines
}

/// The lines of a table, and what is reported about anything that was not read.
fn undone_with_notes(rows: &[&[&str]]) -> (Coded, Vec<String>) {
    let (lines, unread, _) = undone_with_links(rows);
    (lines, unread)
}

/// The same, and the links that the table states: `D1 K1 2`, where the mark or the code is `2`.
fn undone_with_links(rows: &[&[&str]]) -> (Coded, Vec<String>, Vec<String>) {
    let (mut text, mut pieces) = (String::new(), Vec::new());
    for (row, cells) in (0..).zip(rows) {
        for (column, said) in (0..).zip(*cells).filter(|(_, said)| !said.is_empty()) {
            let place = Place::Cell { text_box: None, table: 1, row: row + 1, column: column + 1 };
            let start = u32::try_from(text.len()).expect("short");
            let cell = Some(TableCell { table: 1, row, column });
            pieces.push(Piece { start, place, cell, heading: None });
            text.push_str(said);
            text.push('\n');
        }
    }
    let extracted = Extracted {
        container: Container::Word,
        text,
        pieces,
        left_out: Vec::new(),
        beside: Vec::new(),
        sha256: String::new(),
    };
    let source = Source::extracted(SourceId(0), "x", extracted);
    let mut notes = Notes::new(source.id());
    let (found, links) = layout::undo(&source, &lines(&source), &mut notes);
    let shown = |line: &Line<'_>| (line.text.to_owned(), line.code.map(|code| code.value.to_string()));
    let unread = notes.finish().into_iter().map(|note| note.message).collect();
    let said = |link: &Link| {
        let said = &source.text()[link.statement.span.range()];
        format!("{} {} {said}", link.duty, link.statement.value)
    };
    let mapped = links.of_duties.iter().chain(&links.of_statements).chain(&links.marked).map(said).collect();
    (found.iter().map(shown).collect(), unread, mapped)
}

fn plain(lines: &[&str]) -> Coded {
    lines.iter().map(|line| ((*line).to_owned(), None)).collect()
}

#[test]
fn a_duty_lists_codes_over_several_lines_of_a_cell() {
    let found = undone(&[&["Duty", "KSBs"], &["Duty 1 Dye wool.", "K1 K2\nS1"], &["Duty 2 Wash.", "B1"]]);
    assert_eq!(found, plain(&["Duty 1 Dye wool.", "K1 K2", "S1", "Duty 2 Wash.", "B1"]));
}

#[test]
fn columns_are_known_where_cells_are_empty() {
    let rows: [&[&str]; 3] = [
        &["No.", "Duty", "Criteria", "KSBs"],
        &["1", "Dye wool.", "", "K1 S1"],
        &["2", "Wash it.", "It is clean.", "S1"],
    ];
    let found = undone(&rows);
    let texts: Vec<_> = found.iter().map(|(text, code)| (&**text, code.as_deref())).collect();
    assert_eq!(texts, [("Dye wool.", Some("D1")), ("K1 S1", None), ("Wash it.", Some("D2")), ("S1", None)]);
}

#[test]
fn labels_are_next_to_their_values() {
    let found = undone(&[&["Level", "2"], &["Keywords:", "wool, dye"], &["Job titles", "Dyer\nWasher"]]);
    assert_eq!(found, plain(&["Level\n2", "Keywords:\nwool, dye", "Job titles", "Dyer", "Washer"]));
}

#[test]
fn whole_statements_in_the_cell_of_a_duty_are_its_mapping() {
    let found = undone(&[&["Duty", "KSBs"], &["Duty 1 Dye wool.", "K1: Wool.\nS1: Dye it."]]);
    assert_eq!(found, plain(&["Duty 1 Dye wool.", "K1", "S1", "K1: Wool.", "S1: Dye it."]));
}

#[test]
fn a_number_may_come_before_the_text_of_a_duty() {
    let rows: [&[&str]; 2] =
        [&["Duty", "Criteria for measuring performance", "KSBs"], &["1. Dye wool.", "It is even.", "K1"]];
    assert_eq!(undone(&rows), [("Dye wool.".to_owned(), Some("D1".to_owned())), ("K1".to_owned(), None)]);
}

#[test]
fn duties_beside_a_statement_are_its_mapping() {
    for head in [["Code", "Statement", "Duties"], ["Ref", "Text", "Mapped to duties"]] {
        let rows: [&[&str]; 3] = [&head, &["K1", "Wool.", "D1, Duty 2"], &["K2", "Dyes.", "all"]];
        let (lines, unread, mapped) = undone_with_links(&rows);
        let coded = |text: &str, code: &str| (text.to_owned(), Some(code.to_owned()));
        assert_eq!(lines, [coded("Wool.", "K1"), coded("Dyes.", "K2")]);
        assert_eq!(unread, ["part of the mapping could not be read"]);
        assert_eq!(mapped, ["D1 K1 D1", "D2 K1 2"]);
    }
    let (lines, unread, mapped) = undone_with_links(&[&["KSB", "Duty"], &["K1", "D1"], &["S1", "D1–D2"]]);
    assert_eq!((lines, unread), (Vec::new(), Vec::new()));
    assert_eq!(mapped, ["D1 K1 D1", "D1 S1 D1–D2", "D2 S1 D1–D2"]);
}

#[test]
fn numbers_without_letters_are_of_the_kind_of_their_column() {
    let rows: [&[&str]; 3] =
        [&["No.", "Duty", "K", "S"], &["1", "Dye wool.", "1, 2–3", "S1"], &["2", "Wash it.", "1.5", "K1"]];
    let (lines, unread, mapped) = undone_with_links(&rows);
    let texts: Vec<&str> = lines.iter().map(|(text, _)| &**text).collect();
    assert_eq!(texts, ["Dye wool.", "S1", "Wash it.", "K1"]);
    assert_eq!(unread, ["part of the mapping could not be read"]);
    assert_eq!(mapped, ["D1 K1 1", "D1 K2 2–3", "D1 K3 2–3"]);
}

#[test]
fn the_marks_of_a_matrix_are_a_mapping() {
    let rows: [&[&str]; 4] =
        [&["Duty", "K1", "K2"], &["Duty 1", "X", ""], &["Duty 2", "✓", "-"], &["Total", "2", ""]];
    let (lines, unread, mapped) = undone_with_links(&rows);
    assert_eq!((lines.len(), mapped), (0, vec!["D1 K1 X".to_owned(), "D2 K1 ✓".to_owned()]));
    assert_eq!(unread, ["part of the mapping could not be read"]);
    let rows: [&[&str]; 3] = [&["", "Duty 1", "Duty 2"], &["K1: Wool.", "", "x"], &["K2: Dyes.", "x", ""]];
    let (lines, unread, mapped) = undone_with_links(&rows);
    assert_eq!((lines, unread), (plain(&["K1: Wool.", "K2: Dyes."]), Vec::new()));
    assert_eq!(mapped, ["D2 K1 x", "D1 K2 x"]);
}

#[test]
fn the_rows_of_a_version_log_are_not_statements() {
    let (lines, unread) =
        undone_with_notes(&[&["Version", "Date", "Change"], &["0.3", "1 May", "K3 changed"]]);
    assert_eq!(lines, []);
    assert_eq!(unread, ["2 parts of the version log could not be read"]);
}

#[test]
fn a_column_may_say_the_kind_of_a_number() {
    let rows: [&[&str]; 5] = [
        &["KSB type", "Number", "Statement"],
        &["Skill", "1", "Dye wool."],
        &["", "2", "Wash it."],
        &["Knowledge", "K1", "Wool."],
        &["Duty", "3", "Sell it."],
    ];
    let lines = undone(&rows);
    let texts: Vec<_> = lines.iter().map(|(text, code)| (&**text, code.as_deref().unwrap_or(""))).collect();
    assert_eq!(texts, [("Dye wool.", "S1"), ("Wash it.", "S2"), ("Wool.", "K1"), ("Sell it.", "D3")]);
}

#[test]
fn texts_that_fit_nowhere_are_reported() {
    for rows in [
        [["Type", "Number", "Text"], ["Other", "1", "Dye wool."]],
        [["Code", "Module", "Method"], ["K1", "3", "Talk"]],
    ] {
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 3]>::as_slice).collect();
        let (lines, unread) = undone_with_notes(&rows);
        assert_eq!(lines, []);
        assert!(unread.len() == 1 && unread[0].contains("of the table"), "{unread:?}");
    }
}

#[test]
fn criteria_are_not_part_of_a_duty() {
    for rows in [
        &[["Duty 1 Dye wool."], ["Criteria for measuring performance: it is even."], ["KSBs: K1"]].as_slice(),
        &[["Duty 1 Dye wool."], ["Criteria for measuring performance"], ["KSBs: K1"]].as_slice(),
    ] {
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 1]>::as_slice).collect();
        let (lines, unread) = undone_with_notes(&rows);
        assert_eq!(lines, plain(&["Duty 1 Dye wool.", "KSBs: K1"]));
        assert_eq!(unread, ["the section \"Criteria for measuring performance\" is not read"]);
    }
}

#[test]
fn a_grid_may_have_kinds_above_its_codes_and_texts_in_them() {
    let rows: [&[&str]; 4] = [
        &["", "Knowledge", "Skills"],
        &["", "K1: Wool.", "S1: Dye it."],
        &["Duty 1", "x", ""],
        &["Duty 2", "x", "x"],
    ];
    let (lines, unread, mapped) = undone_with_links(&rows);
    assert_eq!((lines, unread), (plain(&["K1: Wool.", "S1: Dye it."]), Vec::new()));
    assert_eq!(mapped, ["D1 K1 x", "D2 K1 x", "D2 S1 x"]);
}

#[test]
fn statements_that_each_duty_repeats_are_read_once() {
    let rows: [&[&str]; 3] = [
        &["Duty", "Knowledge", "Skills"],
        &["Duty 1 Dye wool.", "K1: Wool.\nK2: Dyes.", "S1: Dye it."],
        &["Duty 2 Wash.", "K2: Dyes.", "S1: Dry it."],
    ];
    let codes = ["Duty 1 Dye wool.", "K1", "K2", "S1", "K1: Wool.", "K2: Dyes.", "S1: Dye it."];
    let more = ["Duty 2 Wash.", "K2", "S1", "S1: Dry it."];
    assert_eq!(undone(&rows), plain(&[&codes[..], &more[..]].concat()));
}

/// Lines and the codes that they have elsewhere.
fn coded(lines: &[(&str, Option<&str>)]) -> Coded {
    lines.iter().map(|(text, code)| ((*text).to_owned(), code.map(str::to_owned))).collect()
}

#[test]
fn texts_may_come_after_the_codes_mapped_to_a_duty() {
    let heads: [&[&str]; 3] = [
        &["No.", "Duty", "K", "K wording", "S", "Skill text"],
        &["Duty no.", "Duty statement", "Knowledge code", "Knowledge", "Skill", "Skill description"],
        &["Ref", "Duty", "KSB", "Wording", "KSB code", "KSB statement"],
    ];
    for head in heads {
        let found = undone(&[
            head,
            &["1", "Dye wool.", "K1\nK2", "Wool.\nDyes.", "S1", "Dye it."],
            &["1", "Dye wool.", "", "", "S2", "Wash it."],
            &["", "", "K3", "Water.", "", ""],
            &["2", "Sell it.", "K1", "Wool.", "", ""],
        ]);
        let duties = [("Dye wool.", Some("D1")), ("K1", None), ("K2", None), ("S1", None)];
        let more = [("S2", None), ("K3", None), ("Sell it.", Some("D2")), ("K1", None)];
        let texts = [("Wool.", Some("K1")), ("Dyes.", Some("K2")), ("Dye it.", Some("S1"))];
        let last = [("Wash it.", Some("S2")), ("Water.", Some("K3"))];
        assert_eq!(found, coded(&[&duties[..], &more[..], &texts[..], &last[..]].concat()), "{head:?}");
    }
}

#[test]
fn texts_that_cannot_be_matched_to_codes_are_reported() {
    for head in [["Duty", "K", "K wording", "S"], ["Duty", "K", "To be covered", "S"]] {
        let row = ["Duty 1 Dye wool.", "K1 K2", "Wool and the dyes.", "S1"];
        let (lines, unread) = undone_with_notes(&[&head, &row]);
        assert_eq!(lines, plain(&["Duty 1 Dye wool.", "K1 K2", "S1"]));
        assert_eq!(unread, ["part of the table could not be read"]);
    }
}

#[test]
fn unknown_columns_are_reported_once() {
    let head = ["Code", "Statement", "Module", "Owner", "Met?", "Page"];
    let rows: [&[&str]; 3] =
        [&head, &["K1", "Wool.", "M", "Ann", "", "7"], &["K2", "Dyes.", "M", "Bob", "yes", "8"]];
    let (lines, unread) = undone_with_notes(&rows);
    assert_eq!(lines, coded(&[("Wool.", Some("K1")), ("Dyes.", Some("K2"))]));
    assert_eq!(unread, ["2 columns are not read: Owner, Met?"]);
    let found = undone(&[&["KSB code", "What an apprentice must know or do"], &["K1", "Wool."]]);
    assert_eq!(found, coded(&[("Wool.", Some("K1"))]));
}

#[test]
fn duties_without_numbers_are_known_by_their_column() {
    let rows: [&[&str]; 3] = [&["Duty statement", "KSBs"], &["Dye wool.", "K1 S1"], &["Sell it.", ""]];
    assert_eq!(undone(&rows), plain(&["Dye wool.", "K1 S1", "Sell it."]));
    assert_eq!(undone(&[&["Duty"], &["Dye wool."], &["Sell it."]]), plain(&["Dye wool.", "Sell it."]));
}

/// There may be a title and the kinds above the codes of a grid; duties may have only numbers, and codes may be words.
#[test]
fn grids_have_heads_of_several_rows() {
    let heads: [&[&[&str]]; 4] = [
        &[&["Mapping"], &["", "", "Knowledge", "", "Skill"], &["No.", "Duty", "K1", "K2", "S1"]],
        &[&["", "Duty", "KSBs"], &["", "", "K1", "K2", "S1"]],
        &[&["", "Duty", "Knowledge", "", "Skill"], &["", "", "1", "2", "1"]],
        &[&["No.", "Duty", "Knowledge 1", "Knowledge 2", "Skill 1"]],
    ];
    for head in heads {
        let rows: [&[&str]; 2] = [&["1", "Dye wool.", "x", "", "x"], &["2.", "Sell it.", "", "x", ""]];
        let (mut lines, unread, mapped) = undone_with_links(&[head, &rows].concat());
        lines.retain(|(text, _)| text != "Mapping");
        assert_eq!(lines, coded(&[("Dye wool.", Some("D1")), ("Sell it.", Some("D2"))]), "{head:?}");
        assert_eq!(
            (unread, mapped),
            (Vec::new(), ["D1 K1 x", "D1 S1 x", "D2 K2 x"].map(String::from).to_vec())
        );
    }
    // Further down, a row of codes continues the duty above it.
    let rows: [&[&str]; 3] = [&["Duty", "K", "S"], &["Duty 1 Dye wool.", "K1", "S1"], &["", "K2", "S2"]];
    assert_eq!(undone(&rows), plain(&["Duty 1 Dye wool.", "K1", "S1", "K2", "S2"]));
}

/// A duty with its own table has the codes mapped to it below it, or whole statements.
#[test]
fn a_table_may_be_of_one_duty() {
    let codes: [&[&str]; 4] =
        [&["Duty 1", "Dye wool."], &["Knowledge", "K1, K2"], &["Skills:", "1 and 3"], &["Behaviours", "B1"]];
    let (lines, unread, mapped) = undone_with_links(&codes);
    let expected = [("Dye wool.", Some("D1")), ("K1, K2", None), ("B1", None)];
    assert_eq!((lines, unread), (coded(&expected), Vec::new()));
    assert_eq!(mapped, ["D1 S1 1", "D1 S3 3"]);
    let whole: [&[&str]; 3] =
        [&["Duty 1: Dye wool."], &["Knowledge\nK1 Wool.\nK2: Dyes."], &["Skills", "S1 Dye it."]];
    let expected = ["Duty 1: Dye wool.", "K1", "K2", "S1", "K1 Wool.", "K2: Dyes.", "S1 Dye it."];
    assert_eq!(undone(&whole), plain(&expected));
}

#[test]
fn a_column_without_a_name_after_the_codes_has_the_texts() {
    let rows: [&[&str]; 2] = [&["KSB", "", "Duties"], &["K1", "Wool.", "D1, D2"]];
    let (lines, unread, mapped) = undone_with_links(&rows);
    assert_eq!((lines, unread), (coded(&[("Wool.", Some("K1"))]), Vec::new()));
    assert_eq!(mapped, ["D1 K1 D1", "D2 K1 D2"]);
}

#[test]
fn a_type_may_come_between_a_code_and_its_text_next_to_a_duty() {
    let rows: [&[&str]; 3] = [
        &["Duty no", "Duty", "KSB code", "KSB type", "KSB text"],
        &["1", "Dye wool.", "K1", "Knowledge", "Wool."],
        &["1", "Dye wool.", "S1", "Skill", "Dye it."],
    ];
    let expected = [
        ("Dye wool.", Some("D1")),
        ("K1", None),
        ("S1", None),
        ("Wool.", Some("K1")),
        ("Dye it.", Some("S1")),
    ];
    assert_eq!(undone(&rows), coded(&expected));
}
