//! Which parts of a long line are shown: what is underlined, and about a screen's width around it.

use std::iter::once;
use std::ops::Range;

/// The most columns that a tab takes up.
pub(super) const TAB_WIDTH: usize = 4;

/// The columns that a cut takes up, with the ellipsis of either character set.
const CUT: usize = 3;

/// The length of the start of a line that is never cut away if there is any room: the code of a statement.
const OPENING: usize = 8;

/// What is underlined in a line.
#[derive(Clone, Debug)]
pub(super) struct Underline {
    /// Its bytes in the line.
    pub(super) bytes: Range<usize>,
    /// The columns that its message takes up, from its middle to the right.
    pub(super) room: usize,
}

/// The parts of `line` to show, in order, so that they and the messages below them take up about `columns` columns, and
/// hold the ends of every mark. A line that fits is shown whole. The cost depends only on what is shown.
pub(super) fn window(line: &str, marks: &[Underline], columns: usize) -> Vec<Range<usize>> {
    if forward(line, 0, columns) == line.len() && marks.iter().all(|mark| message_fits(line, mark, columns)) {
        return once(0..line.len()).collect();
    }
    if marks.is_empty() {
        return once(0..forward(line, 0, columns.saturating_sub(CUT))).collect();
    }
    let room = marks.iter().map(|mark| mark.room).max().unwrap_or(0);
    let cores = cores(line, marks, (columns * 2 / 3 / marks.len()).max(8));
    let used: usize = cores.iter().map(|core| width(&line[core.clone()])).sum();
    let alone = cores.len() == 1;
    let kept = if alone { columns } else { columns.saturating_sub(room).max(columns / 2) };
    let spare = kept.saturating_sub(used + CUT * (cores.len() + 1));
    let side = spare / (2 * cores.len());
    let most_left = if alone { columns.saturating_sub(CUT + used.div_ceil(2) + room) } else { spare };
    let mut parts = joined(cores.into_iter().map(|core| widened(line, core, side, most_left)).collect());
    if room >= OPENING && forward(line, 0, OPENING) >= parts[0].start {
        parts[0].start = 0;
    }
    parts
}

/// Whether the message below a mark fits if the line is shown whole.
fn message_fits(line: &str, mark: &Underline, columns: usize) -> bool {
    let middle = width(&line[..mark.bytes.start]) + width(&line[mark.bytes.clone()]).div_ceil(2);
    middle + mark.room <= columns
}

/// What must be visible of each mark: the whole of it, or both its ends if it is wider than `share`.
fn cores(line: &str, marks: &[Underline], share: usize) -> Vec<Range<usize>> {
    let mut cores = Vec::new();
    for Underline { bytes: mark, .. } in marks {
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

/// The part with `side` columns on either side, but at most `most_left` on its left; any that one side does not need,
/// the other may use.
fn widened(line: &str, core: Range<usize>, side: usize, most_left: usize) -> Range<usize> {
    let unused = |taken: &str| side - width(taken).min(side);
    let right = forward(line, core.end, side);
    let left = backward(line, core.start, (side + unused(&line[core.end..right])).min(most_left));
    let right = forward(line, core.end, side + unused(&line[left..core.start]));
    left..right
}

/// Sorted parts, joined where they touch or where the gap is smaller than the ellipsis would be.
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

/// The place reached from `from` by going right over at most `columns` columns.
fn forward(line: &str, from: usize, columns: usize) -> usize {
    walk(
        line[from..].char_indices().map(|(at, character)| (from + at + character.len_utf8(), character)),
        columns,
    )
    .unwrap_or(from)
}

/// The place reached from `from` by going left over at most `columns` columns.
fn backward(line: &str, from: usize, columns: usize) -> usize {
    walk(line[..from].char_indices().rev(), columns).unwrap_or(from)
}

/// The last place reached within `columns` columns, given characters with the place after each.
fn walk(characters: impl Iterator<Item = (usize, char)>, columns: usize) -> Option<usize> {
    let mut left = columns;
    let within = characters.map_while(|(place, character)| {
        left = left.checked_sub(char_width(character))?;
        Some(place)
    });
    within.last()
}

/// The most columns that a text may take up.
pub(super) fn width(text: &str) -> usize {
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
        let mark = |(start, end): &(usize, usize)| Underline { bytes: *start..*end, room: 4 };
        let marks: Vec<_> = marks.iter().map(mark).collect();
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
    fn there_is_room_for_a_message() {
        let message = |start: usize| {
            let mark = Underline { bytes: start..start + 2, room: 25 };
            window(&"x".repeat(40), &[mark], 42)
        };
        assert_eq!(message(5)[0], 0..40);
        assert_eq!(message(38)[0], 25..40);
    }

    #[test]
    fn marks_far_apart_and_long_marks_are_shown_in_parts() {
        let line = "x".repeat(1_000);
        assert_eq!(parts(&line, &[(10, 12), (900, 902)], 60), [(0, 22), (890, 912)]);
        let long = parts(&line, &[(100, 900)], 60);
        assert!(long.len() == 2 && long[0].0 <= 100 && long[1].1 >= 900, "{long:?}");
    }

    #[test]
    fn the_code_before_a_long_statement_is_kept() {
        let line = "S38: ".to_owned() + &"x".repeat(200);
        let parts = window(&line, &[Underline { bytes: 5..205, room: 20 }], 80);
        assert_eq!((parts[0].start, parts.len()), (0, 2));
        assert!(parts.iter().map(|part| part.len() + CUT).sum::<usize>() <= 80);
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
