//! What differs between two texts, as edits of the first.

use similar::{DiffOp, TextDiff};

use crate::diagnostic::Edit;
use crate::source::{Span, line_starts};

/// The edits that turn `old` into `new`: the lines that differ, without what they have in common at both ends.
#[must_use]
pub fn changes(old: &str, new: &str) -> Vec<Edit> {
    let (old_lines, new_lines) = (lines(old), lines(new));
    let diff = TextDiff::from_slices(&old_lines, &new_lines);
    let (old_starts, new_starts) = (starts(&old_lines), starts(&new_lines));
    let edit = |op: &DiffOp| {
        let (before, after) = (op.old_range(), op.new_range());
        let at = old_starts[before.start];
        let was = &old[at..old_starts[before.end]];
        let is = &new[new_starts[after.start]..new_starts[after.end]];
        trimmed(at, was, is)
    };
    diff.ops().iter().filter(|op| !matches!(op, DiffOp::Equal { .. })).map(edit).collect()
}

/// The lines of a text, each with its line break, whatever that is.
fn lines(text: &str) -> Vec<&str> {
    let starts = line_starts(text);
    let ends = starts.iter().skip(1).map(|start| *start as usize).chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start as usize..end]).collect()
}

/// Where each line begins, and where the last one ends.
fn starts(lines: &[&str]) -> Vec<usize> {
    let ends = lines.iter().scan(0, |at, line| {
        *at += line.len();
        Some(*at)
    });
    std::iter::once(0).chain(ends).collect()
}

/// An edit without what both texts have in common at their ends.
fn trimmed(at: usize, was: &str, is: &str) -> Edit {
    let pairs = was.char_indices().zip(is.chars());
    let same = pairs.take_while(|((_, a), b)| a == b).last();
    let front = same.map_or(0, |((start, c), _)| start + c.len_utf8());
    let (was, is) = (&was[front..], &is[front..]);
    let pairs = was.chars().rev().zip(is.chars().rev());
    let back: usize = pairs.take_while(|(a, b)| a == b).map(|(c, _)| c.len_utf8()).sum();
    let start = at + front;
    Edit { span: Span::new(start, start + was.len() - back), replacement: is[..is.len() - back].to_owned() }
}

#[cfg(test)]
mod tests {
    use super::changes;
    use crate::fix::apply;

    #[test]
    fn only_what_differs_is_edited() {
        let (old, new) = ("K1 é\r\nK2 b\rK3 c\n", "K1 è\r\nK2 b\rK3 cd\nK4");
        let edits = changes(old, new);
        let found: Vec<_> = edits.iter().map(|edit| (edit.span.range(), edit.replacement.as_str())).collect();
        assert_eq!(found, [(3..5, "è"), (16..17, "d\nK4")]);
        assert_eq!(apply(old, edits.iter().collect()), new);
        assert!(changes(old, old).is_empty());
    }
}
