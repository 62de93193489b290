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
    let standing: Vec<Separator> = Separator::ALL.into_iter().filter(stands).collect();
    if let [only] = standing[..] {
        return rows(text, start, only).any(|row| row.is_regular()).then_some((only, start));
    }
    let shapes = standing.into_iter().map(|separator| (Shape::of(text, start, separator), separator));
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

/// A row that is not empty, as it looks with a separator.
struct Row {
    /// How many cells it has.
    width: usize,
    /// How many bytes there are in its first cell.
    first: usize,
    /// Whether a cell begins with a quote and is not in quotes.
    is_stray: bool,
}

impl Row {
    fn is_regular(&self) -> bool {
        self.width > 1 && !self.is_stray
    }
}

/// The rows of a text that are not empty.
fn rows(text: &str, start: usize, separator: Separator) -> impl Iterator<Item = Row> {
    let mut records = Records::new(text, start, separator);
    let next = move || {
        let (mut row, mut is_empty) = (Row { width: 0, first: 0, is_stray: false }, true);
        let is_there = records.next_row(|column, field| {
            let cell = &text[field.start..field.end];
            row.width = column + 1;
            row.first = if column == 0 { cell.len() } else { row.first };
            row.is_stray |= !field.is_quoted && cell.trim_start().starts_with('"');
            is_empty &= cell.trim_start().is_empty();
        });
        is_there.then_some((row, is_empty))
    };
    std::iter::from_fn(next).filter(|(_, is_empty)| !is_empty).map(|(row, _)| row)
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
        // The rows of each width: how many, and the length of the first one's first cell.
        let mut widths: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        let mut shape = Self::default();
        for row in rows(text, start, separator) {
            if row.is_regular() {
                widths.entry(row.width).or_insert((0, row.first)).0 += 1;
            }
            shape.rows += 1;
            shape.wide += usize::from(row.width > 1);
        }
        (shape.regular, shape.first) =
            widths.into_values().max_by_key(|(count, _)| *count).unwrap_or_default();
        shape
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
