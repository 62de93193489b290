//! Which statements of a document with codes cover which clauses of one without.

use std::cmp::Reverse;

use super::cover::{Cover, Narrative};
use crate::diff::facts::{Clause, clauses};
use crate::diff::item::{Section, Side, Which};
use crate::diff::pairing::{Score, common};
use crate::diff::text::{StemWeights, Stems, UNIT};
use crate::model::Standard;

/// An item covers a clause if it has at least this much of its content, in thousandths …
const OF_CLAUSE: u64 = 400;
/// … or if the clause has at least this much of the item's content …
const OF_ITEM: u64 = 500;
/// … and in either case both share at least this weight: one fairly uncommon word.
const LEAST_WEIGHT: u64 = 2 * UNIT;
/// No more than this many items for a clause.
const MOST: usize = 3;

/// Compares statements and duties with prose, if one document has only prose and the other has codes.
pub(in crate::diff) fn narrative<'d>(
    old: (&'d Standard<'_>, &Side<'d>),
    new: (&'d Standard<'_>, &Side<'d>),
    not_stated: &[(Section, Which)],
) -> Option<Narrative<'d>> {
    let (_, side) = *not_stated.iter().find(|(section, _)| section.kind().is_some())?;
    let (prose, coded) = match side {
        Which::Old => (old.0, new.1),
        Which::New => (new.0, old.1),
    };
    let clauses = clauses(prose);
    if clauses.is_empty() {
        return None;
    }
    let covers = covers(&clauses, coded);
    let unmatched = coded.items.iter().enumerate().filter(|(index, item)| {
        is_asked_for(item.section) && covers.iter().all(|cover| cover.item != *index)
    });
    let unmatched_items = unmatched.map(|(index, _)| index).collect();
    let themes = prose.profile.iter().map(|theme| theme.heading.trim()).collect();
    Some(Narrative { side, themes, clauses, covers, unmatched_items })
}

/// Whether items of a section say what is required of a person.
fn is_asked_for(section: Section) -> bool {
    section.kind().is_some() || section == Section::Duties
}

/// Which items cover which clauses: by clause, the best first.
fn covers(clauses: &[Clause<'_>], coded: &Side<'_>) -> Vec<Cover> {
    let texts = clauses.iter().map(|clause| clause.text).chain(coded.items.iter().map(|item| item.text));
    let (weights, mut of_clauses) = StemWeights::of(texts);
    let of_items = of_clauses.split_off(clauses.len());
    let mut covers = Vec::new();
    for (clause, tokens) in of_clauses.iter().enumerate() {
        let asked_for = coded.items.iter().enumerate().filter(|(_, item)| is_asked_for(item.section));
        let mut of_clause: Vec<Cover> = asked_for
            .filter_map(|(item, _)| {
                share(tokens, &of_items[item], &weights).map(|share| Cover { clause, item, share })
            })
            .collect();
        of_clause.sort_unstable_by_key(|cover| (Reverse(cover.share), cover.item));
        of_clause.truncate(MOST);
        covers.extend(of_clause);
    }
    covers
}

/// How much of the clause's content the item has, or of the item's content the clause, whichever is
/// more; none if that is too little.
fn share(clause: &Stems, item: &Stems, weights: &StemWeights) -> Option<Score> {
    let both = common(&clause.content, &item.content, weights);
    let part = |tokens: &Stems| 1000 * both / weights.sum(&tokens.content).max(1);
    let (of_clause, of_item) = (part(clause), part(item));
    let covers = both >= LEAST_WEIGHT && (of_clause >= OF_CLAUSE || of_item >= OF_ITEM);
    covers.then(|| u16::try_from(of_clause.max(of_item)).map_or(Score::SAME, Score))
}
