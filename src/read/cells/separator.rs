//! What separates the cells of a file: the character that gives most rows the same number of cells.

use std::collections::BTreeMap;

use super::records::{Records, Separator};

/// How a file tells Excel what separates its cells, on a line of its own.
const STATED: &str = "sep=";

/// One in this many rows may have a single cell, where only the content shows that they are rows.
const ALIKE: usize = 10;

/// What separates the cells of a text from the byte `start` on, and where its rows begin. `None` if no row has two
/// cells.
pub(super) fn separator(text: &str, start: usize) -> Option<(Separator, usize)> {
    if let Some(stated) = stated(text, start) {
        return Some(stated);
    }
    let stands = |separator: &Separator| memchr::memchr(separator.byte(), text.as_bytes()).is_some();
    let shapes = Separator::ALL
        .into_iter()
        .filter(stands)
        .map(|separator| (Shape::of(text, start, separator), separator));
    let best = shapes.rev().max_by_key(|(shape, _)| shape.worth())?;
    (best.0.regular > 0).then_some((best.1, start))
}

/// Whether a text is a file of cells, although its name does not say so: its first line says what separates the cells,
/// or the first row is a header row and nearly all rows have several cells. Tabs and bars also separate the cells of
/// pasted tables, which are read as text.
pub(super) fn is_enclosing(text: &str, start: usize, is_head: impl Fn(&[&str]) -> bool) -> bool {
    if stated(text, start).is_some() {
        return true;
    }
    let Some((separator, start)) = separator(text, start) else { return false };
    let mut head = Vec::new();
    Records::new(text, start, separator).next_row(|_, field| head.push(text[field.start..field.end].trim()));
    let shape = Shape::of(text, start, separator);
    matches!(separator, Separator::Comma | Separator::Semicolon)
        && is_head(&head)
        && shape.wide > 1
        && shape.wide * ALIKE >= shape.rows * (ALIKE - 1)
}

/// What the first line says about the separator, and where the next line begins.
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
    /// How many of them have several cells.
    wide: usize,
    /// How many have the same number of cells, two or more, and no stray quotes.
    regular: usize,
    /// How many bytes there are in the first cell of the first such row.
    first: usize,
}

impl Shape {
    fn of(text: &str, start: usize, separator: Separator) -> Self {
        let mut records = Records::new(text, start, separator);
        // The rows of each width: how many, and the length of the first one's first cell.
        let mut widths: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let (mut rows, mut wide) = (0, 0);
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
                widths.entry(width).or_insert((0, first)).0 += 1;
            }
            rows += 1;
            wide += usize::from(width > 1);
        }
        let most = widths.into_values().max_by_key(|(count, _)| *count).unwrap_or_default();
        Self { rows, wide, regular: most.0, first: most.1 }
    }

    /// Which of two separators is meant: the one with more regular rows or, if they are equal, the one that comes
    /// first.
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
    fn prose_is_not_a_file_of_cells() {
        let is = |text: &str| is_enclosing(text, 0, |head| head.iter().all(|cell| cell.len() < 10));
        assert!(is("ID,Text\nK1,a\nK2,b") && is("sep=,\nTitle\n"));
        for text in [
            "Dear all, hello\nplease read, and write\nthanks",
            "ID\tText\nK1\ta",
            "Knowledge, Skills\nK1: Wax\nS1: Wash, dry\nS2: Wash",
            "Somewhat long, short\nK1,a\nK2,b",
        ] {
            assert!(!is(text), "{text}");
        }
    }
}
