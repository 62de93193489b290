//! What becomes of one citation: a code, or a range of codes.

use super::marks::note;
use super::target::Target;
use super::written::{Change, LeadingZeros, List, alike, bare, first_code, is_bare, last_code, rewritten};
use crate::citing::Citation;
use crate::model::Code;

/// What becomes of a citation.
#[derive(Debug, Default)]
pub(super) struct Moved {
    /// The changes of its text.
    pub(super) changes: Vec<Change>,
    /// The notes about it.
    pub(super) notes: Vec<String>,
    /// How many codes changed.
    pub(super) count: usize,
    /// The codes that the old version does not have.
    pub(super) unknown: Vec<Code>,
    /// The list whose letters apply to a number after it.
    pub(super) holds: Option<List>,
}

impl Moved {
    /// What becomes of a citation that is written as `code`. `holds` is the list that a number without letters belongs
    /// to there.
    pub(super) fn new(
        citation: &Citation<'_>,
        code: &str,
        target: &Target<'_>,
        holds: Option<List>,
        leading_zeros: LeadingZeros,
    ) -> Self {
        let Some(last) = citation.last else {
            let mut moved = Self::default();
            let new = moved.member(citation.first, target);
            moved.changes = rewritten(code, citation.first, new, holds, leading_zeros);
            moved.holds = Some(new.list());
            return moved;
        };
        Self::range((citation.first, last), code, target, holds, leading_zeros)
    }

    fn range(
        (first, last): (Code, Code),
        code: &str,
        target: &Target<'_>,
        holds: Option<List>,
        leading_zeros: LeadingZeros,
    ) -> Self {
        let mut moved = Self::default();
        let members = target.old.between(first, last);
        let is_decided =
            |code: &Code| target.plan.of(*code).is_some_and(|planned| planned.moves_to().is_some());
        let mut new: Vec<(Code, bool)> =
            members.iter().map(|member| (moved.member(*member, target), is_decided(member))).collect();
        // Merged statements are named once. An undecided old code next to a new code that looks the same is a different
        // statement.
        new.dedup_by(|one, before| one.1 && one == before);
        let are_all_decided = new.iter().all(|(_, is_decided)| *is_decided);
        let new: Vec<Code> = new.into_iter().map(|(code, _)| code).collect();
        // Where no known code moves and none is undecided, a range that ends outside the old version stays as it is.
        let stays = |member: &Code| target.plan.of(*member).is_none_or(|one| one.moves_to() == Some(*member));
        if !moved.unknown.is_empty() && members.iter().all(stays) {
            moved.holds = Some(first.list());
            return moved;
        }
        moved.holds = new.last().map(|code| code.list());
        if are_all_decided && is_range(&new, target) {
            let (begin, end) = (first_code(code), last_code(code));
            let shift = end.start;
            moved.changes = rewritten(&code[begin], first, new[0], holds, leading_zeros);
            let behind = rewritten(&code[end], last, new[new.len() - 1], Some(new[0].list()), leading_zeros);
            moved
                .changes
                .extend(behind.into_iter().map(|(at, text)| (at.start + shift..at.end + shift, text)));
            return moved;
        }
        let model = &code[first_code(code)];
        let are_bare = is_bare(model) && new.iter().all(|code| holds == Some(code.list()));
        let write = if are_bare { bare } else { alike };
        let written: Vec<String> = new.iter().map(|code| write(*code, model, leading_zeros)).collect();
        moved.changes = vec![(0..code.len(), written.join(", "))];
        moved
    }

    /// The code that a member has now.
    fn member(&mut self, code: Code, target: &Target<'_>) -> Code {
        let Some(planned) = target.plan.of(code) else {
            self.unknown.push(code);
            return code;
        };
        let new = planned.moves_to().unwrap_or(code);
        self.count += usize::from(new != code);
        self.notes.extend(note(code, planned));
        new
    }
}

/// Whether these are all the codes that the new version has from the first of them to the last.
fn is_range(codes: &[Code], target: &Target<'_>) -> bool {
    let [first, .., last] = codes else { return false };
    first.list() == last.list() && first < last && target.new.between(*first, *last) == codes
}
