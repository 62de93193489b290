//! `ksb matrix`.

use std::io;

use ksb::diagnostic::Severity;
use ksb::model::Document;
use ksb::report::matrix::{self, Matrix};

use crate::cli::{MatrixArgs, MatrixFormat};
use crate::document;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::refuse_overwriting;

/// The most cells that are shown as text.
const MOST_CELLS: usize = 250_000;

/// Writes which statements are mapped to which duties. What could not be read is reported on standard error; if that is
/// an error, something may be missing from the table, and the exit code is 1.
pub(crate) fn run(args: &MatrixArgs) -> Result<Exit, Failure> {
    refuse_overwriting(args.output.as_deref(), [args.file.as_path()])?;
    let wanted = args.document.as_deref();
    let Some(picked) = document::open(&args.file, wanted, args.input.reader(), &args.terminal)? else {
        return Ok(Exit::Failed);
    };
    let (reading, found) = picked.read(args.input.from);
    let matrix = reading.document.map(|document| mapping(&document)).transpose();
    let exit = match &matrix {
        Ok(Some(matrix)) => {
            is_readable(matrix, args.format)?;
            output::deliver(&rendered(matrix, args), args.output.as_deref())?;
            let faulty = found.iter().any(|found| found.severity == Severity::Error);
            if faulty { Exit::Findings } else { Exit::Clean }
        }
        Ok(None) | Err(_) => Exit::Failed,
    };
    document::report(picked, &found, !matches!(matrix, Ok(None)), &args.terminal)?;
    matrix.map(|_shown| exit)
}

fn mapping(document: &Document<'_>) -> Result<Matrix, Failure> {
    let matrix = match document {
        Document::Standard(standard) => Matrix::new(standard),
        Document::Map(_) => {
            Err("this is an occupational map, which has no duties, so there is no mapping to show")
        }
    };
    matrix.map_err(|why| Failure(why.to_owned()))
}

/// Refuses columns that nobody could follow.
fn is_readable(matrix: &Matrix, format: MatrixFormat) -> Result<(), Failure> {
    let columns: usize = matrix.tables.iter().map(|table| table.columns.len()).sum();
    let cells = columns.saturating_mul(matrix.rows.len());
    if format != MatrixFormat::Text || cells <= MOST_CELLS {
        return Ok(());
    }
    let rows = matrix.rows.len();
    Err(Failure(format!(
        "{rows} duties with {columns} statements make {cells} cells, too many to read as text: \
         `--format csv` writes them for a spreadsheet"
    )))
}

fn rendered(matrix: &Matrix, args: &MatrixArgs) -> String {
    match args.format {
        MatrixFormat::Text => {
            matrix::terminal::render(matrix, &output::style(&args.terminal, 0, &io::stdout()))
        }
        MatrixFormat::Markdown => matrix::markdown::render(matrix),
        MatrixFormat::Csv => matrix::csv::render(matrix),
        MatrixFormat::Html => matrix::html::render(matrix),
    }
}
