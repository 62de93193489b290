//! Members of objects in JSON and lines of YAML: a key with a text is a table with one column, and the key is its
//! header. So what the text holds is judged as in any other table.

use super::plain::member;
use crate::citing::Block;
use crate::model::Code;
use crate::source::{TableCell, Text};

/// Whether a key is a code, or mentions KSBs.
pub(super) fn is_of_citing(key: &str) -> bool {
    key.to_ascii_lowercase().contains("ksb") || Code::read(key.as_bytes()).is_some()
}

/// The header and the cell of a table that has no others. Its rows are `row` and the next one.
pub(super) fn member_blocks<'s>(key: Text<'s>, value: Text<'s>, table: u32, row: u32) -> [Block<'s>; 2] {
    let cell = |row| Some(TableCell { table, row, column: 0 });
    [(key, row), (value, row + 1)].map(|(text, row)| Block { text, cell: cell(row), is_heading: false })
}

/// The blocks of YAML, from the blocks of its lines: those with a key and a value become tables. Keys that mention KSBs
/// stay with their values, and so does `version: 1.1`, which names a version. `other` are the blocks of
/// the rest of the file, whose tables have numbers of their own.
pub(super) fn of_yaml<'s>(lines: Vec<Block<'s>>, other: &[Block<'_>]) -> Vec<Block<'s>> {
    let mut blocks = Vec::with_capacity(lines.len());
    let cells = || other.iter().filter_map(|block| block.cell);
    let mut table = cells().map(|cell| cell.table + 1).max().unwrap_or_default();
    let mut row = cells().map(|cell| cell.row + 1).max().unwrap_or_default();
    for line in lines {
        match key_and_value(&line.text).filter(|(key, _)| !is_of_citing(key) && !names_version(key)) {
            Some((key, value)) => {
                blocks.extend(member_blocks(key, value, table, row));
                (table, row) = (table + 1, row + 2);
            }
            None => blocks.push(line),
        }
    }
    blocks
}

/// Whether a key says that its value is a version.
fn names_version(key: &str) -> bool {
    key.to_ascii_lowercase().contains("version")
}

/// The key and the value of a line such as `- room: B1`.
fn key_and_value<'s>(line: &Text<'s>) -> Option<(Text<'s>, Text<'s>)> {
    let start = if line.starts_with("- ") { line.len() - line[1..].trim_start().len() } else { 0 };
    let (key, value) = member(&line[start..])?;
    let value_start = line.len() - value.len();
    let value = line.part(value_start..line.len()).trimmed();
    (!value.is_empty()).then(|| (line.part(start..start + key.len()), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_with_a_value_is_a_table_unless_it_mentions_ksbs_or_a_version() {
        for (line, expected) in [
            ("storage: S3", ["storage", "S3"].as_slice()),
            ("- room: B1", &["room", "B1"]),
            ("ksbs: [K1, S2]", &["ksbs: [K1, S2]"]),
            ("- K1: The parts of a lock", &["- K1: The parts of a lock"]),
            ("version: 1.1", &["version: 1.1"]),
            ("codes:", &["codes:"]),
            ("Week 1: K1", &["Week 1: K1"]),
        ] {
            let block = Block { text: Text::verbatim(line, 0), cell: None, is_heading: false };
            let blocks = of_yaml(vec![block], &[]);
            assert_eq!(blocks.iter().map(|block| &*block.text).collect::<Vec<_>>(), expected);
        }
    }
}
