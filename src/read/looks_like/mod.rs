//! What a file that is not a standard looks like, and what to do with it. Nothing is read here: it only says what the
//! file is, so that a person who gave the wrong file knows what to give instead.

pub(super) mod bytes;
mod json;
mod lines;
mod name;
mod plan;
mod text;

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::Format;
use crate::read::notes::STORE_VALUES;
use crate::source::{LeftOut, Source, Span};
pub(super) use json::json;
pub(super) use name::FileName;
pub(super) use text::{other_text, plain_text, plan};

/// The rule that reports a file that is not a standard.
pub(super) const UNRECOGNISED: &str = "unrecognised-format";

/// What to do with a document from another program.
const SAVE_TEXT: &str = "save it as plain text (.txt) in UTF-8, or copy its text into a \
                         text file";

/// What to do with a word processor document, and with a document from an old version of Office.
const SAVE_WORD: &str = "save it as a Word document (.docx)";
const SAVE_OFFICE: &str = "save it as a Word document (.docx) or a workbook (.xlsx)";

/// What to do with something that shows text but does not contain any.
const COPY_TEXT: &str = "copy its text into a text file, or use the page or the \
                         document that it was made from";

/// What to do with program code and settings.
const GIVE_DOCUMENT: &str = "use the standard itself, or its web page saved as text or HTML";

/// What a text with a list of statements can be turned into.
const AS_TEXT: &str = "write each statement on a line of a text file, as in `K1: The parts of a lock.`, under the \
                       headings Knowledge, Skills and Behaviours. You can also use JSON in the format that \
                       `ksb schema standard` describes";

/// What a draft is expected to have.
const STATEMENTS: &str = "write duties with the codes that are mapped to them, such as `Duty 1: Open the gates. K1, S1`, \
                          and statements with their codes, such as `K1: The parts of a lock.`";

/// What a recognised text may be.
const FORMATS: &str = "use a standard or an occupational map as a saved page, text, Markdown, CSV, JSON, a Word \
                       document or a workbook";

/// What a file looks like.
#[derive(Debug)]
pub(super) struct Likeness {
    /// What it is, as a message.
    message: Cow<'static, str>,
    /// What to do.
    help: Cow<'static, str>,
    /// A place that shows it, and what it shows; `None` for the first line.
    place: Option<(Span, String)>,
    /// Its format, if drafts can be written in it.
    format: Option<Format>,
}

/// A file with nothing in it.
pub(super) const EMPTY: Likeness = Likeness::new("the file is empty", GIVE_DOCUMENT);

impl Likeness {
    const fn new(message: &'static str, help: &'static str) -> Self {
        Self { message: Cow::Borrowed(message), help: Cow::Borrowed(help), place: None, format: None }
    }

    /// Something that has a name: `a YAML file`.
    fn of(noun: &str, help: impl Into<Cow<'static, str>>) -> Self {
        let message = format!("this looks like {noun}, which ksb cannot read");
        Self { message: message.into(), help: help.into(), place: None, format: None }
    }

    /// A file in a format that drafts can be written in, but which may not be a draft.
    fn without_statements(format: Format) -> Self {
        let message =
            format!("no duties or statements were found in this file, which looks like {}", format.noun());
        Self { message: message.into(), help: STATEMENTS.into(), place: None, format: Some(format) }
    }

    /// Its format, if drafts can be written in it.
    pub(super) fn format(&self) -> Option<Format> {
        self.format
    }

    /// The one finding about a file that looks like this.
    pub(super) fn refusal(self, source: &Source) -> Diagnostic {
        let text = source.text()[source.bom_len()..].trim_start();
        // A document without words has no first word to point to.
        let start = if text.is_empty() { source.bom_len() } else { source.text().len() - text.len() };
        let line = text.lines().next().unwrap_or_default();
        let first_line = Span::new(start, start + line.trim_end().len());
        let (span, label) =
            self.place.unwrap_or((first_line, "this does not look like a standard".to_owned()));
        let label = Label::new(source.id(), span, label);
        let known = match source.container() {
            Some(_) => "",
            None => ". If you know the format, name it with `--from`",
        };
        Diagnostic::new(UNRECOGNISED, Severity::Error, "document", self.message, label)
            .help(format!("{}{known}", self.help))
    }
}

/// A document from another program, with nothing in it that is a standard.
pub(super) fn container(format: Format, source: &Source) -> Likeness {
    let mut formulas = source.left_out().iter().filter(|(what, _)| *what == LeftOut::Formula);
    if let Some((_, first)) = formulas.next() {
        let cells = match formulas.count() {
            0 => "a cell has a formula without a value".to_owned(),
            more => format!("{} cells have formulas without values", more + 1),
        };
        let message = format!("no duties or statements were found in this workbook: {cells}");
        let place = Some((*first, "the first formula without a value".to_owned()));
        return Likeness { message: message.into(), help: STORE_VALUES.into(), place, format: None };
    }
    let message = format!("no duties or statements were found in this file, which is {}", format.noun());
    Likeness { message: message.into(), help: STATEMENTS.into(), place: None, format: None }
}

/// A text that is read one document at a time.
pub(super) fn several(count: usize) -> Likeness {
    let noun = if count == 1 { "document" } else { "documents" };
    Likeness {
        message: format!("the text has {count} {noun} inside a list or an object").into(),
        help: "use one of them alone; programs that use the library get each one from `read::parts`".into(),
        place: None,
        format: None,
    }
}
