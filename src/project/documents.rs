//! The documents of inputs: the one way to them, whatever an input is: a file with one document or many, a stream,
//! standard input, a revision of git.

use super::input::Input;
use super::stream::Stream;
use super::{Failure, Files};
use crate::diagnostic::Diagnostic;
use crate::model::{Document, Format};
use crate::read::{self, Parts};
use crate::source::{Place, Source, SourceId};

/// How inputs are read.
#[derive(Clone, Copy)]
pub struct Reader<'f> {
    /// Where they stand.
    pub files: &'f dyn Files,
    /// What all of them are read as; none if their content is to tell.
    pub from: Option<Format>,
    /// The longest input that is read, in bytes.
    pub max_size: u64,
}

/// What one input holds.
#[derive(Debug)]
pub struct Documents {
    /// The file around, if it holds several documents.
    pub file: Option<Source>,
    /// What is wrong with that file, its encoding and what stands between its documents.
    pub around: Vec<Diagnostic>,
    /// Each document, in order: one if the input holds but one, or cannot be read.
    pub all: Vec<Opened>,
}

/// A document that was opened, or an input that cannot be.
#[derive(Debug)]
pub struct Opened {
    /// Its text; none of what cannot be read.
    pub source: Source,
    /// What is wrong with its encoding, or why it cannot be read.
    pub found: Vec<Diagnostic>,
    /// Whether there is a text.
    pub is_read: bool,
}

impl Opened {
    /// An input that cannot be read, and why.
    pub(super) fn unreadable(source: Source, why: Diagnostic) -> Self {
        Self { source, found: vec![why], is_read: false }
    }
}

impl From<Opened> for Documents {
    fn from(one: Opened) -> Self {
        Self { file: None, around: Vec::new(), all: vec![one] }
    }
}

impl Reader<'_> {
    /// Opens an input, which gets this number, and takes it apart into its documents.
    #[must_use]
    pub fn documents(&self, input: &Input, id: SourceId) -> Documents {
        let (source, found) = match input.read(self.files, id, self.max_size) {
            Ok(read) => read,
            Err(failed) => return Opened::unreadable(failed.source, failed.diagnostic).into(),
        };
        match read::parts_as(source, self.from) {
            Parts::One(source) => Opened { source, found, is_read: true }.into(),
            Parts::Several { file, documents, around } => {
                let opened = |source| Opened { source, found: Vec::new(), is_read: true };
                Documents {
                    file: Some(file),
                    around: found.into_iter().chain(around).collect(),
                    all: documents.into_iter().map(opened).collect(),
                }
            }
        }
    }

    /// The inputs, to be opened at any time and on any thread.
    #[must_use]
    pub fn inputs<'i>(&self, inputs: &'i [(SourceId, Input)]) -> Batches<'i> {
        Batches::Inputs(Some(inputs))
    }

    /// The documents of a stream, a batch at a time, if the input is one: if its first line is a document and another
    /// comes after it, or if `begins` says that it is a piece of a longer stream. Otherwise the input comes back.
    ///
    /// # Errors
    /// The input, to be read as a whole.
    pub fn stream(
        &self,
        input: Input,
        id: SourceId,
        begins: Option<Place>,
    ) -> Result<Batches<'static>, Input> {
        let stream = Stream::open(self.files, input, id, self.max_size, begins)?;
        Ok(Batches::Stream(Box::new(stream)))
    }
}

/// Inputs and documents, as many at a time as are worked on at once.
pub enum Batches<'i> {
    /// All inputs at once.
    Inputs(Option<&'i [(SourceId, Input)]>),
    /// The lines of a stream, so many at a time.
    Stream(Box<Stream>),
}

/// What one thread works on.
pub enum Unit<'i> {
    /// An input that is still to be opened.
    Input(SourceId, &'i Input),
    /// A document.
    Document(Opened),
}

impl<'i> Batches<'i> {
    /// The next units; none at the end.
    ///
    /// # Errors
    /// A stream that breaks off.
    pub fn next(&mut self) -> Result<Option<Vec<Unit<'i>>>, Failure> {
        Ok(match self {
            Self::Inputs(inputs) => {
                inputs.take().map(|all| all.iter().map(|(id, input)| Unit::Input(*id, input)).collect())
            }
            Self::Stream(stream) => stream.batch()?.map(|all| all.into_iter().map(Unit::Document).collect()),
        })
    }
}

impl Unit<'_> {
    /// Its documents.
    #[must_use]
    pub fn open(self, reader: Reader<'_>) -> Documents {
        match self {
            Self::Input(id, input) => reader.documents(input, id),
            Self::Document(opened) => opened.into(),
        }
    }
}

/// What a document is called among those of its file, if it is one of several: by its reference and version, or else
/// by its number.
#[must_use]
pub fn called(document: Option<&Document<'_>>, source: &Source) -> Option<String> {
    let index = source.id().index()?;
    Some(document.and_then(Document::label).unwrap_or_else(|| format!("document {}", index + 1)))
}
