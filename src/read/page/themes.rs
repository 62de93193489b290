//! The table of themes of the old template: a name, then cells that end with `|` each.

use super::lines::{Line, join, paragraphs};
use crate::model::ProfileSection;
use crate::source::Text;

/// How many bars a row has if no rule of the table shows it: one after the name and one after each of two cells.
const BARS: usize = 3;

/// The longest name of a theme, in bytes; anything longer is the text of a cell.
const LONGEST_NAME: usize = 60;

/// The themes of a table.
#[derive(Debug, Default)]
pub(super) struct Themes<'s> {
    /// The header of the table and its themes.
    pub(super) sections: Vec<ProfileSection<'s>>,
    /// Whether the last row breaks off.
    pub(super) open: bool,
    /// Texts of cells that belong to no theme.
    pub(super) lost: Vec<Text<'s>>,
}

impl<'s> Themes<'s> {
    /// Adds a row: its name as the heading of the texts of its cells. Cells without a name go with the last theme, and
    /// so do all rows below the header of a table with one column.
    fn close(&mut self, row: ThemeRow<'s>, width: usize) {
        if let Some(head) = self.sections.last_mut().filter(|_| width == 1) {
            head.paragraphs.extend(paragraphs(&row.name));
            return;
        }
        let texts = row.cells.into_iter().filter_map(|cell| join(&cell));
        match (join(&row.name), self.sections.last_mut()) {
            (Some(heading), _) => {
                self.sections.push(ProfileSection { heading, paragraphs: texts.collect() });
            }
            (None, Some(last)) => last.paragraphs.extend(texts),
            (None, None) => self.lost.extend(texts),
        }
    }
}

/// A row that is being gathered.
#[derive(Default)]
struct ThemeRow<'s> {
    name: Vec<Line<'s>>,
    bars: usize,
    cells: Vec<Vec<Line<'s>>>,
    /// Whether there is a bar after the last cell.
    closed: bool,
}

impl<'s> ThemeRow<'s> {
    /// Whether the line looks like the name of the next row.
    fn ends_before(&self, line: Line<'s>) -> bool {
        let is_name = line.text.len() <= LONGEST_NAME
            && !line.is_sentence()
            && line.text.starts_with(char::is_uppercase);
        self.bars > 0 && is_name && !line.is_bulleted()
    }

    /// Takes the line as a part of the name or of a cell.
    fn take(&mut self, line: Line<'s>) {
        let in_sentence = !line.is_bulleted() && line.text.starts_with(char::is_lowercase);
        let above = self.cells.last_mut().filter(|_| in_sentence && !self.closed);
        match above.filter(|cell| cell.last().is_some_and(|last| line.is_below(*last))) {
            _ if line.text.is_empty() => return,
            _ if self.bars == 0 => self.name.push(line),
            Some(cell) => cell.push(line),
            None => self.cells.push(vec![line.unbulleted()]),
        }
        self.closed = false;
    }
}

/// Whether the line begins a table or is a rule of one: it ends with a bar.
pub(super) fn is_table(line: Line<'_>) -> bool {
    line.text.ends_with('|')
}

/// Whether the line is a rule of the table: `---|---|`.
pub(super) fn is_rule(line: Line<'_>) -> bool {
    line.text.starts_with("--") && line.text.chars().all(|c| matches!(c, '-' | '|' | ':' | ' '))
}

/// How many bars the line has.
fn bars(line: Line<'_>) -> usize {
    line.text.bytes().filter(|byte| *byte == b'|').count()
}

/// Reads the lines of a table. A row on one line, such as its header, is a section like the others:
/// its first cell is the heading of the rest.
pub(super) fn read<'s>(lines: &[Line<'s>]) -> Themes<'s> {
    let rules = lines.iter().filter(|line| is_rule(**line));
    let width = rules.map(|line| bars(*line)).max().unwrap_or(BARS);
    let mut table = Themes::default();
    let mut row = ThemeRow::default();
    for &line in lines {
        if is_rule(line) {
            if row.bars == 0 {
                table.close(std::mem::take(&mut row), width);
            }
            continue;
        }
        let cells = cells(line);
        let is_whole = cells.len() > 2 && cells.iter().any(|cell| !cell.text.is_empty());
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                row.bars += 1;
                row.closed = true;
            }
            let begins = index == 0 && (is_whole || row.ends_before(cell));
            if !cell.text.is_empty() && (begins || row.bars >= width) {
                table.close(std::mem::take(&mut row), width);
            }
            row.take(cell);
        }
        if is_whole {
            row.bars = row.bars.max(width);
        }
    }
    table.open = row.bars < width && !row.name.is_empty();
    table.close(row, width);
    table
}

/// What is between the bars of a line, including empty cells.
fn cells(line: Line<'_>) -> Vec<Line<'_>> {
    let mut from = 0;
    let cell = |text: &str| {
        let part = line.part(from, from + text.len());
        from += text.len() + 1;
        part
    };
    line.text.split('|').map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::lines::lines;
    use crate::source::{Source, SourceId};

    fn themes(text: &str) -> (Vec<String>, bool) {
        let source = Source::new(SourceId(0), "x", text);
        let table = read(&lines(&source));
        let shown = |section: &ProfileSection| {
            let texts: Vec<&str> = section.paragraphs.iter().map(Text::as_str).collect();
            format!("{}: {}", section.heading.as_str(), texts.join(" / "))
        };
        (table.sections.iter().map(shown).collect(), table.open)
    }

    #[test]
    fn a_theme_is_a_name_and_cells() {
        let page = "Do: this | Know: that |\n---|\nDyes and\nWater\n|\n|\n• one\nof two\n• three\n|\n\
                    ---|---|---|\nQuality\n|\n|\n|\n";
        let expected = ["Do: this: Know: that", "Dyes and Water: one of two / three", "Quality: "];
        assert_eq!(themes(page), (expected.map(str::to_owned).to_vec(), false));
    }

    #[test]
    fn a_table_with_one_column_has_a_head_and_texts() {
        let page = "Core skills |\n---|\nKeepers will be able to:\n• lay a hedge\n• build a\nwall |\n";
        let expected = "Core skills: Keepers will be able to: / lay a hedge / build a wall";
        assert_eq!(themes(page), (vec![expected.to_owned()], false));
    }

    #[test]
    fn lost_bars_do_not_join_themes() {
        let (names, open) = themes("Head |\nOne\n|\nTwo\n|\n|\n");
        assert_eq!((names, open), (vec!["Head: ".to_owned(), "One: ".to_owned(), "Two: ".to_owned()], true));
    }
}
