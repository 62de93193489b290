//! The only way to get the documents of inputs, whatever an input is: a file with one document or many, a stream,
//! standard input, or a revision in git.

use super::input::Input;
use super::opened::{Documents, Opened};
use super::stream::Stream;
use super::{Failure, Files};
use crate::model::Format;
use crate::read::{self, Parts};
use crate::source::{FilePosition, SourceId};

/// Reads inputs: where from, as which format, and up to which size.
#[derive(Clone, Copy)]
pub struct Reader<'f> {
    /// Where the files come from.
    pub files: &'f dyn Files,
    /// The format that all inputs are read as; if none, it is recognised by their content.
    pub from: Option<Format>,
    /// The longest input that is read, in bytes.
    pub max_size: u64,
}

impl Reader<'_> {
    /// Opens an input under the number `id` and splits it into its documents.
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

    /// The inputs as one batch, each to be opened later, on any thread.
    #[must_use]
    pub fn inputs<'i>(&self, inputs: &'i [(SourceId, Input)]) -> Batches<'i> {
        Batches(Pending::Inputs(Some(inputs)))
    }

    /// The documents of a stream, a batch at a time, if the input is one: if its first line is a document and another
    /// comes after it, or if `begins` says that it is part of a longer stream.
    ///
    /// # Errors
    /// If it is not a stream: gives the input back, to be read as a whole.
    pub fn stream(
        &self,
        input: Input,
        id: SourceId,
        begins: Option<FilePosition>,
    ) -> Result<Batches<'static>, Input> {
        let stream = Stream::open(self.files, input, id, self.max_size, begins)?;
        Ok(Batches(Pending::Stream(Box::new(stream))))
    }
}

/// Inputs and documents in batches: all inputs at once, or a stream some lines at a time.
pub struct Batches<'i>(Pending<'i>);

/// The batches that are still to come.
enum Pending<'i> {
    /// All inputs as one batch; none once it has been taken.
    Inputs(Option<&'i [(SourceId, Input)]>),
    /// A stream, some lines at a time.
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
    /// The next batch; none at the end.
    ///
    /// # Errors
    /// If reading the stream fails.
    pub fn next_units(&mut self) -> Result<Option<Vec<Unit<'i>>>, Failure> {
        Ok(match &mut self.0 {
            Pending::Inputs(inputs) => {
                inputs.take().map(|all| all.iter().map(|(id, input)| Unit::Input(*id, input)).collect())
            }
            Pending::Stream(stream) => {
                stream.batch()?.map(|all| all.into_iter().map(Unit::Document).collect())
            }
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
