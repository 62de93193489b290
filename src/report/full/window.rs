//! Which parts of a long line are shown: what is underlined, and about a screen's width around it.

use std::iter::once;
use std::ops::Range;

/// How many columns a tab takes up at most.
pub(super) const TAB_WIDTH: usize = 4;

/// The columns that a cut takes up, with the ellipsis of either character set.
const CUT: usize = 3;

/// The parts of `line` to show, in order, so that they take up about `columns` columns and hold the
/// ends of every mark. A line that fits is shown whole. Costs no more than what is shown.
pub(super) fn window(line: &str, marks: &[Range<usize>], columns: usize) -> Vec<Range<usize>> {
    if forward(line, 0, columns) == line.len() {
        return once(0..line.len()).collect();
    }
    if marks.is_empty() {
        return once(0..forward(line, 0, columns.saturating_sub(CUT))).collect();
    }
    let cores = cores(line, marks, (columns * 2 / 3 / marks.len()).max(8));
    let used: usize = cores.iter().map(|core| width(&line[core.clone()])).sum();
    let spare = columns.saturating_sub(used + CUT * (cores.len() + 1));
    let side = spare / (2 * cores.len());
    joined(cores.into_iter().map(|core| widened(line, core, side)).collect())
}

/// What has to be seen of each mark: the whole of it, or both its ends if it is wider than `share`.
fn cores(line: &str, marks: &[Range<usize>], share: usize) -> Vec<Range<usize>> {
    let mut cores = Vec::new();
    for mark in marks {
        if forward(line, mark.start, share) >= mark.end {
            cores.push(mark.clone());
        } else {
            cores.push(mark.start..forward(line, mark.start, share / 2));
            cores.push(backward(line, mark.end, share / 2)..mark.end);
        }
    }
    cores.sort_unstable_by_key(|core| (core.start, core.end));
    joined(cores)
}

/// The part with `side` columns on either side; what one side does not need, the other may use.
fn widened(line: &str, core: Range<usize>, side: usize) -> Range<usize> {
    let unused = |taken: &str| side - width(taken).min(side);
    let right = forward(line, core.end, side);
    let left = backward(line, core.start, side + unused(&line[core.end..right]));
    let right = forward(line, core.end, side + unused(&line[left..core.start]));
    left..right
}

/// Sorted parts with those joined that touch, or leave out less than the ellipsis would take up.
fn joined(parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            Some(last) if part.start <= last.end + CUT => last.end = last.end.max(part.end),
            _ => joined.push(part),
        }
    }
    joined
}

/// Where one gets from `from` by going right over at most `columns` columns.
fn forward(line: &str, from: usize, columns: usize) -> usize {
    walk(
        line[from..].char_indices().map(|(at, character)| (from + at + character.len_utf8(), character)),
        columns,
    )
    .unwrap_or(from)
}

/// Where one gets from `from` by going left over at most `columns` columns.
fn backward(line: &str, from: usize, columns: usize) -> usize {
    walk(line[..from].char_indices().rev(), columns).unwrap_or(from)
}

/// The last place that is reached within `columns` columns, of characters with the place behind each.
fn walk(characters: impl Iterator<Item = (usize, char)>, columns: usize) -> Option<usize> {
    let mut left = columns;
    let within = characters.map_while(|(place, character)| {
        left = left.checked_sub(char_width(character))?;
        Some(place)
    });
    within.last()
}

fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// The most columns that a character may take up.
fn char_width(character: char) -> usize {
    if character == '\t' { TAB_WIDTH } else { super::super::width::char_width(character) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The window of marks given by their ends, as the ends of its parts.
    fn parts(line: &str, marks: &[(usize, usize)], columns: usize) -> Vec<(usize, usize)> {
        let marks: Vec<_> = marks.iter().map(|(start, end)| *start..*end).collect();
        window(line, &marks, columns).into_iter().map(|part| (part.start, part.end)).collect()
    }

    #[test]
    fn a_line_that_fits_is_whole() {
        assert_eq!(parts("abc", &[], 3), [(0, 3)]);
        assert_eq!(parts("", &[], 3), [(0, 0)]);
        assert_eq!(parts("ab\tc", &[], 7), [(0, 4)]);
        assert_eq!(parts("ab\tc", &[], 6), [(0, 2)]);
    }

    #[test]
    fn a_mark_is_shown_with_its_surroundings() {
        let line = "0123456789".repeat(100);
        let near = |start: usize| parts(&line, &[(start, start + 2)], 42);
        assert_eq!(near(500), [(483, 519)]);
        assert_eq!(near(0), [(0, 36)]);
        assert_eq!(near(998), [(964, 1000)]);
    }

    #[test]
    fn marks_far_apart_and_long_marks_are_shown_in_parts() {
        let line = "x".repeat(1_000);
        assert_eq!(parts(&line, &[(10, 12), (900, 902)], 60), [(0, 24), (889, 913)]);
        let long = parts(&line, &[(100, 900)], 60);
        assert!(long.len() == 2 && long[0].0 <= 100 && long[1].1 >= 900, "{long:?}");
    }

    #[test]
    fn wide_characters_are_never_split() {
        let line = "🦀é".repeat(300);
        for start in [0, 6, 600] {
            for (start, end) in parts(&line, &[(start, start + 4)], 30) {
                assert!(width(line.get(start..end).expect("whole characters")) <= 30);
            }
        }
    }
}
