//! Documents in another format, and the mapping of a standard.

use ksb::convert::{Target, convert_to};
use ksb::model::Document;
use ksb::report::matrix::{self, Matrix};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{Answer, Problem};
use crate::compare::Side;
use crate::files::Files;

/// Writes a document in another format, which `ending` names: `json`, `docx`, `md`, `csv` or `xlsx`.
///
/// # Errors
/// If it cannot be read, or cannot be written in this format.
#[wasm_bindgen]
pub fn convert(files: &Files, document: &Side, ending: &str) -> Result<Answer, Problem> {
    let picked = document.pick(files, 0)?;
    let name = picked.source.name().to_owned();
    let target = Target::of_name(&format!(".{ending}"));
    let target = target.ok_or_else(|| Problem(format!("ksb does not write the format `{ending}`")))?;
    let (reading, found) = picked.read(None);
    let Some(document) = &reading.document else { return Err(Problem::no_document(&name, &found)) };
    let written = convert_to(target, document, &picked.source)
        .map_err(|why| Problem(format!("`{name}` cannot be written: {why}")))?;
    drop(reading);
    Ok(Answer::file(written).aside_of(&found, &picked.into_sources()))
}

/// Which statements are mapped to which duty. `format` is `html`, `markdown` or `csv`.
///
/// # Errors
/// If the document does not state a mapping.
#[wasm_bindgen(js_name = matrix)]
pub fn mapping(files: &Files, document: &Side, format: &str) -> Result<Answer, Problem> {
    let picked = document.pick(files, 0)?;
    let (reading, found) = picked.read(None);
    let matrix = match &reading.document {
        Some(Document::Standard(standard)) => Matrix::new(standard),
        Some(Document::Map(_)) => {
            Err("this is an occupational map, which has no duties, so there is no mapping to show")
        }
        None => return Err(Problem::no_document(picked.source.name(), &found)),
    };
    let matrix = matrix.map_err(|why| Problem(why.to_owned()))?;
    let text = match format {
        "markdown" => matrix::markdown::render(&matrix),
        "csv" => matrix::csv::render(&matrix),
        _ => matrix::html::render(&matrix),
    };
    drop(reading);
    Ok(Answer::text_of(text).aside_of(&found, &picked.into_sources()))
}
