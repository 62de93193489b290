//! Comparisons of two documents, and what the user says about their pairing.

use ksb::check::check_reading;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::diff::{Choices, CompareError, PairingFile, UserPairs, Which, compare as compare_documents};
use ksb::model::Document;
use ksb::project::Picked;
use ksb::read::Reading;
use ksb::report::diff::{ComparedInput, DiffOptions, DiffReport, Relation};
use ksb::report::{diff_csv, diff_html, diff_json, diff_markdown};
use ksb::source::Sources;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{Answer, Problem, VERSION};
use crate::files::Files;

/// One side of a comparison.
#[wasm_bindgen]
pub struct Side {
    name: String,
    document: Option<String>,
}

#[wasm_bindgen]
impl Side {
    /// A file, and which of its documents is meant, if it holds several.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(name: String, document: Option<String>) -> Self {
        Self { name, document }
    }
}

impl Side {
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn document(&self) -> Option<&str> {
        self.document.as_deref()
    }

    pub(crate) fn pick(&self, files: &Files, number: usize) -> Result<Picked, Problem> {
        files.pick(&self.name, number, self.document.as_deref())
    }
}

/// The pairings that the user gives, each in the form `K6=K9`.
#[wasm_bindgen]
#[derive(Default)]
pub struct Pairing {
    pairs: Vec<String>,
    ruled_out: Vec<String>,
}

#[wasm_bindgen]
impl Pairing {
    /// The pairings to make, and those not to make.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(pairs: Vec<String>, ruled_out: Vec<String>) -> Self {
        Self { pairs, ruled_out }
    }

    /// The pairings in a pairing file.
    ///
    /// # Errors
    /// If it is not a pairing file.
    #[wasm_bindgen(js_name = ofFile)]
    pub fn of_file(text: &str) -> Result<Pairing, Problem> {
        let file = PairingFile::parse(text).map_err(Problem)?;
        Ok(Self { pairs: file.pairs(), ruled_out: file.ruled_out() })
    }

    /// The pairing file.
    ///
    /// # Errors
    /// If they contradict each other, or are not pairings.
    #[wasm_bindgen(js_name = toFile)]
    pub fn to_file(&self) -> Result<String, Problem> {
        Ok(self.user_pairs()?.to_file())
    }

    /// The pairings to make.
    #[must_use]
    pub fn pairs(&self) -> Vec<String> {
        self.pairs.clone()
    }

    /// The pairings not to make.
    #[wasm_bindgen(js_name = ruledOut)]
    #[must_use]
    pub fn ruled_out(&self) -> Vec<String> {
        self.ruled_out.clone()
    }
}

impl Pairing {
    pub(crate) fn user_pairs(&self) -> Result<UserPairs, Problem> {
        let texts = |list: &'_ [String]| -> Vec<String> { list.to_vec() };
        let (pairs, ruled_out) = (texts(&self.pairs), texts(&self.ruled_out));
        let [pairs, ruled_out] =
            [&pairs, &ruled_out].map(|list| list.iter().map(String::as_str).collect::<Vec<_>>());
        UserPairs::parse(&pairs, &ruled_out).map_err(|why| Problem(why.to_string()))
    }
}

/// Compares two documents. `format` is `html`, `json`, `markdown` or `csv`.
///
/// # Errors
/// If a document cannot be read, or a pairing is not one.
#[wasm_bindgen]
pub fn compare(
    files: &Files,
    old: &Side,
    new: &Side,
    pairing: &Pairing,
    format: &str,
) -> Result<Answer, Problem> {
    let sides = [old.pick(files, 0)?, new.pick(files, 1)?];
    let readings = sides.each_ref().map(|side| ksb::read::read(&side.source, None));
    let [before, after] = both(&sides, &readings)?;
    let choices = Choices { user_pairs: pairing.user_pairs()?, ..Choices::default() };
    let comparison = compare_documents(before, after, &choices).map_err(|why| refusal(&why, &sides))?;
    let labels = sides.each_ref().map(label);
    let hashes = sides.each_ref().map(|side| side.source.sha256());
    let input = |side: usize| ComparedInput {
        name: sides[side].source.name(),
        document: labels[side].as_deref(),
        sha256: &hashes[side],
    };
    let report = DiffReport {
        comparison: &comparison,
        old: input(0),
        new: input(1),
        tool_version: VERSION,
        options: DiffOptions::default(),
        relation: Relation::Changed,
    };
    let text = match format {
        "json" => diff_json::render(&report),
        "markdown" => diff_markdown::render(&report),
        "csv" => diff_csv::render(&report),
        _ => diff_html::render(&report),
    };
    let found: Vec<Diagnostic> =
        sides.iter().zip(&readings).flat_map(|(side, reading)| told(side, reading)).collect();
    drop(comparison);
    drop(readings);
    let sources: Sources =
        sides.into_iter().flat_map(|side| side.file.into_iter().chain([side.source])).collect();
    Ok(Answer::text_of(text).aside_of(&found, &sources))
}

/// The name of the document among the others in its file, if it was given.
fn label(side: &Picked) -> Option<String> {
    side.file.as_ref()?;
    ksb::project::document_names(&[&side.source], None).pop().map(|name| name.label)
}

/// Both documents.
fn both<'r, 's>(
    sides: &[Picked; 2],
    readings: &'r [Reading<'s>; 2],
) -> Result<[&'r Document<'s>; 2], Problem> {
    let one = |side: usize| {
        let reading = &readings[side];
        let none = || Problem::no_document(sides[side].source.name(), &reading.diagnostics);
        reading.document.as_ref().ok_or_else(none)
    };
    Ok([one(0)?, one(1)?])
}

/// What is wrong with a document in a way that may make a comparison wrong.
fn told(side: &Picked, reading: &Reading<'_>) -> Vec<Diagnostic> {
    let found = side.around.iter().cloned().chain(check_reading(reading));
    found.filter(|one| one.severity == Severity::Error || one.rule == "unread-content").collect()
}

fn refusal(why: &CompareError, sides: &[Picked; 2]) -> Problem {
    match why {
        CompareError::NotAStandard(which) => {
            let name = sides[usize::from(*which == Which::New)].source.name();
            Problem(format!(
                "`{name}` is an occupational map and the other document is a standard: compare two of the same kind"
            ))
        }
        CompareError::UserPair(why) => Problem(why.to_string()),
    }
}
