//! The pieces of a text that was reworded, for one side, or for both on one line.

use crate::diff::{Change, Which, WordOpKind};

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) struct RedlinePiece<'a> {
    /// What it is. The renderer decides whether to show typography.
    pub(in crate::report) kind: WordOpKind,
    /// Its text.
    pub(in crate::report) text: &'a str,
}

/// The pieces of the old text, of the new text, or (for `None`) of both on one line, where
/// deletions come before the insertions that replace them. Spaces at the ends of an insertion or a
/// deletion are separate pieces, so that no mark is drawn under them.
pub(in crate::report) fn pieces<'a>(change: &'a Change<'_>, side: Option<Which>) -> Vec<RedlinePiece<'a>> {
    let old = change.old_text.as_deref().unwrap_or_default();
    let new = change.new_text.as_deref().unwrap_or_default();
    let mut pieces = Vec::new();
    for op in &change.words {
        let (old, new) = (&old[op.old.clone()], &new[op.new.clone()]);
        match (op.kind, side) {
            (WordOpKind::Delete, Some(Which::New)) | (WordOpKind::Insert, Some(Which::Old)) => {}
            (WordOpKind::Equal | WordOpKind::Typography, Some(Which::Old)) => push(&mut pieces, op.kind, old),
            (WordOpKind::Equal | WordOpKind::Typography, _) => push(&mut pieces, op.kind, new),
            (WordOpKind::Delete, _) => push_marked(&mut pieces, op.kind, old),
            (WordOpKind::Insert, _) => push_marked(&mut pieces, op.kind, new),
        }
    }
    pieces
}

fn push<'a>(pieces: &mut Vec<RedlinePiece<'a>>, kind: WordOpKind, text: &'a str) {
    if !text.is_empty() {
        pieces.push(RedlinePiece { kind, text });
    }
}

fn push_marked<'a>(pieces: &mut Vec<RedlinePiece<'a>>, kind: WordOpKind, text: &'a str) {
    let start = text.trim_start();
    let body = start.trim_end();
    push(pieces, WordOpKind::Equal, &text[..text.len() - start.len()]);
    push(pieces, kind, body);
    push(pieces, WordOpKind::Equal, &start[body.len()..]);
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::diff::{Categories, ChangeId, Event, Fingerprint, Section, WordOp};

    fn change() -> Change<'static> {
        let id = ChangeId::Item(Section::Duties, Event::Reworded);
        Change {
            id,
            proposal: Categories::default().of(id),
            field: None,
            old: vec![0],
            new: vec![0],
            pair: Some(0),
            old_text: Some(Cow::Borrowed("Keep old books")),
            new_text: Some(Cow::Borrowed("Keep the books")),
            words: vec![
                WordOp { kind: WordOpKind::Equal, old: 0..4, new: 0..4 },
                WordOp { kind: WordOpKind::Delete, old: 4..9, new: 4..4 },
                WordOp { kind: WordOpKind::Insert, old: 9..9, new: 4..9 },
                WordOp { kind: WordOpKind::Equal, old: 9..14, new: 9..14 },
            ],
            too_long: false,
            note: String::new(),
            fingerprint: Fingerprint(1),
        }
    }

    #[test]
    fn each_side_reads_as_its_own_text() {
        let change = change();
        let text = |side| pieces(&change, Some(side)).iter().map(|piece| piece.text).collect::<String>();
        assert_eq!(text(Which::Old), "Keep old books");
        assert_eq!(text(Which::New), "Keep the books");
    }

    #[test]
    fn marks_leave_the_spaces_around_them_alone() {
        let change = change();
        let marked: Vec<_> = pieces(&change, None)
            .into_iter()
            .filter(|piece| matches!(piece.kind, WordOpKind::Delete | WordOpKind::Insert))
            .map(|piece| piece.text)
            .collect();
        assert_eq!(marked, ["old", "the"]);
    }
}
