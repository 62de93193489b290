//! What authors put between values although JSON has no such thing: comments, unusual spaces or nothing.

use super::super::{SyntaxError, scan};
use super::Parser;
use crate::source::Span;

impl Parser<'_> {
    /// Skips comments and characters that only look like white space, and reports each.
    #[cold]
    pub(super) fn odd_blank(&mut self) -> Option<u8> {
        loop {
            let end = self.comment_end().or_else(|| self.odd_space_end());
            let Some(end) = end else { return self.bytes.get(self.at).copied() };
            self.at = scan::white(self.bytes, end);
        }
    }

    /// The end of the comment at the current place, which is reported.
    fn comment_end(&mut self) -> Option<usize> {
        let rest = &self.text[self.at..];
        if !rest.starts_with("/*") && !rest.starts_with("//") && !rest.starts_with('#') {
            return None;
        }
        let end = self.block_end().unwrap_or_else(|| scan::line_end(self.bytes, self.at));
        let error = SyntaxError::new(Span::new(self.at, end), "JSON cannot have comments");
        self.report(error.help("remove the comment"));
        Some(end)
    }

    /// The end of the comment at the current place, if it is between `/*` and `*/`.
    fn block_end(&mut self) -> Option<usize> {
        let rest = self.text[self.at..].strip_prefix("/*").filter(|_| !self.hopeless.comment)?;
        let end = rest.find("*/").map(|len| self.at + len + 4);
        self.hopeless.comment = end.is_none();
        end
    }

    /// The end of the run of characters at the current place that look like white space to people;
    /// the run is reported.
    fn odd_space_end(&mut self) -> Option<usize> {
        let rest = &self.text[self.at..];
        let len = rest.find(|character| !is_odd_space(character)).unwrap_or(rest.len());
        let first = rest[..len].chars().next()?;
        let message = format!("JSON does not allow a {} here", name(first));
        let error = SyntaxError::new(Span::new(self.at, self.at + len), message);
        self.report(error.help("replace it with an ordinary space"));
        Some(self.at + len)
    }

    /// Reports that there is no value at all.
    #[cold]
    pub(super) fn empty(&mut self) {
        let error = SyntaxError::new(Span::at(self.at), "the file is empty");
        self.report(error.help("write one value, usually an object in `{` and `}`"));
    }
}

/// Whether people see white space where JSON sees none.
fn is_odd_space(character: char) -> bool {
    match character {
        ' ' | '\t' | '\n' | '\r' => false,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => true,
        _ => character.is_whitespace(),
    }
}

/// What people call a character that they cannot see.
fn name(character: char) -> String {
    let known = match character {
        '\u{a0}' | '\u{202f}' => "no-break space",
        '\u{feff}' => "byte order mark",
        '\u{200b}' => "zero-width space",
        _ => return format!("character U+{:04X}", u32::from(character)),
    };
    format!("{known} (U+{:04X})", u32::from(character))
}
