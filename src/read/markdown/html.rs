//! HTML in Markdown: the parts that a reader sees, which are its words and its tables.

use std::ops::Range;

use super::blocks::Blocks;
use super::html_table::HtmlTable;
use super::struck::STRUCK;
use crate::read::html::tokens::{StartTag, Token, decoded, tokens};
use crate::source::{LeftOut, Span, TableCell};

/// Elements inside a line of words.
const INLINE: [&str; 16] = [
    "a", "abbr", "b", "code", "em", "font", "i", "img", "ins", "kbd", "mark", "small", "span", "strong",
    "sub", "sup",
];

/// Elements whose words are not shown.
const UNSEEN: [&str; 4] = ["script", "style", "template", "title"];

/// The most columns and rows that a cell is taken to span.
const WIDEST: u32 = 100;

impl Blocks<'_> {
    /// A line of a block of HTML, which is read with the others.
    pub(super) fn html_line(&mut self, range: Range<usize>) {
        match self.html.runs.last_mut().filter(|last| last.end == range.start) {
            Some(last) => last.end = range.end,
            None => self.html.runs.push(range),
        }
    }

    /// Reads a block of HTML. There may be quote marks (`>`) between its lines.
    pub(super) fn html_block(&mut self) {
        let runs = std::mem::take(&mut self.html.runs);
        self.block();
        for token in runs.into_iter().flat_map(|run| tokens(self.text, run).0) {
            match (token, &self.html.unseen) {
                (Token::End(name), Some(unseen)) if name == *unseen => self.html.unseen = None,
                (_, Some(_)) => {}
                (Token::Start(tag), None) => self.html_start(&tag),
                (Token::End(name), None) => self.html_end(&name),
                (Token::Text(range), None) => self.html_words(range),
            }
        }
        self.html.unseen = self.html.unseen.take().filter(|name| !STRUCK.contains(&&**name));
        self.builder.break_line();
    }

    fn html_start(&mut self, tag: &StartTag) {
        match &*tag.name {
            "table" => {
                self.builder.part();
                self.cell.table += 1;
                self.html.taken.clear();
            }
            "tr" => {
                self.cell.row += 1;
                self.html.column = 0;
                for rows in &mut self.html.taken {
                    *rows = rows.saturating_sub(1);
                }
            }
            "td" | "th" => self.html_cell(tag),
            name if UNSEEN.contains(&name) => self.html.unseen = Some(name.to_owned()),
            name if STRUCK.contains(&name) => {
                self.builder.leave_out(LeftOut::Struck, Span::new(tag.span.start, tag.span.end));
                self.html.unseen = Some(name.to_owned());
            }
            "br" => self.stand_for("\n", tag.span.clone()),
            name if INLINE.contains(&name) => {}
            _ => self.builder.break_line(),
        }
    }

    /// Begins a cell, in the first column that no cell above spans into.
    fn html_cell(&mut self, tag: &StartTag) {
        let number = |name: &str| {
            let value = tag.attributes.iter().find(|attribute| attribute.name == name);
            value.and_then(|value| value.value.trim().parse().ok()).unwrap_or(1_u32).clamp(1, WIDEST)
        };
        let HtmlTable { taken, column, .. } = &mut self.html;
        while taken.get(*column).is_some_and(|rows| *rows > 0) {
            *column += 1;
        }
        let first = *column;
        *column += number("colspan") as usize;
        if taken.len() < *column {
            taken.resize(*column, 0);
        }
        taken[first..*column].fill(number("rowspan"));
        self.builder.break_line();
        let column = u32::try_from(first).unwrap_or(u32::MAX);
        self.builder.enter(Some(TableCell { column, ..self.cell }));
    }

    fn html_end(&mut self, name: &str) {
        match name {
            "table" => {
                self.builder.break_line();
                self.builder.enter(None);
                self.builder.part();
            }
            name if INLINE.contains(&name) || STRUCK.contains(&name) => {}
            _ => self.builder.break_line(),
        }
    }

    /// Words with entities; white space becomes one space, or nothing at the beginning of a line.
    fn html_words(&mut self, range: Range<usize>) {
        let text = self.text;
        let mut at = range.start;
        while at < range.end {
            let rest = &text[at..range.end];
            let blank = rest.len() - rest.trim_start().len();
            let word = rest[blank..].find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len() - blank);
            if blank > 0 && !self.builder.line().is_empty() && !self.builder.line().ends_with(' ') {
                self.builder.stands_for(" ", Span::new(at, at + blank));
            }
            self.html_word(at + blank..at + blank + word);
            at += blank + word;
        }
    }

    fn html_word(&mut self, range: Range<usize>) {
        let text = self.text;
        let mut at = range.start;
        while at < range.end {
            let rest = &text[at..range.end];
            let plain = rest.find('&').unwrap_or(rest.len());
            self.builder.verbatim(&rest[..plain], at);
            let entity = rest[plain..].find(';').map_or(rest.len() - plain, |end| end + 1);
            let (start, end) = (at + plain, at + plain + entity);
            self.builder.stands_for(&decoded(&text[start..end]), Span::new(start, end));
            at = end;
        }
    }
}
