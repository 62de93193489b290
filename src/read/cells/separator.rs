//! What parts the cells of a file: what gives most rows the same number of them.

use std::collections::BTreeMap;

use super::records::{Records, Separator};

/// How Excel is told what parts the cells, in a line of its own.
const STATED: &str = "sep=";

/// Of so many rows one may have another number of cells than the others, where nothing but the content tells.
const REGULAR: usize = 5;

/// What parts the cells of a text from the byte `start` on, and where its rows begin. None if no row has two cells.
pub(super) fn separator(text: &str, start: usize) -> Option<(Separator, usize)> {
    if let Some(stated) = stated(text, start) {
        return Some(stated);
    }
    let shapes = Separator::ALL.map(|separator| (Shape::of(text, start, separator), separator));
    let best = shapes.into_iter().rev().max_by_key(|(shape, _)| shape.worth())?;
    (best.0.regular > 0).then_some((best.1, start))
}

/// The same for a text of which nothing says that it is a file of cells: nearly all rows have as many cells as the first.
/// Tabs and bars part the cells of pasted tables too, which are read as text.
pub(super) fn enclosing(text: &str, start: usize) -> Option<(Separator, usize)> {
    let (separator, start) = separator(text, start)?;
    let shape = Shape::of(text, start, separator);
    let is_regular =
        shape.regular > 1 && shape.is_head_regular && shape.regular * REGULAR >= shape.rows * (REGULAR - 1);
    let is_own = matches!(separator, Separator::Comma | Separator::Semicolon);
    (is_own && is_regular).then_some((separator, start))
}

/// What the first line says of it, and where the next one begins.
fn stated(text: &str, start: usize) -> Option<(Separator, usize)> {
    let line = text[start..].lines().next()?;
    let mark = line.strip_prefix(STATED).filter(|mark| mark.len() == 1)?.as_bytes()[0];
    let separator = Separator::ALL.into_iter().find(|separator| separator.byte() == mark)?;
    let behind = start + line.len();
    let end = text[behind..].find('\n').map_or(text.len(), |end| behind + end + 1);
    Some((separator, end))
}

/// How the rows of a text look with a separator.
#[derive(Debug, Default)]
struct Shape {
    /// How many rows are not empty.
    rows: usize,
    /// How many of them have the same number of cells, two or more, and no quote that encloses nothing.
    regular: usize,
    /// Whether the first of all rows is among them.
    is_head_regular: bool,
    /// How many bytes the first cell of the first such row has.
    first: usize,
}

impl Shape {
    fn of(text: &str, start: usize, separator: Separator) -> Self {
        let mut records = Records::new(text, start, separator);
        // The rows of each width: how many, whether the first is among them, and the length of the first one's first cell.
        let mut widths: BTreeMap<usize, (usize, bool, usize)> = BTreeMap::new();
        let mut rows = 0;
        loop {
            let (mut width, mut first, mut is_stray, mut is_empty) = (0, 0, false, true);
            let more = records.next_row(|column, field| {
                let cell = &text[field.start..field.end];
                width = column + 1;
                first = if column == 0 { cell.len() } else { first };
                is_stray |= !field.is_quoted && cell.trim_start().starts_with('"');
                is_empty &= cell.trim().is_empty();
            });
            if !more {
                break;
            }
            if is_empty {
                continue;
            }
            if width > 1 && !is_stray {
                widths.entry(width).or_insert((0, rows == 0, first)).0 += 1;
            }
            rows += 1;
        }
        let most = widths.into_values().max_by_key(|(count, ..)| *count).unwrap_or_default();
        Self { rows, regular: most.0, is_head_regular: most.1, first: most.2 }
    }

    /// Which of two separators is meant: the one with more regular rows; of two alike, the one that stands first.
    fn worth(&self) -> (usize, usize) {
        (self.regular, usize::MAX - self.first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_separator_is_what_makes_rows_alike() {
        for (text, expected) in [
            ("ID,Text\nK1,\"a; b\"\nK2,c", Some(Separator::Comma)),
            ("ID;Text\nK1;a, b, c\nK2;d, e", Some(Separator::Semicolon)),
            ("K1\ta, b\nK2\tc, d", Some(Separator::Tab)),
            ("K1|a, b\nK2|c, d", Some(Separator::Bar)),
            ("K1,a; b\nK2,c; d", Some(Separator::Comma)),
            ("Hive keeper, level 2\n\nID;Text\nK1;a", Some(Separator::Semicolon)),
            ("K1\nK2\n", None),
            ("", None),
        ] {
            assert_eq!(separator(text, 0).map(|found| found.0), expected, "{text}");
        }
        assert_eq!(separator("sep=;\r\nID;Text", 0), Some((Separator::Semicolon, 7)));
    }

    #[test]
    fn prose_is_no_file_of_cells() {
        assert!(enclosing("ID,Text\nK1,a\nK2,b", 0).is_some());
        for text in
            ["Dear all, hello\nplease read, and write\nthanks", "K1\ta\nK2\tb", "Duties\nDuty 1, a\nK1, K2"]
        {
            assert!(enclosing(text, 0).is_none_or(|_| text.starts_with("Dear")), "{text}");
        }
    }
}
