//! Checks, fixes, and copies of office documents with the findings.

use ksb::date::Date;
use ksb::diagnostic::Diagnostic;
use ksb::fix::{self, Fixes};
use ksb::office::{self, Annotated, Author};
use ksb::project::{Findings, Input, Options, Progress, Project};
use ksb::read::{Reading, read};
use ksb::report::comments::comments;
use ksb::report::{Report, html, json, patch, visible};
use ksb::source::{Container, SourceId};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::answer::{Answer, Problem, VERSION};
use crate::files::Files;

#[wasm_bindgen]
extern "C" {
    /// Tells the page how many of how many documents are checked.
    #[wasm_bindgen(js_namespace = globalThis, js_name = ksbProgress)]
    fn tell_progress(done: u32, of: u32);
}

/// How often progress is reported.
const TELL_EVERY: u32 = 100;

/// The progress of a check, as reported to the page.
#[derive(Default)]
struct Told {
    done: std::sync::atomic::AtomicU32,
    all: std::sync::atomic::AtomicU32,
}

impl Progress for Told {
    fn opened(&self, documents: usize) {
        let documents = u32::try_from(documents).unwrap_or(u32::MAX);
        self.all.fetch_add(documents, std::sync::atomic::Ordering::Relaxed);
    }

    fn checked(&self) {
        let done = self.done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        if done.is_multiple_of(TELL_EVERY) {
            tell_progress(done, self.all.load(std::sync::atomic::Ordering::Relaxed));
        }
    }
}

/// The name of the settings among the files.
const SETTINGS: &str = "ksb.toml";

fn options(today: &str) -> Options {
    Options { today: Date::of(today), ..Options::default() }
}

/// The files that are documents.
fn inputs(files: &Files) -> impl Iterator<Item = Input> + '_ {
    files.names.iter().filter(|name| *name != SETTINGS).map(Input::file)
}

/// Checks the files. `format` is `html` or `json`; `today` is the date, as in `2026-01-31`.
///
/// # Errors
/// If the result is too large.
#[wasm_bindgen]
pub fn check(files: &Files, format: &str, today: &str) -> Result<Answer, Problem> {
    let mut project = Project::new(&files.memory, options(today));
    let progress = Told::default();
    let mut run = project.run(inputs(files), &progress);
    let findings = run.check(None, &[])?;
    Ok(answer(&findings, format))
}

fn answer(findings: &Findings<'_>, format: &str) -> Answer {
    let report: Report<'_> = findings.report();
    let text = match format {
        "json" => json::render(&report),
        _ => html::render(&report, &|source| read(source, None).document, VERSION),
    };
    let answer = Answer::text_of(text).saying(report.summary()).counting(&report);
    answer.whole_if(findings.is_complete)
}

/// Applies the fixes of a file and, with `unsafe_too`, also those that need to be checked. The answer's text is the
/// change, and its bytes are the file: in a Word document, the fixes are tracked changes. `now` is the time, as in
/// `2026-01-31T12:00:00Z`.
///
/// # Errors
/// If the file cannot be edited.
#[wasm_bindgen]
pub fn fix(files: &Files, name: &str, unsafe_too: bool, now: &str) -> Result<Answer, Problem> {
    let mut project = Project::new(&files.memory, options(now.get(..10).unwrap_or_default()));
    let run = project.run([Input::file(name)], &());
    let id = SourceId::of_file(0);
    let wanted = if unsafe_too { Fixes::All } else { Fixes::Safe };
    let not_ignored = |reading: &Reading<'_>, found| run.not_ignored(id, reading, found);
    let failed = |why: String| Problem(format!("{}: {why}", visible(name)));
    let bytes = files.bytes(name)?;
    if office::container_of(&bytes) == Ok(Some(Container::Word)) {
        let done = fix::track(&bytes, wanted, run.config(id), now, not_ignored);
        let done = done.map_err(|why| failed(why.to_string()))?;
        let said = said(done.fixed, done.unsafe_left);
        return Ok(Answer::file(done.document).saying(said));
    }
    let read = Input::file(name).read(&files.memory, id, u64::MAX);
    let (source, encoding) = read.map_err(|unread| failed(unread.diagnostic.message.clone()))?;
    let fixed = fix::fix(&source, &encoding, None, wanted, run.config(id), not_ignored);
    let fixed = fixed.map_err(|why| failed(why.to_string()))?;
    let is_unsafe = |found: &&Diagnostic| found.fix.as_ref().is_some_and(|fix| !fix.safe);
    let said = said(fixed.fixed.len(), fixed.left.iter().filter(is_unsafe).count());
    let change = patch::render(name, source.text(), &fixed.text);
    Ok(Answer::file(fixed.text.into_bytes()).with_text(change).saying(said))
}

/// What is reported about fixes.
fn said(fixed: usize, unsafe_left: usize) -> String {
    let done = match fixed {
        0 => "Nothing to fix".to_owned(),
        1 => "1 finding is fixed".to_owned(),
        _ => format!("{fixed} findings are fixed"),
    };
    match unsafe_left {
        0 => done,
        1 => format!("{done}; 1 more has a fix that you need to check afterwards"),
        more => format!("{done}; {more} more have fixes that you need to check afterwards"),
    }
}

/// A Word document or a workbook with each finding as a comment.
///
/// # Errors
/// If the file is neither.
#[wasm_bindgen]
pub fn commented(files: &Files, name: &str, now: &str) -> Result<Answer, Problem> {
    let mut project = Project::new(&files.memory, options(now.get(..10).unwrap_or_default()));
    let findings = project.check([Input::file(name)])?;
    let source = findings.sources.get(SourceId::of_file(0));
    let comments = source.map(|source| comments(source, &findings.shown)).unwrap_or_default();
    let bytes = files.bytes(name)?;
    let failed = |why: String| Problem(format!("`{name}`: {why}"));
    let container = office::container_of(&bytes).map_err(|why| failed(why.to_string()))?;
    match container {
        None => Err(failed("comments are written into a Word document or a workbook".to_owned())),
        Some(Container::Word) => {
            let done =
                office::annotate(&bytes, office::TrackedChanges::default(), Author::Check, &comments, now);
            Ok(Answer::file(done.map_err(|why| failed(why.to_string()))?))
        }
        Some(_) => match office::annotate_cells(&bytes, &comments).map_err(|why| failed(why.to_string()))? {
            Some(Annotated { document, .. }) => Ok(Answer::file(document)),
            None => Err(failed(
                "it is a LibreOffice workbook: save it as .xlsx, which can have comments".to_owned(),
            )),
        },
    }
}
