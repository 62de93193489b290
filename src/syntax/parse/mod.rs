//! The parser: one loop over the items of the open containers, and what to do about mistakes.
//!
//! This file reads what is JSON; whatever it does not expect goes to the files beside it.

mod blanks;
mod brackets;
mod items;
mod members;
mod quotes;
mod strings;
mod values;

use super::duplicates::Finder;
use super::node::Node;
use super::{SyntaxError, Tree, ValueKind, scan};

/// How deeply arrays and objects may be nested, counting the outermost one: what `serde_json` reads
/// before it reaches its recursion limit of 128.
pub const MAX_DEPTH: usize = 127;

/// How many mistakes in one text are reported; any more are left out.
pub const MAX_ERRORS: usize = 1000;
use crate::source::Span;

/// White space as JSON defines it.
const WHITE: [char; 4] = [' ', '\t', '\n', '\r'];

/// What has been read so far, and where.
struct Parser<'s> {
    text: &'s str,
    bytes: &'s [u8],
    /// The byte to read next.
    at: usize,
    nodes: Vec<Node>,
    open: Vec<OpenContainer>,
    finder: Finder<'s>,
    errors: Vec<SyntaxError>,
    /// The last item could not be read in full: whatever follows it up to the next comma or bracket
    /// is part of the same mistake.
    quiet: bool,
    /// A mistake with brackets has been reported: any left over at the end belong to it.
    unbalanced: bool,
    /// The end of the container that was closed last.
    closed_at: usize,
    hopeless: NotFoundAhead,
}

/// What need not be looked for again, because it does not occur before the end of the text.
#[derive(Default)]
struct NotFoundAhead {
    /// The end of a string that runs on into the next line.
    string: bool,
    /// The end of a comment.
    comment: bool,
}

/// An array or object that is not closed yet.
#[derive(Clone, Copy)]
struct OpenContainer {
    node: u32,
    len: u32,
    /// The bracket that closes it.
    closer: u8,
}

/// Reads a JSON text. The errors are in the order of their places; there are none if, and only if,
/// the text is JSON.
#[must_use]
pub fn parse(text: &str) -> (Tree<'_>, Vec<SyntaxError>) {
    let mut parser = Parser::new(text);
    if u32::try_from(text.len()).is_ok() {
        parser.document();
    } else {
        parser.report(SyntaxError::new(Span::at(0), "the text is longer than 4 GiB"));
    }
    parser.errors.sort_by_key(|error| error.span.start);
    let mut duplicates = parser.finder.pairs;
    duplicates.sort_unstable_by_key(|&(_, repeated)| repeated);
    (Tree { text, nodes: parser.nodes, duplicates }, parser.errors)
}

impl<'s> Parser<'s> {
    fn new(text: &'s str) -> Self {
        Self {
            text,
            bytes: text.as_bytes(),
            at: 0,
            nodes: Vec::with_capacity(text.len() / 16 + 1),
            open: Vec::with_capacity(MAX_DEPTH),
            finder: Finder::default(),
            errors: Vec::new(),
            quiet: false,
            unbalanced: false,
            closed_at: 0,
            hopeless: NotFoundAhead::default(),
        }
    }

    /// Reads the whole text.
    fn document(&mut self) {
        if self.text.starts_with('\u{feff}') {
            self.at = '\u{feff}'.len_utf8();
        }
        let Some(byte) = self.blank() else { return self.empty() };
        let opened = self.value(byte);
        self.items(opened);
        self.trailing();
    }

    /// Reads the items of the open containers until the outermost one is closed. `first` says
    /// whether nothing in the innermost one has been read.
    fn items(&mut self, mut first: bool) {
        while let Some(frame) = self.open.last() {
            let closer = frame.closer;
            first = match self.blank() {
                None => return self.unclosed(),
                Some(byte) if byte == closer => self.close(),
                Some(byte @ (b']' | b'}')) => self.mismatched(byte),
                Some(b',') if !first => self.after_comma(),
                Some(byte) if first && byte != b',' => self.item(byte),
                Some(byte) => self.unseparated(byte, first),
            };
        }
    }

    /// Reads on after the comma at the current place. Like every function that reads items, it
    /// returns whether the last thing read is an opening bracket.
    #[inline]
    fn after_comma(&mut self) -> bool {
        let comma = self.at;
        self.at += 1;
        self.quiet = false;
        match self.blank() {
            None => false,
            Some(b',' | b']' | b'}') => self.extra_commas(comma),
            Some(byte) => self.item(byte),
        }
    }

    /// Reads the element or member that begins with `byte`.
    #[inline]
    fn item(&mut self, byte: u8) -> bool {
        let Some(frame) = self.open.last_mut() else { return false };
        frame.len += 1;
        match (frame.closer, byte) {
            (b']', b'"') => self.row(),
            (b']', _) => return self.value(byte),
            _ => return self.member(byte),
        }
        false
    }

    /// Reads the string at the current place and any that follow: codes and ids come in long rows.
    #[inline]
    fn row(&mut self) {
        let mut more = 0;
        loop {
            let start = self.at;
            let stop = scan::plain(self.bytes, start + 1);
            if self.bytes.get(stop) != Some(&b'"') {
                self.long_string(stop);
                break;
            }
            self.plain_string(start, stop + 1);
            let comma = scan::white(self.bytes, self.at);
            let next = scan::white(self.bytes, comma + 1);
            if (self.bytes.get(comma), self.bytes.get(next)) != (Some(&b','), Some(&b'"')) {
                break;
            }
            (self.at, self.quiet) = (next, false);
            more += 1;
        }
        if let Some(frame) = self.open.last_mut() {
            frame.len += more;
        }
    }

    /// Reads the member whose key begins with `byte`.
    #[inline]
    fn member(&mut self, byte: u8) -> bool {
        if byte == b'"' {
            self.string();
        } else {
            if byte == b'{' && self.is_next_element() {
                return self.close_before(byte);
            }
            self.odd_key(byte);
        }
        if !self.is_at(b':') && self.blank() != Some(b':') {
            return self.without_colon();
        }
        self.at += 1;
        self.at += usize::from(self.is_at(b' '));
        if self.is_at(b'"') {
            self.string();
            return false;
        }
        match self.blank() {
            None | Some(b',' | b']' | b'}') => self.without_value(),
            Some(byte) => self.value(byte),
        }
    }

    /// Reads the value that begins with `byte`.
    #[inline]
    fn value(&mut self, byte: u8) -> bool {
        match byte {
            b'"' => self.string(),
            b'{' | b'[' => return self.open(byte),
            b'-' | b'0'..=b'9' => self.number(),
            b't' => self.literal("true", ValueKind::Bool),
            b'f' => self.literal("false", ValueKind::Bool),
            b'n' => self.literal("null", ValueKind::Null),
            _ => self.odd_value(),
        }
        false
    }

    /// Opens the container whose bracket is at the current place.
    #[inline]
    fn open(&mut self, byte: u8) -> bool {
        if self.open.len() >= MAX_DEPTH {
            self.too_deep();
            return false;
        }
        let (kind, closer) = if byte == b'[' { (ValueKind::Array, b']') } else { (ValueKind::Object, b'}') };
        self.open.push(OpenContainer { node: self.next_index() - 1, len: 0, closer });
        self.leaf(kind, self.at, self.at + 1);
        self.quiet = false;
        true
    }

    /// Closes the innermost container with the bracket at the current place.
    #[inline]
    fn close(&mut self) -> bool {
        self.at += 1;
        self.quiet = false;
        self.finish(self.at);
        false
    }

    /// Ends the innermost container before the byte `end`.
    fn finish(&mut self, end: usize) {
        let Some(frame) = self.open.pop() else { return };
        self.closed_at = end;
        if frame.closer == b'}' && frame.len > 1 {
            self.finder.check_object(self.text, &mut self.nodes, frame.node);
        }
        let next = self.next_index() - 1;
        self.nodes[frame.node as usize].close(Span::at(end).end, next, frame.len);
    }

    /// Reads a string.
    #[inline]
    fn string(&mut self) {
        let start = self.at;
        let stop = scan::plain(self.bytes, start + 1);
        if self.bytes.get(stop) == Some(&b'"') {
            self.plain_string(start, stop + 1);
        } else {
            self.long_string(stop);
        }
    }

    /// Adds a string without escapes, and goes on after it.
    #[inline]
    fn plain_string(&mut self, start: usize, end: usize) {
        self.at = end;
        self.nodes.push(Node::string(Span::new(start, end), self.next_index(), false, (1, 1)));
    }

    /// Reads a number.
    #[inline]
    fn number(&mut self) {
        match scan::number(self.bytes, self.at) {
            Some(number) if !number.doubtful => self.leaf(ValueKind::Number, self.at, number.end),
            Some(number) => self.doubtful_number(number.end),
            None => self.odd_value(),
        }
    }

    /// Reads one of the three words of JSON.
    #[inline]
    fn literal(&mut self, word: &str, kind: ValueKind) {
        let end = self.at + word.len();
        let whole = !self.bytes.get(end).is_some_and(|&byte| scan::is_word(byte));
        if whole && self.bytes[self.at..].starts_with(word.as_bytes()) {
            self.leaf(kind, self.at, end);
        } else {
            self.odd_value();
        }
    }

    /// The first byte from the current place on that is not white space, which is skipped.
    #[inline]
    fn blank(&mut self) -> Option<u8> {
        self.at = scan::white(self.bytes, self.at);
        match self.bytes.get(self.at) {
            Some(b'/' | b'#' | 0x00..0x20 | 0x80..) => self.odd_blank(),
            byte => byte.copied(),
        }
    }

    /// Whether the byte at the current place is this one.
    #[inline]
    fn is_at(&self, byte: u8) -> bool {
        self.bytes.get(self.at) == Some(&byte)
    }

    /// Adds a node for the bytes `start..end` and goes on after them.
    #[inline]
    fn leaf(&mut self, kind: ValueKind, start: usize, end: usize) {
        self.at = end;
        self.nodes.push(Node::leaf(kind, Span::new(start, end), self.next_index()));
    }

    /// The index after that of the next node to be added.
    #[inline]
    fn next_index(&self) -> u32 {
        // Each node takes at least one byte of the text, and a text has no more bytes than a `u32` can count.
        u32::try_from(self.nodes.len() + 1).unwrap_or(u32::MAX)
    }

    /// Adds a mistake to those to report.
    fn report(&mut self, error: SyntaxError) {
        if self.errors.len() < MAX_ERRORS {
            self.errors.push(error);
        }
    }

    /// The text of the bytes `start..end`.
    fn slice(&self, start: usize, end: usize) -> &'s str {
        &self.text[start..end]
    }

    /// Whether the innermost open container is an object.
    fn in_object(&self) -> bool {
        self.open.last().is_some_and(|frame| frame.closer == b'}')
    }
}
