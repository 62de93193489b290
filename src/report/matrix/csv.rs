//! The mapping as CSV (RFC 4180), for spreadsheets.

use super::{Matrix, MatrixCell, MatrixColumn, MatrixDuty, MatrixRow};
use crate::model::Code;
use crate::report::cell::safe;

/// Renders a line for each duty: its code, its text, `x` for each statement that is mapped to it and `?` where that
/// cannot be read, and the kinds that it has none of. The first lines are the codes and the texts of the statements;
/// the last one says how many duties each is mapped to. For a coverage, a line for each duty follows: `x` for what is
/// mapped to it and cited, `-` for what is mapped to it but not cited.
///
/// A text that a spreadsheet would take for a formula starts with an apostrophe.
#[must_use]
pub fn render(matrix: &Matrix) -> String {
    let columns: Vec<&MatrixColumn> = matrix.tables.iter().flat_map(|table| &table.columns).collect();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut line = |first: &str, second: &str, cells: Vec<String>, last: &str| {
        let start = [safe(first), safe(second)].into_iter();
        let cells: Vec<String> = start.chain(cells).chain([last.to_owned()]).collect();
        writer.write_record(&cells).expect("every line has all columns");
    };
    line(
        matrix.row_kind.one(),
        "text",
        columns.iter().map(|column| column.code.to_string()).collect(),
        "missing_kinds",
    );
    line("", "", columns.iter().map(|column| safe(&column.text)).collect(), "");
    for row in &matrix.rows {
        let cells = columns.iter().map(|column| mark(row.cell(column.code)).to_owned()).collect();
        line(&row.name, &row.text, cells, &missing_kinds(row));
    }
    line(matrix.row_kind.many(), "", columns.iter().map(|column| column.duties.to_string()).collect(), "");
    for duty in &matrix.duties {
        let cells = columns.iter().map(|column| cited(duty, column.code).to_owned()).collect();
        line(&duty.name, &duty.share(), cells, "");
    }
    let bytes = writer.into_inner().expect("a Vec takes all that is written to it");
    String::from_utf8(bytes).expect("the cells are UTF-8")
}

fn missing_kinds(row: &MatrixRow) -> String {
    let kinds: Vec<&str> = row.missing_kinds.iter().map(|kind| kind.nouns()).collect();
    kinds.join("; ")
}

fn cited(duty: &MatrixDuty, code: Code) -> &'static str {
    match (duty.cited.contains(&code), duty.codes.contains(&code)) {
        (true, _) => "x",
        (false, true) => "-",
        (false, false) => "",
    }
}

fn mark(cell: MatrixCell) -> &'static str {
    match cell {
        MatrixCell::Listed => "x",
        MatrixCell::Blank => "",
        MatrixCell::Unknown => "?",
    }
}
