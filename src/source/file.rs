//! The text that the sources of one file share, and where each of them begins in it.

use std::sync::{Arc, OnceLock};

use super::{Beside, Container, Encoding, FilePosition, LeftOut, Piece, Span, TableCell};

/// One file: all of it, or as much of a stream as has been read.
#[derive(Debug)]
pub(super) struct File {
    /// The name that the user gave: a path, or what stands for standard input.
    pub(super) name: Arc<str>,
    /// The text, with its byte order mark if it has one.
    pub(super) text: String,
    /// Where the text begins: at the start of a file, further on in a stream.
    pub(super) begins: FilePosition,
    /// The parts of the text that are documents of their own, in order.
    pub(super) parts: Vec<Span>,
    /// Whether these are the elements of an array.
    pub(super) are_elements: bool,
    /// The pointer to each, if they are elsewhere in JSON.
    pub(super) pointers: Vec<String>,
    /// Where the text was taken from, if it is not the file itself.
    pub(super) origin: Option<Origin>,
    /// What its bytes were encoded in.
    pub(super) encoding: Encoding,
    /// The SHA-256 of its bytes, if these are not those of the text.
    pub(super) sha256: Option<Arc<str>>,
    /// Where the cells of tables begin, in a text that was made from another one.
    pub(super) cells: Vec<(u32, Option<TableCell>)>,
    /// Where the headings of such a text begin, and their levels.
    pub(super) headings: Vec<(u32, u8)>,
    /// Where each of them begins, worked out when first asked for.
    places: OnceLock<Vec<FilePosition>>,
}

/// What a text was taken from.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    /// What kind of file.
    pub(super) container: Container,
    /// Where each piece of the text is in it.
    pub(super) pieces: Vec<Piece>,
    /// What has words that are not in the text, and where in the text it belongs.
    pub(super) left_out: Vec<(LeftOut, Span)>,
    pub(super) beside: Vec<Beside>,
}

impl File {
    pub(super) fn new(name: Arc<str>, text: String, begins: FilePosition, parts: Vec<Span>) -> Self {
        Self {
            name,
            text,
            begins,
            parts,
            are_elements: false,
            pointers: Vec::new(),
            origin: None,
            encoding: Encoding::default(),
            sha256: None,
            cells: Vec::new(),
            headings: Vec::new(),
            places: OnceLock::new(),
        }
    }

    /// Where the part at `index` begins.
    pub(super) fn place(&self, index: usize) -> FilePosition {
        self.places.get_or_init(|| self.places())[index]
    }

    /// One walk over the text, from part to part: a catalogue may be a single line, so counting from the start of the
    /// line again for each part would take quadratic time.
    fn places(&self) -> Vec<FilePosition> {
        let mut place = self.begins;
        let mut at = 0;
        let next = |part: &Span| {
            let start = part.start as usize;
            place = place.after(&self.text[at..start]);
            at = start;
            place
        };
        self.parts.iter().map(next).collect()
    }
}
