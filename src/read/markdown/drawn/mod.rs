//! Tables that Pandoc draws with dashes, which `CommonMark` does not know: they are found line by line, before the rest is
//! read.

mod cell;
mod grid;
mod line;
mod ruled;

use std::borrow::Cow;

pub(super) use self::cell::{DrawnCell, DrawnTable};
use self::line::Lines;

/// The tables of a text that begins at the byte `start`, in order.
pub(super) fn tables(text: &str, start: usize) -> Vec<DrawnTable> {
    // A table has a border, or a line of dashes.
    if !text.contains('+') && !text.contains("--") {
        return Vec::new();
    }
    let lines = Lines::new(text, start);
    let mut tables = Vec::new();
    let mut fence = None;
    let mut at = 0;
    while at < lines.len() {
        let mark = lines.fence(at);
        if mark.is_some() && (fence.is_none() || fence == mark) {
            fence = if fence.is_none() { mark } else { None };
        } else if fence.is_none()
            && let Some((table, next)) = grid::table(&lines, at).or_else(|| ruled::table(&lines, at))
        {
            tables.extend(table);
            at = next;
            continue;
        }
        at += 1;
    }
    tables
}

/// The text with spaces where its drawn tables are. If the line under the header of a table is written as other
/// programs write it, `|---+---|`, it is changed to what `CommonMark` requires. Every byte keeps its place.
pub(super) fn without<'t>(text: &'t str, tables: &[DrawnTable]) -> Cow<'t, str> {
    if tables.is_empty() && !(text.contains("|-") && text.contains('+')) {
        return text.into();
    }
    let mut bytes = text.as_bytes().to_vec();
    for table in tables {
        for byte in &mut bytes[table.start..table.end] {
            if !matches!(byte, b'\n' | b'\r') {
                *byte = b' ';
            }
        }
    }
    for line in bytes.split_mut(|byte| *byte == b'\n') {
        let indent = line.len() - line.trim_ascii_start().len();
        let line = &mut line[indent..];
        if line.starts_with(b"|-") && line.iter().all(|byte| b"|-+: \r".contains(byte)) {
            for byte in line.iter_mut().filter(|byte| **byte == b'+') {
                *byte = b'|';
            }
        }
    }
    String::from_utf8(bytes).map_or_else(|_| text.into(), Cow::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<Vec<Vec<(u32, String)>>> {
        let cell = |cell: &DrawnCell| {
            let lines: Vec<&str> = cell.lines.iter().map(|(start, end)| text[*start..*end].trim()).collect();
            (cell.column, lines.join("/"))
        };
        let row = |row: &Vec<DrawnCell>| row.iter().map(cell).collect();
        tables(text, 0).iter().map(|table| table.rows.iter().map(row).collect()).collect()
    }

    fn row(cells: &[&str]) -> Vec<(u32, String)> {
        (0..)
            .zip(cells)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(at, cell)| (at, (*cell).to_owned()))
            .collect()
    }

    #[test]
    fn grids_are_found() {
        let text = "a\n\n+----+-------+\n| No | Text  |\n+====+=======+\n| 1  | é one |\n|    | more  |\n+----+-------+\n| all both   |\n\
                    +----+-------+\nb\n";
        let rows = [row(&["No", "Text"]), row(&["1", "é one/more"]), row(&["all both"])];
        assert_eq!(shown(text), [rows.to_vec()]);
    }

    #[test]
    fn ruled_tables_are_found() {
        let simple = "x\n\n  Code   Text\n  ------ -----\n  K1     Wax.\n  K2     Wick.\n\ny\n";
        assert_eq!(shown(simple), [[row(&["Code", "Text"]), row(&["K1", "Wax."]), row(&["K2", "Wick."])]]);
        let tall = "  --------------\n  Code   Text\n         of it\n  ------ -------\n  K1     Wax and\n         wick.\n\n  K2     Soap.\n\
                    \x20 --------------\n";
        assert_eq!(
            shown(tall),
            [[row(&["Code", "Text/of it"]), row(&["K1", "Wax and/wick."]), row(&["K2", "Soap."])]]
        );
        let headless = "---- -----\nK1   Wax.\n\nK2   Wick\n     too.\n---- -----\n";
        assert_eq!(shown(headless), [[row(&["K1", "Wax."]), row(&["K2", "Wick/too."])]]);
    }

    #[test]
    fn lines_of_dashes_are_not_tables() {
        for text in [
            "Knowledge\n---------\n\nK1: Wax.\n",
            "a\n\n---\n\nb\n\n---\n",
            "```\n+---+\n| a |\n+---+\n```\n",
            "- - -\n\n-- --\n",
            "Some\nprose\n--- ---\nmore\n",
            "----- -----\nK1    Wax.\n",
            "+ one\n+ two\n",
        ] {
            assert_eq!(shown(text).len(), 0, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_table_keeps_its_place() {
        let text = "é\n+---+\n| é |\n+---+\n\n|--+--|\n";
        assert_eq!(without(text, &tables(text, 0)), "é\n     \n      \n     \n\n|--|--|\n");
    }
}
