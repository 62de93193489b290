//! Text, places in it, and the only conversion of bytes to lines and columns.
//!
//! A [`Span`] is a byte range of one [`Source`]; it stays a byte range until something is shown to
//! a person or a program, when [`Source::position`] turns it into a line and a column.

mod columns;
mod decode;
mod encoding;
mod file;
mod id;
mod left_out;
mod pieces;
mod position;
mod sources;
mod span;
mod text;
mod transcript;
mod words;

use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use columns::Columns;
pub(crate) use decode::is_text;
pub use decode::{DecodeError, Decoded, decode};
pub use encoding::Encoding;
use file::{File, Origin};
pub use id::SourceId;
pub use left_out::{Beside, LeftOut};
pub use pieces::{Container, Extracted, Piece, Place, TableCell};
pub use position::{ColumnUnit, FilePosition, Position, line_starts};
pub use sources::Sources;
pub use span::{Span, Spanned};
pub use text::{Text, TextBuilder};
pub use transcript::{Transcript, TranscriptBuilder};

/// The text of one document and its name: a whole file, or the part of a file that holds one document
/// of many.
///
/// Spans count from the start of the document. [`Source::position`] and [`Source::file_offset`] turn them into places
/// in the file, so that code that reads, checks or compares a document need not know whether there are others around
/// it.
#[derive(Debug)]
pub struct Source {
    id: SourceId,
    file: Arc<File>,
    extent: Extent,
    /// What the document is called among the others in its file.
    document: Option<Box<str>>,
    lines: OnceLock<Vec<u32>>,
    columns: OnceLock<Columns>,
}

/// How much of a file is the document.
#[derive(Debug)]
enum Extent {
    /// All of it.
    Whole,
    /// The part with this number.
    Part(usize),
    /// The text has been dropped; these are the places that can still be asked for, by offset.
    Gone(Vec<(u32, Position)>),
}

impl Source {
    /// A source from text that is already known to be UTF-8.
    #[must_use]
    pub fn new(id: SourceId, name: impl AsRef<str>, text: impl Into<String>) -> Self {
        let file = File::new(Arc::from(name.as_ref()), text.into(), FilePosition::START, Vec::new());
        Self::of(id, Arc::new(file), Extent::Whole)
    }

    /// A source from the text of a document that is not plain text.
    #[must_use]
    pub fn extracted(id: SourceId, name: impl AsRef<str>, extracted: Extracted) -> Self {
        let Extracted { container, text, pieces, left_out, beside, sha256 } = extracted;
        let mut file = File::new(Arc::from(name.as_ref()), text, FilePosition::START, Vec::new());
        file.sha256 = Some(sha256.into());
        file.origin = Some(Origin { container, pieces, left_out, beside });
        Self::of(id, Arc::new(file), Extent::Whole)
    }

    /// A source from text that was decoded from an encoding other than UTF-8; the caller gives the SHA-256 of the
    /// file's bytes.
    #[must_use]
    pub fn decoded(
        id: SourceId,
        name: impl AsRef<str>,
        text: impl Into<String>,
        encoding: Encoding,
        sha256: String,
    ) -> Self {
        let mut file = File::new(Arc::from(name.as_ref()), text.into(), FilePosition::START, Vec::new());
        (file.encoding, file.sha256) = (encoding, Some(sha256.into()));
        Self::of(id, Arc::new(file), Extent::Whole)
    }

    /// A source from a text that was made from another one, so that code that reads a text can read it. Its spans point
    /// into the text that was made. `cells` has the first byte of each part, and its cell if it is one; `headings` has
    /// the first byte of each heading and its level, from 0.
    pub(crate) fn transcribed(
        id: SourceId,
        text: &str,
        cells: Vec<(u32, Option<TableCell>)>,
        headings: Vec<(u32, u8)>,
    ) -> Self {
        let mut file = File::new(Arc::from(""), text.to_owned(), FilePosition::START, Vec::new());
        (file.cells, file.headings) = (cells, headings);
        Self::of(id, Arc::new(file), Extent::Whole)
    }

    /// A source without its text: only these places in it can be asked for. `offset` is where it starts in the file.
    #[must_use]
    pub fn with_positions_only(
        id: SourceId,
        name: impl Into<Arc<str>>,
        offset: u64,
        mut positions: Vec<(u32, Position)>,
    ) -> Self {
        positions.sort_unstable_by_key(|(offset, _)| *offset);
        positions.dedup();
        let begins = FilePosition { offset, ..FilePosition::START };
        let file = File::new(name.into(), String::new(), begins, Vec::new());
        Self::of(id, Arc::new(file), Extent::Gone(positions))
    }

    /// The source of a piece of a longer text, such as a line of a stream, that begins at `place`.
    ///
    /// # Panics
    /// If the file has already been split.
    #[must_use]
    pub fn starting_at(self, place: FilePosition) -> Self {
        let file = Arc::try_unwrap(self.file).expect("a piece of a stream is one document");
        let file = File::new(file.name, file.text, place, Vec::new());
        Self { file: Arc::new(file), ..self }
    }

    fn of(id: SourceId, file: Arc<File>, extent: Extent) -> Self {
        Self { id, file, extent, document: None, lines: OnceLock::new(), columns: OnceLock::new() }
    }

    /// The file as a whole and the documents that it holds, each as its own source; `parts` says where they are, in
    /// order and without overlap. The text is not copied.
    ///
    /// # Panics
    /// If the file has already been split.
    #[must_use]
    pub fn split(self, parts: Vec<Span>) -> (Self, Vec<Self>) {
        let text = self.text().trim_start_matches('\u{feff}').trim_start();
        let is_array = text.starts_with('[');
        self.parted(parts, is_array, Vec::new())
    }

    /// The same for documents that are somewhere inside JSON, each with the pointer to it.
    ///
    /// # Panics
    /// If the file has already been split.
    #[must_use]
    pub fn split_at(self, parts: Vec<(Span, String)>) -> (Self, Vec<Self>) {
        let (parts, pointers) = parts.into_iter().unzip();
        self.parted(parts, false, pointers)
    }

    fn parted(self, parts: Vec<Span>, are_elements: bool, pointers: Vec<String>) -> (Self, Vec<Self>) {
        let file =
            Arc::try_unwrap(self.file).expect("a file is split once, before anything else is made of it");
        let count = parts.len();
        let mut file = File::new(file.name, file.text, file.begins, parts);
        (file.are_elements, file.pointers) = (are_elements, pointers);
        let file = Arc::new(file);
        let part = |index| Self::of(self.id.document(index), Arc::clone(&file), Extent::Part(index));
        let parts = (0..count).map(part);
        let parts = parts.collect();
        (Self::of(self.id, file, Extent::Whole), parts)
    }

    /// The index of the document in the array that its file is, if it is one.
    #[must_use]
    pub fn index_in_array(&self) -> Option<usize> {
        let Extent::Part(index) = self.extent else { return None };
        self.file.are_elements.then_some(index)
    }

    /// The JSON pointer to the document in its file, or `None` if the document is the whole file.
    #[must_use]
    pub fn pointer(&self) -> Option<String> {
        let Extent::Part(index) = self.extent else { return None };
        let stated = self.file.pointers.get(index).cloned();
        stated.or_else(|| self.index_in_array().map(|index| format!("/{index}")))
    }

    /// The source with a name for its document that tells it from the others in its file: `ST9901_1.1`.
    #[must_use]
    pub fn with_document(mut self, document: impl Into<Box<str>>) -> Self {
        self.document = Some(document.into());
        self
    }

    /// The source without its text, to free the memory: only the places at `offsets` can still be asked for.
    #[must_use]
    pub fn without_text(&self, offsets: impl IntoIterator<Item = u32>) -> Self {
        let position = |offset: u32| (offset, self.position(offset as usize, ColumnUnit::CodePoints));
        let positions = offsets.into_iter().map(position).collect();
        let mut without =
            Self::with_positions_only(self.id, Arc::clone(&self.file.name), self.begins().offset, positions);
        if let Some(file) = Arc::get_mut(&mut without.file) {
            file.origin.clone_from(&self.file.origin);
            file.sha256.clone_from(&self.file.sha256);
            file.encoding = self.file.encoding;
        }
        Self { document: self.document.clone(), ..without }
    }

    /// Its number in this run.
    #[must_use]
    pub fn id(&self) -> SourceId {
        self.id
    }

    /// The name that the user gave: a path, or the name for standard input.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.file.name
    }

    /// What its document is called among the others in its file, or `None` if it is the only one.
    #[must_use]
    pub fn document(&self) -> Option<&str> {
        self.document.as_deref()
    }

    /// The whole text of the document, with the byte order mark if the file has one and the document is all
    /// of it.
    #[must_use]
    pub fn text(&self) -> &str {
        match self.extent {
            Extent::Part(index) => &self.file.text[self.file.parts[index].range()],
            Extent::Whole | Extent::Gone(_) => &self.file.text,
        }
    }

    /// The SHA-256 in hexadecimal: of the file's bytes if the text was extracted or decoded from them, otherwise of the
    /// text.
    #[must_use]
    pub fn sha256(&self) -> String {
        let of_file = self.file.sha256.as_deref().map(str::to_owned);
        of_file.unwrap_or_else(|| sha256_hex(self.text().as_bytes()))
    }

    /// What the file was encoded in.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.file.encoding
    }

    /// What the text was extracted from, or `None` if the file itself is text.
    #[must_use]
    pub fn container(&self) -> Option<Container> {
        self.file.origin.as_ref().map(|origin| origin.container)
    }

    /// In a document that is not plain text, the piece that has the byte at `offset`. `None` if the file is plain text.
    fn piece(&self, offset: usize) -> Option<&Piece> {
        let pieces = &self.file.origin.as_ref()?.pieces;
        let after = pieces.partition_point(|piece| piece.start as usize <= offset);
        pieces.get(after.saturating_sub(1))
    }

    /// The cell that has the byte at `offset`, in a text that records its tables.
    #[must_use]
    pub fn cell(&self, offset: usize) -> Option<TableCell> {
        if let Some(piece) = self.piece(offset) {
            return piece.cell;
        }
        let cells = &self.file.cells;
        let after = cells.partition_point(|(start, _)| *start as usize <= offset);
        cells.get(after.checked_sub(1)?)?.1
    }

    /// The level of the heading that begins with the byte at `offset`, in a document that marks its headings.
    #[must_use]
    pub fn heading(&self, offset: usize) -> Option<u8> {
        if let Some(piece) = self.piece(offset) {
            return piece.heading.filter(|_| piece.start as usize == offset && piece.cell.is_none());
        }
        let headings = &self.file.headings;
        let found = headings.binary_search_by_key(&offset, |(start, _)| *start as usize).ok()?;
        Some(headings[found].1)
    }

    /// All pieces of a document that is not plain text, in order; empty if the file is plain text.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        self.file.origin.as_ref().map_or(&[], |origin| &origin.pieces)
    }

    /// Parts with words that the extracted text leaves out, and where in the text they belong.
    #[must_use]
    pub fn left_out(&self) -> &[(LeftOut, Span)] {
        self.file.origin.as_ref().map_or(&[], |origin| &origin.left_out)
    }

    /// The parts beside the text of the document that may have codes of statements, and are not read.
    #[must_use]
    pub fn beside(&self) -> &[Beside] {
        self.file.origin.as_ref().map_or(&[], |origin| &origin.beside)
    }

    /// Where the byte at `offset` is in a document that is not plain text.
    #[must_use]
    pub fn place(&self, offset: usize) -> Option<&Place> {
        self.piece(offset).map(|piece| &piece.place)
    }

    /// The text of `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text()[span.range()]
    }

    /// How many bytes a byte order mark takes up at the start: 0 or 3.
    #[must_use]
    pub fn bom_len(&self) -> usize {
        if self.text().starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The line and column, in the file, of a byte offset in the document; an offset past the end counts as the end.
    #[must_use]
    pub fn position(&self, offset: usize, unit: ColumnUnit) -> Position {
        if let Extent::Gone(positions) = &self.extent {
            let known = positions.binary_search_by_key(&offset, |(offset, _)| *offset as usize);
            return known.map_or(Position { line: 1, column: 1 }, |index| positions[index].1);
        }
        let text = self.text();
        let offset = offset.min(text.len());
        let line = self.line_index(offset);
        // In the middle of a file it is a character like any other.
        let mark = if self.begins().offset == 0 { self.bom_len() } else { 0 };
        let start = self.line_start(line).max(mark.min(offset));
        let end = text.floor_char_boundary(offset);
        let column = if Columns::is_worthwhile(start, end) {
            self.columns.get_or_init(|| Columns::new(text)).between(text, [start, end], unit)
        } else {
            unit.count(&text[start..end])
        } + 1;
        self.begins().and(Position { line: line + 1, column }, unit)
    }

    /// The offset, in the file, of a byte offset in the document.
    #[must_use]
    pub fn file_offset(&self, offset: u32) -> u64 {
        self.begins().offset + u64::from(offset)
    }

    /// The index in the file, from 0, of the line with this index in the document.
    #[must_use]
    pub fn file_line(&self, index: usize) -> usize {
        self.begins().position.line - 1 + index
    }

    /// Where the document begins.
    fn begins(&self) -> FilePosition {
        match self.extent {
            Extent::Whole | Extent::Gone(_) => self.file.begins,
            Extent::Part(index) => self.file.place(index),
        }
    }

    /// How many lines there are; an empty text has one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.lines().len()
    }

    /// The index, from 0, of the line that holds `offset`.
    #[must_use]
    pub fn line_index(&self, offset: usize) -> usize {
        self.lines().partition_point(|&start| start as usize <= offset) - 1
    }

    /// The first byte of the line with this index, from 0, or the end of the text if the index is past the last line.
    #[must_use]
    pub fn line_start(&self, index: usize) -> usize {
        self.lines().get(index).map_or(self.text().len(), |&start| start as usize)
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| line_starts(self.text()))
    }
}

/// The SHA-256 of bytes, in hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests;
