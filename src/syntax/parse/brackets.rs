//! Brackets that do not match, are missing, are left over or are nested too deeply.

use super::super::{MAX_DEPTH, SyntaxError, ValueKind, scan};
use super::{OpenContainer, Parser, WHITE};
use crate::source::Span;

impl Parser<'_> {
    /// Refuses the container at the current place, and skips it.
    #[cold]
    pub(super) fn too_deep(&mut self) {
        let start = self.at;
        let message = format!("brackets are nested more than {MAX_DEPTH} deep");
        let error = SyntaxError::new(Span::new(start, start + 1), message);
        self.report(error.help("use fewer levels of arrays and objects"));
        let end = self.balanced(start);
        self.leaf(ValueKind::Invalid, start, end);
    }

    /// The byte after the bracket that matches the one at `at`, or the end of the text if none does.
    pub(super) fn balanced(&mut self, at: usize) -> usize {
        let end = scan::balanced(self.bytes, at);
        self.unbalanced |= end.is_none();
        end.unwrap_or_else(|| self.end())
    }

    /// Handles a closing bracket of the wrong kind at the current place. Either a bracket before it
    /// is missing, or it is itself the wrong one; what follows decides.
    #[cold]
    pub(super) fn mismatched(&mut self, found: u8) -> bool {
        let here = self.open.len() - 1;
        let OpenContainer { node, closer, .. } = self.open[here];
        let found_name = char::from(found);
        let expected = char::from(closer);
        let opener = self.bracket(node);
        let message = format!("expected `{expected}`, found `{found_name}`");
        let label = format!("this bracket needs a `{expected}` to close it");
        self.report(SyntaxError::new(Span::new(self.at, self.at + 1), message).related(opener, label));
        self.unbalanced = true;
        let meant = self.open.iter().rposition(|frame| frame.closer == found);
        match meant {
            Some(meant) if self.fits_after(meant) || !self.fits_after(here) => {
                while self.open.len() > meant + 1 {
                    self.finish(self.at);
                }
            }
            _ => return self.close(),
        }
        false
    }

    /// Whether the string just read is not an element of the innermost array but the key of the
    /// next member of the object around it, with its colon at the current place.
    pub(super) fn is_next_member(&self) -> bool {
        let is_string = self.nodes.last().is_some_and(|node| {
            let adjacent = scan::white(self.bytes, node.span().range().end) == self.at;
            adjacent && node.kind() == ValueKind::String
        });
        is_string
            && !self.quiet
            && matches!(self.open.as_slice(), [.., outer, array]
            if outer.closer == b'}' && array.closer == b']' && array.len > 1)
    }

    /// Whether a bracket at the current place cannot start a member of the innermost object, but
    /// can start the next element of the array around it.
    pub(super) fn is_next_element(&self) -> bool {
        !self.quiet
            && matches!(self.open.as_slice(), [.., outer, object]
            if outer.closer == b']' && object.closer == b'}' && object.len > 1)
    }

    /// Closes the innermost container, whose bracket is missing, before the item that begins: an
    /// element with the bracket `byte`, or a member whose key has been read, up to its colon.
    #[cold]
    pub(super) fn close_before(&mut self, byte: u8) -> bool {
        let key = if byte == b':' { self.nodes.pop() } else { None };
        let Some(frame) = self.open.last_mut() else { return false };
        frame.len -= 1;
        let OpenContainer { node, closer, .. } = *frame;
        let start = key.map_or(self.at, |key| key.span().range().start);
        let before = self.slice(0, start).trim_end_matches(WHITE);
        let end = before.strip_suffix(',').unwrap_or(before).trim_end_matches(WHITE).len();
        self.finish(end);
        let message = format!("expected `{}` before the next {}", char::from(closer), self.item_name());
        let error = SyntaxError::new(Span::at(end), message);
        self.report(error.related(self.bracket(node), "this bracket is not closed"));
        self.unbalanced = true;
        let Some(key) = key else { return self.item(byte) };
        if let Some(object) = self.open.last_mut() {
            object.len += 1;
        }
        self.nodes.push(key);
        self.at += 1;
        self.value_after_colon()
    }

    /// Whether what follows the bracket at the current place can follow if it closes the open
    /// container with this number.
    fn fits_after(&self, frame: usize) -> bool {
        let after = scan::white(self.bytes, self.at + 1);
        let byte = self.bytes.get(after);
        let Some(outer) = frame.checked_sub(1).map(|outer| self.open[outer]) else { return byte.is_none() };
        if byte != Some(&b',') {
            return byte == Some(&outer.closer);
        }
        let next = scan::white(self.bytes, after + 1);
        match self.bytes.get(next) {
            Some(b'"') => (outer.closer == b'}') == self.is_key(next),
            Some(_) => outer.closer == b']',
            None => false,
        }
    }

    /// Closes all containers at the end of the text, and reports that they were open.
    #[cold]
    pub(super) fn unclosed(&mut self) {
        let end = self.end();
        if let Some(innermost) = self.open.last().filter(|_| !self.unbalanced) {
            let opener = self.bracket(innermost.node);
            let missing = self.closers();
            let message = format!("expected {missing} before the end of the file");
            let error = SyntaxError::new(Span::at(end), message);
            self.report(error.related(opener, "this bracket is not closed"));
        }
        while !self.open.is_empty() {
            self.finish(end);
        }
    }

    /// The span of the bracket that opens a container.
    fn bracket(&self, node: u32) -> Span {
        let start = self.nodes[node as usize].span().range().start;
        Span::new(start, start + 1)
    }

    /// The brackets that would close everything that is open, for a message.
    fn closers(&self) -> String {
        const MOST: usize = 8;
        let closers: String =
            self.open.iter().rev().map(|frame| char::from(frame.closer)).take(MOST).collect();
        match self.open.len().checked_sub(MOST) {
            None | Some(0) => format!("`{closers}`"),
            Some(more) => format!("`{closers}` and {more} more brackets"),
        }
    }

    /// The end of the last thing in the text.
    fn end(&self) -> usize {
        self.text.trim_end_matches(WHITE).len()
    }

    /// Reports what comes after the outermost value.
    #[cold]
    pub(super) fn trailing(&mut self) {
        let Some(byte) = self.blank() else { return };
        let closes = matches!(byte, b']' | b'}');
        if self.quiet || (closes && self.unbalanced) {
            return;
        }
        let end = self.end();
        let line = scan::line_end(self.bytes, self.at).min(end);
        if closes {
            let message = format!("`{}` has no opening bracket", char::from(byte));
            let error = SyntaxError::new(Span::new(self.at, self.at + 1), message);
            return self.report(error.help("remove it, or add its opening bracket"));
        }
        let help = match byte {
            b':' => "put `{` and `}` around the members of an object",
            _ => "put the values in a list, in `[` and `]`: a JSON file can have only one value",
        };
        let error = SyntaxError::new(Span::new(self.at, line), "there is text after the end of the document");
        self.report(error.help(help));
    }
}
