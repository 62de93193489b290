//! What a function returns to the page.

use ksb::diagnostic::{Diagnostic, Severity};
use ksb::project::{Failure, Picked};
use ksb::report::{Report, Style, full};
use ksb::source::Sources;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The version of ksb.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// How messages look: as on a terminal without colours.
pub(crate) const STYLE: Style = Style { width: 100, colour: false, unicode: true, limit: 0 };

/// The answer of a function.
#[wasm_bindgen]
#[derive(Default)]
pub struct Answer {
    text: String,
    bytes: Vec<u8>,
    said: String,
    aside: String,
    counts: [usize; 3],
    is_whole: bool,
}

#[wasm_bindgen]
impl Answer {
    /// The report, or whatever else was asked for, if it is text. It is returned only once.
    #[must_use]
    pub fn text(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// The file that was asked for. It is returned only once.
    #[must_use]
    pub fn bytes(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.bytes)
    }

    /// A remark on it, in one line or a few.
    #[must_use]
    pub fn said(&self) -> String {
        self.said.clone()
    }

    /// What is wrong with what was read, as a terminal shows it.
    #[must_use]
    pub fn aside(&self) -> String {
        self.aside.clone()
    }

    /// How many errors, warnings and pieces of advice there are.
    #[must_use]
    pub fn counts(&self) -> Vec<usize> {
        self.counts.to_vec()
    }

    /// Whether everything could be read.
    #[wasm_bindgen(js_name = isWhole)]
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }
}

impl Answer {
    /// A text.
    pub(crate) fn text_of(text: String) -> Self {
        Self { text, is_whole: true, ..Self::default() }
    }

    /// A file.
    pub(crate) fn file(bytes: Vec<u8>) -> Self {
        Self { bytes, is_whole: true, ..Self::default() }
    }

    /// The same, with a text.
    pub(crate) fn with_text(self, text: String) -> Self {
        Self { text, ..self }
    }

    /// The same, with a remark.
    pub(crate) fn saying(self, said: String) -> Self {
        Self { said, ..self }
    }

    /// The same, with counts of the findings of a report.
    pub(crate) fn counting(mut self, report: &Report<'_>) -> Self {
        let all = [Severity::Error, Severity::Warning, Severity::Advice];
        self.counts = all.map(|severity| report.count(severity));
        self
    }

    /// The same, given whether all of it could be read.
    pub(crate) fn whole_if(self, is_whole: bool) -> Self {
        Self { is_whole, ..self }
    }

    /// The same, with what is wrong with the documents that were read.
    pub(crate) fn aside_of(mut self, found: &[Diagnostic], sources: &Sources) -> Self {
        self.aside = aside(found, sources);
        self
    }
}

/// What is wrong with what was read, as a terminal shows it.
fn aside(found: &[Diagnostic], sources: &Sources) -> String {
    if found.is_empty() {
        return String::new();
    }
    let files = sources.iter().count();
    full::render(&Report::new(found, sources, files, files), &STYLE)
}

/// Why there is no answer, in words for the user.
pub struct Problem(pub(crate) String);

impl Problem {
    /// That a file cannot be read.
    pub(crate) fn unread(picked: &Picked) -> Self {
        let why = picked.around.first().map_or("it cannot be read", |found| found.message.as_str());
        Self(format!("`{}`: {why}", picked.source.name()))
    }

    /// That a document has nothing that can be read.
    pub(crate) fn no_document(name: &str, found: &[Diagnostic]) -> Self {
        let first = found.first();
        let why = first.map_or("it is not a standard", |found| found.message.as_str());
        let help = first.and_then(|found| found.help.as_ref());
        let help = help.map_or_else(String::new, |help| format!(": {help}"));
        Self(format!("`{name}`: {why}{help}"))
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        Self(failure.0)
    }
}

impl From<Problem> for JsValue {
    fn from(problem: Problem) -> Self {
        Self::from_str(&problem.0)
    }
}
