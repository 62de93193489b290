//! The blocks of Markdown, event by event.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, MetadataBlockKind, Tag, TagEnd};

use super::front_matter::front_matter;
use super::html_table::HtmlTable;
use super::struck::is_struck_end;
use crate::source::{LeftOut, Span, TableCell, TranscriptBuilder};

/// What kind of unread content a block is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hidden {
    /// The title of a picture or the note of a footnote: not reported, or reported where it is referred to.
    Quiet,
    FrontMatter,
    Code,
    /// Words after a tag that strikes them out, up to its closing tag.
    Struck,
}

/// Puts the transcript together, event by event.
pub(super) struct Blocks<'t> {
    pub(super) text: &'t str,
    pub(super) builder: TranscriptBuilder,
    /// Whether the document cites a standard: then its footnotes are read, and its front matter is not read here.
    is_citing: bool,
    /// The lists around it: the number of the next item, if they are numbered.
    lists: Vec<Option<u64>>,
    /// The mark of an item, which comes before its first words.
    pub(super) mark: Option<(String, Span)>,
    /// Whether what comes next is directly below what came before.
    is_close: bool,
    /// What is being left out, and how deep in it the parser is.
    hidden: Option<(Hidden, usize)>,
    /// Whether something inside a line was left out right here.
    pub(super) has_gap: bool,
    /// The place in the last table.
    pub(super) cell: TableCell,
    /// A table in HTML.
    pub(super) html: HtmlTable,
}

impl<'t> Blocks<'t> {
    pub(super) fn new(text: &'t str, is_citing: bool) -> Self {
        Self {
            text,
            builder: TranscriptBuilder::default(),
            is_citing,
            lists: Vec::new(),
            mark: None,
            is_close: false,
            hidden: None,
            cell: TableCell { table: 0, row: 0, column: 0 },
            html: HtmlTable::default(),
            has_gap: false,
        }
    }

    pub(super) fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Some((hidden, deep)) = self.hidden {
            self.hidden_event(hidden, deep, &event, range);
            return;
        }
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.words(&text, range),
            Event::Code(code) => self.code(&code, range),
            Event::SoftBreak => self.soft_break(range),
            Event::HardBreak => self.stand_for("\n", range),
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::Html(_) => self.html_line(range),
            Event::FootnoteReference(_) => {
                if !self.is_citing {
                    self.builder.leave_out(LeftOut::Footnote, Span::new(range.start, range.end));
                }
                self.has_gap = true;
            }
            Event::Rule => self.builder.part(),
            Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    /// What happens inside something that is not read.
    fn hidden_event(&mut self, hidden: Hidden, deep: usize, event: &Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(_) => self.hidden = Some((hidden, deep + 1)),
            Event::InlineHtml(html) if hidden == Hidden::Struck && is_struck_end(html) => self.hidden = None,
            // Its closing tag is missing.
            Event::End(tag) if hidden == Hidden::Struck && deep == 0 => {
                self.hidden = None;
                self.end(*tag);
            }
            Event::End(_) => self.hidden = (deep > 0).then(|| (hidden, deep - 1)),
            Event::Text(text) if hidden == Hidden::FrontMatter => {
                front_matter(text, range.start, &mut self.builder);
            }
            Event::Text(text) if hidden == Hidden::Code && !text.trim().is_empty() => {
                self.builder.leave_out(LeftOut::Code, Span::new(range.start, range.end));
                self.hidden = Some((Hidden::Quiet, deep));
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph | Tag::DefinitionListTitle => self.block(),
            Tag::Heading { level, .. } => {
                self.block();
                self.builder.heading(*level as u8 - 1);
            }
            Tag::DefinitionListDefinition => self.is_close = true,
            Tag::List(first) => self.lists.push(*first),
            Tag::Item => self.item(&range),
            Tag::Table(_) => {
                self.builder.part();
                self.cell.table += 1;
            }
            Tag::TableHead | Tag::TableRow => {
                self.cell.row += 1;
                self.cell.column = 0;
            }
            Tag::TableCell => {
                self.builder.break_line();
                self.builder.enter(Some(self.cell));
            }
            Tag::FootnoteDefinition(_) if self.is_citing => self.builder.part(),
            Tag::Image { .. } | Tag::FootnoteDefinition(_) => {
                self.hidden = Some((Hidden::Quiet, 0));
                self.has_gap = true;
            }
            Tag::Strikethrough => self.strike_out(range, Hidden::Quiet),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.hidden = Some((Hidden::Code, 0));
            }
            Tag::MetadataBlock(MetadataBlockKind::YamlStyle | MetadataBlockKind::PlusesStyle) => {
                let hidden = if self.is_citing { Hidden::Quiet } else { Hidden::FrontMatter };
                self.hidden = Some((hidden, 0));
            }
            _ => {}
        }
    }

    /// Leaves out words that are struck out.
    pub(super) fn strike_out(&mut self, range: Range<usize>, hidden: Hidden) {
        self.builder.leave_out(LeftOut::Struck, Span::new(range.start, range.end));
        self.hidden = Some((hidden, 0));
        self.has_gap = true;
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.builder.break_line(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.builder.break_line();
                self.mark = None;
            }
            TagEnd::TableCell => {
                self.builder.break_line();
                self.cell.column += 1;
            }
            TagEnd::Table => {
                self.builder.enter(None);
                self.builder.part();
            }
            TagEnd::HtmlBlock => self.html_block(),
            _ => {}
        }
    }

    /// Begins a block: there is an empty line above it, unless it belongs to what is there.
    pub(super) fn block(&mut self) {
        if self.mark.is_none() && !std::mem::take(&mut self.is_close) {
            self.builder.part();
        } else {
            self.builder.break_line();
        }
    }

    /// Begins an item of a list, whose mark is written as the reader sees it.
    fn item(&mut self, range: &Range<usize>) {
        self.builder.break_line();
        self.is_close = false;
        let len = self.text[range.start..].find(char::is_whitespace).unwrap_or(range.end - range.start);
        let span = Span::new(range.start, range.start + len.min(range.end - range.start));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}.");
                *number += 1;
                mark
            }
            _ => "•".to_owned(),
        };
        self.mark = Some((mark, span));
    }
}
