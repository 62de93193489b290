//! Columns in long lines: a running count of characters, kept at regular byte intervals, so that a column far along a
//! line is not counted again from the start of the line for each finding in it.

use super::ColumnUnit;

/// How many bytes there are between two counts.
const STEP: usize = 1 << 12;

/// The counts of a text, one for each step.
#[derive(Debug)]
pub(super) struct Columns(Vec<ColumnCount>);

/// How much a text takes up from its start to a given place.
#[derive(Clone, Copy, Debug, Default)]
struct ColumnCount {
    points: usize,
    /// The characters that take two units in UTF-16.
    pairs: usize,
}

impl ColumnCount {
    /// The count of the characters that begin in `bytes`, which may begin and end within one.
    fn of(bytes: &[u8]) -> Self {
        let count = |is_it: fn(u8) -> bool| bytes.iter().filter(|byte| is_it(**byte)).count();
        Self { points: count(|byte| byte & 0xc0 != 0x80), pairs: count(|byte| byte >= 0xf0) }
    }
}

impl Columns {
    /// Whether columns between these places should be counted in steps.
    pub(super) fn is_worthwhile(start: usize, end: usize) -> bool {
        end - start > 2 * STEP
    }

    /// Counts all of a text.
    pub(super) fn new(text: &str) -> Self {
        let mut all = ColumnCount::default();
        let count = |bytes: &[u8]| {
            let (before, own) = (all, ColumnCount::of(bytes));
            all = ColumnCount { points: all.points + own.points, pairs: all.pairs + own.pairs };
            before
        };
        Self(text.as_bytes().chunks(STEP).map(count).collect())
    }

    /// How many columns the bytes `start..end` of the text take up.
    pub(super) fn between(&self, text: &str, [start, end]: [usize; 2], unit: ColumnUnit) -> usize {
        let until = |offset: usize| {
            let step = (offset / STEP).min(self.0.len().saturating_sub(1));
            let (before, rest) = (self.0[step], ColumnCount::of(&text.as_bytes()[step * STEP..offset]));
            let pairs = if unit == ColumnUnit::Utf16 { before.pairs + rest.pairs } else { 0 };
            before.points + rest.points + pairs
        };
        until(end) - until(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_by_steps_are_those_counted_one_by_one() {
        let text = "aé🦀".repeat(STEP);
        let columns = Columns::new(&text);
        let ends = text.char_indices().map(|(at, _)| at).filter(|at| at % 1001 < 7).chain([text.len()]);
        for end in ends {
            for start in [0, 1, 3, 7 * (STEP / 9)].into_iter().filter(|start| *start <= end) {
                for unit in [ColumnUnit::CodePoints, ColumnUnit::Utf16] {
                    let counted = unit.count(&text[start..end]);
                    assert_eq!(columns.between(&text, [start, end], unit), counted, "{start}..{end}");
                }
            }
        }
    }
}
