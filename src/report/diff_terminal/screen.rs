//! The screen that is written to: a width, perhaps colours, perhaps only ASCII for our own signs.

use super::wrap::{Paint, ScreenLine, wrap};
use crate::report::Style;

/// Old and new are shown side by side at this width or above.
const SIDE_BY_SIDE: usize = 110;

/// How far texts are indented from their headings.
pub(in crate::report) const INDENT: usize = 2;

/// The text so far, and how it looks.
#[derive(Debug)]
pub(in crate::report) struct Screen {
    style: Style,
    out: String,
}

impl Screen {
    pub(in crate::report) fn new(style: Style) -> Self {
        Self { style, out: String::new() }
    }

    pub(in crate::report) fn finish(self) -> String {
        self.out
    }

    pub(in crate::report) fn width(&self) -> usize {
        self.style.width
    }

    /// Whether old and new are shown side by side.
    pub(in crate::report) fn is_wide(&self) -> bool {
        self.style.width >= SIDE_BY_SIDE
    }

    /// Our own words in the character set of the screen. Texts of documents stay as they are.
    pub(in crate::report) fn own(&self, text: &str) -> String {
        if self.style.unicode {
            return text.to_owned();
        }
        let mut ascii = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '→' => ascii.push_str("->"),
                '–' | '−' => ascii.push('-'),
                '│' => ascii.push('|'),
                '×' => ascii.push('x'),
                '÷' => ascii.push('/'),
                '↕' => ascii.push('^'),
                '◇' => ascii.push('*'),
                '…' => ascii.push_str("..."),
                other => ascii.push(other),
            }
        }
        ascii
    }

    pub(in crate::report) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A heading with an empty line before it.
    pub(in crate::report) fn heading(&mut self, text: &str) {
        self.blank();
        let text = self.own(text);
        self.pieces(0, 0, &[(Paint::Strong, &text)]);
    }

    /// A heading above a whole report.
    pub(in crate::report) fn rule(&mut self, text: &str) {
        let text = self.own(&format!("== {text}"));
        self.pieces(0, INDENT, &[(Paint::Strong, &text)]);
    }

    /// A paragraph of our own words.
    pub(in crate::report) fn say(&mut self, indent: usize, text: &str) {
        let text = self.own(text);
        self.pieces(indent, indent, &[(Paint::Plain, &text)]);
    }

    /// Pieces as a paragraph whose later lines are indented by `hang` columns.
    pub(in crate::report) fn pieces(&mut self, indent: usize, hang: usize, pieces: &[(Paint, &str)]) {
        let columns = self.style.width.saturating_sub(indent.max(hang)).max(1);
        for (index, line) in wrap(pieces, columns).iter().enumerate() {
            let margin = if index == 0 { indent } else { hang };
            self.line(&[(margin, &ScreenLine::default()), (0, line)]);
        }
    }

    /// Blocks of lines side by side, each with its width; the last one does not need a width.
    pub(in crate::report) fn beside(
        &mut self,
        indent: usize,
        between: &str,
        blocks: &[(usize, Vec<ScreenLine>)],
    ) {
        let height = blocks.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
        let (empty, between) = (ScreenLine::default(), ScreenLine::verbatim(&self.own(between)));
        let gap = between.width();
        for row in 0..height {
            let margin = ScreenLine::default();
            let mut cells = vec![(indent, &margin)];
            for (index, (columns, lines)) in blocks.iter().enumerate() {
                if index > 0 {
                    cells.push((gap, &between));
                }
                cells.push((*columns, lines.get(row).unwrap_or(&empty)));
            }
            self.line(&cells);
        }
    }

    /// A line of cells, each padded to its width, without spaces at its end.
    fn line(&mut self, cells: &[(usize, &ScreenLine)]) {
        let mut line = String::new();
        for (columns, cell) in cells {
            line.push_str(&cell.painted(self.style.colour));
            line.extend(std::iter::repeat_n(' ', columns.saturating_sub(cell.width())));
        }
        self.out.push_str(line.trim_end_matches(' '));
        self.out.push('\n');
    }
}
