//! What a diagnostic shows of its files: a short separate text, put together from the lines around its labels, with the
//! labels moved to their places in it. The cost depends on what is shown, whatever the size of the files.

use std::ops::Range;

use super::super::text::{acts_on_terminal, begins_command_anywhere};
use super::window::{Underline, width, window};
use crate::diagnostic::Label;
use crate::source::{ColumnUnit, Position, Source, Sources};

/// How many lines are shown before and after a label.
const CONTEXT: usize = 1;

/// A label over more lines than this is underlined only on its first line.
const LONGEST: usize = 4;

/// How many labels of one finding are drawn: more than this help nobody, and on one line, each takes up a row as long
/// as the line.
const MOST: usize = 20;

/// Lines of several files as one text, every line ended by `\n`.
#[derive(Debug, Default)]
pub(super) struct Excerpt {
    /// The text.
    pub(super) text: String,
    /// Its blocks, in order.
    pub(super) blocks: Vec<ExcerptBlock>,
    /// What is underlined, in the order of the labels.
    pub(super) marks: Vec<MovedLabel>,
    /// How many labels are not shown.
    pub(super) left_out: usize,
    /// Whether a person can find a place in the files by line and column.
    pub(super) has_lines: bool,
}

/// Lines of the excerpt that follow each other in one file.
#[derive(Debug)]
pub(super) struct ExcerptBlock {
    /// The name of the file.
    pub(super) name: String,
    /// The part of the excerpt's text.
    pub(super) range: Range<usize>,
    /// The index, from 0, of the first line in its file.
    pub(super) first_line: usize,
    /// How many lines it has.
    pub(super) line_count: usize,
}

/// A label, moved into the excerpt.
#[derive(Debug)]
pub(super) struct MovedLabel {
    /// Where it is in the excerpt's text.
    pub(super) span: Range<usize>,
    /// Where it starts in its file.
    pub(super) position: Position,
    /// Which of the labels it is.
    pub(super) label: usize,
}

/// The underlined part of a label: its number, its bytes, its lines by index, and the columns that its message takes
/// up, including the corner that leads to it.
#[derive(Clone, Debug)]
struct PlacedLabel {
    label: usize,
    bytes: Range<usize>,
    lines: Range<usize>,
    room: usize,
}

impl Excerpt {
    /// The excerpt for the first of `labels`: the file of the first one comes first. Labels in a file without text are
    /// left out, because there is nothing to show.
    pub(super) fn new(labels: &[Label], sources: &Sources, width: usize, charset: Charset) -> Self {
        let (labels, more) = labels.split_at(labels.len().min(MOST));
        let mut excerpt = Self { left_out: more.len(), has_lines: true, ..Self::default() };
        let mut files = Vec::new();
        for label in labels {
            if !files.contains(&label.source) {
                files.push(label.source);
            }
        }
        for source in files.into_iter().filter_map(|id| sources.get(id)) {
            if !source.text().is_empty() {
                excerpt.add_file(source, labels, width, charset);
            }
        }
        excerpt.marks.sort_by_key(|mark| mark.label);
        excerpt
    }

    fn add_file(&mut self, source: &Source, labels: &[Label], width: usize, charset: Charset) {
        let numbered = labels.iter().enumerate().filter(|(_, label)| label.source == source.id());
        let mut places: Vec<PlacedLabel> =
            numbered.map(|(index, label)| place(source, index, label)).collect();
        places.sort_by_key(|place| (place.lines.start, place.bytes.start));
        let mut blocks = Vec::new();
        let mut rest = &places[..];
        while !rest.is_empty() {
            let (lines, count) = match source.container() {
                Some(_) => (rest[0].lines.clone(), piece_places(rest)),
                None => block_lines(rest, source.line_count()),
            };
            let (block, after) = rest.split_at(count);
            blocks.push((lines, block));
            rest = after;
        }
        // What is wrong is shown first, whatever is above it in the file.
        blocks.sort_by_key(|(_, block)| !block.iter().any(|place| place.label == 0));
        for (lines, block) in blocks {
            self.add_block(source, lines, block, width, charset);
        }
    }

    fn add_block(
        &mut self,
        source: &Source,
        lines: Range<usize>,
        places: &[PlacedLabel],
        width: usize,
        charset: Charset,
    ) {
        let start = self.text.len();
        let mut map = Map::default();
        let columns = width.saturating_sub(gutter(&lines, places)).max(20);
        for line in lines.clone() {
            self.add_line(source, line, places, columns, charset, &mut map);
        }
        for place in places {
            let span = map.find(place.bytes.start)..map.find(place.bytes.end);
            let position = source.position(place.bytes.start, ColumnUnit::CodePoints);
            self.marks.push(MovedLabel {
                span: span.start..span.end.max(span.start),
                position,
                label: place.label,
            });
        }
        // `miette` narrates what comes after a block's last line break as part of its last line.
        let last_break = usize::from(charset == Charset::OneColumn);
        let place = source.place(places[0].bytes.start);
        self.blocks.push(ExcerptBlock {
            name: place
                .map_or_else(|| source.name().to_owned(), |place| format!("{}: {place}", source.name())),
            range: start..self.text.len() - last_break,
            first_line: source.file_line(lines.start),
            line_count: lines.len(),
        });
        self.has_lines = place.is_none();
    }

    /// Appends the part of a line that is shown, and records in `map` where its bytes went.
    fn add_line(
        &mut self,
        source: &Source,
        line: usize,
        places: &[PlacedLabel],
        columns: usize,
        charset: Charset,
        map: &mut Map,
    ) {
        let bytes = line_bytes(source, line);
        let text = &source.text()[bytes.clone()];
        let within = |place: &PlacedLabel| {
            let clip = |offset: usize| offset.clamp(bytes.start, bytes.end) - bytes.start;
            let part = clip(place.bytes.start)..clip(place.bytes.end);
            place.lines.contains(&line).then_some(Underline { bytes: part, room: place.room })
        };
        let marks: Vec<_> = places.iter().filter_map(within).collect();
        let ellipsis = if charset == Charset::Ascii { "..." } else { "…" };
        let mut shown_to = 0;
        for part in window(text, &marks, columns) {
            if part.start > shown_to {
                self.text.push_str(ellipsis);
            }
            shown_to = part.end;
            self.add_text(&text[part.clone()], bytes.start + part.start, charset, map);
        }
        if shown_to < text.len() {
            self.text.push_str(ellipsis);
        }
        if text.is_empty() && charset == Charset::OneColumn {
            // Otherwise an empty last line would not be narrated.
            self.text.push(' ');
        }
        self.text.push('\n');
    }

    /// Appends text that is at `offset` in its file, with a picture for each character that would act on the terminal.
    fn add_text(&mut self, text: &str, offset: usize, charset: Charset, map: &mut Map) {
        map.anchor(offset, self.text.len());
        for (at, character) in text.char_indices() {
            if charset.shows(character) && !begins_command_anywhere(&text[at..]) {
                self.text.push(character);
                continue;
            }
            self.text.extend(picture(character, charset));
            map.anchor(offset + at + character.len_utf8(), self.text.len());
        }
        map.anchor(offset + text.len(), self.text.len());
    }
}

/// Which characters an excerpt may hold, besides harmless ones from the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    /// Pictures of control characters, and an ellipsis in one character.
    Unicode,
    /// Nothing but ASCII.
    Ascii,
    /// Only characters that take up one column, so that columns count code points.
    OneColumn,
}

impl Charset {
    /// Whether a character of the file is shown as it is.
    fn shows(self, character: char) -> bool {
        match self {
            Self::OneColumn => takes_one_column(character),
            Self::Unicode | Self::Ascii => {
                character == '\t' || !(acts_on_terminal(character) || character == '\u{feff}')
            }
        }
    }
}

/// Whether a character is known to take up one column: the letters of Latin, Greek and Cyrillic, and
/// the signs that texts use.
fn takes_one_column(character: char) -> bool {
    let is_known = matches!(character,
        ' '..='~' | '\u{a0}'..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{1e00}'..='\u{1fff}'
        | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' | '\u{2200}'..='\u{22ff}');
    is_known && character != '\u{ad}'
}

/// What is shown for a character that is not shown itself; a byte order mark takes up no room.
fn picture(character: char, charset: Charset) -> Option<char> {
    match (character, charset) {
        ('\u{feff}', _) => None,
        ('\t', Charset::OneColumn) => Some(' '),
        (_, Charset::Ascii) => Some('?'),
        ('\0'..='\u{1f}', Charset::Unicode) => char::from_u32(0x2400 + u32::from(character)),
        ('\u{7f}', Charset::Unicode) => Some('\u{2421}'),
        _ => Some('\u{fffd}'),
    }
}

/// Where bytes of a file are in the excerpt: from one anchor to the next, byte for byte.
#[derive(Debug, Default)]
struct Map(Vec<(usize, usize)>);

impl Map {
    fn anchor(&mut self, file: usize, excerpt: usize) {
        self.0.push((file, excerpt));
    }

    /// The place of a byte; for a byte that is not shown, the end of what is shown before it.
    fn find(&self, offset: usize) -> usize {
        let after = self.0.partition_point(|(file, _)| *file <= offset);
        let before = self.0[..after].last().or(self.0.first());
        let (file, excerpt) = before.copied().unwrap_or_default();
        let next = self.0.get(after).map_or(excerpt, |(_, excerpt)| *excerpt);
        (excerpt + offset.saturating_sub(file)).min(next.max(excerpt))
    }
}

/// The bytes of a line without its line ending.
fn line_bytes(source: &Source, line: usize) -> Range<usize> {
    let start = source.line_start(line);
    let text = &source.text()[start..source.line_start(line + 1)];
    start..start + text.trim_end_matches(['\r', '\n']).len()
}

/// The part of a label that is underlined, on character boundaries of a file that may have changed
/// since it was checked.
fn place(source: &Source, index: usize, label: &Label) -> PlacedLabel {
    let text = source.text();
    let bound = |offset: u32| text.floor_char_boundary(offset as usize);
    let (start, end) = (bound(label.span.start), bound(label.span.end));
    let first = source.line_index(start);
    let last = source.line_index(if end > start { end - 1 } else { end });
    let room = if label.message.is_empty() { 0 } else { width(&label.message) + 4 };
    if last - first < LONGEST {
        return PlacedLabel { label: index, bytes: start..end, lines: first..last + 1, room };
    }
    let end = line_bytes(source, first).end.max(start);
    PlacedLabel { label: index, bytes: start..end, lines: first..first + 1, room }
}

/// The columns that `miette` takes up before a line: its number, a bar, and arrows to labels over
/// several lines.
fn gutter(lines: &Range<usize>, places: &[PlacedLabel]) -> usize {
    let over_lines = places.iter().filter(|place| place.lines.len() > 1).count();
    let arrows = if over_lines > 0 { over_lines + 3 } else { 0 };
    lines.end.to_string().len() + 5 + arrows
}

/// How many of the places are in the lines of the first one: in a document that is not plain text, the lines around
/// these belong to other places.
fn piece_places(places: &[PlacedLabel]) -> usize {
    places.iter().take_while(|place| place.lines == places[0].lines).count()
}

/// The lines of the block that starts with the first place, and how many places belong to it.
fn block_lines(places: &[PlacedLabel], line_count: usize) -> (Range<usize>, usize) {
    let around =
        |lines: &Range<usize>| lines.start.saturating_sub(CONTEXT)..(lines.end + CONTEXT).min(line_count);
    let mut block = around(&places[0].lines);
    let mut count = 1;
    for place in &places[1..] {
        let lines = around(&place.lines);
        if lines.start > block.end {
            break;
        }
        block.end = block.end.max(lines.end);
        count += 1;
    }
    (block, count)
}
