//! Documents that come one per line, read a batch at a time: however long the stream is, only one batch of it is in
//! memory.

use std::io::{self, BufRead, Read};

use super::files::reason;
use super::input::{Input, InputOrigin};
use super::opened::Opened;
use super::{Failure, Files, parallel};
use crate::read::encoding::{decode, unreadable};
use crate::source::{FilePosition, Source, SourceId};
use crate::syntax::split;

/// How many bytes a batch has: enough to keep all threads busy.
const BATCH: usize = 4 << 20;

/// A stream of documents.
pub(super) struct Stream {
    input: Box<dyn BufRead>,
    name: String,
    file: SourceId,
    max_size: u64,
    /// Lines that were read already.
    read: Vec<StreamLine>,
    next: FilePosition,
    /// How many non-blank lines there have been.
    count: usize,
}

/// One line.
struct StreamLine {
    begins: FilePosition,
    bytes: Vec<u8>,
    /// Whether it is longer than a document may be; then it is cut off.
    too_long: bool,
}

impl Stream {
    /// The stream that an input is, if its first line is a document and another comes after it, or if `begins`
    /// says that it is part of one. Otherwise the input is given back.
    pub(super) fn open(
        files: &dyn Files,
        input: Input,
        file: SourceId,
        max_size: u64,
        begins: Option<FilePosition>,
    ) -> Result<Self, Input> {
        let reader = match &input.origin {
            InputOrigin::Stdin => Some(files.standard_input()),
            InputOrigin::Path(path) => files.lines_of(path),
            InputOrigin::Begun(_) | InputOrigin::Git(_) | InputOrigin::Nothing { .. } => None,
        };
        let Some(reader) = reader else { return Err(input) };
        let next = begins.unwrap_or(FilePosition::START);
        let name = input.name.clone();
        let mut stream = Self { input: reader, name, file, max_size, read: Vec::new(), next, count: 0 };
        let is_stream = begins.is_some() || stream.begins_with_two();
        if is_stream { Ok(stream) } else { Err(stream.give_back(input)) }
    }

    /// Reads up to the second non-blank line. Returns whether there is one and the first line is a document.
    fn begins_with_two(&mut self) -> bool {
        while self.read.iter().filter(|line| !line.is_blank()).count() < 2 {
            let Ok(Some(line)) = self.line() else { return false };
            let too_long = line.too_long;
            self.read.push(line);
            // The rest of it was skipped and cannot be given back. As a line of a stream, it is reported.
            if too_long {
                return true;
            }
            let is_document = |line: &StreamLine| line.is_blank() || line.is_object();
            if !self.read.first().is_some_and(is_document) {
                return false;
            }
        }
        true
    }

    /// The input as it was before its first lines were read.
    fn give_back(self, input: Input) -> Input {
        if !matches!(input.origin, InputOrigin::Stdin) {
            return input;
        }
        let mut head: Vec<u8> = self.read.into_iter().flat_map(|line| line.bytes).collect();
        // What the reader has taken from standard input but not returned yet must not be lost with it.
        let mut rest = self.input;
        let buffered = rest.fill_buf().map(<[u8]>::to_vec).unwrap_or_default();
        head.extend(buffered);
        Input { origin: InputOrigin::Begun(head), ..input }
    }

    /// The next documents; none at the end.
    pub(super) fn batch(&mut self) -> Result<Option<Vec<Opened>>, Failure> {
        let mut lines = std::mem::take(&mut self.read);
        let mut size: usize = lines.iter().map(|line| line.bytes.len()).sum();
        while size < BATCH {
            let line =
                self.line().map_err(|error| Failure(format!("`{}`: {}", self.name, reason(&error))))?;
            let Some(line) = line else { break };
            size += line.bytes.len();
            lines.push(line);
        }
        lines.retain(|line| !line.is_blank());
        if lines.is_empty() {
            return Ok(None);
        }
        let first = self.count;
        self.count += lines.len();
        let lines = lines.into_iter().enumerate().collect();
        let (file, name, max_size) = (self.file, self.name.as_str(), self.max_size);
        let document =
            |(index, line): (usize, StreamLine)| line.document(file.document(first + index), name, max_size);
        Ok(Some(parallel::map(lines, document)))
    }

    /// The next line, with its line break.
    fn line(&mut self) -> io::Result<Option<StreamLine>> {
        let mut bytes = Vec::new();
        let limit = self.max_size.saturating_add(2);
        self.input.by_ref().take(limit).read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let begins = self.next;
        let mut length = bytes.len() as u64;
        let too_long = length == limit && !bytes.ends_with(b"\n");
        if too_long {
            length += self.pass_over()?;
        }
        self.next = FilePosition::line(begins.position.line + 1, begins.offset + length);
        Ok(Some(StreamLine { begins, bytes, too_long }))
    }

    /// Reads to the end of the line without keeping it; gives the number of bytes.
    fn pass_over(&mut self) -> io::Result<u64> {
        let mut passed = 0;
        loop {
            let buffer = self.input.fill_buf()?;
            let (used, done) = match buffer.iter().position(|&byte| byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (buffer.len(), buffer.is_empty()),
            };
            self.input.consume(used);
            passed += used as u64;
            if done {
                return Ok(passed);
            }
        }
    }
}

impl StreamLine {
    fn is_blank(&self) -> bool {
        self.bytes.iter().all(u8::is_ascii_whitespace)
    }

    fn is_object(&self) -> bool {
        std::str::from_utf8(&self.bytes).is_ok_and(split::is_object)
    }

    fn document(self, id: SourceId, name: &str, max_size: u64) -> Opened {
        let Self { begins, mut bytes, too_long } = self;
        let failed = |why| Opened::unreadable(Source::new(id, name, "").starting_at(begins), why);
        if too_long {
            let why = format!("the line is longer than {max_size} bytes: raise `--max-size` to read it");
            return failed(unreadable(id, why));
        }
        bytes.truncate(bytes.trim_ascii_end().len());
        match decode(id, name, bytes) {
            Ok((source, found)) => Opened { source: source.starting_at(begins), found, is_read: true },
            Err(diagnostic) => failed(*diagnostic),
        }
    }
}
