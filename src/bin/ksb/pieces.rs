//! A long array of documents, read a piece at a time, so that what has been read is checked while more is read.

use std::fs::{self, File};
use std::io::{self, Read};

use ksb::read::encoding::decode;
use ksb::source::{Place, Source, SourceId};
use ksb::syntax::split::ArrayWalk;

use crate::input::{Input, Origin};

/// How many bytes are read at once: some documents, so that no thread waits long for work.
const PIECE: usize = 1 << 20;

/// An array that is read a piece at a time.
pub(crate) struct Pieces<'i> {
    input: &'i Input,
    file: SourceId,
    reader: File,
    walk: ArrayWalk,
    /// What has been read and not been given out.
    rest: Vec<u8>,
    next: Place,
    /// How many documents have been given out.
    count: usize,
}

/// What keeps a file from being read in pieces: it is to be read as a whole, which tells what is wrong with it.
pub(crate) struct Unfit;

impl<'i> Pieces<'i> {
    /// The array that an input is, if it is a file of more than one piece and begins like one.
    pub(crate) fn open(input: &'i Input, file: SourceId, max_size: u64) -> Option<Self> {
        let Origin::Path(path) = &input.origin else { return None };
        let length = fs::metadata(path).ok().filter(fs::Metadata::is_file)?.len();
        if length <= PIECE as u64 || length > max_size {
            return None;
        }
        let reader = File::open(path).ok()?;
        let (walk, rest) = (ArrayWalk::default(), Vec::new());
        let mut pieces = Self { input, file, reader, walk, rest, next: Place::START, count: 0 };
        pieces.read().ok()?;
        pieces.rest.trim_ascii_start().starts_with(b"[").then_some(pieces)
    }

    /// The next documents; none at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Vec<Source>>, Unfit> {
        loop {
            let read = self.read().map_err(|_| Unfit)?;
            let (elements, used) = self.walk.take(&self.rest).ok_or(Unfit)?;
            let rest = self.rest.split_off(used);
            let piece = std::mem::replace(&mut self.rest, rest);
            let (found, wrong) = decode(self.file, &self.input.name, piece).map_err(|_| Unfit)?;
            if !wrong.is_empty() {
                return Err(Unfit);
            }
            let begins = self.next;
            self.next = begins.after(found.text());
            if !elements.is_empty() {
                let before = self.count;
                self.count += elements.len();
                return Ok(Some(found.beginning_at(begins).split_piece(elements, before)));
            }
            if read == 0 {
                return if self.walk.is_done() { Ok(None) } else { Err(Unfit) };
            }
        }
    }

    /// Reads on: a piece, or more if a document is longer. How many bytes that were.
    fn read(&mut self) -> io::Result<usize> {
        let more = PIECE.max(self.rest.len());
        self.rest.reserve(more + 1);
        self.reader.by_ref().take(more as u64).read_to_end(&mut self.rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_array_comes_in_pieces_and_a_short_one_does_not() {
        let folder = tempfile::tempdir().expect("there is room for a folder");
        let records: Vec<String> =
            (0..300).map(|number| format!("{{\"a\":{number},\"b\":\"{:9000}\"}}", "")).collect();
        for (count, pieces_at_least) in [(300, 2), (100, 0)] {
            let text = format!("[{}]", records[..count].join(","));
            let path = folder.path().join("array.json");
            fs::write(&path, &text).expect("files can be written");
            let input = Input::named(&path, None);
            let Some(mut pieces) = Pieces::open(&input, SourceId::of_file(0), u64::MAX) else {
                assert_eq!(pieces_at_least, 0, "it is long");
                continue;
            };
            let (mut found, mut given) = (Vec::new(), 0);
            while let Ok(Some(documents)) = pieces.next() {
                found.extend(documents);
                given += 1;
            }
            assert!(given >= pieces_at_least && pieces_at_least > 0);
            assert!(found.iter().map(Source::text).eq(records[..count].iter()));
            assert!(found.iter().map(Source::index_in_array).eq((0..count).map(Some)));
            let last = found.last().map(|document| document.file_offset(0));
            assert_eq!(last, text.rfind("{\"a\"").map(|at| at as u64));
        }
    }
}
