//! Tables that a document has as such: what their rows say where they hold neither duties nor statements.

use crate::read::page::labels::bare_label;
use crate::read::page::lines::Line;
use crate::read::page::sections::list_heading;

/// Whether two lines are cells of one row.
pub(super) fn are_of_one_row(one: &Line<'_>, next: &Line<'_>) -> bool {
    let row = |line: &Line<'_>| line.cell.map(|cell| (cell.table, cell.row));
    row(one).is_some() && row(one) == row(next)
}

/// The cells of a row as lines of `text`: a label and the value beside it are one line, every other cell is one of its own.
pub(super) fn others<'s>(text: &'s str, cells: &[Line<'s>]) -> Vec<Line<'s>> {
    let mut lines = Vec::with_capacity(cells.len());
    let mut rest = cells;
    while let Some((&cell, more)) = rest.split_first() {
        let value = more.first().filter(|value| is_labelled(cell, **value));
        lines.push(value.map_or(cell, |value| {
            let end = value.start + value.text.len();
            Line { text: &text[cell.start..end], cell: None, ..cell }
        }));
        rest = &more[usize::from(value.is_some())..];
    }
    lines
}

/// Whether a cell says what the one beside it is: the label of a fact, or the heading of a list in one line.
fn is_labelled(cell: Line<'_>, value: Line<'_>) -> bool {
    let label = cell.before(cell.text.trim_end_matches(':').len());
    bare_label(label).is_some() || list_heading(label).is_some() && !value.text.contains('\n')
}

/// Whether a cell holds numbers and nothing else: `1, 2`.
pub(super) fn is_numbers(cell: Line<'_>) -> bool {
    cell.text.contains(|c: char| c.is_ascii_digit()) && !cell.text.contains(char::is_alphabetic)
}

/// The lines of a cell, each as a line of its own: those below the first go on with it.
pub(super) fn lines_of(cell: Line<'_>) -> Vec<Line<'_>> {
    if cell.cell.is_none() || !cell.text.contains('\n') {
        return vec![cell];
    }
    let mut from = 0;
    let parts = cell.text.split('\n').enumerate().map(|(index, text)| {
        let part = cell.part(from, from + text.len());
        from += text.len() + 1;
        Line { number: cell.number + index, is_cell: index == 0, cell: None, ..part }
    });
    parts.filter(|line| !line.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use crate::read::notes::Notes;
    use crate::read::page::layout;
    use crate::read::page::lines::lines;
    use crate::source::{Container, Extracted, Piece, Place, Source, SourceId, TableCell};

    /// The lines of a table whose rows and cells are given, of which nothing is left unread.
    fn undone(rows: &[&[&str]]) -> Vec<(String, Option<String>)> {
        let (lines, unread) = undone_with_notes(rows);
        assert_eq!(unread, Vec::<String>::new());
        lines
    }

    /// The lines of a table, and what is said of what was not read.
    fn undone_with_notes(rows: &[&[&str]]) -> (Vec<(String, Option<String>)>, Vec<String>) {
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
            footnotes: Vec::new(),
            sha256: String::new(),
        };
        let source = Source::extracted(SourceId(0), "x", extracted);
        let mut notes = Notes::new(source.id());
        let found = layout::undo(source.text(), &lines(&source), &mut notes);
        let shown =
            |line: &super::Line<'_>| (line.text.to_owned(), line.code.map(|code| code.value.to_string()));
        let unread = notes.finish().into_iter().map(|note| note.message).collect();
        (found.iter().map(shown).collect(), unread)
    }

    fn plain(lines: &[&str]) -> Vec<(String, Option<String>)> {
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
        assert_eq!(
            texts,
            [("Dye wool.", Some("D1")), ("K1 S1", None), ("Wash it.", Some("D2")), ("S1", None)]
        );
    }

    #[test]
    fn labels_stand_beside_their_values() {
        let found = undone(&[&["Level", "2"], &["Keywords:", "wool, dye"], &["Job titles", "Dyer\nWasher"]]);
        assert_eq!(found, plain(&["Level\n2", "Keywords:\nwool, dye", "Job titles", "Dyer", "Washer"]));
    }

    #[test]
    fn whole_statements_in_the_cell_of_a_duty_are_its_mapping() {
        let found = undone(&[&["Duty", "KSBs"], &["Duty 1 Dye wool.", "K1: Wool.\nS1: Dye it."]]);
        assert_eq!(found, plain(&["Duty 1 Dye wool.", "K1", "S1", "K1: Wool.", "S1: Dye it."]));
    }

    #[test]
    fn a_number_may_stand_in_front_of_the_text_of_a_duty() {
        let rows: [&[&str]; 2] =
            [&["Duty", "Criteria for measuring performance", "KSBs"], &["1. Dye wool.", "It is even.", "K1"]];
        assert_eq!(undone(&rows), plain(&["1. Dye wool.", "K1"]));
    }

    #[test]
    fn duties_beside_a_statement_are_no_part_of_its_text() {
        let rows: [&[&str]; 2] = [&["Code", "Statement", "Duties"], &["K1", "Wool.", "D1, D2"]];
        let (lines, unread) = undone_with_notes(&rows);
        assert_eq!(lines, [("Wool.".to_owned(), Some("K1".to_owned()))]);
        assert_eq!(unread, ["one part of the mapping was not understood"]);
    }

    #[test]
    fn numbers_without_letters_are_a_mapping_that_is_not_read() {
        let rows: [&[&str]; 2] = [&["No.", "Duty", "K", "S"], &["1", "Dye wool.", "1, 2", "S1"]];
        let (lines, unread) = undone_with_notes(&rows);
        assert_eq!(lines, [("Dye wool.".to_owned(), Some("D1".to_owned())), ("S1".to_owned(), None)]);
        assert_eq!(unread, ["one part of the mapping was not understood"]);
    }

    #[test]
    fn the_marks_of_a_matrix_are_no_texts() {
        for head in [["Duty", "K1", "K2"], ["", "Duty 1", "Duty 2"]] {
            let (lines, unread) = undone_with_notes(&[&head, &["Duty 1", "X", ""], &["Duty 2", "X", "X"]]);
            assert_eq!(lines, []);
            assert_eq!(unread, ["3 parts of the mapping were not understood"]);
        }
    }

    #[test]
    fn the_rows_of_a_version_log_are_no_statements() {
        let (lines, unread) =
            undone_with_notes(&[&["Version", "Date", "Change"], &["0.3", "1 May", "K3 changed"]]);
        assert_eq!(lines, []);
        assert_eq!(unread, ["2 parts of the version log were not understood"]);
    }

    #[test]
    fn texts_that_fit_nowhere_are_told() {
        let rows: [&[&str]; 2] = [&["Type", "Number", "Text"], &["Skill", "1", "Dye wool."]];
        assert_eq!(
            undone_with_notes(&rows),
            (Vec::new(), vec!["one part of the table was not understood".to_owned()])
        );
    }
}
